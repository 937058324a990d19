package dev.posthorn.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A URL as typed, taken apart at its `?` and `#` without decoding anything, so that taking apart and joining gives the same text.
///
/// 1. `{{variables}}` may stand anywhere; `?`, `#`, `&`, `=` and `/:` inside them do not count.
/// 2. The enabled rows of the Params table are the query, in order; disabled rows keep their place in the table only.
/// 3. A path variable is a whole segment that begins with `:`, up to its first dot, as in Postman: `/:id.json` has the variable `id`.
///
/// @param base     everything before the query
/// @param query    the raw query without `?`, null where there is no `?`
/// @param fragment the raw fragment without `#`, null where there is none
public record RequestUrl(String base, String query, String fragment) {

    private static final Pattern PATH_VARIABLE = Pattern.compile("(?<=/):((?:(?!\\{\\{)[^/.])+)");
    private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*://");

    public static RequestUrl parse(String text) {
        var hash = indexOutsideBraces(text, '#', 0);
        var fragment = hash < 0 ? null : text.substring(hash + 1);
        var head = hash < 0 ? text : text.substring(0, hash);
        var mark = indexOutsideBraces(head, '?', 0);
        return mark < 0 ? new RequestUrl(head, null, fragment)
                : new RequestUrl(head.substring(0, mark), head.substring(mark + 1), fragment);
    }

    @Override
    public String toString() {
        return base + (query == null ? "" : "?" + query) + (fragment == null ? "" : "#" + fragment);
    }

    /// The query as rows. A parameter without `=` has the value "" and comes back with `=` only when its row is edited.
    public List<Entry> entries() {
        var rows = new ArrayList<Entry>();
        if (query != null && !query.isEmpty()) {
            var from = 0;
            while (from <= query.length()) {
                var end = indexOutsideBraces(query, '&', from);
                var pair = query.substring(from, end < 0 ? query.length() : end);
                var equals = indexOutsideBraces(pair, '=', 0);
                rows.add(equals < 0 ? Entry.of(pair, "") : Entry.of(pair.substring(0, equals), pair.substring(equals + 1)));
                from = end < 0 ? query.length() + 1 : end + 1;
            }
        }
        return rows;
    }

    /// The same URL with the enabled rows as its query.
    public RequestUrl withEntries(List<Entry> rows) {
        var sent = rows.stream().filter(e -> e.enabled() && !(e.key().isEmpty() && e.value().isEmpty())).toList();
        if (entriesEqual(sent)) {
            return this;
        }
        var text = String.join("&", sent.stream().map(e -> e.key() + "=" + e.value()).toList());
        return new RequestUrl(base, sent.isEmpty() ? null : text, fragment);
    }

    private boolean entriesEqual(List<Entry> sent) {
        var mine = entries();
        if (mine.size() != sent.size()) {
            return false;
        }
        for (var i = 0; i < sent.size(); i++) {
            if (!mine.get(i).key().equals(sent.get(i).key()) || !mine.get(i).value().equals(sent.get(i).value())) {
                return false;
            }
        }
        return true;
    }

    /// The names of `/:name` segments, in order, each once. A port (`host:8080`) is none.
    public List<String> pathVariableNames() {
        return pieces().stream().filter(Piece::variable).map(Piece::text).distinct().toList();
    }

    /// A stretch of `base`: the name of a path variable, without its colon, or the text between two of them.
    public record Piece(String text, boolean variable) {}

    /// `base` in pieces; joined, with a colon before each name, they are `base` again.
    public List<Piece> pieces() {
        var pieces = new ArrayList<Piece>();
        var scheme = SCHEME.matcher(base);
        var from = 0;
        var matcher = PATH_VARIABLE.matcher(base);
        matcher.region(scheme.find() ? scheme.end() : 0, base.length());
        while (matcher.find()) {
            if (!insideBraces(matcher.start())) {
                pieces.add(new Piece(base.substring(from, matcher.start()), false));
                pieces.add(new Piece(matcher.group(1), true));
                from = matcher.end();
            }
        }
        pieces.add(new Piece(base.substring(from), false));
        return pieces;
    }

    private boolean insideBraces(int at) {
        var open = base.lastIndexOf("{{", at);
        return open >= 0 && base.indexOf("}}", open) >= at;
    }

    private static int indexOutsideBraces(String text, char wanted, int from) {
        var i = from;
        var closes = true;
        while (i < text.length()) {
            if (closes && text.startsWith("{{", i)) {
                var end = text.indexOf("}}", i);
                if (end > 0) {
                    i = end + 2;
                    continue;
                }
                closes = false;
            }
            if (text.charAt(i) == wanted) {
                return i;
            }
            i++;
        }
        return -1;
    }
}
