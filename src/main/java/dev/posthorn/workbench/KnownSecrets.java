package dev.posthorn.workbench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// The tokens, secrets of applications and cookies of sessions that were seen since the start of the program, to be hidden wherever they turn up. It asks nobody: neither disk
/// nor keychain.
///
/// It gives one and the same set until there are more, since every exchange of the console keeps it. Safe from any thread.
final class KnownSecrets implements Supplier<Set<String>> {

    private record Union(List<Set<String>> parts, Set<String> all) {}

    private final Keepers keepers;
    private volatile Supplier<Set<String>> sessions = Set::of;
    private volatile Union last = new Union(List.of(), Set.of());

    KnownSecrets(Keepers keepers) {
        this.keepers = keepers;
    }

    /// Further ones, of which each set never changes.
    void also(Supplier<Set<String>> others) {
        sessions = others;
    }

    @Override
    public Set<String> get() {
        var parts = new ArrayList<Set<String>>();
        for (var part : List.of(keepers.tokens().known(), keepers.applications().known(), sessions.get())) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        if (parts.size() < 2) {
            return parts.isEmpty() ? Set.of() : parts.getFirst();
        }
        var union = last;
        if (!same(union.parts(), parts)) {
            var all = new HashSet<String>();
            parts.forEach(all::addAll);
            union = new Union(List.copyOf(parts), Set.copyOf(all));
            last = union;
        }
        return union.all();
    }

    private static boolean same(List<Set<String>> some, List<Set<String>> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (var i = 0; i < some.size(); i++) {
            if (some.get(i) != others.get(i)) {
                return false;
            }
        }
        return true;
    }
}
