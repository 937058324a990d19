package dev.posthorn.ui.oauth;

import dev.posthorn.http.Cancellation;
import dev.posthorn.oauth.LoginWatcher;
import dev.posthorn.oauth.UserAgent;
import java.net.URI;
import java.time.Instant;

/// A user agent whose waiting is seen in the window: the page's address, and a device code large enough to be read from afar.
///
/// @param where completes "Waiting for you in "
public record ShownAgent(UserAgent agent, LoginScreen screen, String where) implements UserAgent {

    @Override
    public URI ready(String wanted) throws Unusable {
        return agent.ready(wanted);
    }

    @Override
    public Came ask(URI page, String state, LoginWatcher watcher, Cancellation cancellation) {
        screen.waiting(page, where);
        return agent.ask(page, state, watcher, cancellation);
    }

    @Override
    public void show(URI page, String code, Instant expires) {
        screen.code(page, code, expires);
        agent.show(page, code, expires);
    }

    @Override
    public void close() {
        agent.close();
    }
}
