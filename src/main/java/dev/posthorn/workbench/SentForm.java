package dev.posthorn.workbench;

import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Header;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestUrl;
import dev.posthorn.model.Wire;
import dev.posthorn.text.JsonComments;
import dev.posthorn.vars.Scopes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A request after its send, as scripts see it: variables have their values, the URL is the one that went out (encoded, without switched-off rows and
/// path variables), and the headers that the program added are there, marked `system`.
///
/// @param scopes what `{{names}}` are worth
record SentForm(Context context, Scopes scopes) {

    /// @param sent null where nothing went out
    Map<String, Object> of(Request draft, Wire sent) {
        var request = uncommented(resolved(draft, scopes));
        var form = RequestForm.of(request, new Resolution(context, scopes).auth(context.auth(draft.auth()).auth()));
        if (sent != null) {
            form.put("header", headers(request, sent));
            var fragment = RequestUrl.parse(request.url()).fragment();
            form.put("url", fragment == null ? sent.url() : sent.url() + "#" + fragment);
        }
        return form;
    }

    /// Comments do not go out with a JSON body.
    private static Request uncommented(Request request) {
        return request.body() instanceof Body.Raw(var text, var language) && language.equals("json") ? request.withBody(new Body.Raw(JsonComments.without(text), language)) : request;
    }

    private static List<Map<String, Object>> headers(Request request, Wire sent) {
        var left = new ArrayList<>(sent.headers());
        var rows = new ArrayList<Map<String, Object>>();
        for (var own : request.headers()) {
            var row = row(own.key(), own.value());
            if (own.enabled()) {
                left.remove(left.stream().filter(h -> h.is(own.key())).findFirst().orElse(null));
            } else {
                row.put("disabled", true);
            }
            rows.add(row);
        }
        for (Header added : left) {
            var row = row(added.name(), added.value());
            row.put("system", true);
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, Object> row(String key, String value) {
        var row = new LinkedHashMap<String, Object>();
        row.put("key", key);
        row.put("value", value);
        return row;
    }

    /// What has no value stays as it is typed.
    static Request resolved(Request draft, Scopes scopes) {
        var url = RequestUrl.parse(scopes.resolve(draft.url()).text());
        return draft.withMethod(scopes.resolve(draft.method()).text()).withAddress(url.toString(), url.entries(), rows(draft.pathVariables(), scopes))
                .withHeaders(rows(draft.headers(), scopes)).withBody(body(draft.body(), scopes));
    }

    private static List<Entry> rows(List<Entry> rows, Scopes scopes) {
        return rows.stream().map(r -> row(r, scopes)).toList();
    }

    private static Entry row(Entry row, Scopes scopes) {
        return row.withKey(scopes.resolve(row.key()).text()).withValue(scopes.resolve(row.value()).text());
    }

    private static Body body(Body body, Scopes scopes) {
        return switch (body) {
            case Body.None none -> none;
            case Body.Raw(var text, var language) -> new Body.Raw(scopes.resolve(text).text(), language);
            case Body.UrlEncoded(var fields) -> new Body.UrlEncoded(rows(fields, scopes));
            case Body.FormData(var parts) -> new Body.FormData(parts.stream().map(p -> p.withEntry(row(p.entry(), scopes))).toList());
            case Body.Binary binary -> binary;
            case Body.GraphQl(var query, var variables, var operation) -> new Body.GraphQl(scopes.resolve(query).text(), scopes.resolve(variables).text(), operation);
        };
    }
}
