package dev.posthorn.ui.sidebar;

import dev.posthorn.ui.sidebar.TreeMoves.Move;
import dev.posthorn.ui.sidebar.TreeMoves.Spot;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/// Moves rows of the tree with the mouse. It stays within the window, so it needs nothing of the system's drag and drop: a line or a frame shows
/// where the row would go, a closed folder opens after a moment, the edges scroll, Esc cancels.
final class TreeDrag {
    private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("drop-above");
    private static final PseudoClass INTO = PseudoClass.getPseudoClass("drop-into");
    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("drop-below");
    private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");
    private static final double FAR_ENOUGH = 6;
    private static final double EDGE = 20;
    private static final Duration SPRING = Duration.millis(600);

    private final TreeView<TreeRow> tree;
    private final Consumer<Move> moved;
    private final PauseTransition spring = new PauseTransition(SPRING);
    private final Timeline scrolling = new Timeline(new KeyFrame(Duration.millis(16), _ -> scroll()));
    private final EventHandler<KeyEvent> escape = this::key;
    private TreeItem<TreeRow> what;
    private TreeCell<TreeRow> target;
    private Spot spot;
    private double pressedX;
    private double pressedY;
    private double mouseY;
    private boolean dragging;
    private boolean cancelled;

    TreeDrag(TreeView<TreeRow> tree, Consumer<Move> moved) {
        this.tree = tree;
        this.moved = moved;
        scrolling.setCycleCount(Timeline.INDEFINITE);
        spring.setOnFinished(_ -> {
            if (target != null && target.getTreeItem() != null && spot == Spot.INTO) {
                target.getTreeItem().setExpanded(true);
            }
        });
    }

    /// Lets the rows of this cell be dragged.
    void attach(TreeCell<TreeRow> cell) {
        cell.addEventHandler(MouseEvent.MOUSE_PRESSED, press -> {
            what = press.getButton() == MouseButton.PRIMARY ? cell.getTreeItem() : null;
            pressedX = press.getSceneX();
            pressedY = press.getSceneY();
            cancelled = false;
        });
        cell.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        cell.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> released());
    }

    boolean dragging() {
        return dragging;
    }

    private void dragged(MouseEvent drag) {
        if (what == null || cancelled || !drag.isPrimaryButtonDown() || !TreeMoves.movable(what)) {
            return;
        }
        if (!dragging) {
            if (Math.hypot(drag.getSceneX() - pressedX, drag.getSceneY() - pressedY) < FAR_ENOUGH) {
                return;
            }
            dragging = true;
            tree.pseudoClassStateChanged(DRAGGED, true);
            tree.setCursor(Cursor.CLOSED_HAND);
            tree.getScene().addEventFilter(KeyEvent.KEY_PRESSED, escape);
            scrolling.play();
        }
        mouseY = tree.sceneToLocal(drag.getSceneX(), drag.getSceneY()).getY();
        aim(cellAt(drag.getSceneX(), drag.getSceneY()), drag.getSceneY());
        drag.consume();
    }

    private void aim(TreeCell<TreeRow> cell, double sceneY) {
        var before = target;
        var beforeSpot = spot;
        mark(null);
        target = cell;
        spot = null;
        if (cell != null) {
            var bounds = cell.localToScene(cell.getLayoutBounds());
            spot = TreeMoves.spot(cell.getItem(), cell.getTreeItem().isExpanded(), (sceneY - bounds.getMinY()) / bounds.getHeight());
            if (TreeMoves.drop(what, cell.getTreeItem(), spot).isPresent()) {
                mark(spot);
            }
        }
        if (target != before || spot != beforeSpot) {
            spring.playFromStart();
        }
    }

    private void mark(Spot now) {
        if (target != null) {
            target.pseudoClassStateChanged(ABOVE, now == Spot.ABOVE);
            target.pseudoClassStateChanged(INTO, now == Spot.INTO);
            target.pseudoClassStateChanged(BELOW, now == Spot.BELOW);
        }
    }

    private TreeCell<TreeRow> cellAt(double x, double y) {
        for (var node : tree.lookupAll(".collection-cell")) {
            if (node instanceof CollectionCell cell && !cell.isEmpty() && cell.getItem() != null && cell.localToScene(cell.getLayoutBounds()).contains(x, y)) {
                return cell;
            }
        }
        return null;
    }

    /// Near the upper or lower edge the tree goes on scrolling.
    private void scroll() {
        Node flow = tree.lookup(".virtual-flow");
        if (flow instanceof VirtualFlow<?> rows) {
            if (mouseY < EDGE) {
                rows.scrollPixels(-6);
            } else if (mouseY > tree.getHeight() - EDGE) {
                rows.scrollPixels(6);
            }
        }
    }

    private void released() {
        var move = dragging && target != null && spot != null ? TreeMoves.drop(what, target.getTreeItem(), spot) : Optional.<Move>empty();
        end();
        move.ifPresent(moved);
    }

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            cancelled = true;
            end();
            key.consume();
        }
    }

    private void end() {
        mark(null);
        spring.stop();
        scrolling.stop();
        target = null;
        spot = null;
        what = null;
        if (dragging) {
            dragging = false;
            tree.pseudoClassStateChanged(DRAGGED, false);
            tree.setCursor(null);
            tree.getScene().removeEventFilter(KeyEvent.KEY_PRESSED, escape);
        }
    }
}
