package dev.posthorn.ui.sidebar;

import dev.posthorn.store.Opened;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.EmptyState;
import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Theme;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.geometry.Insets;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// The collections as a tree, with a filter over names, URLs and methods.
public final class CollectionsPane extends VBox {
    private final TreeEvents events;
    private final TextField filter = new TextField();
    private final ReadOnlyObjectWrapper<Place> active = new ReadOnlyObjectWrapper<>();
    private final ObservableSet<Place> dirty = FXCollections.observableSet();
    private final CollectionTree tree;
    private final Label nothing = new Label();
    private final StackPane deck = new StackPane();
    private final EmptyState empty;
    private final Background.Latest<Shown> shaping;
    private List<Opened> collections = List.of();
    private boolean loaded;

    /// A tree ready to be shown; `filtered` is the text it was filtered by.
    private record Shown(List<Branch> whole, List<Branch> kept, String filtered) {}

    public CollectionsPane(Background background, TreeEvents events) {
        this.events = events;
        this.shaping = background.latest(this::show, _ -> {});
        this.tree = new CollectionTree(events, active.getReadOnlyProperty(), dirty);
        this.empty = new EmptyState(Octicons.INBOX_16, "No collection is open. Drop a file or folder here, or paste a curl command.")
                .action("New collection…", events::newCollection).action("Open…", events::choose).action("Import…", events::importAnything);
        getStyleClass().add("sidebar-pane");
        getStylesheets().add(Theme.sheet(CollectionsPane.class, "sidebar.css"));
        setId("collections-pane");
        tree.addEventFilter(KeyEvent.KEY_PRESSED, this::keyInTree);
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
        var collapse = Icons.button(Octicons.FOLD_16, "Collapse all", tree::collapseAll);
        var open = Icons.button(Octicons.FILE_DIRECTORY_16, "Open a collection or environment (Ctrl+O)", events::choose);
        var plus = Icons.button(Octicons.PLUS_16, "New request, folder, collection; import", () -> { });
        plus.setId("collections-new");
        plus.setOnAction(_ -> menu().show(plus, Side.BOTTOM, 0, 2));
        var header = new HBox(title, gap, plus, open, collapse);
        header.getStyleClass().add("sidebar-header");
        return header;
    }

    private ContextMenu menu() {
        return new ContextMenu(entry("New request", () -> tree.folderAtHand().ifPresentOrElse(events::newRequest, events::newRequest)),
                entry("New WebSocket request", () -> tree.folderAtHand().ifPresentOrElse(events::newSocket, events::newSocket)),
                entry("New folder", () -> tree.folderAtHand().ifPresentOrElse(events::newFolder, events::newCollection)),
                entry("New collection…", events::newCollection), new SeparatorMenuItem(),
                entry("Import…", events::importAnything), entry("Open files…", events::choose), entry("Open a folder…", events::chooseFolder));
    }

    private static MenuItem entry(String text, Runnable action) {
        var entry = new MenuItem(text);
        entry.setOnAction(_ -> action.run());
        return entry;
    }

    private void prepareFilter() {
        filter.setId("collections-filter");
        filter.setPromptText("Filter by name, URL, method");
        VBox.setMargin(filter, new Insets(0, 12, 6, 12));
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
                    tree.toFirstRequest(filter.getText().isEmpty());
                    tree.requestFocus();
                    if (key.getCode() == KeyCode.ENTER) {
                        tree.open(tree.selected(), true);
                    }
                    key.consume();
                }
                default -> { }
            }
        });
    }

    private void keyInTree(KeyEvent key) {
        if (key.getTarget() != tree) {
            return;
        }
        if (key.isShortcutDown() && key.getCode() == KeyCode.F || !key.isShortcutDown() && "/".equals(key.getText())) {
            focusFilter();
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
            filter.clear();
            key.consume();
        }
    }

    /// Shows these collections; rows that are still there keep their place, their expansion and the selection.
    public void show(List<Opened> opened) {
        if (!loaded || !opened.equals(collections)) {
            loaded = true;
            collections = List.copyOf(opened);
            shape();
        }
    }

    /// Rows stand at other places after an edit that the next `show` brings.
    public void moved(Map<Place, Place> places) {
        tree.moved(places);
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
        tree.show(shown.kept, !shown.filtered.isEmpty());
        if (shown.whole.isEmpty()) {
            deck.getChildren().setAll(empty);
        } else if (shown.kept.isEmpty()) {
            nothing.setText("No request matches “" + shown.filtered + "”. Esc clears the filter.");
            deck.getChildren().setAll(nothing);
        } else if (!deck.getChildren().contains(tree)) {
            deck.getChildren().setAll(tree);
        }
    }

    /// Marks the request of the tab in front, opens the folders above it and scrolls to it; null marks none.
    public void setActive(Place place) {
        var same = place != null && place.equals(active.get());
        active.set(place);
        if (place != null && !same) {
            tree.reveal(place);
        }
    }

    /// Shows that row, whatever was looked at meanwhile.
    public void reveal(Place place) {
        tree.reveal(place);
    }

    /// Lets the user type a new name in that row, as soon as it is there.
    public void rename(Place place) {
        filter.clear();
        tree.rename(place);
    }

    /// The requests that have unsaved changes in a tab.
    public void setDirty(Set<Place> places) {
        dirty.retainAll(places);
        dirty.addAll(places);
    }

    /// Where something new goes: the folder or collection of the selected row; null where no collection is open.
    public Place folderAtHand() {
        return tree.folderAtHand().orElse(null);
    }

    public void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    public void focusTree() {
        tree.requestFocus();
        if (tree.selected() == null && tree.getExpandedItemCount() > 0) {
            tree.getSelectionModel().select(0);
        }
    }
}
