package dev.posthorn.formats;

import dev.posthorn.tree.Json;
import java.util.ArrayDeque;

/// Finds values of a file that are nested so deep that nothing could be done with them: what compares and writes them goes level by level.
public final class Nesting {

    /// How deep lists and objects of one item may be nested. Folders in folders do not count: `PostmanCollection.DEPTH` says how deep those may go.
    public static final int LIMIT = 500;

    /// For what is kept beside an item: a value of it, and the way to it.
    public static final int BESIDE = 800;

    private Nesting() {}

    private record Open(Json value, int depth) {}

    /// The first value that lies deeper than `limit`; null where there is none.
    public static Json below(Json root, int limit) {
        var open = new ArrayDeque<Open>();
        open.push(new Open(root, 0));
        while (!open.isEmpty()) {
            var next = open.pop();
            if (next.depth() > limit) {
                return next.value();
            }
            switch (next.value()) {
                case Json.Obj object -> {
                    for (var member : object.members()) {
                        var items = member.value() instanceof Json.Arr && member.key().value().equals("item");
                        push(open, member.value(), items ? 0 : next.depth() + 1);
                    }
                }
                case Json.Arr array -> array.elements().forEach(element -> push(open, element, next.depth() + 1));
                case Json.Text _, Json.Num _, Json.Flag _, Json.Null _ -> { }
            }
        }
        return null;
    }

    private static void push(ArrayDeque<Open> open, Json value, int depth) {
        if (value instanceof Json.Obj || value instanceof Json.Arr) {
            open.push(new Open(value, depth));
        }
    }
}
