package dev.posthorn.workbench;

import dev.posthorn.oauth.Applications;
import dev.posthorn.oauth.StoredToken;
import dev.posthorn.oauth.TokenStore;
import dev.posthorn.store.Secrets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What logins need of this machine: where tokens and OAuth applications are kept, and the user's own files.
///
/// @param home        the user's home folder, where `.netrc` lies
/// @param environment of the process
/// @param secrets     where scripts keep what is theirs alone
public record Keepers(TokenStore tokens, Applications applications, Path home, Map<String, String> environment, Secrets secrets) {

    /// With a vault for scripts that lasts as long as the program.
    public Keepers(TokenStore tokens, Applications applications, Path home, Map<String, String> environment) {
        this(tokens, applications, home, environment, new SecretsForNow());
    }

    /// Tokens for as long as the program runs, no applications, no files.
    public static Keepers none() {
        return new Keepers(new InMemory(), Applications.NONE, Path.of(""), Map.of());
    }

    private static final class InMemory implements TokenStore {

        private final List<StoredToken> tokens = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private final List<Runnable> listeners = new ArrayList<>();

        @Override
        public synchronized List<StoredToken> all() {
            return List.copyOf(tokens);
        }

        @Override
        public void put(StoredToken token) {
            synchronized (this) {
                tokens.removeIf(t -> t.id().equals(token.id()));
                tokens.addFirst(token);
                List.of(token.accessToken(), token.idToken(), token.refreshToken()).stream().filter(t -> !t.isEmpty()).forEach(seen::add);
            }
            tell();
        }

        @Override
        public void remove(String id) {
            synchronized (this) {
                tokens.removeIf(t -> t.id().equals(id));
            }
            tell();
        }

        @Override
        public synchronized Set<String> known() {
            return Set.copyOf(seen);
        }

        @Override
        public synchronized AutoCloseable listen(Runnable changed) {
            listeners.add(changed);
            return () -> unlisten(changed);
        }

        private synchronized void unlisten(Runnable changed) {
            listeners.remove(changed);
        }

        private void tell() {
            List<Runnable> now;
            synchronized (this) {
                now = List.copyOf(listeners);
            }
            now.forEach(Runnable::run);
        }
    }
}
