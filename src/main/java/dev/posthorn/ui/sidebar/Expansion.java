package dev.posthorn.ui.sidebar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.TreeItem;

/// Brings a tree control to a new shape with as little change as possible, and remembers which rows the user opened.
final class Expansion {
    private final Set<Place> open = new HashSet<>();
    private boolean filtered;

    /// Makes the children of `root` show `branches`. Under a filter all is open; without one, what the user opened.
    void show(TreeItem<TreeRow> root, List<Branch> branches, boolean underFilter) {
        if (!filtered) {
            open.clear();
            remember(root);
        }
        filtered = underFilter;
        fit(root, branches);
    }

    private void remember(TreeItem<TreeRow> item) {
        for (var child : item.getChildren()) {
            if (child.isExpanded()) {
                open.add(child.getValue().place());
            }
            remember(child);
        }
    }

    private void fit(TreeItem<TreeRow> item, List<Branch> branches) {
        var children = item.getChildren();
        var same = children.size() == branches.size();
        for (var i = 0; same && i < branches.size(); i++) {
            same = children.get(i).getValue().place().equals(branches.get(i).row().place());
        }
        if (same) {
            for (var i = 0; i < branches.size(); i++) {
                if (!children.get(i).getValue().equals(branches.get(i).row())) {
                    children.get(i).setValue(branches.get(i).row());
                }
                children.get(i).setExpanded(opened(branches.get(i)));
                fit(children.get(i), branches.get(i).children());
            }
        } else {
            children.setAll(branches.stream().map(this::item).toList());
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
