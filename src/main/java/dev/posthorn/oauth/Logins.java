package dev.posthorn.oauth;

import dev.posthorn.auth.TokenSource;
import dev.posthorn.http.Cancellation;
import dev.posthorn.model.Finding;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/// Everything that is done with tokens: log in, renew, revoke, ask about them. All of it blocks but `source` and `glance`, and is safe from any thread.
/// One object serves the whole program: what many wait for is shared through it.
public final class Logins {

    private final Exchange exchange;
    private final TokenStore tokens;
    private final Applications applications;
    private final Clock clock;
    private final RandomGenerator random;
    private final Pause pause;
    private final Flights flights;

    /// @param random   for state, nonce and PKCE's verifier: must be a secure one
    /// @param executor runs what many wait for, so that the one who began it may be cancelled
    public Logins(Exchange exchange, TokenStore tokens, Applications applications, Clock clock, RandomGenerator random, Executor executor) {
        this(exchange, tokens, applications, clock, random, executor, Pause.REAL);
    }

    Logins(Exchange exchange, TokenStore tokens, Applications applications, Clock clock, RandomGenerator random, Executor executor, Pause pause) {
        this.exchange = exchange;
        this.tokens = tokens;
        this.applications = applications;
        this.clock = clock;
        this.random = random;
        this.pause = pause;
        flights = new Flights(executor);
    }

    public TokenStore tokens() {
        return tokens;
    }

    public Applications applications() {
        return applications;
    }

    public Clock clock() {
        return clock;
    }

    /// Gets a token and keeps it. A grant that needs nobody asks nothing of `agent`; it is closed at the end all the same.
    ///
    /// @param application the id of the OAuth application whose login it shall be; empty for the one that the settings name, or none
    /// @param agent       null where nobody can be asked: then only grants that need nobody work
    public LoginResult login(OAuthSettings settings, String application, UserAgent agent, LoginWatcher watcher, Cancellation cancellation) {
        try {
            return begin(watcher, cancellation).run(settings, application, agent);
        } finally {
            if (agent != null) {
                agent.close();
            }
        }
    }

    /// Renews a token now, whatever is left of its life. Sends that want it at the same time share this renewal.
    public LoginResult refresh(StoredToken token, OAuthSettings settings, LoginWatcher watcher, Cancellation cancellation) {
        try {
            var effective = Completion.effective(settings, token.application(), applications);
            return flights.share("token " + token.id(), flights.now(), cancellation, () -> renewal(watcher, new Cancellation()).run(token, effective));
        } catch (NoToken e) {
            return e.result();
        }
    }

    /// Revokes the refresh token, then the access token (RFC 7009), and forgets them; what went wrong with the revoking, where it did. Without a
    /// revocation endpoint they are only forgotten, and that is said.
    public Optional<Finding> forget(StoredToken token, OAuthSettings settings, LoginWatcher watcher, Cancellation cancellation) {
        var fault = inquiry(watcher, cancellation).revoke(token, settings);
        tokens.remove(token.id());
        return fault;
    }

    /// What the server says about a token (RFC 7662).
    public Told introspect(StoredToken token, OAuthSettings settings, LoginWatcher watcher, Cancellation cancellation) {
        return inquiry(watcher, cancellation).introspect(token, settings);
    }

    /// What the server says about who logged in (OpenID Connect Core §5.3).
    public Told userinfo(StoredToken token, OAuthSettings settings, LoginWatcher watcher, Cancellation cancellation) {
        return inquiry(watcher, cancellation).userinfo(token, settings);
    }

    /// Reads the metadata of an issuer, `…/.well-known/openid-configuration` or RFC 8414's, from its URL or the document's own.
    public Discovered discover(String url, LoginWatcher watcher, Cancellation cancellation) {
        return new Discovery(talk(watcher, cancellation)).discover(url);
    }

    /// For one send, made when it begins: its waiting ends with `cancellation`; an exchange that others wait for goes on.
    public TokenSource source(Cancellation cancellation) {
        return source(cancellation, moment());
    }

    /// The same for a send that began at `moment`, or is part of a run that did: a login that has failed since then is not tried again.
    public TokenSource source(Cancellation cancellation, long moment) {
        return new TokenLife(this, flights, cancellation, moment);
    }

    /// Now, for `source`.
    public long moment() {
        return flights.now();
    }

    /// For who shows what a send would do: what is kept, or a mark in its place. No server is asked.
    public TokenSource glance() {
        return new Glance(source(new Cancellation()), applications, clock);
    }

    Login begin(LoginWatcher watcher, Cancellation cancellation) {
        var talk = talk(watcher, cancellation);
        return new Login(talk, requests(), minting(), new Completion(talk), applications, pause);
    }

    Renewal renewal(LoginWatcher watcher, Cancellation cancellation) {
        var talk = talk(watcher, cancellation);
        return new Renewal(talk, requests(), minting(), new Completion(talk));
    }

    private Inquiry inquiry(LoginWatcher watcher, Cancellation cancellation) {
        var talk = talk(watcher, cancellation);
        return new Inquiry(talk, requests(), new Completion(talk), applications);
    }

    private Talk talk(LoginWatcher watcher, Cancellation cancellation) {
        return new Talk(exchange, clock, watcher, cancellation);
    }

    private Requests requests() {
        return new Requests(new Proving(clock, random));
    }

    private Minting minting() {
        return new Minting(clock, random, tokens);
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
