package dev.posthorn.demo.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;

/// Checks the JWTs by which clients prove themselves or speak for somebody (RFC 7523 §3).
final class Assertions {

    private static final Duration LONGEST = Duration.ofDays(1);

    private final Keys keys;
    private final Ledger ledger;

    Assertions(Keys keys, Ledger ledger) {
        this.keys = keys;
        this.ledger = ledger;
    }

    /// The claims unchecked, or null where it is no JWT: only to learn whom to ask for.
    static JWTClaimsSet claimed(String assertion) {
        try {
            return Keys.parsed(assertion).getJWTClaimsSet();
        } catch (ParseException e) {
            return null;
        }
    }

    /// @param error the code that a fault is told with: `invalid_client` or `invalid_grant`
    JWTClaimsSet checked(Visit visit, String assertion, Client client, String error) throws Refusal {
        try {
            var jwt = Keys.parsed(assertion);
            var claims = jwt.getJWTClaimsSet();
            if (!keys.of(jwt, client)) {
                throw refusal(error, "The assertion's signature is not that of " + client.id() + ".");
            }
            if (!client.id().equals(claims.getIssuer())) {
                throw refusal(error, "The assertion's iss is not " + client.id() + ".");
            }
            times(claims, error);
            audience(visit, claims, error);
            once(claims, error);
            return claims;
        } catch (ParseException e) {
            throw refusal(error, "The assertion is no signed JWT.");
        }
    }

    private void times(JWTClaimsSet claims, String error) throws Refusal {
        var now = ledger.now();
        if (claims.getExpirationTime() == null) {
            throw refusal(error, "The assertion has no exp.");
        }
        var expires = claims.getExpirationTime().toInstant();
        if (!now.isBefore(expires)) {
            throw refusal(error, "The assertion is expired.");
        }
        if (expires.isAfter(now.plus(LONGEST))) {
            throw refusal(error, "The assertion's exp is more than a day ahead.");
        }
        if (claims.getNotBeforeTime() != null && now.plusSeconds(60).isBefore(claims.getNotBeforeTime().toInstant())) {
            throw refusal(error, "The assertion does not count yet (nbf).");
        }
    }

    private static void audience(Visit visit, JWTClaimsSet claims, String error) throws Refusal {
        var accepted = List.of(visit.base(), visit.base() + "/token", visit.issuer());
        if (claims.getAudience().stream().noneMatch(accepted::contains)) {
            throw refusal(error, "The assertion's aud is not " + visit.base() + "/token.");
        }
    }

    private void once(JWTClaimsSet claims, String error) throws Refusal {
        var id = claims.getJWTID();
        if (id != null) {
            var key = claims.getIssuer() + " " + id;
            synchronized (this) {
                if (ledger.assertions.get(key).isPresent()) {
                    throw refusal(error, "The assertion was used before (jti).");
                }
                ledger.assertions.put(key, ledger.now());
            }
        }
    }

    private static Refusal refusal(String error, String description) {
        return new Refusal(error.equals("invalid_client") ? 401 : 400, error, description);
    }
}
