package dev.posthorn.imports.openapi;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Sorts requests into folders by the parts of their paths.
final class Folders {

    private Folders() {}

    /// @param parts the path's parts without those that all paths share: "users", "{id}"
    record Placed(List<String> parts, RequestItem item) {}

    static Folder folder(String id, String name, String description, List<Item> items) {
        return new Folder(id, name, description, Auth.INHERIT, List.of(), List.of(), Settings.NONE, items);
    }

    /// A folder for each part under which there is more than one request. A chain of folders that hold nothing else is one: "users/{id}".
    static List<Item> byPath(List<Placed> requests) {
        return new Branch().filled(requests).items("/");
    }

    static List<String> parts(String path) {
        var parts = new ArrayList<String>();
        for (var part : path.replaceFirst("[?#].*", "").split("/")) {
            if (!part.isBlank()) {
                parts.add(part);
            }
        }
        return parts;
    }

    private static final class Branch {
        private final Map<String, Branch> below = new LinkedHashMap<>();
        private final List<RequestItem> here = new ArrayList<>();
        private int all;

        private Branch filled(List<Placed> requests) {
            for (var request : requests) {
                var now = this;
                now.all++;
                for (var part : request.parts()) {
                    now = now.below.computeIfAbsent(part, _ -> new Branch());
                    now.all++;
                }
                now.here.add(request.item());
            }
            return this;
        }

        private List<Item> items(String id) {
            if (id.equals("/") && here.isEmpty() && below.size() == 1) {
                return below.values().iterator().next().items(id);
            }
            var items = new ArrayList<Item>(here);
            below.forEach((part, branch) -> {
                if (branch.all == 1) {
                    items.addAll(branch.alone());
                } else {
                    var name = part;
                    var deepest = branch;
                    while (deepest.here.isEmpty() && deepest.below.size() == 1) {
                        var only = deepest.below.entrySet().iterator().next();
                        name += "/" + only.getKey();
                        deepest = only.getValue();
                    }
                    items.add(folder("folder:" + id + name, name, "", deepest.items(id + name + "/")));
                }
            });
            return items;
        }

        private List<RequestItem> alone() {
            return here.isEmpty() ? below.values().iterator().next().alone() : here;
        }
    }
}
