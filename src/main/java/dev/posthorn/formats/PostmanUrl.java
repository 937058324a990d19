package dev.posthorn.formats;

import dev.posthorn.model.Entry;
import dev.posthorn.model.RequestUrl;
import dev.posthorn.tree.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Reads the URL of a Postman request, which is a text, or an object of parts with or without that text.
///
/// 1. The text (`raw`) is what the user typed and wins over the parts, unless it names another server than they do: then theirs is asked, as in
///    Postman. Without it the text is put together from the parts; a `?` or `#` in a part of the path is one of its letters, and no beginning of a
///    query.
/// 2. Rows of `query` give the text their descriptions; switched-off rows keep their place between the others.
/// 3. A text without any query takes the rows that are switched on. A text with another query wins; the rows that it lacks stay, switched off.
record PostmanUrl(String text, List<Entry> query, List<Entry> variables) {

    static PostmanUrl read(Json url, String source) {
        return switch (url) {
            case Json.Obj object -> object(object, source);
            case Json.Text text -> plain(text.value());
            case null, default -> plain("");
        };
    }

    static PostmanUrl plain(String text) {
        return new PostmanUrl(text, RequestUrl.parse(text).entries(), List.of());
    }

    private static PostmanUrl object(Json.Obj url, String source) {
        var rows = queryRows(url, source);
        var text = url.get("raw") instanceof Json.Text raw && !elsewhere(raw.value(), url, source) ? asRows(atServer(raw.value(), url, source), url)
                : assembled(url, rows, source);
        var parsed = RequestUrl.parse(text);
        if ((parsed.query() == null || parsed.query().isEmpty()) && rows.stream().anyMatch(Entry::enabled)) {
            text = parsed.withEntries(rows).toString();
            parsed = RequestUrl.parse(text);
        }
        return new PostmanUrl(text, merged(parsed.entries(), rows), Rows.rows(Rows.entries(url.get("variable"), source)));
    }

    /// Whether a text leads to another host than the parts, which is where Postman sends then, or nowhere.
    private static boolean elsewhere(String raw, Json.Obj url, String source) {
        var host = joined(url.get("host"), ".", source);
        return raw.isBlank() ? url.has("host") : !host.contains("{{") && !raw.contains("{{") && !raw.toLowerCase(Locale.ROOT).contains(host.toLowerCase(Locale.ROOT));
    }

    /// The text, at the server that the parts name: a program that rewrites files may have changed only these, or left a variable in the text.
    private static String atServer(String raw, Json.Obj url, String source) {
        var typed = UrlParts.of(raw);
        var host = joined(url.get("host"), ".", source);
        var port = url.text("port");
        var sameHost = host.isEmpty() || host.equalsIgnoreCase(joined(typed.get("host"), "."));
        var samePort = port.isEmpty() || !typed.containsKey("port") || port.equals(typed.get("port"));
        if (raw.contains("@") && url.get("auth") instanceof Json.Obj && !raw.contains(host)) {
            return assembled(url, queryRows(url, source), source);
        }
        if (sameHost && samePort || raw.contains("@")) {
            return raw;
        }
        var protocol = url.text("protocol").isEmpty() ? "" : url.text("protocol").replace("://", "") + "://";
        var path = typed.containsKey("path") ? "/" + joined(typed.get("path"), "/") : "";
        var parsed = RequestUrl.parse(raw);
        return new RequestUrl(protocol + host + (port.isEmpty() ? "" : ":" + port) + path, parsed.query(), parsed.fragment()).toString();
    }

    private static String joined(Object parts, String separator) {
        return parts instanceof List<?> list ? list.stream().map(String::valueOf).collect(Collectors.joining(separator)) : "";
    }

