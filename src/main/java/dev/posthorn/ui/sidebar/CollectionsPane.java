package dev.posthorn.ui.sidebar;

import dev.posthorn.store.Opened;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.EmptyState;
import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// The collections as a tree, with a filter over names, URLs and methods.
public final class CollectionsPane extends VBox {
    /// What the pane asks of the window.
    public interface Events {
        /// `pinned` false shows it in the one preview tab, which the next look at another request takes over.
        void open(Place request, boolean pinned);

        void close(Path collection);

        void reveal(Path file);

        void newRequest();

        /// Lets the user choose files to open.
        void choose();

        /// Goes on reading one that could not be read, after it was mended.
        void reload(Path file);
    }

    private final Events events;
    private final TextField filter = new TextField();
    private final TreeView<TreeRow> tree = new TreeView<>();
    private final Label nothing = new Label();
    private final StackPane deck = new StackPane();
    private final EmptyState empty;
    private final Expansion expansion = new Expansion();
    private final TypeAhead typeAhead = new TypeAhead(tree);
    private final ReadOnlyObjectWrapper<Place> active = new ReadOnlyObjectWrapper<>();
    private final ObservableSet<Place> dirty = FXCollections.observableSet();
    private final Background.Latest<Shown> shaping;
    private List<Opened> collections = List.of();
    private List<Branch> whole = List.of();
    private boolean loaded;

    /// A tree ready to be shown; `filtered` is the text it was filtered by.
    private record Shown(List<Branch> whole, List<Branch> kept, String filtered) {}

    public CollectionsPane(Background background, Events events) {
        this.events = events;
        this.shaping = background.latest(this::show, _ -> {});
        this.empty = new EmptyState(Octicons.INBOX_16, "No collection is open. Drop a Postman file or folder here.").action("Open…", events::choose);
        getStyleClass().add("sidebar-pane");
        getStylesheets().add(Theme.sheet(CollectionsPane.class, "sidebar.css"));
        setId("collections-pane");
        prepareTree();
        prepareFilter();
        nothing.getStyleClass().addAll("muted", "filter-nothing");
        nothing.setWrapText(true);
        VBox.setVgrow(deck, Priority.ALWAYS);
        getChildren().addAll(header(), filter, deck);
    }

