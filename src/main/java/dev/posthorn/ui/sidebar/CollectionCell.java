package dev.posthorn.ui.sidebar;

import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Methods;
import dev.posthorn.ui.kit.Tips;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableSet;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.octicons.Octicons;

/// A row of the tree: the folder's icon or the method's badge, the name, and a dot where the request has unsaved changes.
final class CollectionCell extends TreeCell<TreeRow> {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
    private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");
    private static final int SHOW_COUNT_FROM = 100;
    private static final double RIGHT = 12;
    private static final int NAME = 2;

    private final ReadOnlyObjectProperty<Place> active;
    private final ObservableSet<Place> dirty;
    private final SVGPath folder = new SVGPath();
    private final FontIcon alert = Icons.of(Octicons.ALERT_16);
    private final StackPane icon = new StackPane(folder, alert);
    private final Label badge = new Label();
    private final Label name = new Label();
    private final Label count = new Label();
    private final Region dot = new Region();
    private final Button play;
    private final HBox row;
    private final ReadOnlyObjectProperty<Place> renaming;
    private final BiConsumer<Place, String> renamed;
    private TextField typing;
    private String tip = "";

    /// `run` opens the runner of a folder or collection. `renamed` hears the new name of the row that `renaming` names, null where the user went back.
    CollectionCell(ReadOnlyObjectProperty<Place> active, ObservableSet<Place> dirty, ReadOnlyObjectProperty<Place> renaming, BiConsumer<Place, String> renamed, Consumer<Place> run) {
        this.active = active;
        this.dirty = dirty;
        this.renaming = renaming;
        this.renamed = renamed;
        play = Icons.button(Octicons.PLAY_16, "Run…", () -> {
            if (getItem() != null) {
                run.accept(getItem().place());
            }
        });
        play.getStyleClass().add("tree-run");
        play.setFocusTraversable(false);
        row = new HBox(icon, badge, name, count, new Region(), play, dot);
        hoverProperty().addListener(_ -> offerRun());
        renaming.addListener(_ -> edit());
        getStyleClass().add("collection-cell");
        row.getStyleClass().add("collection-row");
        folder.setContent("M 1 2.5 Q 1 1 2.5 1 H 5 L 6.5 2.8 H 11.5 Q 13 2.8 13 4.3 V 9.5 Q 13 11 11.5 11 H 2.5 Q 1 11 1 9.5 Z");
        folder.getStyleClass().add("folder-icon");
        alert.getStyleClass().add("tree-icon");
        icon.setMinWidth(16);
        HBox.setHgrow(row.getChildren().get(4), Priority.ALWAYS);
        name.setTextOverrun(OverrunStyle.ELLIPSIS);
        name.setMinWidth(20);
        badge.setMinWidth(Region.USE_PREF_SIZE);
        count.setMinWidth(Region.USE_PREF_SIZE);
        count.getStyleClass().add("tree-count");
        dot.getStyleClass().addAll("dot", "changed");
        Tips.on(this, () -> tip);
        InvalidationListener marks = _ -> mark();
        active.addListener(marks);
        dirty.addListener(marks);
    }

    @Override
    protected void updateItem(TreeRow item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        if (empty || item == null) {
            setGraphic(null);
            tip = "";
        } else {
            show(item);
            setGraphic(row);
            setAccessibleText(badge.isManaged() ? badge.getText() + " " + item.name() : item.name());
        }
        mark();
        edit();
    }

    /// Shows a field in the place of the name where that is being changed.
    private void edit() {
        var wanted = getItem() != null && !isEmpty() && getItem().place().equals(renaming.get());
        if (wanted == (typing != null)) {
            return;
        }
        if (!wanted) {
            typing = null;
            row.getChildren().set(NAME, name);
            HBox.setHgrow(row.getChildren().get(4), Priority.ALWAYS);
            return;
        }
        typing = nameField(getItem());
        row.getChildren().set(NAME, typing);
        HBox.setHgrow(typing, Priority.ALWAYS);
        HBox.setHgrow(row.getChildren().get(4), Priority.NEVER);
        typing.requestFocus();
        typing.selectAll();
    }

