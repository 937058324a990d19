package dev.posthorn.formats.v3;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Brings an edited request into its v3 file: the fields that the edit changed, written in the way the file has them.
final class RequestMerge {

    private RequestMerge() {}

    /// @param file   the tree of the file
    /// @param before the item of a 2.x file that it stands for
    /// @param after  the same, edited
    static Map<String, Object> merge(Map<String, Object> file, Map<String, Object> before, Map<String, Object> after, String stem) throws NotEdited {
        var was = V3Request.write(before, stem);
        var is = V3Request.write(after, stem);
        if (V3Request.GRAPHQL.equals(file.get("$kind"))) {
            return V3Merge.merge(file, graphQl(was), graphQl(is));
        }
        var merged = V3Merge.merge(file, was, is);
        return query(file, was, is, merged);
    }

    /// @param was the fields that the file stands for, @param is the same, edited
    static Map<String, Object> ofSocket(Map<String, Object> file, Map<String, Object> was, Map<String, Object> is) {
        return query(file, was, is, V3Merge.merge(file, was, is));
    }

    /// The table of parameters repeats what the address says, as far as the file repeated it before.
    private static Map<String, Object> query(Map<String, Object> file, Map<String, Object> was, Map<String, Object> is, Map<String, Object> merged) {
        var wanted = V3Url.canonical(is, Dialect.TWO_ONE);
        for (var table : tables(file.get("queryParams"), was.get("queryParams"), is.get("queryParams"))) {
            var candidate = new LinkedHashMap<>(merged);
            if (Plain.empty(table)) {
                candidate.remove("queryParams");
            } else {
                V3Merge.put(candidate, "queryParams", table, is);
            }
            if (Plain.same(wanted, V3Url.canonical(candidate, Dialect.TWO_ONE))) {
                return candidate;
            }
        }
        return merged;
    }

    private static List<Object> tables(Object file, Object was, Object is) {
        var tables = new ArrayList<Object>();
        if (file == null) {
            tables.add(null);
        } else if (is != null) {
            var before = was == null ? new ArrayList<>() : was;
            tables.add(V3Merge.rows(file, before, is, false));
            tables.add(V3Merge.rows(file, before, is, true));
        }
        tables.add(is);
        return tables;
    }

    /// The fields of a GraphQL request's own kind.
    private static Map<String, Object> graphQl(Map<String, Object> http) throws NotEdited {
        var body = Plain.mapOrEmpty(http.get("body"));
        if (!"graphql".equals(body.get("type")) || !"POST".equals(http.get("method")) || http.containsKey("pathVariables")) {
            throw new NotEdited("This is a GraphQL request of Postman 3.0: it is sent by POST, with a GraphQL body and without path variables. Make a new request for"
                    + " another kind of call.");
        }
        var content = Plain.mapOrEmpty(body.get("content"));
        var out = new LinkedHashMap<String, Object>();
        http.forEach((key, value) -> {
            switch (key) {
                case "method", "queryParams", "$kind" -> { }
                case "body" -> {
                    out.put("query", Plain.text(content, "query"));
                    if (content.containsKey("variables")) {
                        out.put("variables", content.get("variables"));
                    }
                }
                case "scripts" -> out.put(key, Plain.list(value).stream().map(RequestMerge::ofQuery).toList());
                default -> out.put(key, value);
            }
        });
        return out;
    }

    private static Object ofQuery(Object script) {
        var map = Plain.mapOrEmpty(script);
        map.computeIfPresent("type", (_, type) -> type.equals("beforeRequest") ? "beforeQuery" : type);
        return map;
    }
}
