package dev.posthorn.oauth;

import dev.posthorn.auth.Token;
import dev.posthorn.auth.TokenSource;
import dev.posthorn.http.Cancellation;
import dev.posthorn.model.Auth;
import dev.posthorn.model.BadLogin;
import dev.posthorn.model.Finding;
import dev.posthorn.model.Mend;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives tokens to one send: what is kept, or renewed shortly before it expires, or got anew where no person is needed.
///
/// 1. A token counts as expired half a minute before its time, or a tenth of its life where that is less.
/// 2. A refresh token that was refused marks its login; grants that need nobody then get a new one by themselves, the others say so.
/// 3. A token in the file itself is sent as it is, and never renewed.
final class TokenLife implements TokenSource {

    private static final String TYPE = "OAuth 2.0";
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final Logins logins;
    private final Flights flights;
    private final Cancellation cancellation;
    private final long born;

    /// @param born when the send began, from `Flights.now`
    TokenLife(Logins logins, Flights flights, Cancellation cancellation, long born) {
        this.logins = logins;
        this.flights = flights;
        this.cancellation = cancellation;
        this.born = born;
    }

    @Override
    public Got token(Auth values) {
        try {
            var settings = effective(values);
            if (!settings.literal().isEmpty()) {
                return new Got.Has(new Token("", settings.literal(), Optional.empty()));
            }
            var kept = kept(settings);
            if (kept.isPresent() && usable(kept.get(), settings)) {
                return has(kept.get(), settings);
            }
            if (kept.isEmpty() && person(settings)) {
                return new Got.None(new BadLogin.Needed(TYPE));
            }
            return got(flights.share("get " + key(settings), born, cancellation, () -> obtain(settings, "")), settings);
        } catch (NoToken e) {
            return none(e.result());
        }
    }

    @Override
    public Got instead(Token refused, Auth values) {
        try {
            var settings = effective(values);
            if (refused.id().isEmpty() || !settings.autoRefresh()) {
                return new Got.None(new BadLogin.Refused(TYPE, Faults.refused()));
            }
            var kept = kept(settings);
            if (kept.isPresent() && usable(kept.get(), settings) && !value(kept.get(), settings).equals(refused.value())) {
                return has(kept.get(), settings);
            }
            var key = "instead of " + Fingerprint.of(List.of(refused.value())) + " " + key(settings);
            return got(flights.share(key, born, cancellation, () -> obtain(settings, refused.value())), settings);
        } catch (NoToken e) {
            return none(e.result());
        }
    }

    @Override
    public Optional<Token> known(Auth values) {
        try {
            var settings = effective(values);
            return settings.literal().isEmpty() ? kept(settings).map(t -> new Token(t.id(), value(t, settings), expires(t, settings)))
                    : Optional.of(new Token("", settings.literal(), Optional.empty()));
        } catch (NoToken e) {
            return Optional.empty();
        }
    }

    private OAuthSettings effective(Auth values) throws NoToken {
        return Completion.effective(new OAuthSettings(values), "", logins.applications());
    }

    private static boolean person(OAuthSettings settings) throws NoToken {
        return settings.grant().orElseThrow(() -> new NoToken(Faults.noGrant(settings.text("grant_type")))).person();
    }

    private static String key(OAuthSettings settings) {
        return settings.proofprint() + " " + settings.login();
    }

    /// The login that these settings name, or the application's shared one, or the newest that was got with them.
    private Optional<StoredToken> kept(OAuthSettings settings) throws NoToken {
        var all = logins.tokens().all();
        if (!settings.login().isEmpty()) {
            return Optional.of(all.stream().filter(t -> t.id().equals(settings.login())).findFirst().orElseThrow(() -> new NoToken(Faults.noLogin())));
        }
        var application = settings.application();
        if (!application.isEmpty()) {
            var shared = logins.applications().find(application).map(Application::shared).orElse("");
            var chosen = all.stream().filter(t -> t.id().equals(shared) && t.application().equals(application)).findFirst();
            return chosen.isPresent() ? chosen : newest(all.stream().filter(t -> t.application().equals(application)).toList());
        }
        var print = settings.fingerprint();
        return newest(all.stream().filter(t -> t.settings().equals(print)).toList());
    }

    private static Optional<StoredToken> newest(List<StoredToken> tokens) {
        return tokens.stream().max(java.util.Comparator.comparing(StoredToken::obtained));
    }

    /// Without renewing, a token is used to its very end.
    private boolean usable(StoredToken token, OAuthSettings settings) {
        return !token.refused() && logins.clock().instant().isBefore(end(token, settings, settings.autoRefresh()));
    }

