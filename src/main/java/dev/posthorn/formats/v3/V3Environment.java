package dev.posthorn.formats.v3;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/// An environment, or the globals, as a 2.x file and as a v3 file, both ways. A secret's value stays where its owner put it.
public final class V3Environment {

    private V3Environment() {}

    public static boolean globals(Map<String, Object> tree) {
        return "globals".equals(tree.get("_postman_variable_scope"));
    }

    public static Map<String, Object> write(Map<String, Object> tree) {
        var v3 = new LinkedHashMap<String, Object>();
        var name = Plain.text(tree, "name");
        if (tree.containsKey("name") && Plain.writable(name)) {
            v3.put("name", name);
        } else {
            v3.put("name", globals(tree) ? "Globals" : "Environment");
        }
        var values = new ArrayList<Object>();
        for (var element : Plain.list(tree.get("values"))) {
            if (V3Rows.holds(element)) {
                values.add(value(Plain.map(element)));
            }
        }
        v3.put("values", values);
        if (tree.get("color") instanceof Integer || tree.containsKey("color") && tree.get("color") == null) {
            v3.put("color", tree.get("color"));
        }
        return v3;
    }

    private static Map<String, Object> value(Map<String, Object> row) {
        var plain = V3Rows.rows(java.util.List.of(row)).getFirst();
        var out = new LinkedHashMap<String, Object>();
        out.put("key", plain.get("key"));
        if (row.containsKey("value")) {
            out.put("value", plain.get("value"));
        }
        if (row.get("enabled") instanceof Boolean on) {
            out.put("enabled", on);
        } else if (V3Rows.off(row)) {
            out.put("enabled", false);
        }
        if (row.get("type") instanceof String type && Plain.writable(type)) {
            out.put("type", type);
        }
        if (plain.containsKey("description")) {
            out.put("description", plain.get("description"));
        }
        return out;
    }

    /// @param globals whether the file is one of globals
    public static Map<String, Object> read(Map<String, Object> v3, String stem, boolean globals) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("name", v3.containsKey("name") ? Plain.text(v3, "name") : stem);
        var values = new ArrayList<Object>();
        for (var row : V3Rows.read(v3.get("values"))) {
            var out = new LinkedHashMap<String, Object>();
            out.put("key", Plain.text(row, "key"));
            out.put("value", Plain.text(row, "value"));
            if (row.containsKey("type") || Plain.flag(row.get("secret"))) {
                out.put("type", Plain.flag(row.get("secret")) ? "secret" : Plain.text(row, "type"));
            }
            if (row.containsKey("description")) {
                out.put("description", Plain.text(row, "description"));
            }
            out.put("enabled", !"false".equals(Plain.text(row, "enabled")));
            values.add(out);
        }
        tree.put("values", values);
        if (v3.containsKey("color")) {
            tree.put("color", v3.get("color"));
        }
        tree.put("_postman_variable_scope", globals ? "globals" : "environment");
        return tree;
    }
}
