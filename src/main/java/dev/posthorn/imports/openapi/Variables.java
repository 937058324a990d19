package dev.posthorn.imports.openapi;

import dev.posthorn.model.Entry;
import java.util.ArrayList;
import java.util.List;

/// The variables that the imported collection gets: addresses of servers, and secrets without values.
final class Variables {

    private final List<Entry> entries = new ArrayList<>();

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /// Adds a variable and returns the name it got: another one where that name stands for something else already.
    String add(Entry wanted) {
        var entry = wanted.withKey(wanted.key().replaceAll("[^\\p{L}\\p{N}_.-]+", "_"));
        for (var number = 1; ; number++) {
            var name = number == 1 ? entry.key() : entry.key() + number;
            var taken = entries.stream().filter(e -> e.key().equals(name)).findFirst();
            if (taken.isEmpty()) {
                entries.add(entry.withKey(name));
                return name;
            }
            if (taken.get().equals(entry.withKey(name))) {
                return name;
            }
        }
    }

    /// Adds another value for a variable, switched off: the user may switch it on instead.
    void choice(Entry entry) {
        entries.add(entry.withEnabled(false));
    }
}
