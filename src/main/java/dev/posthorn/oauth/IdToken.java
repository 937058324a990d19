package dev.posthorn.oauth;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import dev.posthorn.model.Finding;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What an id token says of who logged in. It is shown and never trusted beyond that: it came straight from the token endpoint (OpenID Connect
/// Core §3.1.3.7 rule 6), and its signature is not looked at.
record IdToken(JWTClaimsSet claims) {

    /// Five minutes, in seconds, that two clocks may differ by.
    private static final int APART = 300;

    /// Empty where it is none that can be read: it may be encrypted for somebody else.
    static Optional<IdToken> read(String text) {
        try {
            var claims = text.isBlank() ? null : JWTParser.parse(text.strip()).getJWTClaimsSet();
            return Optional.ofNullable(claims).map(IdToken::new);
        } catch (ParseException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /// The account, by the most readable name that it has; empty for none.
    String who() {
        return Stream.<Function<IdToken, String>>of(t -> t.text("preferred_username"), t -> t.text("email"), t -> t.text("upn"), t -> t.text("name"), t -> t.text("sub"))
                .map(f -> f.apply(this)).filter(s -> !s.isBlank()).findFirst().orElse("");
    }

    private String text(String claim) {
        return claims.getClaim(claim) instanceof String text ? text : "";
    }

    /// What in it is not as it should be, in words.
    ///
    /// @param issuer of the metadata; empty where it is not known
    /// @param nonce  that was sent; empty for none
    List<Finding> faults(String issuer, String clientId, String nonce, Instant now) {
        var faults = new ArrayList<Finding>();
        if (!issuer.isEmpty() && !issuer.equals(claims.getIssuer())) {
            faults.add(fault("issuer", "is of the issuer \"" + claims.getIssuer() + "\", not of \"" + issuer + "\""));
        }
        if (!claims.getAudience().isEmpty() && !claims.getAudience().contains(clientId)) {
            faults.add(fault("audience", "is made for " + claims.getAudience() + ", not for this client"));
        }
        if (!nonce.isEmpty() && !nonce.equals(text("nonce"))) {
            faults.add(fault("nonce", text("nonce").isEmpty() ? "does not bear the nonce that was sent" : "bears another nonce than was sent: it may be of another login"));
        }
        if (claims.getExpirationTime() != null && claims.getExpirationTime().toInstant().plusSeconds(APART).isBefore(now)) {
            faults.add(fault("expired", "was expired when it came (" + claims.getExpirationTime().toInstant() + "): one of the two clocks is wrong"));
        }
        return faults;
    }

    private static Finding fault(String what, String words) {
        return new Finding("id-token-" + what, "The id token " + words + ".", "The access token can be used all the same; do not rely on who the id token names.", List.of());
    }

    @Override
    public String toString() {
        return "IdToken";
    }
}
