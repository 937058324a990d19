package dev.posthorn.demo.vendor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The last 500 calls that the demo server received, without their bodies and with secrets covered.
public final class Journal {

    private static final int MOST = 500;
    private static final int LONGEST = 400;
    private static final Pattern SECRET = Pattern.compile("(?i)([?&](?:[a-z_]*token|[a-z_]*secret|[a-z_]*password|code|client_assertion|api_?key)=)[^&]*");

    private final ArrayDeque<Entry> entries = new ArrayDeque<>();
    private long last;

    /// One call.
    ///
    /// @param number counts from 1
    /// @param at     when it was answered, milliseconds since 1970
    /// @param who    user or client; empty where it is not known
    /// @param wrong  what was wrong, in words; empty for nothing
    public record Entry(long number, long at, String method, String path, String who, int status, String wrong) {}

    public synchronized void add(long at, String method, String path, String query, String who, int status, String wrong) {
        var whole = query.isEmpty() ? path : SECRET.matcher(cut(path + "?" + query)).replaceAll("$1•••");
        entries.addLast(new Entry(++last, at, cut(method), cut(whole), cut(who), status, cut(wrong)));
        if (entries.size() > MOST) {
            entries.removeFirst();
        }
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    /// Those after that number, the oldest first.
    public synchronized List<Entry> after(long number) {
        var news = new ArrayList<Entry>();
        for (var entry : entries) {
            if (entry.number() > number) {
                news.add(entry);
            }
        }
        return news;
    }

    public synchronized long last() {
        return last;
    }

    /// The number of the first that is kept; one more than the last where none is.
    public synchronized long first() {
        return entries.isEmpty() ? last + 1 : entries.getFirst().number();
    }

    /// Numbers go on, so that whoever reads along misses nothing.
    public synchronized void reset() {
        entries.clear();
    }
}
