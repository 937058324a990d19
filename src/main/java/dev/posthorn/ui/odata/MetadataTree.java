package dev.posthorn.ui.odata;

import dev.posthorn.odata.edm.Edm;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Tips;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
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
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.octicons.Octicons;

/// What a service has, as a tree with a filter over it. Rows are made when they come into view, children when they are asked for.
final class MetadataTree extends VBox {
    private static final double ROW = 26;
    /// That many matches are unfolded at once.
    private static final int FEW = 200;

    private final TextField filter = new TextField();
    private final TreeView<Entry> tree = new TreeView<>();
    private final Consumer<Entry> chosen;
    private final Consumer<Entry> count;
    private final Background.Latest<TreeItem<Entry>> finding;
    private Edm edm;
    /// A set that shall be marked as soon as the tree is there.
    private String marked = "";

    /// @param chosen a set, singleton, function or action was opened
    /// @param count  the rows of a set shall be counted
    MetadataTree(Background background, Consumer<Entry> chosen, Consumer<Entry> count) {
        this.chosen = chosen;
        this.count = count;
        finding = background.latest(this::found, _ -> { });
        getStyleClass().add("odata-tree");
        setMinWidth(150);
        filter.setId("odata-filter");
        filter.setPromptText("Filter");
        filter.textProperty().subscribe(this::find);
        filter.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.DOWN) {
                focusTree();
                key.consume();
            } else if (key.getCode() == KeyCode.ENTER) {
                first();
                key.consume();
            } else if (key.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
                filter.clear();
                key.consume();
            }
        });
        tree.setId("odata-tree");
        tree.setShowRoot(false);
        tree.setFixedCellSize(ROW);
        tree.setCellFactory(_ -> new Cell());
        tree.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER && selected() != null) {
                chosen.accept(selected());
                key.consume();
            }
        });
        var menu = new ContextMenu(new MenuItem());
        menu.setOnShowing(_ -> menu.getItems().setAll(items(selected())));
        tree.setContextMenu(menu);
        VBox.setVgrow(tree, Priority.ALWAYS);
        var top = new HBox(filter);
        HBox.setHgrow(filter, Priority.ALWAYS);
        top.getStyleClass().add("odata-filter-bar");
        getChildren().addAll(top, tree);
    }

    private Entry selected() {
        var item = tree.getSelectionModel().getSelectedItem();
        return item == null ? null : item.getValue();
    }

    void focusTree() {
        tree.requestFocus();
        if (tree.getSelectionModel().isEmpty()) {
            tree.getSelectionModel().select(0);
        }
    }

    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    /// Opens the first thing that the filter left.
    private void first() {
        if (tree.getRoot() != null && !tree.getRoot().getChildren().isEmpty() && !tree.getRoot().getChildren().getFirst().getChildren().isEmpty()) {
            chosen.accept(tree.getRoot().getChildren().getFirst().getChildren().getFirst().getValue());
        }
    }

    void show(Edm now) {
        edm = now;
        find(filter.getText());
    }

    private void find(String words) {
        var service = edm;
        if (service != null) {
            finding.submit(() -> root(service, words));
        }
    }

    /// All lines that are unfolded at once are made on the thread of the search: there may be ten thousands.
    private static TreeItem<Entry> root(Edm edm, String words) {
        var root = new TreeItem<Entry>();
        var items = new ArrayList<TreeItem<Entry>>();
        for (var heading : Entry.of(edm, words)) {
            var item = new Lazy(heading, edm);
            item.getChildren();
            item.setExpanded(items.isEmpty() || !words.isBlank() && ((List<?>) heading.thing()).size() <= FEW);
            items.add(item);
        }
        root.getChildren().setAll(items);
        return root;
    }

    private void found(TreeItem<Entry> root) {
        tree.setRoot(root);
        if (!marked.isEmpty()) {
            mark(marked);
        }
    }

    /// Marks the set that is asked.
    void mark(String set) {
        marked = tree.getRoot() == null ? set : "";
        if (tree.getRoot() == null) {
            return;
        }
        tree.getRoot().getChildren().stream().filter(TreeItem::isExpanded).flatMap(h -> h.getChildren().stream()).filter(i -> i.getValue().name().equals(set)).findFirst()
                .ifPresent(item -> tree.getSelectionModel().select(item));
    }

    /// Shows something beside a set's name, such as how many rows it has.
    void tell(Entry entry, String detail) {
        tree.getRoot().getChildren().stream().filter(TreeItem::isExpanded).flatMap(h -> h.getChildren().stream()).filter(i -> i.getValue().thing() == entry.thing()).findFirst()
                .ifPresent(item -> item.setValue(new Entry(entry.kind(), entry.name(), detail, entry.says(), entry.thing())));
    }

    /// Children are made when they are asked for: types lead to types without end.
    private static final class Lazy extends TreeItem<Entry> {
        private final Edm edm;
        private final boolean leaf;
        private boolean filled;

        Lazy(Entry entry, Edm edm) {
            super(entry);
            this.edm = edm;
            leaf = entry.leaf(edm);
        }

        /// Asked of every line above the one that is drawn, so it must cost nothing.
        @Override
        public boolean isLeaf() {
            return leaf;
        }

        @Override
        public ObservableList<TreeItem<Entry>> getChildren() {
            var children = super.getChildren();
            if (!filled) {
                filled = true;
                children.setAll(getValue().below(edm).stream().map(e -> (TreeItem<Entry>) new Lazy(e, edm)).toList());
            }
            return children;
        }
    }

    private final class Cell extends TreeCell<Entry> {
        private final Label name = new Label();
        private final Label detail = new Label();
        private final HBox row = new HBox(6, name, detail);
        private final FontIcon icon = Icons.of(Octicons.DOT_16);
        private Entry.Kind kind;

        Cell() {
            // As wide as the tree: what does not fit is told by the tip.
            setPrefWidth(0);
            row.getStyleClass().add("odata-entry");
            detail.getStyleClass().addAll("muted", "small");
            name.setMinWidth(USE_PREF_SIZE);
            detail.setMinWidth(0);
            setOnMouseClicked(click -> {
                if (click.getClickCount() == 1 && getItem() != null && opens(getItem())) {
                    chosen.accept(getItem());
                }
            });
            Tips.on(this, () -> getItem() == null ? "" : getItem().name() + (getItem().detail().isEmpty() ? "" : ": " + getItem().detail()) + (getItem().says().isEmpty() ? "" : "\n" + getItem().says()));
        }

        @Override
        protected void updateItem(Entry entry, boolean none) {
            super.updateItem(entry, none);
            setText(null);
            if (none || entry == null) {
                setGraphic(null);
                return;
            }
            name.setText(entry.name());
            name.getStyleClass().removeAll("odata-heading");
            if (entry.kind() == Entry.Kind.HEADING) {
                name.getStyleClass().add("odata-heading");
            }
            if (entry.kind() != kind) {
                kind = entry.kind();
                show(icon(kind));
            }
            detail.setText(entry.detail());
            setGraphic(row);
        }

        /// One icon that changes costs a tenth of a new one.
        private void show(Octicons now) {
            if (now != null && icon.getIconCode() != now) {
                icon.setIconCode(now);
            }
            name.setGraphic(now == null ? null : icon);
        }
    }

    static boolean opens(Entry entry) {
        return switch (entry.kind()) {
            case SET, SINGLETON, FUNCTION, ACTION -> true;
            case HEADING, TYPE, CHOICE, KEY, PROPERTY, NAVIGATION, PARAMETER, MEMBER -> false;
        };
    }

    private List<MenuItem> items(Entry entry) {
        var items = new ArrayList<MenuItem>();
        if (entry != null && opens(entry)) {
            items.add(item(entry.kind() == Entry.Kind.SET ? "Ask for its rows" : entry.kind() == Entry.Kind.SINGLETON ? "Read it" : "Call it…", () -> chosen.accept(entry)));
        }
        if (entry != null && entry.kind() == Entry.Kind.SET) {
            items.add(item("Count its rows", () -> count.accept(entry)));
        }
        if (entry != null) {
            items.add(item("Copy name", () -> {
                var content = new ClipboardContent();
                content.putString(entry.name());
                Clipboard.getSystemClipboard().setContent(content);
            }));
        }
        return items;
    }

    private static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private static Octicons icon(Entry.Kind kind) {
        return switch (kind) {
            case HEADING -> null;
            case SET -> Octicons.TABLE_16;
            case SINGLETON -> Octicons.DOT_16;
            case TYPE -> Octicons.PACKAGE_16;
            case CHOICE, MEMBER -> Octicons.LIST_UNORDERED_16;
            case KEY -> Octicons.KEY_16;
            case PROPERTY, PARAMETER -> Octicons.DOT_16;
            case NAVIGATION -> Octicons.ARROW_RIGHT_16;
            case FUNCTION -> Octicons.CODE_16;
            case ACTION -> Octicons.ZAP_16;
        };
    }
}
