package dev.posthorn.demo.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// All that the server remembers: codes, tokens, devices, sessions of browsers. In memory, and never more than a certain number of each.
final class Ledger {

    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

    final Shelf<Code> codes = new Shelf<>();
    final Shelf<Token> tokens = new Shelf<>();
    final Shelf<Device> devices = new Shelf<>();
    /// Session of a browser → user name.
    final Shelf<String> sessions = new Shelf<>();
    /// Client and user that had their one refresh token.
    final Shelf<String> served = new Shelf<>();
    /// Ids of assertions that were used.
    final Shelf<Instant> assertions = new Shelf<>();
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Ledger(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    String fresh() {
        var bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Letters that are not mistaken for others and make no words (RFC 8628 §6.1): `WDJB-MJHT`.
    String typeable() {
        var code = new StringBuilder();
        for (var i = 0; i < 8; i++) {
            code.append(i == 4 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    Optional<Token> good(String value, boolean refresh) {
        return tokens.get(value).filter(t -> t.refresh() == refresh && t.good(now()));
    }

    void endFamily(String family) {
        tokens.removeIf(t -> t.family().equals(family));
    }

    void expireAccess() {
        var now = now();
        tokens.changeAll(t -> t.refresh() ? t : t.ended(now));
    }

    void reset() {
        codes.clear();
        tokens.clear();
        devices.clear();
        sessions.clear();
        served.clear();
        assertions.clear();
    }
}
