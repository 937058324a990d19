package dev.posthorn.workbench;

import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.http.Options;
import dev.posthorn.http.Progress;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Wire;
import dev.posthorn.oauth.Exchange;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/// Sends the requests of logins through the engine, so that proxies, certificates and hosts of the workspace hold for them, and the console
/// shows them.
///
/// @param secrets the values that must not be shown, asked for at each exchange, of which each set never changes
record LoginExchange(Engine engine, Console console, Supplier<Set<String>> secrets) implements Exchange {

    private static final Duration CONNECT = Duration.ofSeconds(30);
    private static final Duration WHOLE = Duration.ofSeconds(60);
    private static final Options OPTIONS = Options.defaults().withCookies(false).redirects(false, 0).timeouts(CONNECT, WHOLE);

    /// What is longer is no answer of a login: it is cut here, and whoever reads it says so. In bytes.
    private static final long MOST = 2 << 20;

    @Override
    public Outcome send(Wire wire, String purpose, Cancellation cancellation) {
        var limited = new Limited();
        cancellation.whenCancelled(limited.cancellation::cancel);
        var outcome = console.under(purpose, Set.of(), secrets, () -> engine.send(wire, OPTIONS, new Cookies(Clock.systemUTC()), limited, limited.cancellation));
        return outcome instanceof Outcome.Cancelled && limited.reached && !cancellation.cancelled() && outcome.exchanges().stream().anyMatch(h -> h.received() != null)
                ? new Outcome.Received(outcome.exchanges().stream().filter(h -> h.received() != null).toList()) : outcome;
    }

    /// Ends what would never end.
    private static final class Limited implements Progress {

        private final Cancellation cancellation = new Cancellation();
        private volatile boolean reached;

        @Override
        public void headArrived(int status) {}

        @Override
        public void received(long decoded, long onWire) {
            if (decoded > MOST) {
                reached = true;
                cancellation.cancel();
            }
        }
    }
}
