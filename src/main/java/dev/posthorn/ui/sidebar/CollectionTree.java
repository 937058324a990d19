package dev.posthorn.ui.sidebar;

import dev.posthorn.ui.sidebar.TreeMoves.Move;
import dev.posthorn.ui.sidebar.TreeMoves.Step;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableSet;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// The tree itself: opening rows by mouse and keyboard, names changed in place, rows moved, the selection kept while the tree changes.
final class CollectionTree extends TreeView<TreeRow> {
    private final TreeEvents events;
    private final ObservableSet<Place> dirty;
    private final ReadOnlyObjectProperty<Place> active;
    private final ObjectProperty<Place> renaming = new SimpleObjectProperty<>();
    private final Expansion expansion = new Expansion();
    private final TypeAhead typeAhead = new TypeAhead(this);
    private final TreeMenu menu;
    private final TreeDrag drag;
    private boolean filtered;
    private Place waitingToShow;
    private Place waitingToRename;

    CollectionTree(TreeEvents events, ReadOnlyObjectProperty<Place> active, ObservableSet<Place> dirty) {
        this.events = events;
        this.active = active;
        this.dirty = dirty;
        this.menu = new TreeMenu(events, this::rename);
        this.drag = new TreeDrag(this, this::move);
        setId("collections-tree");
        getStyleClass().add("collections-tree");
        setShowRoot(false);
        setRoot(new TreeItem<>());
        setCellFactory(_ -> cell());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(KeyEvent.KEY_TYPED, typed -> {
            if (!typing(typed)) {
                typeAhead.typed(typed);
            }
        });
    }

    private TreeCell<TreeRow> cell() {
        var cell = new CollectionCell(active, dirty, renaming, this::renamed, events::run);
        cell.addEventHandler(MouseEvent.MOUSE_CLICKED, click -> clicked(cell, click));
        cell.setOnContextMenuRequested(at -> {
            if (cell.getItem() != null) {
                menu.of(cell.getTreeItem()).show(cell, at.getScreenX(), at.getScreenY());
                at.consume();
            }
        });
        drag.attach(cell);
        return cell;
    }

    private void clicked(TreeCell<TreeRow> cell, MouseEvent click) {
        var item = cell.getItem();
        if (item == null || !click.isStillSincePress() || click.getTarget() instanceof TextInputControl || item.place().equals(renaming.get())) {
            return;
        }
        if (click.getButton() == MouseButton.MIDDLE) {
            events.open(item.place(), true);
        } else if (click.getButton() == MouseButton.PRIMARY) {
            if (!item.holdsOthers()) {
                events.open(item.place(), click.getClickCount() > 1);
            } else if (click.getClickCount() == 2) {
                events.open(item.place(), true);
            } else if (click.getClickCount() == 1 && !onArrow(cell, click)) {
                cell.getTreeItem().setExpanded(!cell.getTreeItem().isExpanded());
            }
        }
    }

    /// The arrow opens and closes by itself.
    private static boolean onArrow(TreeCell<TreeRow> cell, MouseEvent click) {
        var arrow = cell.getDisclosureNode();
        return arrow != null && arrow.getBoundsInParent().contains(cell.sceneToLocal(click.getSceneX(), click.getSceneY()));
    }

    private static boolean typing(KeyEvent key) {
        return key.getTarget() instanceof TextInputControl;
    }

    private void key(KeyEvent key) {
        if (!typing(key) && selected() != null && handled(key, selected())) {
            key.consume();
        }
    }

