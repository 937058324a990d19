package dev.posthorn.cli;

import dev.posthorn.model.Auth;
import dev.posthorn.model.BadItem;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.OtherItem;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Settings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The part of a collection that a run was told to send: folders and requests by name.
///
/// @param part  null for all
/// @param title of the run
record RunTargets(Folder part, String title) {

    private static final int SHOWN = 12;

    /// Several are run in the order of the tree, each request once.
    static RunTargets of(Collection collection, List<String> names) throws Misuse {
        if (names.isEmpty()) {
            return new RunTargets(null, collection.name());
        }
        var all = new LinkedHashMap<String, Item>();
        walk(collection.items(), "", all);
        var chosen = new ArrayList<Item>();
        for (var name : names) {
            chosen.add(find(collection, name, all));
        }
        if (chosen.size() == 1 && chosen.getFirst() instanceof Folder folder) {
            return new RunTargets(folder, collection.name() + " / " + folder.name());
        }
        var wanted = new HashSet<String>();
        chosen.forEach(item -> {
            switch (item) {
                case Folder folder -> Collection.requests(folder.items()).forEach(r -> wanted.add(r.id()));
                default -> wanted.add(item.id());
            }
        });
        var items = collection.requests().filter(r -> wanted.contains(r.id())).map(Item.class::cast).toList();
        var id = chosen.size() == 1 ? chosen.getFirst().id() : "";
        return new RunTargets(new Folder(id, "", "", Auth.INHERIT, List.of(), List.of(), Settings.NONE, items),
                collection.name() + " / " + chosen.stream().map(Item::name).collect(Collectors.joining(", ")));
    }

    /// By path or id, else the first folder, else the first request of that name.
    private static Item find(Collection collection, String name, Map<String, Item> all) throws Misuse {
        var exact = all.get(name);
        if (exact != null) {
            return exact;
        }
        return all.values().stream().filter(i -> i instanceof Folder && i.name().equals(name)).findFirst()
                .or(() -> all.values().stream().filter(i -> i.name().equals(name) || i.id().equals(name)).findFirst())
                .orElseThrow(() -> new Misuse("\"" + collection.name() + "\" has no request and no folder \"" + name + "\"" + (all.values().stream().noneMatch(Folder.class::isInstance) ? ": it has no folders." : "; it has "
                        + all.entrySet().stream().filter(e -> e.getValue() instanceof Folder).limit(SHOWN).map(e -> "\"" + e.getKey() + "\"").collect(Collectors.joining(", "))
                        + (all.values().stream().filter(Folder.class::isInstance).count() > SHOWN ? " and more." : "."))));
    }

    private static void walk(List<Item> items, String path, Map<String, Item> into) {
        for (var item : items) {
            switch (item) {
                case Folder inner -> {
                    into.putIfAbsent(path + inner.name(), inner);
                    walk(inner.items(), path + inner.name() + "/", into);
                }
                case RequestItem request -> into.putIfAbsent(path + request.name(), request);
                case OtherItem _, BadItem _ -> { }
            }
        }
    }
}
