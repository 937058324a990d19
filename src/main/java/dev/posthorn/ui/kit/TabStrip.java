package dev.posthorn.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The row of small tabs over a pane: each has a title and a count or a dot where it holds something. Arrow keys move, one tab is always chosen.
public final class TabStrip extends HBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final List<Tab> tabs = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Tab> selected = new ReadOnlyObjectWrapper<>();

    public TabStrip() {
        getStyleClass().add("tab-strip");
        setMinWidth(0);
        setFocusTraversable(true);
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
        getChildren().add(tab);
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
    }

    /// Where the tabs do not fit they stand closer together.
    @Override
    protected void layoutChildren() {
        var roomy = getChildren().stream().filter(javafx.scene.Node::isManaged).mapToDouble(t -> t.prefWidth(-1)).sum();
        var narrow = getPseudoClassStates().contains(NARROW);
        pseudoClassStateChanged(NARROW, roomy + (narrow ? 9.0 * getChildren().size() : 0) + 24 > getWidth());
        super.layoutChildren();
    }

    private void move(int by) {
        var shown = tabs.stream().filter(Tab::isVisible).toList();
        var at = shown.indexOf(selected.get());
        select(shown.get(Math.floorMod(at + by, shown.size())));
    }

    /// One tab of the strip.
    public final class Tab extends HBox {

        private final Label title = new Label();
        private final Label count = new Label();
        private final Region dot = new Region();

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