    private TextField nameField(TreeRow of) {
        var field = new TextField(of.name());
        field.setId("tree-name");
        field.getStyleClass().add("tree-name");
        field.setMinWidth(40);
        field.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.ESCAPE) {
                take(of, key.getCode() == KeyCode.ENTER ? field.getText() : of.name());
                key.consume();
            }
        });
        field.focusedProperty().subscribe((_, focused) -> {
            if (!focused && typing == field) {
                take(of, field.getText());
            }
        });
        return field;
    }

    private void take(TreeRow of, String typed) {
        var text = typed.strip();
        renamed.accept(of.place(), text.isEmpty() || text.equals(of.name()) ? null : text);
    }

    /// The row ends with the cell: a long name gets an ellipsis and the tree never scrolls sideways.
    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (getGraphic() == row) {
            row.resize(Math.max(0, getWidth() - row.getLayoutX() - RIGHT), row.getHeight());
        }
    }

    private void show(TreeRow item) {
        name.setText(item.name());
        countText("");
        switch (item) {
            case TreeRow.Whole whole -> {
                icon(false);
                countText(whole.requests() >= SHOW_COUNT_FROM ? Long.toString(whole.requests()) : "");
                tip = whole.name() + "\n" + whole.opened().file() + "\n" + whole.opened().format() + ", " + requests(whole.requests());
            }
            case TreeRow.Broken broken -> {
                icon(true);
                countText("unreadable");
                tip = broken.bad().file() + "\n" + broken.why();
            }
            case TreeRow.Group group -> {
                icon(false);
                tip = group.name();
            }
            case TreeRow.Other other when other.item().socket().isPresent() -> {
                icon.setManaged(false);
                icon.setVisible(false);
                badge.setManaged(true);
                badge.setVisible(true);
                Methods.show(badge, "WS");
                tip = other.name() + "\n" + brief(other.item().socket().get().handshake().url());
            }
            case TreeRow.Other other -> {
                icon(false);
                folder.setVisible(false);
                countText(other.item().kind());
                tip = other.name() + "\n" + other.item().kind() + ": kept as it is";
            }
            case TreeRow.BadFile bad -> {
                icon(true);
                countText("unreadable");
                tip = bad.name() + "\n" + bad.why();
            }
            case TreeRow.Leaf leaf -> {
                icon.setManaged(false);
                icon.setVisible(false);
                badge.setManaged(true);
                badge.setVisible(true);
                Methods.show(badge, leaf.item().request().method());
                tip = leaf.name() + "\n" + brief(leaf.item().request().url());
            }
        }
    }

    private static String requests(long count) {
        return count == 1 ? "1 request" : count + " requests";
    }

    private static String brief(String url) {
        return url.length() > 300 ? url.substring(0, 300) + "…" : url;
    }

    private void icon(boolean broken) {
        folder.setVisible(!broken);
        alert.setVisible(broken);
        icon.setManaged(true);
        icon.setVisible(true);
        badge.setManaged(false);
        badge.setVisible(false);
    }

    private void countText(String text) {
        count.setText(text);
        count.setManaged(!text.isEmpty());
        count.setVisible(!text.isEmpty());
    }

    /// The button is there for the mouse alone: the keyboard has the menu and a shortcut.
    private void offerRun() {
        var offered = isHover() && !isEmpty() && (getItem() instanceof TreeRow.Group || getItem() instanceof TreeRow.Whole);
        play.setVisible(offered);
        play.setManaged(offered);
    }

    private void mark() {
        offerRun();
        var place = getItem() == null ? null : getItem().place();
        pseudoClassStateChanged(ACTIVE, place != null && place.equals(active.get()));
        pseudoClassStateChanged(BROKEN, getItem() instanceof TreeRow.Broken || getItem() instanceof TreeRow.BadFile);
        var changed = place != null && dirty.contains(place);
        dot.setVisible(changed);
        dot.setManaged(changed);
    }
}
