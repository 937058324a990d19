package dev.posthorn.exports;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Gives each heading of a page a name that links can point to.
final class Anchors {

    private final Set<String> taken = new HashSet<>();

    String of(String name) {
        var slug = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
        var base = slug.isEmpty() ? "item" : slug.length() > 60 ? slug.substring(0, 60) : slug;
        var anchor = base;
        for (var number = 2; !taken.add(anchor); number++) {
            anchor = base + "-" + number;
        }
        return anchor;
    }
}
