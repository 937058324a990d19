package dev.posthorn.odata.query;

import java.util.ArrayList;
import java.util.List;

/// Writes nested expands as v2 and v3 have them: `$expand=Orders/Items`, and what is selected of them as paths of the one `$select`.
final class OldExpand {

    private OldExpand() {}

    static List<String> paths(Options options) {
        var paths = new ArrayList<String>();
        collect("", options, paths);
        return paths;
    }

    private static void collect(String before, Options options, List<String> into) {
        for (var expand : options.expand()) {
            var path = before + expand.path();
            if (expand.options().expand().isEmpty()) {
                into.add(path);
            } else {
                collect(path + "/", expand.options(), into);
            }
        }
    }

    static List<String> select(Options options) {
        var paths = new ArrayList<String>();
        if (anySelect(options)) {
            select("", options, paths);
        }
        return paths;
    }

    /// As read from a URL, without what is selected only because it is expanded: `select` writes it again.
    static Options apart(Options options) {
        var own = options.select().stream().filter(s -> options.expand().stream().noneMatch(e -> e.path().split("/", 2)[0].equals(s))).toList();
        return own.isEmpty() || own.contains("*") ? options : options.withSelect(own);
    }

    private static boolean anySelect(Options options) {
        return !options.select().isEmpty() || options.expand().stream().anyMatch(e -> anySelect(e.options()));
    }

    private static void select(String before, Options options, List<String> into) {
        if (options.select().isEmpty()) {
            into.add(before.isEmpty() ? "*" : before + "*");
        }
        options.select().forEach(s -> into.add(before + s));
        for (var expand : options.expand()) {
            if (anySelect(expand.options())) {
                select(before + expand.path() + "/", expand.options(), into);
            } else {
                // What is expanded must be selected too, or it does not come along (OData 2 §4.8).
                var first = expand.path().split("/", 2)[0];
                if (options.select().stream().noneMatch(s -> s.equals("*") || s.equals(first) || s.startsWith(first + "/")) && !into.contains(before + first)) {
                    into.add(before + first);
                }
            }
        }
    }
}
