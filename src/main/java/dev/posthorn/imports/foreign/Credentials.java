package dev.posthorn.imports.foreign;

import dev.posthorn.model.Auth;
import dev.posthorn.tree.Tracked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Takes the values of an authorization over under Postman's keys.
public final class Credentials {

    private final String type;
    private final Ledger ledger;
    private final Map<String, Object> values = new LinkedHashMap<>();

    /// @param type Postman's name of the type
    public Credentials(String type, Ledger ledger) {
        this.type = type;
        this.ledger = ledger;
    }

    /// Texts that have the same key in both; empty ones are not written.
    public Credentials same(Tracked at, String... keys) {
        for (var key : keys) {
            text(at, key, key);
        }
        return this;
    }

    public Credentials text(Tracked at, String from, String to) {
        var value = ledger.text(at.get(from));
        if (!value.isEmpty()) {
            values.put(to, value);
            if (!from.equals(to)) {
                ledger.translated(at.get(from), from, to, "the same value under Postman's name for it");
            }
        }
        return this;
    }

    /// A switch; absent ones are not written.
    public Credentials flag(Tracked at, String from, String to) {
        if (at.has(from)) {
            values.put(to, at.flag(from));
            if (!from.equals(to)) {
                ledger.translated(at.get(from), from, to, "the same switch under Postman's name for it");
            }
        }
        return this;
    }

    /// A value that was made from `at`; an empty text is not written.
    public Credentials put(String to, Object value) {
        if (!"".equals(value)) {
            values.put(to, value);
        }
        return this;
    }

    /// Where a token or key goes: Postman's word for it, told from the tool's.
    ///
    /// @param query the word for the query
    public Credentials place(Tracked at, String from, String to, String query) {
        var word = at.text(from);
        if (!word.isEmpty()) {
            var ours = !word.toLowerCase(java.util.Locale.ROOT).contains("query") && !word.equals("url") ? "header" : query;
            values.put(to, ours);
            if (!word.equals(ours) || !from.equals(to)) {
                ledger.translated(at.get(from), from + " " + word, to + " " + ours, "");
            }
        }
        return this;
    }

    /// Parameters for the requests of OAuth 2.0, as Postman keeps them: a list of `{key, value, enabled, send_as}`.
    public Credentials parameters(String to, List<Map<String, Object>> parameters) {
        if (!parameters.isEmpty()) {
            var all = new ArrayList<Object>();
            if (values.get(to) instanceof List<?> before) {
                all.addAll(before);
            }
            all.addAll(parameters);
            values.put(to, all);
        }
        return this;
    }

    /// One of them; `sendAs` is request_header, request_url or request_body.
    public static Map<String, Object> parameter(String key, String value, boolean enabled, String sendAs) {
        var parameter = new LinkedHashMap<String, Object>();
        parameter.put("key", key);
        parameter.put("value", value);
        parameter.put("enabled", enabled);
        parameter.put("send_as", sendAs);
        return parameter;
    }

    public Auth auth() {
        return new Auth(type, values);
    }
}
