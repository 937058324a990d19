package dev.posthorn.formats.v3;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// One saved answer as an element of `response` in a 2.x file and as a v3 file, both ways.
public final class V3Example {

    public static final String KIND = "http-example";

    private static final Set<String> TYPES = Set.of("text", "json", "xml", "html", "javascript", "yaml");

    private V3Example() {}

    /// @param stem the name of the file to be, without ending
    public static Map<String, Object> write(Map<String, Object> response, String stem) {
        var v3 = new LinkedHashMap<String, Object>();
        v3.put("$kind", KIND);
        V3Request.name(response, stem, v3);
        var original = response.get("originalRequest");
        if (original instanceof Map<?, ?> || original instanceof String) {
            v3.put("request", request(original));
        }
        v3.put("response", answer(response));
        return v3;
    }

    private static Map<String, Object> request(Object original) {
        var v3 = new LinkedHashMap<String, Object>();
        var request = Plain.map(original);
        if (request == null) {
            V3Url.write(original, v3, true, "GET");
        } else {
            V3Url.write(request.get("url"), v3, request.containsKey("method"), request.get("method"));
            v3.put("headers", V3Rows.form(V3Request.headers(request.get("header"))));
            v3.put("body", V3Body.write(request.get("body")));
            v3.put("auth", V3Auth.write(request.get("auth")));
        }
        return V3Request.tidy(v3);
    }

    private static Map<String, Object> answer(Map<String, Object> response) {
        var v3 = new LinkedHashMap<String, Object>();
        var code = Plain.text(response, "code");
        if (code.matches("[1-9]\\d{0,8}")) {
            v3.put("statusCode", Integer.valueOf(code));
        }
        if (response.get("status") != null && Plain.writable(Plain.text(response, "status"))) {
            v3.put("statusText", Plain.text(response, "status"));
        }
        v3.put("headers", V3Rows.form(V3Request.headers(response.get("header"))));
        V3Request.tidy(v3);
        var body = new LinkedHashMap<String, Object>();
        var language = Plain.text(response, "_postman_previewlanguage");
        body.put("type", TYPES.contains(language) ? language : "text");
        var content = Plain.text(response, "body");
        body.put("content", Plain.writable(content) ? content : "");
        v3.put("body", body);
        return v3;
    }

    /// The element of `response` that Postman would export for it.
    public static Map<String, Object> read(Map<String, Object> v3, String stem, Dialect dialect) {
        var out = new LinkedHashMap<String, Object>();
        out.put("name", v3.containsKey("name") ? Plain.text(v3, "name") : stem);
        if (v3.get("request") instanceof Map<?, ?>) {
            out.put("originalRequest", V3Request.request(Plain.map(v3.get("request")), dialect));
        }
        var answer = Plain.mapOrEmpty(v3.get("response"));
        if (answer.containsKey("statusText")) {
            out.put("status", Plain.text(answer, "statusText"));
        }
        if (answer.containsKey("statusCode")) {
            out.put("code", answer.get("statusCode"));
        }
        var body = Plain.mapOrEmpty(answer.get("body"));
        out.put("_postman_previewlanguage", body.containsKey("type") ? Plain.text(body, "type") : "text");
        out.put("header", V3Rows.canonical(answer.get("headers")));
        out.put("cookie", new java.util.ArrayList<>());
        out.put("body", Plain.text(body, "content"));
        return out;
    }
}
