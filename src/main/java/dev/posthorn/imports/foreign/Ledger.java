package dev.posthorn.imports.foreign;

import dev.posthorn.formats.Report;
import dev.posthorn.formats.Report.Fate;
import dev.posthorn.formats.Report.Row;
import dev.posthorn.tree.Tracked;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Keeps account of what an import did with each value of a file, so that nothing is left out in silence.
///
/// 1. An item is opened before its parts are read and closed after the items in it were closed.
/// 2. What nobody read until then becomes a row "kept aside" with its place in the file.
/// 3. Values are never quoted, only names and templates: they may be secrets.
public final class Ledger {

    /// Folders in folders are read to this depth.
    public static final int DEPTH = 200;

    private static final String LEFT = "there is no place for it in a collection; it stays in the file it came from";

    private final Templates templates;
    private final List<List<Row>> groups = new ArrayList<>();
    private final Deque<Page> open = new ArrayDeque<>();
    private final Set<String> booked = new HashSet<>();
    private UnaryOperator<String> place = pointer -> pointer;
    private String file = "";

    private static final class Page {
        private final String item;
        private final String file;
        private final Tracked at;
        private final List<Row> rows = new ArrayList<>();
        private int inner;
        private int elsewhere;

        Page(String item, String file, Tracked at) {
            this.item = item;
            this.file = file;
            this.at = at;
        }

        boolean holds(Page other) {
            return file.equals(other.file) && (other.at.pointer().equals(at.pointer()) || other.at.pointer().startsWith(at.pointer() + "/"));
        }
    }

    public Ledger(Templates templates) {
        this.templates = templates;
    }

    /// The trees that are opened from now on come from this file.
    ///
    /// @param name  as it stands in the report; empty where there is only one
    /// @param where from a JSON pointer to what is shown as the place
    public void file(String name, UnaryOperator<String> where) {
        file = name;
        place = where;
    }

    /// An item begins.
    ///
    /// @param item the path of names to it; empty for the whole
    public void open(String item, Tracked at) {
        var page = new Page(item, file, at);
        groups.add(page.rows);
        open.push(page);
    }

    /// The item that was opened last is read.
    public void close() {
        var page = open.pop();
        for (var left : page.at.unread()) {
            aside(page, left, name(left), LEFT);
            left.skip();
        }
        var all = leaves(page.at.peek());
        var kept = all - page.inner - page.elsewhere;
        if (kept > 0) {
            page.rows.addFirst(Row.kept(page.item, place(page.at), kept));
        }
        page.at.skip();
        open.stream().filter(outer -> outer.holds(page)).findFirst().ifPresent(outer -> outer.inner += all);
    }

    /// The value is in the result under another name or in another form.
    public void translated(Tracked at, String from, String to, String reason) {
        var page = open.peek();
        page.rows.add(new Row(page.item, Fate.TRANSLATED, place(at), from, to, reason, book(page, at)));
    }

    /// The value is not in the result; counts it as read.
    public void aside(Tracked at, String from, String reason) {
        aside(open.peek(), at, from, reason);
        at.skip();
    }

    /// The value is in the result as it was, but there is something to say about it.
    public void noted(Tracked at, String what, String reason) {
        var page = open.peek();
        page.rows.add(new Row(page.item, Fate.KEPT, place(at), what, "", reason, book(page, at)));
    }

    private void aside(Page page, Tracked at, String from, String reason) {
        page.rows.add(new Row(page.item, Fate.ASIDE, place(at), from, "", reason, book(page, at)));
    }

    /// How many values the row stands for; each value is counted in one row only.
    private int book(Page page, Tracked at) {
        var count = Math.max(1, leaves(at.peek()));
        if (booked.add(file + at.pointer())) {
            page.elsewhere += leaves(at.peek());
        }
        return count;
    }

    private String place(Tracked at) {
        var where = place.apply(at.pointer());
        return file.isEmpty() ? where : where.isEmpty() ? file : file + ": " + where;
    }

    /// The last name on the way to the value: "sortKey"; for an element of a list "tags[0]".
    private static String name(Tracked at) {
        var steps = at.pointer().split("/");
        var last = steps.length - 1;
        var name = last < 0 ? "" : steps[last].replace("~1", "/").replace("~0", "~");
        return name.matches("\\d+") && last > 1 ? steps[last - 1] + "[" + name + "]" : name;
    }

    /// The values below, without empty ones: there is nothing to lose in them. Plain loops, since a file may nest as deep as the stack allows.
    private static int leaves(Object value) {
        var count = 0;
        switch (value) {
            case null -> { }
            case Map<?, ?> map -> {
                for (var inner : map.values()) {
                    count += leaves(inner);
                }
            }
            case List<?> list -> {
                for (var inner : list) {
                    count += leaves(inner);
                }
            }
            case String text -> count = text.isEmpty() ? 0 : 1;
            default -> count = 1;
        }
        return count;
    }

    /// The text there, with its variables in Postman's notation.
    public String text(Tracked at) {
        return templated(at, at.text());
    }

    /// `text`, which came from `at`, with its variables in Postman's notation.
    public String templated(Tracked at, String text) {
        var result = templates.translate(text);
        for (var change : result.changes()) {
            if (change.to().isEmpty()) {
                noted(at, change.from(), change.why());
            } else {
                translated(at, change.from(), change.to(), change.why());
            }
        }
        return result.text();
    }

    public Report report() {
        return new Report(groups.stream().flatMap(List::stream).toList());
    }
}
