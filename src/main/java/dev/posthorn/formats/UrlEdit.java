package dev.posthorn.formats;

import dev.posthorn.model.Request;
import dev.posthorn.model.RequestUrl;
import dev.posthorn.tree.Elements;
import dev.posthorn.tree.Fields;
import dev.posthorn.tree.Json;
import java.util.ArrayList;
import java.util.List;

/// Writes an edited address into a request: the text, and where the file has them the parts that Postman keeps beside it.
///
/// 1. A URL that is a text stays one as long as a text can hold it: no switched-off row, no description, no path variable.
/// 2. An object that holds only the text gets no parts; one with parts gets the new ones, each in its form (a list or a text).
final class UrlEdit {

    private UrlEdit() {}

    static void apply(Fields request, Request before, Request after, String source) {
        if (before.url().equals(after.url()) && before.query().equals(after.query()) && before.pathVariables().equals(after.pathVariables())) {
            return;
        }
        var old = request.get("url");
        var query = after.query();
        if (!(old instanceof Json.Obj) && query.equals(RequestUrl.parse(after.url()).entries()) && after.pathVariables().isEmpty()) {
            request.put("url", after.url());
            return;
        }
        var url = request.object("url");
        if (!(old instanceof Json.Obj) || !before.url().equals(after.url())) {
            url.put("raw", after.url());
            if (!(old instanceof Json.Obj) || url.has("host") || url.has("path")) {
                parts(url, after.url());
            }
        }
        if (!before.url().equals(after.url()) || !before.query().equals(after.query())) {
            var rows = Rows.entries(url.json("query"), source);
            if (!query.isEmpty() || url.has("query")) {
                RowEdit.entries(url, "query", rows, query);
            }
        }
        if (!before.pathVariables().equals(after.pathVariables())) {
            RowEdit.entries(url, "variable", Rows.entries(url.json("variable"), source), after.pathVariables());
        }
    }

    private static void parts(Fields url, String text) {
        var parsed = RequestUrl.parse(text);
        var rest = parsed.base();
        var scheme = indexOutside(rest, "://");
        part(url, "protocol", scheme < 0 ? null : rest.substring(0, scheme));
        rest = scheme < 0 ? rest : rest.substring(scheme + 3);
        var slash = indexOutside(rest, "/");
        var authority = slash < 0 ? rest : rest.substring(0, slash);
        var at = indexOutside(authority, "@");
        if (at >= 0) {
            var login = authority.substring(0, at).split(":", 2);
            url.object("auth").put("user", login[0]).put("password", login.length > 1 ? login[1] : "");
            authority = authority.substring(at + 1);
        } else {
            url.remove("auth");
        }
        var colon = authority.startsWith("[") ? authority.indexOf("]:") + (authority.contains("]:") ? 1 : 0) : indexOutside(authority, ":");
        part(url, "port", colon < 0 ? null : authority.substring(colon + 1));
        list(url, "host", ".", colon < 0 ? authority : authority.substring(0, colon));
        list(url, "path", "/", slash < 0 ? null : rest.substring(slash + 1));
        part(url, "hash", parsed.fragment());
    }

    private static void part(Fields url, String key, String value) {
        if (value == null) {
            url.remove(key);
        } else if (!(url.json(key) instanceof Json.Num number && number.text().equals(value))) {
            url.put(key, value);
        }
    }

    private static void list(Fields url, String key, String separator, String value) {
        if (value == null) {
            url.remove(key);
        } else if (url.get(key) instanceof Json.Text text) {
            url.put(key, key.equals("path") && text.value().startsWith("/") ? "/" + value : value);
        } else {
            url.put(key, Elements.texts(url.json(key), split(value, separator)));
        }
    }

    /// Cut at the separators that do not stand in a `{{variable}}`.
    private static List<String> split(String text, String separator) {
        var pieces = new ArrayList<String>();
        var rest = text;
        for (var i = indexOutside(rest, separator); i >= 0; i = indexOutside(rest, separator)) {
            pieces.add(rest.substring(0, i));
            rest = rest.substring(i + separator.length());
        }
        pieces.add(rest);
        return pieces;
    }

    private static int indexOutside(String text, String wanted) {
        var i = 0;
        while (i < text.length()) {
            var close = text.startsWith("{{", i) ? text.indexOf("}}", i) : -1;
            if (close > 0) {
                i = close + 2;
            } else if (text.startsWith(wanted, i)) {
                return i;
            } else {
                i++;
            }
        }
        return -1;
    }
}
