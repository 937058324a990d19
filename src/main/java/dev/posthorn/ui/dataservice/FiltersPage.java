package dev.posthorn.ui.dataservice;

import dev.posthorn.dataservice.Comparison;
import dev.posthorn.dataservice.DataValueType;
import dev.posthorn.dataservice.Expression;
import dev.posthorn.dataservice.Expression.Form;
import dev.posthorn.dataservice.Filter;
import dev.posthorn.dataservice.Macro;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The conditions of a query as rows, groups of them indented: all of them, or any, or none.
final class FiltersPage extends VBox {

    private static final int MOST = 120;
    private static final double STEP = 20;
    private static final List<Form> RIGHTS = List.of(Form.VALUE, Form.MACRO, Form.COLUMN);

    private final Editing editing;
    private int drawn;

    FiltersPage(Editing editing) {
        super(4);
        this.editing = editing;
        getStyleClass().add("ds-page");
    }

    void show() {
        getChildren().clear();
        drawn = 0;
        draw(editing.query().filters(), List.of(), editing.query().schema());
    }

    private void change(List<String> path, UnaryOperator<Filter> change, boolean redraw) {
        editing.edit(q -> q.withFilters(q.filters().changed(path, change)), redraw);
    }

    /// @param schema the one that the paths begin at; empty where it is not known
    private void draw(Filter filter, List<String> path, String schema) {
        if (drawn++ > MOST || path.size() > Filter.DEEPEST) {
            if (drawn == MOST + 2 || path.size() > Filter.DEEPEST) {
                getChildren().add(new Label("More filters are in the JSON."));
            }
            return;
        }
        if (!filter.isGroup()) {
            condition(filter, path, schema);
            return;
        }
        group(filter, path, schema);
        filter.parts().forEach(part -> draw(part.filter(), Stream.concat(path.stream(), Stream.of(part.name())).toList(), schema));
    }

    private HBox row(List<String> path) {
        var row = new HBox(4);
        row.getStyleClass().add("ds-row");
        row.setPadding(new Insets(0, 0, 0, STEP * path.size()));
        getChildren().add(row);
        return row;
    }

    private static String id(String what, List<String> path) {
        return "ds-" + what + (path.isEmpty() ? "" : "-" + String.join("-", path).replaceAll("[^A-Za-z0-9-]", "_"));
    }

    private void group(Filter group, List<String> path, String schema) {
        var row = row(path);
        var any = Controls.choice(id("any", path), "How the conditions belong together", List.of(false, true), group.any(), on -> on ? "any of these" : "all of these", on -> change(path, g -> g.any(on), false));
        var not = new CheckBox("not");
        not.setId(id("not", path));
        not.setSelected(group.not());
        not.setOnAction(_ -> change(path, g -> g.not(not.isSelected()), false));
        not.setMinWidth(Region.USE_PREF_SIZE);
        row.getChildren().addAll(any, not, Controls.button(id("add-filter", path), "Add a filter", () -> add(path, schema)),
                Controls.button(id("add-group", path), "Add a group", () -> change(path, g -> g.adding(Filter.group()), true)));
        if (!path.isEmpty() && !path.getLast().isEmpty()) {
            row.getChildren().add(Controls.remove(id("remove", path), "Remove the group", () -> editing.edit(q -> q.withFilters(q.filters().without(path)), true)));
        }
    }

    private void add(List<String> path, String schema) {
        var column = editing.schemas().item(schema, "Name").isPresent() ? "Name" : "";
        change(path, g -> g.adding(Filter.comparing(column, Comparison.EQUAL, DataValueType.TEXT, "")), true);
    }

    private void condition(Filter filter, List<String> path, String schema) {
        var row = row(path);
        var on = new CheckBox();
        on.setId(id("on", path));
        on.setAccessibleText("In use");
        on.setSelected(filter.enabled());
        on.setOnAction(_ -> change(path, f -> f.enabled(on.isSelected()), false));
        var left = new PathField(id("column", path), filter.comparison() == Comparison.EXISTS || filter.comparison() == Comparison.NOT_EXISTS ? "[Contact:Account].Id" : "Column",
                typed -> editing.schemas().paths(schema, typed), text -> typed(path, text, schema));
        left.put(filter.left().path());
        HBox.setHgrow(left, Priority.ALWAYS);
        row.getChildren().addAll(on, left);
        if (filter.left().form() != Form.COLUMN || filter.subFiltered() && filter.comparison().operands() > 0) {
            row.getChildren().add(Controls.choice(id("form", path), "What is made of the column", Controls.OF_COLUMNS, filter.left().form(), Controls.FORMS::get, form -> change(path, f -> f.withLeft(f.left().as(form)), true)));
        }
        row.getChildren().add(Controls.choice(id("compare", path), "Comparison", List.of(Comparison.values()), filter.comparison(), Comparison::toString, c -> change(path, f -> f.as(c), true)));
        right(filter, path, row, schema);
        row.getChildren().add(more(filter, path));
        row.getChildren().add(Controls.remove(id("remove", path), "Remove the filter", () -> editing.edit(q -> q.withFilters(q.filters().without(path)), true)));
        if (filter.subFiltered()) {
            var below = Stream.concat(path.stream(), Stream.of("")).toList();
            draw(filter.subFilters(), below, "");
        }
    }

