package dev.posthorn.formats;

import dev.posthorn.model.Script;
import dev.posthorn.tree.Elements;
import dev.posthorn.tree.Fields;
import dev.posthorn.tree.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// Writes edited scripts into the events of an item, line by line, so that a diff shows the lines that changed.
final class ScriptEdit {

    private ScriptEdit() {}

    static void apply(Fields item, List<Script> before, List<Script> after) {
        if (before.equals(after)) {
            return;
        }
        var events = Elements.of(item.json("event"));
        for (var phase : Script.Phase.values()) {
            phase(events.values(), phase, after.stream().filter(s -> s.phase() == phase && !s.code().isEmpty()).map(Script::code).toList());
        }
        if (!events.values().isEmpty() || item.get("event") instanceof Json.Arr) {
            item.put("event", events);
        }
    }

    private static void phase(List<Object> events, Script.Phase phase, List<String> codes) {
        var left = new ArrayDeque<>(codes);
        var blank = new ArrayList<Integer>();
        for (var i = 0; i < events.size(); i++) {
            if (!(events.get(i) instanceof Json.Obj event) || event.flag("disabled") || PostmanScripts.phase(event) != phase) {
                continue;
            }
            if (PostmanScripts.code(event).isEmpty()) {
                blank.add(i);
            } else if (left.isEmpty()) {
                events.remove(i--);
            } else {
                events.set(i, coded(event, left.poll()));
            }
        }
        for (var i : blank) {
            if (!left.isEmpty() && i < events.size() && events.get(i) instanceof Json.Obj event) {
                events.set(i, coded(event, left.poll()));
            }
        }
        left.forEach(code -> events.add(fresh(phase, code)));
    }

    private static Object coded(Json.Obj event, String code) {
        if (PostmanScripts.code(event).equals(code)) {
            return event;
        }
        var fields = new Fields(event);
        switch (event.get("script")) {
            case Json.Text _ -> fields.put("script", code);
            case Json.Arr lines -> fields.put("script", Elements.texts(lines, lines(code)));
            case Json.Obj script when script.get("exec") instanceof Json.Text -> fields.object("script").put("exec", code);
            case Json.Obj script -> fields.object("script").put("exec", Elements.texts(script.get("exec"), lines(code)));
            case null, default -> fields.put("script", script(code));
        }
        return fields;
    }

    private static Fields fresh(Script.Phase phase, String code) {
        return new Fields(null).put("listen", phase == Script.Phase.TEST ? "test" : "prerequest").put("script", script(code));
    }

    private static Fields script(String code) {
        return new Fields(null).put("type", "text/javascript").put("exec", lines(code));
    }

    private static List<String> lines(String code) {
        return List.of(code.split("\n", -1));
    }
}
