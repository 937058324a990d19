package dev.posthorn.demo.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes tokens of what was granted: access tokens (RFC 9068), refresh tokens and id tokens.
final class Issuer {

    private static final Duration REFRESH_LIFE = Duration.ofDays(30);

    private final Ledger ledger;
    private final Keys keys;

    Issuer(Ledger ledger, Keys keys) {
        this.ledger = ledger;
        this.keys = keys;
    }

    /// The fields of a token answer (RFC 6749 §5.1).
    ///
    /// @param family the tokens that these belong to
    /// @param renews whether a refresh token may come too
    Map<String, Object> issue(Visit visit, Client client, Login login, String family, boolean renews) {
        var cut = cut(visit, login);
        var fields = new LinkedHashMap<String, Object>();
        var access = access(visit, client, cut, family, Map.of());
        fields.put("access_token", access);
        fields.put("token_type", "Bearer");
        fields.put("expires_in", lifetime(visit, client));
        if (renews && client.grants().contains("refresh_token") && mayRenew(visit, cut)) {
            fields.put("refresh_token", refresh(cut, family));
        }
        if (cut.granted().contains("openid") && !cut.user().isEmpty()) {
            fields.put("id_token", identity(visit, cut, access));
        }
        fields.put("scope", String.join(" ", visit.has(Fault.SCOPES_CUT_SILENTLY) ? login.granted() : cut.granted()));
        return fields;
    }

    private static Login cut(Visit visit, Login login) {
        var cuts = visit.has(Fault.SCOPES_CUT) || visit.has(Fault.SCOPES_CUT_SILENTLY);
        return cuts && login.granted().size() > 1 ? login.withGranted(List.of(login.granted().getFirst())) : login;
    }

    static long lifetime(Visit visit, Client client) {
        return visit.has(Fault.SHORT_LIVED) ? visit.number(Fault.SHORT_LIVED) : client.lifetime();
    }

    /// @param claims that it has beyond the usual ones
    String access(Visit visit, Client client, Login login, String family, Map<String, Object> claims) {
        var now = ledger.now();
        var expires = now.plusSeconds(lifetime(visit, client));
        var set = new JWTClaimsSet.Builder().issuer(visit.issuer()).subject(subject(login))
                .audience(login.audience().isEmpty() ? List.of(visit.base() + "/api") : login.audience())
                .claim("client_id", client.id()).claim("scope", String.join(" ", login.granted()))
                .issueTime(Date.from(now)).expirationTime(Date.from(expires)).jwtID(ledger.fresh());
        claims.forEach(set::claim);
        var value = keys.signed("at+jwt", set.build(), false);
        ledger.tokens.put(value, new Token(value, false, login, family, now, expires, false));
        return value;
    }

    private static String subject(Login login) {
        return Person.find(login.user()).map(Person::id).orElse(login.client());
    }

    private boolean mayRenew(Visit visit, Login login) {
        if (visit.has(Fault.NO_REFRESH)
                || visit.has(Fault.REFRESH_BY_SCOPE) && !login.granted().contains("offline_access")
                || visit.has(Fault.REFRESH_BY_PARAMETER) && !login.offline()) {
            return false;
        }
        var pair = login.client() + " " + login.user();
        if (visit.has(Fault.REFRESH_ONCE) && !login.consent() && ledger.served.get(pair).isPresent()) {
            return false;
        }
        ledger.served.put(pair, pair);
        return true;
    }

    private String refresh(Login login, String family) {
        var value = ledger.fresh();
        var now = ledger.now();
        ledger.tokens.put(value, new Token(value, true, login, family, now, now.plus(REFRESH_LIFE), false));
        return value;
    }

    /// OpenID Connect Core §2.
    String identity(Visit visit, Login login, String access) {
        var now = ledger.now();
        var claims = new JWTClaimsSet.Builder().issuer(visit.issuer()).subject(subject(login))
                .audience(visit.has(Fault.WRONG_AUDIENCE) ? "another-client" : login.client())
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(600))).claim("auth_time", login.at().getEpochSecond());
        if (visit.has(Fault.WRONG_NONCE)) {
            claims.claim("nonce", "of-another-login");
        } else if (!login.nonce().isEmpty()) {
            claims.claim("nonce", login.nonce());
        }
        if (!access.isEmpty()) {
            claims.claim("at_hash", half(access));
        }
        about(login).forEach(claims::claim);
        return keys.signed("JWT", claims.build(), visit.has(Fault.WRONG_SIGNATURE));
    }

    /// What the scopes let one know of a person (OpenID Connect Core §5.4).
    static Map<String, Object> about(Login login) {
        var known = new LinkedHashMap<String, Object>();
        Person.find(login.user()).ifPresent(person -> {
            if (login.granted().contains("profile")) {
                known.put("name", person.name());
                known.put("preferred_username", person.user());
            }
            if (login.granted().contains("email")) {
                known.put("email", person.email());
                known.put("email_verified", true);
            }
        });
        return known;
    }

    /// OpenID Connect Core §3.1.3.6.
    private static String half(String token) {
        var hash = sha256(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, hash.length / 2));
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
