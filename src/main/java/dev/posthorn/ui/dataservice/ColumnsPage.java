package dev.posthorn.ui.dataservice;

import dev.posthorn.dataservice.Column;
import dev.posthorn.dataservice.DataValueType;
import dev.posthorn.dataservice.Expression;
import dev.posthorn.dataservice.Kind;
import dev.posthorn.dataservice.Schemas;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The columns of a query: of a select what is wanted and how it is sorted, of an insert or update the values that they get.
final class ColumnsPage extends VBox {

    private static final int MOST = 150;

    private final Editing editing;
    private final VBox rows = new VBox(4);
    private final MenuButton pick = new MenuButton("Choose columns");

    ColumnsPage(Editing editing) {
        super(8);
        this.editing = editing;
        getStyleClass().add("ds-page");
        pick.setId("ds-pick");
        pick.setOnShowing(_ -> fillPick());
        pick.setMinWidth(USE_PREF_SIZE);
        // An empty menu is never about to be shown.
        pick.getItems().add(new CheckMenuItem(""));
        var add = Controls.button("ds-add-column", "Add a column", this::add);
        getChildren().addAll(rows, new HBox(8, add, pick));
    }

    void show() {
        var query = editing.query();
        rows.getChildren().clear();
        var columns = query.columns();
        if (columns.isEmpty()) {
            var hint = new Label(query.kind().giving() ? "No column has a value yet. Add one: its name, its type and the value."
                    : query.json().flag("allColumns") ? "All columns of the schema are read." : "No column is chosen yet. Choose some, or add one by its path, such as Account.City.Name.");
            hint.getStyleClass().add("muted");
            hint.setWrapText(true);
            rows.getChildren().add(hint);
        }
        for (var i = 0; i < Math.min(MOST, columns.size()); i++) {
            rows.getChildren().add(query.kind().giving() ? value(i, columns.get(i)) : column(i, columns.get(i)));
        }
        if (columns.size() > MOST) {
            rows.getChildren().add(new Label((columns.size() - MOST) + " more columns are in the JSON."));
        }
    }

    /// The row stays about its column when that gets another name while somebody types.
    private final class Named {
        private String name;

        Named(String name) {
            this.name = name;
        }

        void edit(UnaryOperator<Column> change, boolean redraw) {
            editing.edit(query -> {
                var columns = query.columns();
                for (var i = 0; i < columns.size(); i++) {
                    if (columns.get(i).name().equals(name)) {
                        var changed = query.replacing(name, change.apply(columns.get(i)));
                        name = changed.columns().get(i).name();
                        return changed;
                    }
                }
                return query;
            }, redraw);
        }
    }

    private HBox column(int i, Column column) {
        var named = new Named(column.name());
        var expression = column.expression();
        var name = new TextField[1];
        var path = new PathField("ds-path-" + i, "Column, such as Name", typed -> editing.schemas().paths(editing.query().schema(), typed), text -> named.edit(c -> {
            var own = c.name().equals(c.expression().path()) || c.expression().path().isBlank();
            var changed = c.withExpression(c.expression().withPath(text));
            return own && !text.isBlank() ? changed.named(text) : changed;
        }, false));
        path.put(expression.path());
        HBox.setHgrow(path, Priority.ALWAYS);
        var form = Controls.choice("ds-form-" + i, "What is made of the column", Controls.OF_COLUMNS, expression.form(), Controls.FORMS::get, chosen -> named.edit(c -> c.withExpression(c.expression().as(chosen)), true));
        name[0] = Controls.text("ds-name-" + i, "Name in the answer", column.name(), text -> {
            if (!text.isBlank() && !text.equals(named.name)) {
                named.edit(c -> c.named(text), false);
            }
        });
        name[0].setPrefWidth(110);
        path.getEditor().textProperty().subscribe((_, _) -> name[0].setText(named.name));
        var sort = Controls.choice("ds-sort-" + i, "Sorting", List.of(0, 1, 2), column.direction(), d -> d == 0 ? "not sorted" : d == 1 ? "↑ upwards" : "↓ downwards",
                chosen -> named.edit(c -> c.sorted(chosen, c.position() >= 0 && chosen > 0 ? c.position() : next()), true));
        var turn = Controls.text("ds-turn-" + i, "Turn", String.valueOf(column.position() + 1), text -> turn(named, text));
        turn.setPrefWidth(44);
        turn.setMinWidth(36);
        // It keeps its room, so that the rows stand in line.
        turn.setVisible(column.direction() > 0);
        var row = new HBox(4, path, form, name[0], sort, turn);
        row.getChildren().add(Controls.remove("ds-remove-" + i, "Remove the column", () -> editing.edit(q -> q.replacing(named.name, null), true)));
        row.getStyleClass().add("ds-row");
        return row;
    }