    /// What a row has no room for.
    private javafx.scene.control.MenuButton more(Filter filter, List<String> path) {
        var menu = new javafx.scene.control.MenuButton("…");
        menu.setId(id("more", path));
        menu.setAccessibleText("More about the filter");
        menu.getStyleClass().add(atlantafx.base.theme.Tweaks.NO_ARROW);
        var not = new javafx.scene.control.CheckMenuItem("Not");
        not.setSelected(filter.not());
        not.setOnAction(_ -> change(path, f -> f.not(not.isSelected()), false));
        menu.getItems().add(not);
        menu.getItems().add(new javafx.scene.control.SeparatorMenuItem());
        for (var form : Controls.OF_COLUMNS) {
            var item = new javafx.scene.control.CheckMenuItem("Column: " + Controls.FORMS.get(form));
            item.setSelected(filter.left().form() == form);
            item.setOnAction(_ -> change(path, f -> f.withLeft(f.left().as(form)), true));
            menu.getItems().add(item);
        }
        return menu;
    }

    /// The type of the value follows the column where that is known and of another kind.
    private void typed(List<String> path, String text, String schema) {
        var type = editing.schemas().item(schema, text).map(i -> i.type());
        change(path, f -> {
            var changed = f.withLeft(f.left().withPath(text));
            return type.isPresent() && f.right().form() == Form.VALUE && f.type() != type.get() ? changed.withValues(type.get(), f.values().stream().map(ColumnsPage::unquoted).toList()) : changed;
        }, false);
        if (lookup("#" + id("type", path)) instanceof javafx.scene.control.ChoiceBox<?>) {
            type.ifPresent(t -> redrawType(path, t));
        }
    }

    @SuppressWarnings("unchecked")
    private void redrawType(List<String> path, DataValueType type) {
        ((javafx.scene.control.ChoiceBox<DataValueType>) lookup("#" + id("type", path))).setValue(type);
    }

    private void right(Filter filter, List<String> path, HBox row, String schema) {
        if (filter.comparison().operands() == 0) {
            return;
        }
        var form = filter.right().form();
        if (filter.comparison().ordinal() <= Comparison.NOT_ENDS.ordinal()) {
            row.getChildren().add(Controls.choice(id("right", path), "What it is compared with", RIGHTS, form, Controls.FORMS::get, chosen -> change(path, f -> f.withRight(switch (chosen) {
                case MACRO -> Expression.macro(Macro.TODAY);
                case COLUMN -> Expression.column("");
                default -> Expression.value(f.type(), "");
            }), true)));
        }
        if (form == Form.MACRO) {
            row.getChildren().add(Controls.choice(id("macro", path), "Worked out by the server", List.of(Macro.values()), filter.right().macro(), Macro::toString, m -> change(path, f -> f.withRight(Expression.macro(m)), false)));
        } else if (form == Form.COLUMN) {
            var other = new PathField(id("other", path), "Column", typed -> editing.schemas().paths(schema, typed), text -> change(path, f -> f.withRight(f.right().withPath(text)), false));
            other.put(filter.right().path());
            row.getChildren().add(other);
        } else {
            values(filter, path, row);
        }
    }

    private void values(Filter filter, List<String> path, HBox row) {
        row.getChildren().add(Controls.type(id("type", path), filter.type(), type -> change(path, f -> f.withValues(type, f.values().stream().map(ColumnsPage::unquoted).toList()), false)));
        var texts = new ArrayList<>(filter.values().stream().map(ColumnsPage::unquoted).toList());
        if (filter.comparison() == Comparison.IN || filter.comparison() == Comparison.NOT_IN) {
            var list = Controls.text(id("value", path), "Values with commas between", Filter.joined(texts), text -> change(path, f -> f.withValues(f.type(), Filter.split(text)), false));
            HBox.setHgrow(list, Priority.ALWAYS);
            row.getChildren().add(list);
            return;
        }
        for (var i = 0; i < filter.comparison().operands(); i++) {
            var at = i;
            var field = Controls.text(id(i == 0 ? "value" : "value-to", path), i == 0 ? "Value" : "to", i < texts.size() ? texts.get(i) : "", text -> {
                while (texts.size() <= at) {
                    texts.add("");
                }
                texts.set(at, text);
                change(path, f -> f.withValues(f.type(), texts), false);
            });
            HBox.setHgrow(field, Priority.ALWAYS);
            row.getChildren().add(field);
        }
    }
}
