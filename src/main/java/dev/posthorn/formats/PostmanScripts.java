package dev.posthorn.formats;

import dev.posthorn.model.Script;
import dev.posthorn.tree.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Reads the scripts ("events") of a collection, folder or request. Empty ones are scripts, too: Postman runs and counts them. Switched-off
/// ones are none.
final class PostmanScripts {

    private PostmanScripts() {}

    static List<Script> read(Json events) {
        var scripts = new ArrayList<Script>();
        for (var event : events(events)) {
            var phase = phase(event);
            var code = code(event);
            if (phase != null && !(code.isEmpty() && event.get("script") == null)) {
                scripts.add(new Script(phase, code));
            }
        }
        return scripts;
    }

    static List<Json.Obj> events(Json events) {
        return events instanceof Json.Arr array
                ? array.elements().stream().filter(Json.Obj.class::isInstance).map(Json.Obj.class::cast).filter(e -> !e.flag("disabled")).toList()
                : List.of();
    }

    static Script.Phase phase(Json.Obj event) {
        return switch (event.text("listen")) {
            case "prerequest" -> Script.Phase.PRE_REQUEST;
            case "test" -> Script.Phase.TEST;
            default -> null;
        };
    }

    static String code(Json.Obj event) {
        return switch (event.get("script")) {
            case Json.Obj script -> lines(script.get("exec"));
            case null -> "";
            case Json other -> lines(other);
        };
    }

    private static String lines(Json exec) {
        return switch (exec) {
            case Json.Text text -> text.value();
            case Json.Arr array -> array.elements().stream().map(e -> e instanceof Json.Text line ? line.value() : "").collect(Collectors.joining("\n"));
            case null, default -> "";
        };
    }
}
