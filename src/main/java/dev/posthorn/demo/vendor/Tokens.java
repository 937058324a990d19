package dev.posthorn.demo.vendor;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The access tokens of one vendor's server.
public final class Tokens {

    private static final int MOST = 10_000;

    private final Shelf<Token> tokens = new Shelf<>(MOST);
    private final Stage stage;

    public Tokens(Stage stage) {
        this.stage = stage;
    }

    /// @param user for whom it speaks; empty for a program alone
    public record Token(String value, String client, String user, List<String> scopes, Instant until) {}

    /// @param lifetime in seconds, of the program's registration; faults may shorten it
    public Token issue(String client, String user, List<String> scopes, long lifetime) {
        var faults = stage.faults();
        var lives = faults.has(Fault.TOKEN_EXPIRES_EARLY) ? faults.number(Fault.TOKEN_EXPIRES_EARLY) : told(lifetime);
        var token = new Token(stage.fresh(32).toUpperCase(Locale.ROOT), client, user, List.copyOf(scopes), stage.now().plusSeconds(lives));
        tokens.put(token.value(), token);
        return token;
    }

    /// The lifetime that the answer tells, in seconds.
    public long told(long lifetime) {
        var faults = stage.faults();
        return faults.has(Fault.TOKEN_LIFETIME) ? faults.number(Fault.TOKEN_LIFETIME) : lifetime;
    }

    /// One that is known and not expired.
    public Optional<Token> good(String value) {
        return tokens.get(value).filter(t -> stage.now().isBefore(t.until()));
    }

    public boolean known(String value) {
        return tokens.get(value).isPresent();
    }

    /// Every token counts as expired from now on.
    public void expire() {
        var now = stage.now();
        tokens.replaceAll(t -> new Token(t.value(), t.client(), t.user(), t.scopes(), now));
    }

    public void revoke(String value) {
        tokens.take(value);
    }

    public void reset() {
        tokens.clear();
    }
}
