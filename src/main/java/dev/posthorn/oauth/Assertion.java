package dev.posthorn.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.posthorn.http.tls.KeyText;
import dev.posthorn.http.tls.Unusable;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// Makes the signed JWTs of a login: one that proves the client (RFC 7523 §2.2) and one that is a grant itself (RFC 7523 §2.1).
final class Assertion {

    private static final int SECONDS = 300;

    private final OAuthSettings settings;
    private final Clock clock;
    private final RandomGenerator random;

    Assertion(OAuthSettings settings, Clock clock, RandomGenerator random) {
        this.settings = settings;
        this.clock = clock;
        this.random = random;
    }

    /// Proves the client: `iss` and `sub` are its id, `aud` is the token URL unless the settings have another.
    ///
    /// @param symmetric true for signing with the client secret
    String ofClient(String tokenUrl, boolean symmetric) throws NoToken {
        var id = settings.clientId();
        var aud = settings.text("assertionAudience");
        return signed(dated().issuer(id).subject(id).audience(aud.isEmpty() ? tokenUrl : aud).build(), symmetric);
    }

    /// The grant: the claims of the settings, over those that it always needs.
    String ofGrant() throws NoToken {
        var issuer = settings.text("assertionIssuer");
        var aud = settings.text("assertionAudience");
        var claims = dated().issuer(issuer.isEmpty() ? settings.clientId() : issuer).audience(aud.isEmpty() ? settings.text("accessTokenUrl") : aud);
        var subject = settings.text("assertionSubject");
        claims.subject(subject.isEmpty() ? null : subject);
        addClaims(claims);
        return signed(claims.build(), settings.text("assertionAlgorithm").startsWith("HS"));
    }

    private void addClaims(JWTClaimsSet.Builder claims) throws NoToken {
        var text = settings.text("assertionClaims");
        if (text.isEmpty()) {
            return;
        }
        try {
            if (!(JsonReader.read(text) instanceof Json.Obj object)) {
                throw new NoToken(Faults.badClaims("it is another kind of value."));
            }
            object.map().forEach((key, value) -> claims.claim(key, numberAsDate(key, value)));
        } catch (JsonProblem e) {
            throw new NoToken(Faults.badClaims(e.getMessage()));
        }
    }

    /// The three times of a JWT are dates for the library.
    private static Object numberAsDate(String key, Object value) {
        var time = key.equals("exp") || key.equals("iat") || key.equals("nbf");
        return time && value instanceof Number seconds ? Date.from(Instant.ofEpochSecond(seconds.longValue())) : value;
    }

    private JWTClaimsSet.Builder dated() {
        var now = clock.instant();
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return new JWTClaimsSet.Builder().issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(seconds()))).jwtID(HexFormat.of().formatHex(bytes));
    }

    private long seconds() {
        var text = settings.text("assertionSeconds");
        return text.matches("[1-9]\\d{0,8}") ? Long.parseLong(text) : SECONDS;
    }

    private String signed(JWTClaimsSet claims, boolean symmetric) throws NoToken {
        var name = settings.text("assertionAlgorithm");
        var algorithm = JWSAlgorithm.parse(name.isEmpty() ? symmetric ? "HS256" : "RS256" : name);
        if (JWSAlgorithm.Family.HMAC_SHA.contains(algorithm) != symmetric) {
            throw new NoToken(Faults.badKey(symmetric ? "A JWT that is signed with the client secret needs HS256, HS384 or HS512, not " + algorithm + "."
                    : algorithm + " signs with a secret, not with a private key."));
        }
        try {
            return symmetric ? serialized(claims, algorithm, settings.text("keyId"), new MACSigner(settings.secret("clientSecret").getBytes(StandardCharsets.UTF_8)))
                    : withKey(claims, algorithm);
        } catch (JOSEException | IllegalArgumentException e) {
            throw new NoToken(Faults.badKey("The assertion cannot be signed with " + algorithm + ": " + e.getMessage() + "."));
        }
    }

    private String withKey(JWTClaimsSet claims, JWSAlgorithm algorithm) throws NoToken, JOSEException {
        var text = settings.text("privateKey");
        if (text.isEmpty()) {
            throw new NoToken(Faults.missing(java.util.List.of("Private key")));
        }
        var kid = settings.text("keyId");
        if (text.startsWith("{")) {
            var jwk = jwk(text);
            return serialized(claims, algorithm, kid.isEmpty() && jwk.getKeyID() != null ? jwk.getKeyID() : kid, signer(algorithm, ofJwk(jwk)));
        }
        try {
            return serialized(claims, algorithm, kid, signer(algorithm, KeyText.read(text, "")));
        } catch (Unusable e) {
            throw new NoToken(Faults.badKey("The private key cannot be used: " + e.getMessage().replaceFirst("^the private key: ", "") + "."));
        }
    }

    private static JWK jwk(String text) throws NoToken {
        try {
            return JWK.parse(text);
        } catch (ParseException e) {
            throw new NoToken(Faults.badKey("The private key is not a JWK: " + e.getMessage() + "."));
        }
    }

    private static PrivateKey ofJwk(JWK jwk) throws NoToken, JOSEException {
        if (jwk instanceof AsymmetricJWK pair && jwk.isPrivate()) {
            return pair.toPrivateKey();
        }
        throw new NoToken(Faults.badKey("The JWK has no private key."));
    }

    private static JWSSigner signer(JWSAlgorithm algorithm, PrivateKey key) throws NoToken, JOSEException {
        if (JWSAlgorithm.Family.EC.contains(algorithm) && key instanceof ECPrivateKey curve) {
            return new ECDSASigner(curve);
        }
        if (JWSAlgorithm.Family.RSA.contains(algorithm) && key.getAlgorithm().startsWith("RSA")) {
            return new RSASSASigner(key);
        }
        throw new NoToken(Faults.badKey("A key of the kind " + key.getAlgorithm() + " cannot sign with " + algorithm + "."));
    }

    private static String serialized(JWTClaimsSet claims, JWSAlgorithm algorithm, String kid, JWSSigner signer) throws JOSEException {
        var header = new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).keyID(kid.isEmpty() ? null : kid).build();
        var jwt = new SignedJWT(header, claims);
        jwt.sign(signer);
        return jwt.serialize();
    }
}
