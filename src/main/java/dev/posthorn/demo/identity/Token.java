package dev.posthorn.demo.identity;

import java.time.Instant;

/// A token that was given out.
///
/// @param family all tokens that came of one login
/// @param used   a refresh token that was replaced by another
record Token(String value, boolean refresh, Login login, String family, Instant issued, Instant expires, boolean used) {

    boolean good(Instant now) {
        return !used && now.isBefore(expires);
    }

    Token ended(Instant now) {
        return new Token(value, refresh, login, family, issued, now.minusSeconds(1), used);
    }

    Token replaced() {
        return new Token(value, refresh, login, family, issued, expires, true);
    }
}
