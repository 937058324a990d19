package dev.posthorn.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.posthorn.model.Finding;
import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Wire;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;

/// Whether an id token is signed with a key that its issuer publishes (OpenID Connect Core §3.1.3.7 rule 6).
///
/// A token that is signed in another way, or keys that cannot be read, are told to who watches and are no fault: the token came straight from the
/// server that was asked.
record PublishedKeys(Talk talk) {

    Optional<Finding> fault(Discovery.Document document, String idToken) throws NoToken {
        try {
            var jwt = SignedJWT.parse(idToken.strip());
            var algorithm = jwt.getHeader().getAlgorithm();
            if (!JWSAlgorithm.Family.RSA.contains(algorithm) && !JWSAlgorithm.Family.EC.contains(algorithm)) {
                return unchecked("it is signed with " + algorithm);
            }
            if (!(document.fields().get("jwks_uri") instanceof String url) || url.isBlank()) {
                return unchecked("the issuer publishes no keys");
            }
            var reply = talk.send(new Wire("GET", url, List.of(new Header("Accept", "application/json")), Payload.empty()), "Keys of the issuer");
            if (!reply.good() || reply.cut()) {
                return unchecked("the issuer's keys could not be read");
            }
            for (var key : JWKSet.parse(reply.text()).getKeys()) {
                if (fits(key, jwt.getHeader()) && signed(jwt, key)) {
                    talk.good("ID token", "It is signed with a key that its issuer publishes.");
                    return Optional.empty();
                }
            }
            talk.bad("ID token", "No key that its issuer publishes fits its signature.");
            return Optional.of(new Finding("id-token-signature", "The id token is not signed with a key that its issuer publishes.",
                    "The access token can be used all the same; do not rely on who the id token names.", List.of()));
        } catch (ParseException e) {
            return unchecked("it or the issuer's keys cannot be read");
        }
    }

    private Optional<Finding> unchecked(String why) {
        talk.info("ID token", "Its signature was not checked: " + why + ".");
        return Optional.empty();
    }

    private static boolean fits(JWK key, JWSHeader header) {
        return header.getKeyID() == null || key.getKeyID() == null || header.getKeyID().equals(key.getKeyID());
    }

    private static boolean signed(SignedJWT jwt, JWK key) {
        try {
            return key instanceof AsymmetricJWK pair && jwt.verify(new DefaultJWSVerifierFactory().createJWSVerifier(jwt.getHeader(), pair.toPublicKey()));
        } catch (JOSEException | IllegalArgumentException | IllegalStateException e) {
            return false;
        }
    }
}
