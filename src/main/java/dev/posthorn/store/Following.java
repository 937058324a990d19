package dev.posthorn.store;

import dev.posthorn.model.Collection;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Finds the items of a collection again after another program changed its files.
///
/// In each folder, the first rule that finds a partner wins: the same name and content, the same name, the same content, then the place between
/// two items that were found. What is left is looked for in the whole collection by its content, since it may have been moved.
final class Following {

    private final Map<String, String> found = new HashMap<>();
    private final List<Item> lost = new ArrayList<>();
    private final List<Item> fresh = new ArrayList<>();
    private final Deque<Pair> left = new ArrayDeque<>();

    private record Pair(List<Item> before, List<Item> now) {}

    private record Named(Class<?> kind, String name) {}

    private Following() {}

    /// Old id → new id of every item that is known by another id now; an item that is gone maps to "".
    static Map<String, String> ids(Collection before, Collection now) {
        if (before == now) {
            return Map.of();
        }
        var following = new Following();
        following.left.push(new Pair(before.items(), now.items()));
        following.walk();
        following.moved();
        var ids = new LinkedHashMap<String, String>();
        following.found.forEach((old, id) -> {
            if (!old.equals(id)) {
                ids.put(old, id);
            }
        });
        return ids;
    }

    private void walk() {
        while (!left.isEmpty()) {
            var pair = left.pop();
            level(pair.before(), pair.now());
        }
    }

    private void level(List<Item> before, List<Item> now) {
        var partner = new Item[before.size()];
        var taken = new boolean[now.size()];
        match(before, now, partner, taken, Following::whole);
        match(before, now, partner, taken, i -> new Named(i.getClass(), i.name()));
        match(before, now, partner, taken, Following::content);
        between(before, now, partner, taken);
        for (var i = 0; i < partner.length; i++) {
            if (partner[i] == null) {
                lost.add(before.get(i));
            } else {
                pair(before.get(i), partner[i]);
            }
        }
        for (var i = 0; i < taken.length; i++) {
            if (!taken[i]) {
                fresh.add(now.get(i));
            }
        }
    }

    private void pair(Item before, Item now) {
        found.put(before.id(), now.id());
        if (before instanceof Folder old && now instanceof Folder folder) {
            left.push(new Pair(old.items(), folder.items()));
        }
    }

    private static void match(List<Item> before, List<Item> now, Item[] partner, boolean[] taken, Function<Item, Object> same) {
        Map<Object, Deque<Integer>> free = new HashMap<>();
        for (var i = 0; i < taken.length; i++) {
            if (!taken[i]) {
                free.computeIfAbsent(same.apply(now.get(i)), _ -> new ArrayDeque<>()).add(i);
            }
        }
        for (var i = 0; i < partner.length; i++) {
            var candidates = partner[i] == null ? free.get(same.apply(before.get(i))) : null;
            if (candidates != null && !candidates.isEmpty()) {
                var at = candidates.poll();
                partner[i] = now.get(at);
                taken[at] = true;
            }
        }
    }

    /// An item that was given another name and another content at once is still the one between its neighbours.
    private static void between(List<Item> before, List<Item> now, Item[] partner, boolean[] taken) {
        for (var i = 0; i < partner.length; i++) {
            if (partner[i] != null) {
                continue;
            }
            var at = i == 0 ? 0 : partner[i - 1] == null ? -1 : now.indexOf(partner[i - 1]) + 1;
            if (at >= 0 && at < taken.length && !taken[at] && now.get(at).getClass() == before.get(i).getClass()
                    && (i + 1 == partner.length ? at + 1 == taken.length : at + 1 < taken.length && now.get(at + 1) == partner[i + 1])) {
                partner[i] = now.get(at);
                taken[at] = true;
            }
        }
    }

    private void moved() {
        var before = lost.toArray(Item[]::new);
        var partner = new Item[before.length];
        var taken = new boolean[fresh.size()];
        match(lost, fresh, partner, taken, Following::whole);
        for (var i = 0; i < before.length; i++) {
            if (partner[i] == null) {
                gone(before[i]);
            } else {
                pair(before[i], partner[i]);
            }
        }
        lost.clear();
        fresh.clear();
        walk();
        lost.forEach(this::gone);
    }

    private void gone(Item item) {
        var items = new ArrayDeque<Item>(List.of(item));
        while (!items.isEmpty()) {
            var next = items.pop();
            found.put(next.id(), "");
            if (next instanceof Folder folder) {
                folder.items().forEach(items::push);
            }
        }
    }

    private static Object whole(Item item) {
        return List.of(item.name(), content(item));
    }

    /// What an item is without its id and name. Folders are told by the names in them: their own content is compared when their turn comes.
    private static Object content(Item item) {
        return switch (item) {
            case Folder folder -> folder.items().isEmpty() ? folder.id() : folder.items().stream().map(Item::name).toList();
            case dev.posthorn.model.RequestItem request -> request.request();
            case dev.posthorn.model.OtherItem other -> other.socket().isPresent() ? other.socket().get() : other.text();
            case dev.posthorn.model.BadItem bad -> bad.id();
        };
    }
}