    private HBox header() {
        var title = new Label("Collections");
        title.getStyleClass().add("panel-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var collapse = Icons.button(Octicons.FOLD_16, "Collapse all", this::collapseAll);
        var open = Icons.button(Octicons.FILE_DIRECTORY_16, "Open a collection or environment (Ctrl+O)", events::choose);
        var plus = Icons.button(Octicons.PLUS_16, "New request (Ctrl+T)", events::newRequest);
        var header = new HBox(title, gap, plus, open, collapse);
        header.getStyleClass().add("sidebar-header");
        return header;
    }

    private void prepareFilter() {
        filter.setId("collections-filter");
        filter.setPromptText("Filter by name, URL, method");
        VBox.setMargin(filter, new javafx.geometry.Insets(0, 12, 6, 12));
        filter.textProperty().addListener(_ -> shape());
        filter.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            switch (key.getCode()) {
                case ESCAPE -> {
                    if (filter.getText().isEmpty()) {
                        tree.requestFocus();
                    } else {
                        filter.clear();
                    }
                    key.consume();
                }
                case DOWN, ENTER -> {
                    toFirstRequest();
                    tree.requestFocus();
                    if (key.getCode() == KeyCode.ENTER) {
                        open(selected(), true);
                    }
                    key.consume();
                }
                default -> { }
            }
        });
    }

    private void prepareTree() {
        tree.setId("collections-tree");
        tree.getStyleClass().add("collections-tree");
        tree.setShowRoot(false);
        tree.setRoot(new TreeItem<>());
        tree.setCellFactory(_ -> cell());
        tree.addEventFilter(KeyEvent.KEY_PRESSED, this::keyInTree);
        tree.addEventHandler(KeyEvent.KEY_TYPED, typeAhead::typed);
    }

    private TreeCell<TreeRow> cell() {
        var cell = new CollectionCell(active.getReadOnlyProperty(), dirty);
        cell.addEventHandler(MouseEvent.MOUSE_CLICKED, click -> clicked(cell, click));
        cell.setOnContextMenuRequested(at -> {
            if (cell.getItem() != null) {
                menu(cell.getTreeItem()).show(cell, at.getScreenX(), at.getScreenY());
                at.consume();
            }
        });
        return cell;
    }

    private void clicked(TreeCell<TreeRow> cell, MouseEvent click) {
        var item = cell.getItem();
        if (item instanceof TreeRow.Leaf leaf) {
            if (click.getButton() == MouseButton.PRIMARY) {
                events.open(leaf.place(), click.getClickCount() > 1);
            } else if (click.getButton() == MouseButton.MIDDLE) {
                events.open(leaf.place(), true);
            }
        } else if (item != null && click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 1 && !onArrow(cell, click)) {
            cell.getTreeItem().setExpanded(!cell.getTreeItem().isExpanded());
        }
    }

    /// The arrow opens and closes by itself.
    private static boolean onArrow(TreeCell<TreeRow> cell, MouseEvent click) {
        var arrow = cell.getDisclosureNode();
        return arrow != null && arrow.getBoundsInParent().contains(cell.sceneToLocal(click.getSceneX(), click.getSceneY()));
    }

    private void keyInTree(KeyEvent key) {
        if (key.isShortcutDown() && key.getCode() == KeyCode.F || !key.isShortcutDown() && "/".equals(key.getText())) {
            focusFilter();
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown() || key.getCode() == KeyCode.SPACE && !typeAhead.typing()) {
            open(selected(), key.getCode() == KeyCode.ENTER);
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
            filter.clear();
            key.consume();
        }
    }

    private TreeItem<TreeRow> selected() {
        return tree.getSelectionModel().getSelectedItem();
    }

    private void open(TreeItem<TreeRow> item, boolean pinned) {
        if (item == null) {
            return;
        }
        if (item.getValue() instanceof TreeRow.Leaf leaf) {
            events.open(leaf.place(), pinned);
        } else {
            item.setExpanded(!item.isExpanded());
        }
    }

    private ContextMenu menu(TreeItem<TreeRow> item) {
        var menu = new ContextMenu();
        switch (item.getValue()) {
            case TreeRow.Leaf leaf -> menu.getItems().addAll(
                    entry("Open", () -> events.open(leaf.place(), false)),
                    entry("Open in a tab of its own", () -> events.open(leaf.place(), true)),
                    entry("Copy URL", () -> copy(leaf.item().request().url())),
                    entry("Copy name", () -> copy(leaf.name())));
            case TreeRow.Group group -> menu.getItems().addAll(
                    entry(item.isExpanded() ? "Collapse" : "Expand", () -> item.setExpanded(!item.isExpanded())),
                    entry("Expand all below", () -> expandAll(item)),
                    entry("Copy name", () -> copy(group.name())));
            case TreeRow.Whole whole -> menu.getItems().addAll(
                    entry(item.isExpanded() ? "Collapse" : "Expand", () -> item.setExpanded(!item.isExpanded())),
                    entry("Expand all below", () -> expandAll(item)),
                    entry("Show in the file manager", () -> events.reveal(whole.opened().file())),
                    entry("Copy path", () -> copy(whole.opened().file().toString())),
                    entry("Close collection", () -> events.close(whole.opened().file())));
            case TreeRow.Other other -> menu.getItems().add(entry("Copy name", () -> copy(other.name())));
            case TreeRow.BadFile bad -> menu.getItems().add(entry("Copy the reason", () -> copy(bad.name() + ": " + bad.why())));
            case TreeRow.Broken broken -> menu.getItems().addAll(
                    entry("Read again", () -> events.reload(broken.bad().file())),
                    entry("Show in the file manager", () -> events.reveal(broken.bad().file())),
                    entry("Copy the reason", () -> copy(broken.bad().file() + ": " + broken.why())),
                    entry("Remove from the list", () -> events.close(broken.bad().file())));
        }
        return menu;
    }

    private static MenuItem entry(String text, Runnable action) {
        var entry = new MenuItem(text);
        entry.setOnAction(_ -> action.run());
        return entry;
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static void expandAll(TreeItem<TreeRow> item) {
        item.setExpanded(true);
        item.getChildren().forEach(CollectionsPane::expandAll);
    }

    private void collapseAll() {
        tree.getRoot().getChildren().forEach(i -> i.setExpanded(false));
    }

    /// Shows these collections; rows that are still there keep their place, their expansion and the selection.
    public void show(List<Opened> opened) {
        if (!loaded || !opened.equals(collections)) {
            loaded = true;
            collections = List.copyOf(opened);
            shape();
        }
    }

    private void shape() {
        var opened = collections;
        var words = filter.getText().strip();
        shaping.submit(() -> {
            var branches = Branch.of(opened);
            return new Shown(branches, words.isEmpty() ? branches : Branch.filter(branches, words), words);
        });
    }

    private void show(Shown shown) {
        whole = shown.whole;
        var selected = selected() == null ? null : selected().getValue().place();
        expansion.show(tree.getRoot(), shown.kept, !shown.filtered.isEmpty());
        if (whole.isEmpty()) {
            deck.getChildren().setAll(empty);
        } else if (shown.kept.isEmpty()) {
            nothing.setText("No request matches “" + shown.filtered + "”. Esc clears the filter.");
            deck.getChildren().setAll(nothing);
        } else if (!deck.getChildren().contains(tree)) {
            deck.getChildren().setAll(tree);
        }
        if (selected != null && (selected() == null || !selected().getValue().place().equals(selected))) {
            select(selected);
        }
        if (waiting != null) {
            reveal(waiting);
        }
    }

    private Place waiting;

    /// Marks the request of the tab in front, opens the folders above it and scrolls to it; null marks none.
    public void setActive(Place place) {
        active.set(place);
        if (place != null) {
            reveal(place);
        }
    }

    /// The requests that have unsaved changes in a tab.
    public void setDirty(Set<Place> places) {
        dirty.retainAll(places);
        dirty.addAll(places);
    }

    /// Opens what is above that item and selects it; where the tree is not there yet, as soon as it is.
    private void reveal(Place place) {
        waiting = place;
        var path = Expansion.path(tree.getRoot(), place);
        if (path.isEmpty()) {
            return;
        }
        waiting = null;
        path.subList(0, path.size() - 1).forEach(i -> i.setExpanded(true));
        if (selected() == null || !selected().getValue().place().equals(place)) {
            select(place);
            scrollToSelected();
        }
    }

    private void scrollToSelected() {
        var row = tree.getSelectionModel().getSelectedIndex();
        if (row >= 0 && !rowVisible(row)) {
            tree.scrollTo(Math.max(0, row - 4));
        }
    }

    private boolean rowVisible(int row) {
        return tree.lookupAll(".collection-cell").stream()
                .anyMatch(n -> n instanceof TreeCell<?> c && c.getIndex() == row && !c.isEmpty()
                        && c.getBoundsInParent().getMinY() >= 0 && c.getBoundsInParent().getMaxY() <= tree.getHeight());
    }

    private void select(Place place) {
        var path = Expansion.path(tree.getRoot(), place);
        if (!path.isEmpty()) {
            tree.getSelectionModel().select(path.getLast());
        }
    }

    private void toFirstRequest() {
        for (var row = 0; row < tree.getExpandedItemCount(); row++) {
            if (tree.getTreeItem(row).getValue() instanceof TreeRow.Leaf || filter.getText().isEmpty()) {
                tree.getSelectionModel().select(row);
                tree.scrollTo(Math.max(0, row - 4));
                return;
            }
        }
    }

    public void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    public void focusTree() {
        tree.requestFocus();
        if (selected() == null && tree.getExpandedItemCount() > 0) {
            tree.getSelectionModel().select(0);
        }
    }
}