    private void turn(Named named, String text) {
        if (text.matches("[1-9]\\d{0,2}")) {
            named.edit(c -> c.sorted(c.direction(), Integer.parseInt(text) - 1), false);
        }
    }

    /// The turn after those that there are.
    private int next() {
        return editing.query().columns().stream().filter(c -> c.direction() > 0).mapToInt(Column::position).max().orElse(-1) + 1;
    }

    private HBox value(int i, Column column) {
        var named = new Named(column.name());
        var expression = column.expression();
        var path = new PathField("ds-path-" + i, "Column", typed -> editing.schemas().paths(editing.query().schema(), typed), text -> {
            if (!text.isBlank()) {
                named.edit(c -> c.named(text), false);
                known(text).filter(t -> t != type(named)).ifPresent(t -> named.edit(c -> Column.value(c.name(), c.expression().withValue(t, c.expression().typed())), true));
            }
        });
        path.put(column.name());
        HBox.setHgrow(path, Priority.ALWAYS);
        var type = Controls.type("ds-type-" + i, expression.type(), chosen -> named.edit(c -> Column.value(c.name(), c.expression().withValue(chosen, c.expression().typed())), true));
        var value = Controls.text("ds-value-" + i, "Value; empty for none", unquoted(expression.typed()), text -> named.edit(c -> Column.value(c.name(), c.expression().withValue(c.expression().type(), text)), false));
        HBox.setHgrow(value, Priority.ALWAYS);
        var row = new HBox(4, path, type, value, Controls.remove("ds-remove-" + i, "Remove the value", () -> editing.edit(q -> q.replacing(named.name, null), true)));
        row.getStyleClass().add("ds-row");
        return row;
    }

    private DataValueType type(Named named) {
        return editing.query().columns().stream().filter(c -> c.name().equals(named.name)).findFirst().map(c -> c.expression().type()).orElse(DataValueType.TEXT);
    }

    /// Dates stand in quotes of their own in the JSON.
    static String unquoted(String typed) {
        return typed.length() > 1 && typed.startsWith("\"") && typed.endsWith("\"") ? typed.substring(1, typed.length() - 1) : typed;
    }

    private Optional<DataValueType> known(String path) {
        return editing.schemas().item(editing.query().schema(), path).map(Schemas.Item::type);
    }

    private Column made(String path) {
        return editing.query().kind().giving() ? Column.value(path, Expression.value(known(path).orElse(DataValueType.TEXT), "")) : Column.of(path);
    }

    private void add() {
        var query = editing.query();
        var taken = query.columns().stream().map(Column::name).toList();
        var free = editing.schemas().paths(query.schema(), "").stream().filter(n -> !taken.contains(n)).findFirst();
        // The one that people mean first, where there is one of that name.
        var wish = editing.schemas().item(query.schema(), "Name").isPresent() && !taken.contains("Name") ? "Name" : free.orElse("");
        editing.edit(q -> q.adding(wish, made(wish)), true);
        if (rows.getChildren().getLast() instanceof HBox row) {
            row.getChildren().getFirst().requestFocus();
        }
    }

    private void fillPick() {
        var query = editing.query();
        var items = editing.schemas().columns().getOrDefault(query.schema(), List.of());
        pick.getItems().clear();
        if (items.isEmpty()) {
            var none = new CheckMenuItem(query.schema().isBlank() ? "Choose a schema first" : "No columns of " + query.schema() + " are known: type their paths");
            none.setDisable(true);
            pick.getItems().add(none);
        }
        for (var item : items) {
            var there = query.columns().stream().anyMatch(c -> c.name().equals(item.name()));
            var check = new CheckMenuItem(item.name() + "  ·  " + (item.reference().isEmpty() ? item.type().words() : item.reference()));
            check.setMnemonicParsing(false);
            check.setSelected(there);
            check.setOnAction(_ -> editing.edit(q -> check.isSelected() ? q.adding(item.name(), made(item.name())) : q.replacing(item.name(), null), true));
            pick.getItems().add(check);
        }
    }

    void kind(Kind kind) {
        pick.setVisible(kind != Kind.DELETE);
    }
}
