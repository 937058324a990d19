package dev.posthorn.ui.request;

import dev.posthorn.model.Entry;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestUrl;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The URL and the two tables under it, kept in step while either is edited.
///
/// 1. Typing in the URL renews the enabled rows; rows that are off, descriptions and path-variable values stay.
/// 2. Editing rows renews the query of the URL and nothing else of it.
/// 3. A parameter without `=` stays so until its row gets a value; `&`, `#` and (in keys) `=` in a row are escaped in the URL.
/// 4. A path variable that is taken out of the URL and typed again gets its value back, as long as the tab lives.
final class Address {

    private final Map<String, Entry> remembered = new HashMap<>();

    /// The request after the user typed `url`.
    Request typed(Request before, String url) {
        var fresh = RequestUrl.parse(url);
        var query = merge(before.query(), fresh.entries());
        return before.withAddress(url, query, pathVariables(before.pathVariables(), fresh.pathVariableNames()));
    }

    /// The request after the user edited the rows of the Params table.
    Request queryEdited(Request before, List<Entry> rows) {
        var safe = rows.stream().map(Address::escaped).toList();
        var url = RequestUrl.parse(before.url());
        var sent = safe.stream().filter(e -> e.enabled() && !(e.key().isEmpty() && e.value().isEmpty())).toList();
        if (sameQuery(url.entries(), sent)) {
            return before.withAddress(before.url(), safe, before.pathVariables());
        }
        var bare = bareKeys(url);
        var text = String.join("&", sent.stream().map(e -> pair(e, bare)).toList());
        var changed = new RequestUrl(url.base(), sent.isEmpty() ? null : text, url.fragment());
        return before.withAddress(changed.toString(), safe, before.pathVariables());
    }

    /// The rows to show for a request whose file names none or not all of them: the URL is right.
    static List<Entry> pathVariables(Request request) {
        return new Address().pathVariables(request.pathVariables(), RequestUrl.parse(request.url()).pathVariableNames());
    }

    private static String pair(Entry entry, Map<String, Integer> bare) {
        if (entry.value().isEmpty() && bare.getOrDefault(entry.key(), 0) > 0) {
            bare.merge(entry.key(), -1, Integer::sum);
            return entry.key();
        }
        return entry.key() + "=" + entry.value();
    }

    /// The keys of parameters that stand without `=`, with how often.
    private static Map<String, Integer> bareKeys(RequestUrl url) {
        var bare = new HashMap<String, Integer>();
        var query = url.query() == null ? "" : url.query();
        var at = 0;
        for (var entry : url.entries()) {
            at += entry.key().length();
            if (at < query.length() && query.charAt(at) == '=') {
                at += 1 + entry.value().length();
            } else {
                bare.merge(entry.key(), 1, Integer::sum);
            }
            at++;
        }
        return bare;
    }

    private static Entry escaped(Entry row) {
        var key = escape(row.key(), true);
        var value = escape(row.value(), false);
        return key.equals(row.key()) && value.equals(row.value()) ? row : row.withKey(key).withValue(value);
    }

    /// Escapes what would end the parameter; inside `{{…}}` nothing does.
    private static String escape(String text, boolean key) {
        var out = new StringBuilder(text.length());
        var i = 0;
        while (i < text.length()) {
            var end = text.startsWith("{{", i) ? text.indexOf("}}", i) : -1;
            if (end > 0) {
                out.append(text, i, end + 2);
                i = end + 2;
                continue;
            }
            var c = text.charAt(i++);
            switch (c) {
                case '&' -> out.append("%26");
                case '#' -> out.append("%23");
                case '=' -> out.append(key ? "%3D" : "=");
                case '\n', '\r' -> out.append(c == '\n' ? "%0A" : "%0D");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean sameQuery(List<Entry> mine, List<Entry> theirs) {
        if (mine.size() != theirs.size()) {
            return false;
        }
        for (var i = 0; i < mine.size(); i++) {
            if (!same(mine.get(i), theirs.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(Entry a, Entry b) {
        return a.key().equals(b.key()) && a.value().equals(b.value());
    }

    /// The parameters of the URL as rows: each keeps the description of the row it was, and the rows that are off keep their places.
    static List<Entry> merge(List<Entry> rows, List<Entry> fresh) {
        var enabled = new ArrayList<Integer>();
        for (var i = 0; i < rows.size(); i++) {
            if (rows.get(i).enabled()) {
                enabled.add(i);
            }
        }
        var origin = align(enabled.stream().map(rows::get).toList(), fresh);
        var out = new ArrayList<Entry>();
        var at = 0;
        for (var i = 0; i < fresh.size(); i++) {
            if (origin[i] >= 0) {
                var row = enabled.get(origin[i]);
                at = disabledUntil(rows, at, row, out) + 1;
                out.add(rows.get(row).withKey(fresh.get(i).key()).withValue(fresh.get(i).value()));
            } else {
                out.add(fresh.get(i));
            }
        }
        disabledUntil(rows, at, rows.size(), out);
        return out;
    }

    private static int disabledUntil(List<Entry> rows, int from, int to, List<Entry> out) {
        for (var i = from; i < to; i++) {
            if (!rows.get(i).enabled()) {
                out.add(rows.get(i));
            }
        }
        return to;
    }

    /// For each fresh parameter the old enabled row it continues, or -1; rising, so that order is kept.
    private static int[] align(List<Entry> old, List<Entry> fresh) {
        var origin = new int[fresh.size()];
        Arrays.fill(origin, -1);
        var head = 0;
        while (head < old.size() && head < fresh.size() && same(old.get(head), fresh.get(head))) {
            origin[head] = head;
            head++;
        }
        var tail = 0;
        while (tail < old.size() - head && tail < fresh.size() - head
                && same(old.get(old.size() - 1 - tail), fresh.get(fresh.size() - 1 - tail))) {
            origin[fresh.size() - 1 - tail] = old.size() - 1 - tail;
            tail++;
        }
        middle(old, fresh, head, tail, origin);
        return origin;
    }

    private static void middle(List<Entry> old, List<Entry> fresh, int head, int tail, int[] origin) {
        var oldEnd = old.size() - tail;
        var freshEnd = fresh.size() - tail;
        if (oldEnd - head == freshEnd - head) {
            for (var i = head; i < freshEnd; i++) {
                origin[i] = i;
            }
            return;
        }
        var places = new HashMap<String, Deque<Integer>>();
        for (var j = head; j < oldEnd; j++) {
            places.computeIfAbsent(old.get(j).key(), _ -> new ArrayDeque<>()).add(j);
        }
        var from = head;
        for (var i = head; i < freshEnd; i++) {
            var place = places.getOrDefault(fresh.get(i).key(), new ArrayDeque<>());
            while (!place.isEmpty() && place.peek() < from) {
                place.poll();
            }
            if (!place.isEmpty()) {
                origin[i] = place.poll();
                from = origin[i] + 1;
            }
        }
    }

    private List<Entry> pathVariables(List<Entry> before, List<String> names) {
        before.forEach(row -> {
            if (!row.value().isEmpty() || !row.description().isEmpty()) {
                remembered.put(row.key(), row);
            }
        });
        var old = before.stream().map(Entry::key).toList();
        var out = new ArrayList<Entry>();
        for (var i = 0; i < names.size(); i++) {
            var name = names.get(i);
            var at = old.indexOf(name);
            var renamed = names.size() == old.size() && !names.contains(old.get(i));
            out.add(at >= 0 ? before.get(at)
                    : remembered.containsKey(name) ? remembered.get(name)
                    : renamed ? before.get(i).withKey(name) : Entry.of(name, ""));
        }
        return out;
    }
}