    private boolean handled(KeyEvent key, TreeItem<TreeRow> item) {
        var place = item.getValue().place();
        if (key.isAltDown() && !key.isShortcutDown()) {
            return step(key.getCode(), item);
        }
        switch (key.getCode()) {
            case ENTER -> {
                if (key.isShortcutDown()) {
                    return false;
                }
                open(item, true);
            }
            case SPACE -> {
                if (typeAhead.typing()) {
                    return false;
                }
                open(item, false);
            }
            case F2 -> rename(place);
            case DELETE, BACK_SPACE -> {
                if (!TreeMoves.movable(item) || key.getCode() == KeyCode.BACK_SPACE && !key.isShortcutDown()) {
                    return false;
                }
                events.delete(place);
            }
            case D -> {
                if (!key.isShortcutDown() || !TreeMoves.movable(item)) {
                    return false;
                }
                events.duplicate(place);
            }
            case Z -> {
                if (!key.isShortcutDown()) {
                    return false;
                }
                events.undo();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean step(KeyCode code, TreeItem<TreeRow> item) {
        var step = switch (code) {
            case UP -> Step.UP;
            case DOWN -> Step.DOWN;
            case LEFT -> Step.OUT;
            case RIGHT -> Step.IN;
            default -> null;
        };
        if (step == null) {
            return false;
        }
        TreeMoves.step(item, step).ifPresent(this::move);
        return true;
    }

    private void move(Move move) {
        if (filtered) {
            events.tell("Clear the filter first, then rows can be moved;");
        } else {
            events.move(move.what(), move.folder(), move.index());
        }
    }

    TreeItem<TreeRow> selected() {
        return getSelectionModel().getSelectedItem();
    }

    /// A request opens in a tab; a folder opens its rows, and with `pinned` its own tab once the rows are open.
    void open(TreeItem<TreeRow> item, boolean pinned) {
        if (item == null) {
            return;
        }
        if (!item.getValue().holdsOthers() || pinned && (item.isExpanded() || item.isLeaf())) {
            events.open(item.getValue().place(), pinned);
        } else {
            item.setExpanded(!item.isExpanded());
        }
    }

    /// Lets the user type a new name in the row; where the row is not there yet, as soon as it is.
    void rename(Place place) {
        var path = Expansion.path(getRoot(), place);
        if (path.isEmpty()) {
            waitingToRename = place;
            return;
        }
        waitingToRename = null;
        var row = path.getLast().getValue();
        if (row.holdsOthers() || row instanceof TreeRow.Leaf || row instanceof TreeRow.Other) {
            path.subList(0, path.size() - 1).forEach(i -> i.setExpanded(true));
            getSelectionModel().select(path.getLast());
            scrollToSelected();
            renaming.set(place);
        }
    }

    /// `name` is null where the user went back.
    private void renamed(Place place, String name) {
        if (place.equals(renaming.get())) {
            renaming.set(null);
            requestFocus();
            if (name != null) {
                events.rename(place, name);
            }
        }
    }

    /// Rows stand at other places after an edit that the next `show` brings.
    void moved(Map<Place, Place> places) {
        expansion.moved(places);
        if (waitingToShow != null) {
            waitingToShow = places.getOrDefault(waitingToShow, waitingToShow);
        }
    }

    /// Shows these rows; those that are still there keep their expansion and the selection.
    void show(java.util.List<Branch> branches, boolean underFilter) {
        filtered = underFilter;
        var before = selected() == null ? null : expansion.now(selected().getValue().place());
        var row = getSelectionModel().getSelectedIndex();
        expansion.show(getRoot(), branches, underFilter);
        if (before != null && (selected() == null || !selected().getValue().place().equals(before))) {
            if (!select(before) && row >= 0 && getExpandedItemCount() > 0) {
                getSelectionModel().select(Math.min(row, getExpandedItemCount() - 1));
            }
        }
        if (waitingToShow != null) {
            reveal(waitingToShow);
        }
        if (waitingToRename != null) {
            rename(waitingToRename);
        }
    }

    /// Opens what is above that item and selects it; where the tree is not there yet, as soon as it is.
    void reveal(Place place) {
        waitingToShow = place;
        var path = Expansion.path(getRoot(), place);
        if (path.isEmpty()) {
            return;
        }
        waitingToShow = null;
        path.subList(0, path.size() - 1).forEach(i -> i.setExpanded(true));
        if (selected() == null || !selected().getValue().place().equals(place)) {
            select(place);
            scrollToSelected();
        }
    }

    private void scrollToSelected() {
        var row = getSelectionModel().getSelectedIndex();
        if (row >= 0 && !rowVisible(row)) {
            scrollTo(Math.max(0, row - 4));
        }
    }

    private boolean rowVisible(int row) {
        return lookupAll(".collection-cell").stream()
                .anyMatch(n -> n instanceof TreeCell<?> c && c.getIndex() == row && !c.isEmpty()
                        && c.getBoundsInParent().getMinY() >= 0 && c.getBoundsInParent().getMaxY() <= getHeight());
    }

    private boolean select(Place place) {
        var path = Expansion.path(getRoot(), place);
        if (!path.isEmpty()) {
            getSelectionModel().select(path.getLast());
        }
        return !path.isEmpty();
    }

    /// Where something new goes when the user says nothing: the selected folder or collection, or the one that the selected row stands in.
    Optional<Place> folderAtHand() {
        for (var at = selected(); at != null && at.getValue() != null; at = at.getParent()) {
            if (at.getValue().holdsOthers()) {
                return Optional.of(at.getValue().place());
            }
        }
        return getRoot().getChildren().stream().map(TreeItem::getValue).filter(TreeRow::holdsOthers).map(TreeRow::place).findFirst();
    }

    void collapseAll() {
        getRoot().getChildren().forEach(i -> i.setExpanded(false));
    }

    void toFirstRequest(boolean anyRow) {
        for (var row = 0; row < getExpandedItemCount(); row++) {
            if (getTreeItem(row).getValue() instanceof TreeRow.Leaf || anyRow) {
                getSelectionModel().select(row);
                scrollTo(Math.max(0, row - 4));
                return;
            }
        }
    }
}
