package dev.posthorn.demo.identity;

import java.time.Instant;

/// An authorization code: what the login page gives, to be exchanged once (RFC 6749 §4.1.2).
///
/// @param challenge of PKCE (RFC 7636); empty for none
/// @param method    `plain` or `S256`
/// @param family    of the tokens that it was exchanged for; empty while it was not
record Code(String value, Login login, String redirect, String challenge, String method, Instant expires, String family) {

    Code exchanged(String tokens) {
        return new Code(value, login, redirect, challenge, method, expires, tokens);
    }
}
