package dev.posthorn.vendors;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/// Secrets that went by, the newest of them, to be hidden wherever they turn up. Safe from any thread.
final class SeenSecrets {

    private static final int MOST = 500;

    /// What is shorter stands in every other text.
    private static final int SHORTEST = 4;

    private final LinkedHashSet<String> values = new LinkedHashSet<>();
    private Set<String> now = Set.of();

    synchronized void add(Stream<String> secrets) {
        var more = false;
        for (var secret : (Iterable<String>) secrets.filter(s -> s.length() >= SHORTEST)::iterator) {
            more |= values.add(secret);
        }
        if (more) {
            while (values.size() > MOST) {
                values.remove(values.iterator().next());
            }
            now = Set.copyOf(values);
        }
    }

    synchronized Set<String> all() {
        return now;
    }
}
