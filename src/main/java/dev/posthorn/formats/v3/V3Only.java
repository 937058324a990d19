package dev.posthorn.formats.v3;

import dev.posthorn.formats.Report;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Names what a v3 file says and a 2.x file has no place for, so that no export drops it in silence.
final class V3Only {

    private static final Set<String> REQUEST = Set.of("$kind", "name", "description", "url", "method", "headers", "queryParams", "pathVariables", "body", "auth",
            "settings", "scripts", "examples", "order");
    private static final Set<String> GRAPHQL = Set.of("query", "variables");
    private static final Set<String> LEVEL = Set.of("$kind", "name", "description", "variables", "auth", "scripts", "order");
    private static final Set<String> ROW = Set.of("key", "value", "description", "disabled", "type", "src", "contentType", "secret");

    private static final Set<String> ENVIRONMENT = Set.of("name", "values", "color");
    private static final Set<String> VALUE = Set.of("key", "value", "enabled", "type", "description", "secret");

    private V3Only() {}

    static void ofRequest(Map<String, Object> v3, String names, List<Report.Row> rows) {
        var graphql = V3Request.GRAPHQL.equals(v3.get("$kind"));
        if (graphql) {
            rows.add(Report.Row.translated(names, "/$kind", V3Request.GRAPHQL, "a POST request with a GraphQL body", "Postman 2.x has one kind of request"));
        }
        for (var key : v3.keySet()) {
            if (!REQUEST.contains(key) && !(graphql && GRAPHQL.contains(key))) {
                rows.add(aside(names, "/" + key, "Postman 2.x has no place for it"));
            }
        }
        table(v3.get("headers"), "/headers", names, rows);
        table(v3.get("queryParams"), "/queryParams", names, rows);
        table(v3.get("pathVariables"), "/pathVariables", names, rows);
        scripts(v3.get("scripts"), names, rows);
        auth(v3.get("auth"), names, rows);
    }

    static void ofLevel(Map<String, Object> v3, String names, List<Report.Row> rows) {
        for (var key : v3.keySet()) {
            if (!LEVEL.contains(key)) {
                rows.add(aside(names, "/" + key, "Postman 2.x has no place for it"));
            }
        }
        table(v3.get("variables"), "/variables", names, rows);
        scripts(v3.get("scripts"), names, rows);
        auth(v3.get("auth"), names, rows);
    }

    static void ofEnvironment(Map<String, Object> v3, List<Report.Row> rows) {
        for (var key : v3.keySet()) {
            if (!ENVIRONMENT.contains(key)) {
                rows.add(aside("", "/" + Residue.escape(key), "environments of Postman 2.x have no place for it"));
            }
        }
        var values = Plain.list(v3.get("values"));
        for (var i = 0; i < values.size(); i++) {
            for (var key : Plain.mapOrEmpty(values.get(i)).keySet()) {
                if (!VALUE.contains(key)) {
                    rows.add(aside("", "/values/" + i + "/" + Residue.escape(key), "variables of Postman 2.x have no place for it"));
                }
            }
        }
    }

    private static Report.Row aside(String names, String pointer, String reason) {
        return Report.Row.aside(names, pointer, pointer.substring(pointer.lastIndexOf('/') + 1), reason);
    }

    private static void table(Object table, String pointer, String names, List<Report.Row> rows) {
        if (table instanceof List<?> list) {
            for (var i = 0; i < list.size(); i++) {
                for (var key : Plain.mapOrEmpty(list.get(i)).keySet()) {
                    if (!ROW.contains(key)) {
                        rows.add(aside(names, pointer + "/" + i + "/" + Residue.escape(key), "rows of Postman 2.x have no place for it"));
                    }
                }
            }
        }
    }

    private static void scripts(Object scripts, String names, List<Report.Row> rows) {
        var list = Plain.list(scripts);
        for (var i = 0; i < list.size(); i++) {
            if (V3Scripts.canonical(List.of(list.get(i) == null ? "" : list.get(i))).isEmpty()) {
                rows.add(aside(names, "/scripts/" + i, "Postman 2.x runs scripts before a request and after its answer alone"));
            }
        }
    }

    private static void auth(Object auth, String names, List<Report.Row> rows) {
        if (auth instanceof List<?> several && several.size() > 1) {
            for (var i = 1; i < several.size(); i++) {
                rows.add(aside(names, "/auth/" + i, "Postman 2.x has one authorization at a place; the first is taken"));
            }
        } else if (auth instanceof Map<?, ?> one && "inherit".equals(one.get("type")) && one.containsKey("credentials")) {
            rows.add(aside(names, "/auth/credentials", "Postman 2.x cannot choose between several authorizations"));
        }
    }
}
