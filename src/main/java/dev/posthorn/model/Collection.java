package dev.posthorn.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/// A collection: a named tree of folders and requests, and what it sets for all of them.
public record Collection(
        String name,
        String description,
        Auth auth,
        List<Entry> variables,
        List<Script> scripts,
        Settings settings,
        List<Item> items) {

    public Collection {
        description = description == null ? "" : description;
        variables = List.copyOf(variables);
        scripts = List.copyOf(scripts);
        items = List.copyOf(items);
    }

    public Collection withVariables(List<Entry> rows) {
        return new Collection(name, description, auth, rows, scripts, settings, items);
    }

    /// All requests in the order of the tree. Keeps its own stack: files nest their folders as deep as they like.
    public Stream<RequestItem> requests() {
        return requests(items);
    }

    /// The requests of these items and of all folders among them, in order.
    public static Stream<RequestItem> requests(List<Item> items) {
        var requests = new ArrayList<RequestItem>();
        var left = new ArrayDeque<>(items);
        while (!left.isEmpty()) {
            switch (left.pop()) {
                case RequestItem request -> requests.add(request);
                case Folder folder -> folder.items().reversed().forEach(left::push);
                case OtherItem _, BadItem _ -> { }
            }
        }
        return requests.stream();
    }

    /// The folders from the root down to the item with that id, then the item itself; empty where there is none.
    public List<Item> path(String id) {
        var path = new ArrayDeque<Item>();
        var levels = new ArrayDeque<Iterator<Item>>();
        levels.push(items.iterator());
        while (!levels.isEmpty()) {
            if (!levels.peek().hasNext()) {
                levels.pop();
                path.pollLast();
                continue;
            }
            var item = levels.peek().next();
            path.addLast(item);
            if (item.id().equals(id)) {
                return List.copyOf(path);
            }
            switch (item) {
                case Folder folder -> levels.push(folder.items().iterator());
                case RequestItem _, OtherItem _, BadItem _ -> path.removeLast();
            }
        }
        return List.of();
    }
}
