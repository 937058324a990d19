package dev.posthorn.cli;

import dev.posthorn.cli.report.Columns;
import dev.posthorn.cli.report.Paint;
import dev.posthorn.model.BadItem;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.OtherItem;
import dev.posthorn.model.RequestItem;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;

/// The tree of a collection, drawn with lines, as `posthorn run --list` prints it. Works through its own stack: collections nest without limit.
final class CollectionTree {

    private final Terminal terminal;
    private final Paint paint;

    CollectionTree(Terminal terminal) {
        this.terminal = terminal;
        this.paint = new Paint(terminal.colour());
    }

    private record Level(Iterator<Item> items, String indent) {}

    void print(String title, List<Item> items) {
        terminal.out().println(paint.strong(Columns.plain(title)));
        var levels = new ArrayDeque<Level>();
        levels.push(new Level(items.iterator(), ""));
        while (!levels.isEmpty()) {
            var level = levels.peek();
            if (!level.items().hasNext()) {
                levels.pop();
                continue;
            }
            var item = level.items().next();
            var last = !level.items().hasNext();
            terminal.out().println(paint.quiet(level.indent() + (last ? "└─ " : "├─ ")) + label(item));
            if (item instanceof Folder folder) {
                levels.push(new Level(folder.items().iterator(), level.indent() + (last ? "   " : "│  ")));
            }
        }
        terminal.out().flush();
    }

    private String label(Item item) {
        return switch (item) {
            case Folder folder -> Columns.plain(folder.name()) + "/";
            case RequestItem request -> {
                var method = Columns.plain(request.request().method());
                yield paint.method(method, method) + " " + Columns.plain(request.name());
            }
            case OtherItem other -> paint.quiet(Columns.plain(other.kind())) + " " + Columns.plain(other.name());
            case BadItem bad -> paint.bad("unreadable") + " " + Columns.plain(bad.name()) + ": " + Columns.plain(bad.sentence());
        };
    }

    /// How many requests a list of items holds, on all levels.
    static long requests(Collection collection) {
        var waiting = new ArrayDeque<>(collection.items());
        var count = 0L;
        while (!waiting.isEmpty()) {
            if (waiting.pop() instanceof Folder folder) {
                folder.items().forEach(waiting::push);
            } else {
                count++;
            }
        }
        return count;
    }
}
