package dev.posthorn.formats;

import dev.posthorn.model.Entry;
import dev.posthorn.model.Part;
import dev.posthorn.tree.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// Reads the tables of a Postman file: headers, parameters, form fields and variables.
public final class Rows {

    private Rows() {}

    /// A row and the element of the file that it came from.
    public record Sourced<T>(T row, Json source) {}

    public static <T> List<T> rows(List<Sourced<T>> sourced) {
        return sourced.stream().map(Sourced::row).toList();
    }

    /// The objects of a list as rows; null and what is no object is passed over.
    private static <T> List<Sourced<T>> each(Json list, String text, BiFunction<Json.Obj, String, T> row) {
        var rows = new ArrayList<Sourced<T>>();
        if (list instanceof Json.Arr array) {
            for (var element : array.elements()) {
                if (element instanceof Json.Obj object) {
                    rows.add(new Sourced<>(row.apply(object, text), object));
                }
            }
        }
        return rows;
    }

    public static List<Sourced<Entry>> entries(Json list, String text) {
        return each(list, text, Rows::entry);
    }

    public static List<Sourced<Part>> parts(Json list, String text) {
        return each(list, text, Rows::part);
    }

    public static Entry entry(Json.Obj object, String text) {
        return new Entry(key(object), value(object.get("value"), text), description(object), enabled(object), secret(object));
    }

    /// Off by `"disabled": true` (requests) or `"enabled": false` (environments and 1.0 files).
    private static boolean enabled(Json.Obj object) {
        return !object.flag("disabled") && !object.text("enabled").equals("false");
    }

    private static boolean secret(Json.Obj object) {
        return object.text("type").equals("secret") || object.flag("secret");
    }

    /// The name of the member that holds a row's key: `key`, in older files `id` or `name`.
    public static String keyName(Json.Obj object) {
        return object.has("key") ? "key" : object.has("id") && !object.has("name") ? "id" : object.has("name") ? "name" : "key";
    }

    private static String key(Json.Obj object) {
        return object.text(keyName(object));
    }

    /// A value as the text that is shown: a string as it is, null as nothing, everything else as it is written in the file.
    public static String value(Json value, String text) {
        return switch (value) {
            case null -> "";
            case Json.Text string -> string.value();
            case Json.Null _ -> "";
            case Json other -> text.substring(other.start(), other.end());
        };
    }

    private static Part part(Json.Obj object, String text) {
        var files = switch (object.get("src")) {
            case Json.Text one when !one.value().isEmpty() -> List.of(one.value());
            case Json.Arr many -> many.elements().stream().filter(Json.Text.class::isInstance).map(e -> ((Json.Text) e).value()).toList();
            case null, default -> List.<String>of();
        };
        var file = object.text("type").equals("file") || !object.has("type") && !files.isEmpty();
        return new Part(entry(object, text), file, file ? files : List.of(), object.text("contentType"), object.text("fileName"));
    }

    /// A description is text, or an object with its text in `content`.
    public static String description(Json.Obj object) {
        return object.get("description") instanceof Json.Obj inner ? inner.text("content") : object.text("description");
    }

    /// Header lines in one string, as old files have them. A line that begins with `//` is switched off.
    public static List<Entry> headerLines(String lines) {
        return lines.lines().filter(line -> !line.isBlank()).map(line -> {
            var off = line.startsWith("//");
            var header = off ? line.substring(2) : line;
            var colon = header.indexOf(':');
            return colon < 0 ? Entry.of(header.strip(), "").withEnabled(!off)
                    : Entry.of(header.substring(0, colon).strip(), header.substring(colon + 1).strip()).withEnabled(!off);
        }).toList();
    }
}
