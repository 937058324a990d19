package dev.posthorn.oauth;

import dev.posthorn.auth.TokenSource;
import dev.posthorn.http.Cancellation;
import dev.posthorn.model.Finding;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/// Everything that is done with tokens: log in, renew, revoke, ask about them. All of it blocks but `source`, and is safe from any thread.
///
/// @param random   for state, nonce and PKCE's verifier: must be a secure one
/// @param executor runs what many wait for, so that the one who began it may be cancelled
public record Logins(Exchange exchange, TokenStore tokens, Applications applications, Clock clock, RandomGenerator random, Executor executor) {

    /// Gets a token and keeps it. A grant that needs nobody leaves `agent` alone.
    ///
    /// @param application the id of the OAuth application whose login it shall be; empty for none
    public LoginResult login(OAuthSettings settings, String application, UserAgent agent, LoginWatcher watcher, Cancellation cancellation) {
        throw new UnsupportedOperationException();
    }

    /// Renews a token now, whatever is left of its life.
    public LoginResult refresh(StoredToken token, OAuthSettings settings, LoginWatcher watcher, Cancellation cancellation) {
        throw new UnsupportedOperationException();
    }

    /// Revokes the refresh token, else the access token (RFC 7009), and forgets it; what went wrong with the revoking, where it did. Without a
    /// revocation endpoint it is only forgotten, and that is said.
    public Optional<Finding> forget(StoredToken token, OAuthSettings settings, LoginWatcher watcher, Cancellation cancellation) {
        throw new UnsupportedOperationException();
    }

    /// What the server says about a token (RFC 7662).
    public Told introspect(StoredToken token, OAuthSettings settings, LoginWatcher watcher, Cancellation cancellation) {
        throw new UnsupportedOperationException();
    }

    /// What the server says about who logged in (OpenID Connect Core §5.3).
    public Told userinfo(StoredToken token, OAuthSettings settings, LoginWatcher watcher, Cancellation cancellation) {
        throw new UnsupportedOperationException();
    }

    /// Reads the metadata of an issuer, `…/.well-known/openid-configuration` or RFC 8414's, from its URL or the document's own.
    public Discovered discover(String url, LoginWatcher watcher, Cancellation cancellation) {
        throw new UnsupportedOperationException();
    }

    /// For one send: its waiting ends with `cancellation`; an exchange that others wait for goes on.
    public TokenSource source(Cancellation cancellation) {
        throw new UnsupportedOperationException();
    }

    /// An answer of the server, or why there is none.
    public sealed interface Told {
        /// @param json pretty, secrets in it are the caller's to cover
        record Answer(String json) implements Told {}

        record Nothing(Finding finding) implements Told {}
    }

    /// What discovery found.
    public sealed interface Discovered {
        /// @param values settings by Postman's keys and ours, to be put into the form: authUrl, accessTokenUrl, …
        /// @param notes  such as an issuer that differs from the URL
        record Metadata(String issuer, java.util.Map<String, String> values, java.util.List<String> scopes, java.util.List<String> grants, java.util.List<Finding> notes)
                implements Discovered {}

        record Nothing(Finding finding) implements Discovered {}
    }
}
