package dev.posthorn.ui.kit;

import dev.posthorn.auth.Field;
import dev.posthorn.model.Entry;
import dev.posthorn.tree.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;

/// A table of further parameters, as Postman keeps them: a list of objects with `key`, `value`, `enabled` and `send_as`. Other fields of a
/// row stay as they are, and so does what is no row at all.
final class ParameterTable extends BorderPane {

    /// @param all the row as the file has it
    private record Parameter(Entry entry, String place, Map<String, Object> all) {

        Object saved() {
            var out = new LinkedHashMap<>(all);
            put(out, "key", entry.key());
            put(out, "value", entry.value());
            if (!entry.enabled() || out.containsKey("enabled") || all.isEmpty()) {
                out.put("enabled", entry.enabled());
            }
            if (!place.isEmpty()) {
                out.put("send_as", place);
            }
            return out;
        }

        /// A number that was not edited stays one.
        private static void put(Map<String, Object> out, String name, String text) {
            if (!text(out.get(name)).equals(text) || !out.containsKey(name)) {
                out.put(name, text);
            }
        }
    }

    private final Field.Rows field;
    private final RowTable<Parameter> table;
    private Object shown;
    private List<Object> strangers = List.of();

    ParameterTable(Field.Rows field, Variables variables) {
        this.field = field;
        var shape = new RowTable.Shape<Parameter>(Parameter::entry, (p, e) -> new Parameter(e, p.place(), p.all()), () -> new Parameter(Entry.empty(), first(), Map.of()));
        var options = TableOptions.<Parameter>with(variables).withoutDescription();
        table = new RowTable<>(shape, field.places().isEmpty() ? options : options.drawing(this::place, (_, _) -> null));
        table.getStyleClass().add("parameter-table");
        table.list.getItems().subscribe(this::grow);
        setCenter(table);
        grow();
    }

    private String first() {
        return field.places().isEmpty() ? "" : field.places().getFirst().value();
    }

    private void grow() {
        table.setPrefHeight((Math.clamp(table.list.getItems().size(), 2, 7) + 1) * RowTable.ROW_HEIGHT + 4);
        table.setMinHeight(USE_PREF_SIZE);
    }

    private Node place(Parameter row, Consumer<Parameter> changed) {
        var label = field.places().stream().filter(p -> p.value().equals(row.place())).map(Field.Option::label).findFirst().orElse(row.place());
        var menu = new MenuButton(label);
        menu.getStyleClass().add("cell-menu");
        menu.setFocusTraversable(false);
        Tips.on(menu, "Where this parameter goes");
        for (var place : field.places()) {
            var item = new MenuItem(place.label());
            item.setOnAction(_ -> changed.accept(new Parameter(row.entry(), place.value(), row.all())));
            menu.getItems().add(item);
        }
        return menu;
    }

    void show(Object value) {
        if (!Objects.equals(shown, value)) {
            shown = value;
            var elements = elements(value);
            strangers = elements.stream().filter(e -> !(e instanceof Map<?, ?>)).toList();
            table.show(elements.stream().filter(e -> e instanceof Map<?, ?>).map(e -> row((Map<?, ?>) e)).toList());
        }
    }

    /// An object of names and values, as some files have it, reads as rows too.
    private static List<Object> elements(Object value) {
        var all = new ArrayList<Object>();
        switch (value) {
            case List<?> list -> all.addAll(list);
            case Map<?, ?> map -> map.forEach((name, one) -> {
                var row = new LinkedHashMap<String, Object>();
                row.put("key", name.toString());
                row.put("value", one);
                all.add(row);
            });
            case null, default -> { }
        }
        return all;
    }

    private Parameter row(Map<?, ?> map) {
        var all = new LinkedHashMap<String, Object>();
        map.forEach((name, one) -> all.put(name.toString(), one));
        var entry = Entry.of(text(all.get("key")), text(all.get("value"))).withEnabled(!Boolean.FALSE.equals(all.get("enabled")));
        return new Parameter(entry, text(all.get("send_as")), all);
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "";
            case Map<?, ?> map -> JsonWriter.compact(map);
            case List<?> list -> JsonWriter.compact(list);
            default -> value.toString();
        };
    }

    /// Called with the whole list after each edit by the user.
    void onChange(Consumer<List<Object>> listener) {
        table.onChange(rows -> {
            var list = new ArrayList<Object>(rows.stream().map(Parameter::saved).toList());
            list.addAll(strangers);
            shown = list;
            listener.accept(list);
        });
    }

    void recolour() {
        table.recolour();
    }
}
