package dev.posthorn.ui.sidebar;

import java.util.Optional;
import javafx.scene.control.TreeItem;

/// Where a row of the tree can go: by a drop above, into or below another row, or by a step of the keyboard.
final class TreeMoves {
    private TreeMoves() {}

    /// Which part of a row the mouse is over.
    enum Spot { ABOVE, INTO, BELOW }

    /// A step of the keyboard.
    enum Step { UP, DOWN, OUT, IN }

    /// A row gets a new place.
    ///
    /// @param index its place among the rows of the folder as they are before the move
    record Move(Place what, Place folder, int index) {}

    /// The upper and lower quarter of a folder are beside it, the rest is in it; a request has only two halves.
    ///
    /// @param share how far down the row, 0 to 1
    static Spot spot(TreeRow row, boolean expanded, double share) {
        if (row instanceof TreeRow.Whole) {
            return Spot.INTO;
        }
        if (row.holdsOthers()) {
            return share < 0.25 ? Spot.ABOVE : share > 0.75 && !expanded ? Spot.BELOW : Spot.INTO;
        }
        return share < 0.5 ? Spot.ABOVE : Spot.BELOW;
    }

    /// The move that a drop makes; empty where it changes nothing or cannot be.
    static Optional<Move> drop(TreeItem<TreeRow> what, TreeItem<TreeRow> target, Spot spot) {
        if (!movable(what) || target == null || target.getValue() instanceof TreeRow.Broken || within(target, what)) {
            return Optional.empty();
        }
        if (spot == Spot.INTO) {
            // An open folder shows where its first row goes; into a closed one goes the end.
            var index = target.isExpanded() ? 0 : target.getChildren().size();
            return changed(what, target, index);
        }
        var parent = target.getParent();
        return changed(what, parent, parent.getChildren().indexOf(target) + (spot == Spot.BELOW ? 1 : 0));
    }

    /// The move of one step: up and down among its neighbours, out behind its folder, in to the end of the folder above it.
    static Optional<Move> step(TreeItem<TreeRow> what, Step step) {
        if (!movable(what)) {
            return Optional.empty();
        }
        var parent = what.getParent();
        var at = parent.getChildren().indexOf(what);
        return switch (step) {
            case UP -> at == 0 ? Optional.empty() : changed(what, parent, at - 1);
            case DOWN -> at == parent.getChildren().size() - 1 ? Optional.empty() : changed(what, parent, at + 2);
            case OUT -> parent.getValue() instanceof TreeRow.Whole ? Optional.empty()
                    : changed(what, parent.getParent(), parent.getParent().getChildren().indexOf(parent) + 1);
            case IN -> {
                var before = at == 0 ? null : parent.getChildren().get(at - 1);
                yield before == null || !before.getValue().holdsOthers() ? Optional.empty() : changed(what, before, before.getChildren().size());
            }
        };
    }

    /// Items move; whole collections and files that cannot be read do not.
    static boolean movable(TreeItem<TreeRow> item) {
        return item != null && switch (item.getValue()) {
            case TreeRow.Leaf _, TreeRow.Group _, TreeRow.Other _ -> true;
            case TreeRow.Whole _, TreeRow.Broken _, TreeRow.BadFile _ -> false;
        };
    }

    private static Optional<Move> changed(TreeItem<TreeRow> what, TreeItem<TreeRow> folder, int index) {
        if (folder.getValue() == null || !folder.getValue().holdsOthers()) {
            return Optional.empty();
        }
        var at = folder == what.getParent() ? folder.getChildren().indexOf(what) : -1;
        return at >= 0 && (index == at || index == at + 1) ? Optional.empty() : Optional.of(new Move(what.getValue().place(), folder.getValue().place(), index));
    }

    private static boolean within(TreeItem<TreeRow> item, TreeItem<TreeRow> above) {
        for (var at = item; at != null; at = at.getParent()) {
            if (at == above) {
                return true;
            }
        }
        return false;
    }
}
