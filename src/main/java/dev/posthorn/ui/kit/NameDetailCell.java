package dev.posthorn.ui.kit;

import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A row of a list of suggestions: its name at the left, and what is said of it at the right.
public final class NameDetailCell<T> extends ListCell<T> {

    private final Label name = new Label();
    private final Label detail = new Label();
    private final HBox row;
    private final Function<T, String> named;
    private final Function<T, String> detailed;

    /// @param least the width that the name keeps, in pixels
    /// @param most  the width of the row
    public NameDetailCell(Function<T, String> named, Function<T, String> detailed, double least, double most) {
        this.named = named;
        this.detailed = detailed;
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        name.getStyleClass().add("mono");
        name.setMinWidth(least);
        detail.getStyleClass().addAll("muted", "offer-detail");
        row = new HBox(8, name, gap, detail);
        row.setMaxWidth(most);
    }

    @Override
    protected void updateItem(T item, boolean empty) {
        super.updateItem(item, empty);
        setGraphic(empty ? null : row);
        if (!empty) {
            name.setText(named.apply(item));
            detail.setText(detailed.apply(item));
        }
    }
}
