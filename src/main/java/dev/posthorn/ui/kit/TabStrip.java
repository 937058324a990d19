package dev.posthorn.ui.kit;

import atlantafx.base.theme.Tweaks;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.octicons.Octicons;

/// The row of small tabs over a pane: each has a title and a count or a dot where it holds something. Arrow keys move, one tab is always chosen.
public final class TabStrip extends HBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private static final double LEAST_WIDTH = 120;

    private final List<Tab> tabs = new ArrayList<>();
    private final ObservableList<Tab> hidden = FXCollections.observableArrayList();
    private final MenuButton more = new MenuButton();
    private final ReadOnlyObjectWrapper<Tab> selected = new ReadOnlyObjectWrapper<>();

    public TabStrip() {
        getStyleClass().add("tab-strip");
        setMinWidth(0);
        setFocusTraversable(true);
        more.setGraphic(Icons.of(Octicons.KEBAB_HORIZONTAL_16));
        more.getStyleClass().addAll("icon-button", Tweaks.NO_ARROW, "more");
        more.setFocusTraversable(false);
        more.setAccessibleText("More tabs");
        more.setOnShowing(_ -> fillMenu());
        more.getItems().add(new MenuItem());
        getChildren().add(more);
        show(more, false);
        hidden.addListener((InvalidationListener) _ -> fillMenu());
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.RIGHT || key.getCode() == KeyCode.LEFT) {
                move(key.getCode() == KeyCode.RIGHT ? 1 : -1);
                key.consume();
            }
        });
    }

    /// Adds a tab; the first one is chosen. `id` becomes the node id, for tests and style.
    public Tab add(String id, String title) {
        var tab = new Tab(id, title);
        tabs.add(tab);
        getChildren().add(getChildren().size() - 1, tab);
        if (selected.get() == null) {
            select(tab);
        }
        return tab;
    }

    public ReadOnlyObjectProperty<Tab> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public Tab selected() {
        return selected.get();
    }

    public List<Tab> tabs() {
        return List.copyOf(tabs);
    }

    public void select(Tab tab) {
        tabs.forEach(t -> t.pseudoClassStateChanged(SELECTED, t == tab));
        selected.set(tab);
        requestLayout();
    }

    @Override
    protected double computeMinWidth(double height) {
        return LEAST_WIDTH;
    }

    /// Of all tabs, also of those that are in the menu now: with the room they come back.
    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + widthOf(present()) + snappedRightInset();
    }

    /// Where the tabs do not fit, the last ones go into a menu at the end; the chosen one always stays.
    @Override
    protected void layoutChildren() {
        var room = getWidth() - snappedLeftInset() - snappedRightInset();
        var present = present();
        var fits = widthOf(present) <= room;
        var shown = fits ? present : thoseThatFit(room - more.prefWidth(-1));
        tabs.forEach(t -> show(t, shown.contains(t)));
        show(more, !fits);
        hidden.setAll(present.stream().filter(t -> !shown.contains(t)).toList());
        super.layoutChildren();
    }

    private List<Tab> present() {
        return tabs.stream().filter(t -> t.available).toList();
    }

    private double widthOf(List<Tab> some) {
        return some.stream().mapToDouble(t -> snapSizeX(t.prefWidth(-1)) + getSpacing()).sum();
    }

    private List<Tab> thoseThatFit(double room) {
        var shown = new ArrayList<Tab>();
        shown.add(selected.get());
        for (var tab : present()) {
            if (tab != selected.get()) {
                shown.add(tab);
                if (widthOf(shown) > room) {
                    shown.removeLast();
                    break;
                }
            }
        }
        return shown;
    }

    private static void show(Node node, boolean show) {
        if (node.isManaged() != show) {
            node.setManaged(show);
            node.setVisible(show);
        }
    }

    private void fillMenu() {
        more.getItems().setAll(hidden.stream().map(tab -> {
            var item = new MenuItem(tab.title() + (tab.count.isManaged() ? "  " + tab.count.getText() : tab.dot.isManaged() ? "  •" : ""));
            item.setOnAction(_ -> select(tab));
            return item;
        }).toList());
    }

    private void move(int by) {
        var present = present();
        select(present.get(Math.floorMod(present.indexOf(selected.get()) + by, present.size())));
    }

    /// One tab of the strip.
    public final class Tab extends HBox {

        private final Label title = new Label();
        private final Label count = new Label();
        private final Region dot = new Region();
        private boolean available = true;

        private Tab(String id, String text) {
            setId(id);
            setAccessibleRole(AccessibleRole.TAB_ITEM);
            setAccessibleText(text);
            title.setText(text);
            title.getStyleClass().add("title");
            title.setMinWidth(USE_PREF_SIZE);
            count.getStyleClass().add("count");
            count.setMinWidth(USE_PREF_SIZE);
            dot.getStyleClass().add("dot");
            getStyleClass().add("strip-tab");
            getChildren().addAll(title, count, dot);
            count(0);
            mark(null);
            setOnMousePressed(_ -> select(this));
        }

        public String title() {
            return title.getText();
        }

        /// Whether the tab is there at all; where the chosen one goes, the first is chosen.
        public void available(boolean there) {
            if (available != there) {
                available = there;
                if (!there && selected() == this) {
                    TabStrip.this.select(tabs.getFirst());
                }
                TabStrip.this.requestLayout();
            }
        }

        /// Shows a number beside the title; 0 shows none.
        public void count(int number) {
            countText(number == 0 ? "" : Integer.toString(number));
        }

        /// Shows a short text such as "5/5" in the place of the number.
        public void countText(String text) {
            count.setText(text);
            count.setVisible(!text.isEmpty());
            count.setManaged(!text.isEmpty());
        }

        /// Shows a dot of that style class ("active" green, "changed" blue); null shows none.
        public void mark(String style) {
            dot.getStyleClass().setAll("dot");
            if (style != null) {
                dot.getStyleClass().add(style);
            }
            dot.setVisible(style != null);
            dot.setManaged(style != null);
        }
    }
}
