package dev.posthorn.odata.result;

import dev.posthorn.tree.Json;
import java.util.ArrayList;

/// Reads the object under `error`: v4 has the message as text, v2 and v3 as an object with a language.
final class ErrorJson {

    private static final int DEEPEST = 6;

    private ErrorJson() {}

    static ServiceError read(Json.Obj error) {
        var details = new ArrayList<String>();
        for (var detail : error.list("details")) {
            if (detail instanceof Json.Obj d) {
                details.add((d.text("target").isEmpty() ? "" : d.text("target") + ": ") + message(d));
            }
        }
        var inner = error.object("innererror");
        for (var depth = 0; inner != null && depth < DEEPEST; depth++) {
            details.add(message(inner));
            for (var one : inner.list("errordetails")) {
                if (one instanceof Json.Obj o) {
                    details.add(message(o));
                }
            }
            inner = inner.has("internalexception") ? inner.object("internalexception") : inner.object("innererror");
        }
        return new ServiceError(error.text("code"), message(error), error.text("target"), details.stream().filter(d -> !d.isBlank()).distinct().toList());
    }

    private static String message(Json.Obj error) {
        return error.object("message") instanceof Json.Obj message ? message.text("value") : error.text("message");
    }
}
