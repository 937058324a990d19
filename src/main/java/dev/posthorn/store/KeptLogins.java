package dev.posthorn.store;

import dev.posthorn.oauth.Application;
import dev.posthorn.oauth.Applications;
import dev.posthorn.oauth.StoredToken;
import dev.posthorn.oauth.TokenStore;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The logins and the OAuth applications of this machine, one of each for the whole program. What cannot be read or kept is said once, when it turns up. Made when
/// they are first asked for; files are touched by the first question to them.
public final class KeptLogins {

    private final Home home;
    private final Secrets secrets;
    private final Set<String> said = new LinkedHashSet<>();
    private final List<String> unheard = new ArrayList<>();
    private TokenStore tokens;
    private Applications applications;
    private Consumer<String> hears;

    public KeptLogins(Home home, Secrets secrets) {
        this.home = home;
        this.secrets = secrets;
    }

    public synchronized TokenStore tokens() {
        tokens = tokens == null ? new Tokens(new KeptTokens(home, secrets), this::tell) : tokens;
        return tokens;
    }

    public synchronized Applications applications() {
        applications = applications == null ? new Apps(new ApplicationFile(home, secrets), this::tell) : applications;
        return applications;
    }

    /// `hears` is told each trouble once, on any thread; what came before is told now.
    public void troubled(Consumer<String> listener) {
        List<String> before;
        synchronized (said) {
            hears = listener;
            before = List.copyOf(unheard);
            unheard.clear();
        }
        before.forEach(listener);
    }

    private void tell(List<String> troubles) {
        if (troubles.isEmpty()) {
            return;
        }
        List<String> news;
        Consumer<String> listener;
        synchronized (said) {
            news = troubles.stream().filter(said::add).toList();
            listener = hears;
            if (listener == null) {
                unheard.addAll(news);
            }
        }
        if (listener != null) {
            news.forEach(listener);
        }
    }

    private record Tokens(KeptTokens kept, Consumer<List<String>> tell) implements TokenStore {

        @Override
        public List<StoredToken> all() {
            var all = kept.all();
            tell.accept(kept.troubles());
            return all;
        }

        @Override
        public void put(StoredToken token) {
            kept.put(token);
            tell.accept(kept.troubles());
        }

        @Override
        public void remove(String id) {
            kept.remove(id);
            tell.accept(kept.troubles());
        }

        @Override
        public AutoCloseable listen(Runnable changed) {
            return kept.listen(changed);
        }

        @Override
        public Set<String> known() {
            return kept.known();
        }

        @Override
        public List<String> troubles() {
            return kept.troubles();
        }
    }

    private record Apps(ApplicationFile kept, Consumer<List<String>> tell) implements Applications {

        @Override
        public List<Application> all() {
            var all = kept.all();
            tell.accept(kept.troubles());
            return all;
        }

        @Override
        public Optional<Application> find(String id) {
            var found = kept.find(id);
            tell.accept(kept.troubles());
            return found;
        }

        @Override
        public void put(Application application) {
            kept.put(application);
            tell.accept(kept.troubles());
        }

        @Override
        public void remove(String id) {
            kept.remove(id);
            tell.accept(kept.troubles());
        }

        @Override
        public AutoCloseable listen(Runnable changed) {
            return kept.listen(changed);
        }

        @Override
        public Set<String> known() {
            return kept.known();
        }

        @Override
        public List<String> troubles() {
            return kept.troubles();
        }
    }
}
