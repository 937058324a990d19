package dev.posthorn.demo.identity;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A program that is registered at the identity server.
///
/// @param secret    empty for a public client
/// @param redirects the URIs it may be redirected to, letter by letter; `LOOPBACK` stands for every one on this computer (RFC 8252 §7.3)
/// @param scopes    that it may ask for
/// @param grants    `grant_type` values that it may use; `implicit` for tokens straight from the login page
/// @param methods   how it may prove itself (`token_endpoint_auth_method` values, and `query` for the query of a GET)
/// @param lifetime  of access tokens, in seconds
/// @param rotates   whether each refresh brings a new refresh token and ends the old one
/// @param says      a sentence for the list of clients
record Client(String id, String secret, List<String> redirects, List<String> scopes, Set<String> grants, Set<String> methods, long lifetime, boolean rotates,
        Map<Fault, Long> faults, String says) {

    static final String LOOPBACK = "any URI on 127.0.0.1, localhost or [::1]";

    private static final Set<String> LOCAL = Set.of("127.0.0.1", "localhost", "[::1]");

    boolean open() {
        return secret.isEmpty() && methods.equals(Set.of("none"));
    }

    boolean mayBeSentTo(String redirect) {
        return redirects.contains(redirect) || redirects.contains(LOOPBACK) && local(redirect);
    }

    private static boolean local(String redirect) {
        try {
            var uri = URI.create(redirect);
            return uri.getHost() != null && LOCAL.contains(uri.getHost()) && uri.getRawFragment() == null
                    && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
