package dev.posthorn.demo.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Token answers in the shapes that servers give them: as the RFC says, and as some of them really are.
final class TokenAnswers {

    private TokenAnswers() {}

    static Answer good(Visit visit, Map<String, Object> granted) {
        var fields = new LinkedHashMap<>(granted);
        if (visit.has(Fault.NO_EXPIRY)) {
            fields.remove("expires_in");
        }
        if (visit.has(Fault.EXPIRES_TEXT)) {
            fields.computeIfPresent("expires_in", (k, v) -> v.toString());
        }
        if (visit.has(Fault.NO_TOKEN_TYPE)) {
            fields.remove("token_type");
        }
        if (visit.has(Fault.SCOPES_CUT_SILENTLY)) {
            fields.remove("scope");
        }
        if (visit.has(Fault.BROKEN_JSON)) {
            return Answer.text(200, "application/json", "{\"access_token\":\"" + fields.get("access_token") + "\",\"token_ty").unkept();
        }
        if (visit.has(Fault.HUGE)) {
            fields.put("padding", "*".repeat((int) Math.min(64, visit.number(Fault.HUGE)) << 20));
        }
        return shaped(visit, 200, fields);
    }

    static Answer bad(Visit visit, Refusal refusal) {
        var answer = shaped(visit, refusal.status(), refusal.fields());
        return refusal.status() == 401 && !visit.asked().authorization().isEmpty() ? answer.with("WWW-Authenticate", "Basic realm=\"Posthorn identity\"") : answer;
    }

    private static Answer shaped(Visit visit, int status, Map<String, Object> fields) {
        if (visit.has(Fault.FORM_ENCODED)) {
            return Answer.text(200, "application/x-www-form-urlencoded;charset=utf-8", encoded(fields)).unkept();
        }
        return Answer.json(visit.has(Fault.ERRORS_AS_200) ? 200 : status, fields).unkept();
    }

    static String encoded(Map<String, ?> fields) {
        return fields.entrySet().stream().map(e -> coded(e.getKey()) + "=" + coded(String.valueOf(e.getValue()))).collect(Collectors.joining("&"));
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
