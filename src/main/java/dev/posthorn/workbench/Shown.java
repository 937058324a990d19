package dev.posthorn.workbench;

import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonWriter;
import java.util.List;

/// Values as they stand in a sentence: short, on one line.
final class Shown {

    private static final int LONGEST = 120;
    private static final int MOST = 5;
    private static final int DEEPEST = 3;

    private Shown() {}

    static String text(String value) {
        return value.isEmpty() ? "nothing" : "\"" + cut(value) + "\"";
    }

    static String cut(String value) {
        var line = (value.length() > LONGEST * 2 ? value.substring(0, LONGEST * 2) : value).replaceAll("\\s+", " ");
        return line.length() > LONGEST || value.length() > LONGEST * 2 ? line.substring(0, Math.min(line.length(), LONGEST)) + "…" : line;
    }

    static String json(Json value) {
        return switch (value) {
            case Json.Obj object when object.members().size() > 40 -> "an object of " + object.members().size() + " members";
            case Json.Arr list when list.elements().size() > 40 -> "a list of " + list.elements().size() + " elements";
            case Json.Text text -> "\"" + cut(text.value()) + "\"";
            default -> cut(deep(value, 0) ? "something nested deeply" : JsonWriter.compact(value.plain()));
        };
    }

    private static boolean deep(Json value, int level) {
        var below = switch (value) {
            case Json.Obj object -> object.members().stream().map(Json.Member::value).toList();
            case Json.Arr list -> list.elements();
            default -> List.<Json>of();
        };
        return !below.isEmpty() && (level > DEEPEST || below.size() > 40 || below.stream().anyMatch(child -> deep(child, level + 1)));
    }

    static String several(List<Json> values) {
        return switch (values.size()) {
            case 0 -> "nothing";
            case 1 -> json(values.getFirst());
            default -> values.size() + " values: " + String.join(", ", values.stream().limit(MOST).map(Shown::json).toList()) + (values.size() > MOST ? ", …" : "");
        };
    }
}
