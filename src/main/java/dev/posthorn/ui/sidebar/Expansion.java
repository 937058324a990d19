package dev.posthorn.ui.sidebar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.TreeItem;

/// Brings a tree control to a new shape with as little change as possible, and remembers which rows the user opened.
final class Expansion {
    private final Set<Place> open = new HashSet<>();
    private final Map<Place, Place> moved = new HashMap<>();
    private boolean filtered;

    /// Where rows stand after an edit that the next `show` brings.
    void moved(Map<Place, Place> places) {
        moved.replaceAll((_, now) -> places.getOrDefault(now, now));
        places.forEach(moved::putIfAbsent);
    }

    Place now(Place before) {
        return moved.getOrDefault(before, before);
    }

    /// Makes the children of `root` show `branches`. Under a filter all is open; without one, what the user opened.
    void show(TreeItem<TreeRow> root, List<Branch> branches, boolean underFilter) {
        if (!filtered) {
            open.clear();
            remember(root);
        } else if (!moved.isEmpty()) {
            var before = List.copyOf(open);
            open.clear();
            before.forEach(place -> open.add(now(place)));
        }
        filtered = underFilter;
        fit(root, branches);
        moved.clear();
    }

    private void remember(TreeItem<TreeRow> item) {
        for (var child : item.getChildren()) {
            if (child.isExpanded()) {
                open.add(now(child.getValue().place()));
            }
            remember(child);
        }
    }

    /// Rows that are still there keep their items, so that the control keeps what it knows of them.
    private void fit(TreeItem<TreeRow> item, List<Branch> branches) {
        var children = item.getChildren();
        var there = new HashMap<Place, TreeItem<TreeRow>>();
        children.forEach(child -> there.putIfAbsent(now(child.getValue().place()), child));
        var wanted = new ArrayList<TreeItem<TreeRow>>(branches.size());
        for (var branch : branches) {
            var kept = there.remove(branch.row().place());
            if (kept == null) {
                wanted.add(item(branch));
            } else {
                if (!kept.getValue().looksLike(branch.row())) {
                    kept.setValue(branch.row());
                }
                fit(kept, branch.children());
                kept.setExpanded(opened(branch));
                wanted.add(kept);
            }
        }
        if (!children.equals(wanted)) {
            children.setAll(wanted);
        }
    }

    private TreeItem<TreeRow> item(Branch branch) {
        var item = new TreeItem<>(branch.row());
        item.getChildren().setAll(branch.children().stream().map(this::item).toList());
        item.setExpanded(opened(branch));
        return item;
    }

    private boolean opened(Branch branch) {
        return !branch.children().isEmpty() && (filtered || open.contains(branch.row().place()));
    }

    /// The items from the one below `root` down to that place; empty where it is not there.
    static List<TreeItem<TreeRow>> path(TreeItem<TreeRow> root, Place place) {
        return find(root, place).map(found -> {
            var path = new ArrayList<TreeItem<TreeRow>>();
            for (var at = found; at != root; at = at.getParent()) {
                path.addFirst(at);
            }
            return List.copyOf(path);
        }).orElse(List.of());
    }

    private static Optional<TreeItem<TreeRow>> find(TreeItem<TreeRow> item, Place place) {
        for (var child : item.getChildren()) {
            var at = child.getValue().place();
            if (at.equals(place)) {
                return Optional.of(child);
            }
            if (at.file().equals(place.file())) {
                var below = find(child, place);
                if (below.isPresent()) {
                    return below;
                }
            }
        }
        return Optional.empty();
    }
}
