package dev.posthorn.workbench;

import dev.posthorn.formats.RequestJson;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Requests as scripts see them: in the form of a Postman 2.1 file, and back.
final class RequestForm {

    private RequestForm() {}

    /// A request that says nothing about authorization, as all above it, has no `auth` in Postman's form.
    ///
    /// @param effective the authorization that counts, also where it is inherited
    static Map<String, Object> of(Request request, Auth effective) {
        try {
            var item = ((Json.Obj) JsonReader.read(RequestJson.write("", request.withAuth(effective).withScripts(List.of())))).map();
            var form = item.get("request") instanceof Map<?, ?> written ? texts(written) : new LinkedHashMap<String, Object>();
            if (request.auth().inherited() && effective.type().equals(Auth.NONE.type())) {
                form.remove("auth");
            }
            return form;
        } catch (JsonProblem e) {
            throw new IllegalStateException("our own JSON is sound", e);
        }
    }

    private static Map<String, Object> texts(Map<?, ?> map) {
        var out = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> out.put(String.valueOf(key), value));
        return out;
    }

    /// The draft as a script left it; what the form does not hold stays.
    ///
    /// @param before the form that the script got
    static Request edited(Request draft, Map<String, Object> before, Map<String, Object> after) throws JsonProblem {
        var read = read(after);
        var auth = Objects.equals(before.get("auth"), after.get("auth")) ? draft.auth() : read.auth();
        return new Request(read.method(), read.url(), read.query(), read.pathVariables(), read.headers(), read.body(), auth, draft.scripts(), draft.settings(), draft.description());
    }

    /// A request of a script's own making.
    static Request read(Map<String, Object> form) throws JsonProblem {
        var item = new LinkedHashMap<String, Object>();
        item.put("name", "");
        item.put("request", form);
        RequestItem read = RequestJson.read(JsonWriter.compact(item));
        return read.request();
    }
}
