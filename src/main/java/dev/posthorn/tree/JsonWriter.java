package dev.posthorn.tree;

/// Writes plain Java values (Map, List, String, Number, Boolean, null) as JSON.
public final class JsonWriter {

    private JsonWriter() {}

    /// Indented by tabs, with a line end at the end.
    public static String pretty(Object value) {
        return JsonPatch.text(value, JsonStyle.TABS) + "\n";
    }

    public static String compact(Object value) {
        return JsonPatch.text(value, JsonStyle.COMPACT);
    }
}
