package dev.posthorn.formats.v3;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Scripts: "events" in a 2.1 file, their code as lines; `scripts` in a v3 file, their code as one text.
final class V3Scripts {

    private static final String JAVASCRIPT = "text/javascript";
    private static final String BEFORE = "beforeRequest";
    private static final String AFTER = "afterResponse";

    private V3Scripts() {}

    /// Whether v3 has a place for this element of the list of events. It cannot switch a script off, so such a one has none.
    static boolean holds(Object element) {
        var event = Plain.map(element);
        return event != null && type(event) != null && !Plain.flag(event.get("disabled")) && code(event.get("script")) != null
                && Plain.writable(code(event.get("script")));
    }

    private static String type(Map<String, Object> event) {
        return switch (Plain.text(event, "listen")) {
            case "prerequest" -> BEFORE;
            case "test" -> AFTER;
            default -> null;
        };
    }

    private static String code(Object script) {
        return switch (script) {
            case Map<?, ?> map -> lines(map.get("exec"));
            case String _, List<?> _ -> lines(script);
            case null, default -> null;
        };
    }

    private static String lines(Object exec) {
        return switch (exec) {
            case String text -> text;
            case List<?> list -> list.stream().map(line -> line instanceof String text ? text : "").collect(Collectors.joining("\n"));
            case null, default -> "";
        };
    }

    /// @param prefix "http:" for folders and collections, "" for requests
    static List<Object> write(Object events, String prefix) {
        var scripts = new ArrayList<Object>();
        for (var element : Plain.list(events)) {
            if (holds(element)) {
                scripts.add(script(Plain.map(element), prefix));
            }
        }
        return scripts;
    }

    private static Map<String, Object> script(Map<String, Object> event, String prefix) {
        var script = new LinkedHashMap<String, Object>();
        script.put("type", prefix + type(event));
        script.put("code", code(event.get("script")));
        script.put("language", JAVASCRIPT);
        var source = Plain.mapOrEmpty(event.get("script"));
        if (source.get("packages") instanceof Map<?, ?> packages && !packages.isEmpty() && texts(packages, 0)) {
            script.put("packages", packages);
        }
        return script;
    }

    private static boolean texts(Map<?, ?> map, int depth) {
        return depth < 4 && map.entrySet().stream().allMatch(e -> Plain.writable(String.valueOf(e.getKey()))
                && (e.getValue() instanceof String text && Plain.writable(text) || e.getValue() instanceof Map<?, ?> inner && texts(inner, depth + 1)));
    }

    /// Scripts of requests over HTTP, and of collections for them; those of other protocols have no place in a 2.1 file.
    static List<Object> canonical(Object scripts) {
        var events = new ArrayList<Object>();
        for (var element : Plain.list(scripts)) {
            var script = Plain.map(element);
            var listen = script == null ? null : listen(Plain.text(script, "type"));
            if (listen != null) {
                var event = new LinkedHashMap<String, Object>();
                event.put("listen", listen);
                event.put("script", source(script));
                events.add(event);
            }
        }
        return events;
    }

    private static String listen(String type) {
        return switch (type) {
            case BEFORE, "http:" + BEFORE, "beforeQuery" -> "prerequest";
            case AFTER, "http:" + AFTER -> "test";
            default -> null;
        };
    }

    private static Map<String, Object> source(Map<String, Object> script) {
        var source = new LinkedHashMap<String, Object>();
        source.put("exec", new ArrayList<Object>(Arrays.asList(Plain.text(script, "code").split("\n", -1))));
        source.put("type", JAVASCRIPT);
        if (script.get("packages") instanceof Map<?, ?> packages) {
            source.put("packages", packages);
        }
        return source;
    }
}