    /// The text with what only the rows can say: a parameter whose value is null has no `=`, and line ends at the end of the last value are a part of it.
    private static String asRows(String raw, Json.Obj url) {
        var rows = url.list("query").stream().filter(r -> r instanceof Json.Obj row && !row.flag("disabled")).map(Json.Obj.class::cast).toList();
        var pairs = UrlParts.pairs(raw);
        if (rows.isEmpty() || rows.size() != pairs.size()) {
            return raw;
        }
        var pieces = new ArrayList<String>();
        for (var i = 0; i < rows.size(); i++) {
            var key = pairs.get(i).get("key") == null ? "" : String.valueOf(pairs.get(i).get("key"));
            var value = pairs.get(i).get("value");
            var bare = value == null || value.equals("") && rows.get(i).has("value") && rows.get(i).get("value").plain() == null;
            pieces.add(bare ? key : key + "=" + value);
        }
        var query = String.join("&", pieces);
        var last = rows.getLast().text("value");
        var parts = RequestUrl.parse(raw);
        return new RequestUrl(parts.base(), query.endsWith(last) ? withLineEnds(query) : query, parts.fragment()).toString();
    }

    private static String withLineEnds(String query) {
        var end = query.length();
        while (end > 0 && (query.charAt(end - 1) == '\n' || query.charAt(end - 1) == '\r')) {
            end--;
        }
        return query.substring(0, end) + query.substring(end).replace("\r", "%0D").replace("\n", "%0A");
    }

    private static List<Entry> queryRows(Json.Obj url, String source) {
        return url.get("query") instanceof Json.Text text ? RequestUrl.parse("?" + text.value()).entries()
                : Rows.rows(Rows.entries(url.get("query"), source));
    }

    /// The rows of the text's query, with the descriptions of `rows` and the rows that are not sent in their places.
    static List<Entry> merged(List<Entry> typed, List<Entry> rows) {
        var out = new ArrayList<Entry>();
        var next = 0;
        for (var row : rows) {
            if (!row.enabled()) {
                out.add(row);
                continue;
            }
            var found = find(typed, next, row);
            if (found < 0) {
                out.add(row.withEnabled(false));
            } else {
                while (next < found) {
                    out.add(typed.get(next++));
                }
                out.add(row.withValue(typed.get(next++).value()));
            }
        }
        out.addAll(typed.subList(next, typed.size()));
        return out;
    }

    private static int find(List<Entry> typed, int from, Entry row) {
        var sameKey = -1;
        for (var i = from; i < typed.size(); i++) {
            if (typed.get(i).key().equals(row.key())) {
                if (typed.get(i).value().equals(row.value())) {
                    return i;
                }
                sameKey = sameKey < 0 ? i : sameKey;
            }
        }
        return sameKey;
    }

    private static String assembled(Json.Obj url, List<Entry> rows, String source) {
        var out = new StringBuilder();
        var protocol = url.text("protocol");
        if (!protocol.isEmpty()) {
            out.append(protocol.endsWith("://") ? protocol : protocol + "://");
        }
        if (url.get("auth") instanceof Json.Obj auth && !auth.text("user").isEmpty()) {
            out.append(auth.text("user")).append(':').append(auth.text("password")).append('@');
        }
        out.append(joined(url.get("host"), ".", source));
        var port = url.text("port");
        if (!port.isEmpty()) {
            out.append(':').append(port);
        }
        var path = joined(url.get("path"), "/", source);
        if (url.has("path") && !(path.isEmpty() && url.list("path").isEmpty())) {
            out.append(path.startsWith("/") && !(url.get("path") instanceof Json.Arr) ? "" : "/").append(path);
        }
        var hash = url.text("hash");
        return new RequestUrl(out.toString(), null, null).withEntries(rows) + (hash.isEmpty() ? "" : "#" + hash);
    }

    private static String joined(Json parts, String separator, String source) {
        return switch (parts) {
            case Json.Arr array -> array.elements().stream()
                    .map(e -> e instanceof Json.Obj object ? object.text("value") : Rows.value(e, source))
                    .map(e -> separator.equals("/") ? e.replace("?", "%3F").replace("#", "%23") : e).collect(Collectors.joining(separator));
            case null -> "";
            case Json one -> Rows.value(one, source);
        };
    }
}
