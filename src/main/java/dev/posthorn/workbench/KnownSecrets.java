package dev.posthorn.workbench;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/// The tokens and secrets of applications that were seen since the start of the program, to be hidden wherever they turn up. It asks nobody: neither disk
/// nor keychain.
///
/// It gives one and the same set until there are more, since every exchange of the console keeps it. Safe from any thread.
final class KnownSecrets implements Supplier<Set<String>> {

    private record Union(Set<String> tokens, Set<String> applications, Set<String> both) {}

    private final Keepers keepers;
    private volatile Union last = new Union(Set.of(), Set.of(), Set.of());

    KnownSecrets(Keepers keepers) {
        this.keepers = keepers;
    }

    @Override
    public Set<String> get() {
        var tokens = keepers.tokens().known();
        var applications = keepers.applications().known();
        if (applications.isEmpty()) {
            return tokens;
        }
        var union = last;
        if (union.tokens() != tokens || union.applications() != applications) {
            var both = new HashSet<>(tokens);
            both.addAll(applications);
            union = new Union(tokens, applications, Set.copyOf(both));
            last = union;
        }
        return union.both();
    }
}