    private static Instant end(StoredToken token, OAuthSettings settings, boolean early) {
        var expires = expires(token, settings);
        if (expires.isEmpty()) {
            return Instant.MAX;
        }
        var tenth = Duration.between(token.obtained(), expires.get()).dividedBy(10);
        var skew = tenth.compareTo(SKEW) < 0 ? tenth : SKEW;
        return early && !skew.isNegative() ? expires.get().minus(skew) : expires.get();
    }

    /// An id token has a life of its own.
    private static Optional<Instant> expires(StoredToken token, OAuthSettings settings) {
        return settings.sendsIdToken() ? IdToken.read(token.idToken()).flatMap(IdToken::expires).or(token::expires) : token.expires();
    }

    private static String value(StoredToken token, OAuthSettings settings) {
        return settings.sendsIdToken() ? token.idToken() : token.accessToken();
    }

    private static Got has(StoredToken token, OAuthSettings settings) {
        var value = value(token, settings);
        if (!value.isEmpty()) {
            return new Got.Has(new Token(token.id(), value, expires(token, settings)));
        }
        return new Got.None(new BadLogin.Refused(TYPE, settings.sendsIdToken()
                ? new Finding("id-token-missing", "The id token is to be sent, but the server gave none.", "Add the scope openid and log in again, or send the access token.",
                        List.of(new Mend.Change("Send the access token", Map.of("useToken", "access_token")), new Mend.LogIn("Log in again")))
                : new Finding("access-token-missing", "The server gave an id token and no access token.", "Send the id token, or ask for an access token too.",
                        List.of(new Mend.Change("Send the id token", Map.of("useToken", "id_token"))))));
    }

    private static Got got(LoginResult result, OAuthSettings settings) {
        return result instanceof LoginResult.In(var token, _) ? has(token, settings) : none(result);
    }

    private static Got none(LoginResult result) {
        return new Got.None(switch (result) {
            case LoginResult.Failed(var finding) -> new BadLogin.Refused(TYPE, finding);
            case LoginResult.Ended(var reason) -> new BadLogin.Stopped(TYPE, reason);
            case LoginResult.In _ -> throw new IllegalStateException("that is a token");
        });
    }

    /// Runs once for all who wait. What others have got since is taken.
    ///
    /// @param refused the value that a server refused with 401; empty for none
    private LoginResult obtain(OAuthSettings settings, String refused) {
        try {
            var kept = kept(settings);
            if (kept.isPresent() && usable(kept.get(), settings) && !value(kept.get(), settings).equals(refused)) {
                return new LoginResult.In(kept.get(), List.of());
            }
            if (kept.isPresent() && !settings.autoRefresh() && !kept.get().refused()) {
                return new LoginResult.Failed(Faults.frozen(expires(kept.get(), settings).orElseThrow()));
            }
            if (kept.isPresent() && !kept.get().refused() && !kept.get().refreshToken().isEmpty()) {
                var renewed = renewed(kept.get(), settings);
                var now = kept(settings).orElse(kept.get());
                if (renewed instanceof LoginResult.In || !now.refused()) {
                    return renewed instanceof LoginResult.Failed && refused.isEmpty() && alive(now, settings) ? new LoginResult.In(now, List.of()) : renewed;
                }
                return person(settings) ? renewed : anew(settings, now, refused);
            }
            return person(settings) ? lost(kept.orElseThrow(), settings) : anew(settings, kept.orElse(null), refused);
        } catch (NoToken e) {
            return e.result();
        }
    }

    /// A renewal that failed a little early, for a reason that may pass, takes nothing from the token.
    private boolean alive(StoredToken token, OAuthSettings settings) {
        return !token.refused() && logins.clock().instant().isBefore(end(token, settings, false));
    }

    private LoginResult renewed(StoredToken token, OAuthSettings settings) {
        return flights.within("token " + token.id(), () -> logins.renewal(LoginWatcher.NONE, new Cancellation()).run(token, settings));
    }

    private LoginResult lost(StoredToken token, OAuthSettings settings) {
        if (token.refused() || !alive(token, settings)) {
            return new LoginResult.Failed(token.refused() ? Faults.refused() : Faults.expired(expires(token, settings).orElseThrow()));
        }
        logins.tokens().put(token.markedRefused());
        return new LoginResult.Failed(Faults.refused());
    }

    /// @param old null where there was none
    private LoginResult anew(OAuthSettings settings, StoredToken old, String refused) {
        var result = flights.within("anew " + key(settings), () -> logins.begin(LoginWatcher.NONE, new Cancellation()).run(settings, settings.application(), null));
        if (old != null && !refused.isEmpty() && !(result instanceof LoginResult.In)) {
            logins.tokens().put(old.markedRefused());
        }
        return result;
    }
}
