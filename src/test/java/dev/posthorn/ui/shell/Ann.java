package dev.posthorn.ui.shell;

import dev.posthorn.oauth.agent.Browser;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Somebody at the system's browser: fills in the login page of the demo server, and follows wherever that leads.
final class Ann implements Browser {

    private final List<URI> opened = new CopyOnWriteArrayList<>();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    volatile String user = "ann";
    volatile String decision = "allow";
    /// Whether there is anybody at all.
    volatile boolean away;

    @Override
    public Optional<String> open(URI page) {
        opened.add(page);
        if (!away) {
            Thread.ofVirtual().name("ann").start(() -> logIn(page));
        }
        return Optional.empty();
    }

    void logIn(URI page) {
        try (var browser = new dev.posthorn.demo.identity.Browser()) {
            var shown = browser.open(page, "");
            seen.add(shown.status() + " " + shown.at());
            if (shown.html().contains("<form")) {
                var after = browser.submit(shown, Map.of("user", List.of(user), "password", List.of("secret"), "decision", List.of(decision)), "");
                seen.add(after.status() + " " + after.at());
            }
        } catch (IOException e) {
            seen.add(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void forget() {
        opened.clear();
        seen.clear();
    }

    List<URI> opened() {
        return List.copyOf(opened);
    }

    List<String> seen() {
        return List.copyOf(seen);
    }
}
