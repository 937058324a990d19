package dev.posthorn.odata;

import java.util.Collection;
import java.util.Locale;

/// The name that was probably meant, where one was mistyped.
public final class Nearest {

    private static final int LONGEST = 80;

    private Nearest() {}

    /// The nearest of `names`, null where none is near. Other case alone counts as very near.
    public static String of(String typed, Collection<String> names) {
        if (typed.isEmpty() || typed.length() > LONGEST) {
            return null;
        }
        String best = null;
        var least = 1 + typed.length() / 3;
        for (var name : names) {
            if (name.equalsIgnoreCase(typed)) {
                return name;
            }
            if (Math.abs(name.length() - typed.length()) <= least && name.length() <= LONGEST) {
                var distance = distance(typed.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
                if (distance < least || distance == least && best == null) {
                    best = name;
                    least = distance;
                }
            }
        }
        return best != null ? best : begins(typed, names);
    }

    private static String begins(String typed, Collection<String> names) {
        if (typed.length() < 3) {
            return null;
        }
        return names.stream().filter(n -> n.regionMatches(true, 0, typed, 0, typed.length())).findFirst().orElse(null);
    }

    /// The end of a sentence about an unknown name: "; did you mean `Name`?", or nothing.
    public static String hint(String typed, Collection<String> names) {
        var near = of(typed, names);
        return near == null ? "" : "; did you mean `" + near + "`?";
    }

    /// Letters to change, add or leave out; two that changed places count as one (Damerau).
    private static int distance(String a, String b) {
        var before = new int[b.length() + 1];
        var row = new int[b.length() + 1];
        var two = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var spare = two;
            two = before;
            before = row;
            row = spare;
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var same = a.charAt(i - 1) == b.charAt(j - 1);
                row[j] = Math.min(Math.min(row[j - 1], before[j]) + 1, before[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], two[j - 2] + 1);
                }
            }
        }
        return row[b.length()];
    }
}
