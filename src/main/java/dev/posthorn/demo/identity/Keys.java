package dev.posthorn.demo.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;

/// The keys of this run of the server: its own for tokens, the one of the client `private-jwt`, and a false one. Made when they are first needed.
final class Keys {

    private enum Use { SERVER, CLIENT, FALSE }

    private final Map<Use, RSAKey> made = new EnumMap<>(Use.class);

    private synchronized RSAKey key(Use use) {
        return made.computeIfAbsent(use, u -> {
            try {
                return new RSAKeyGenerator(2048).keyID(u == Use.CLIENT ? "private-jwt-1" : "demo-1").keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.RS256).generate();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    Map<String, Object> published() {
        return new JWKSet(key(Use.SERVER).toPublicJWK()).toJSONObject();
    }

    String signed(String type, JWTClaimsSet claims, boolean falsely) {
        var key = key(falsely ? Use.FALSE : Use.SERVER);
        var jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).type(new JOSEObjectType(type)).build(), claims);
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    /// PKCS#8 in PEM.
    String privateKeyOfClient() {
        try {
            var bytes = key(Use.CLIENT).toRSAPrivateKey().getEncoded();
            return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END PRIVATE KEY-----\n";
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Whether the server itself signed it.
    boolean ours(SignedJWT jwt) {
        return verified(jwt, Use.SERVER, "");
    }

    /// Whether that client signed it, with its secret or its key.
    boolean of(SignedJWT jwt, Client client) {
        return verified(jwt, client.secret().isEmpty() ? Use.CLIENT : null, client.secret());
    }

    private boolean verified(SignedJWT jwt, Use use, String secret) {
        try {
            var mac = JWSAlgorithm.Family.HMAC_SHA.contains(jwt.getHeader().getAlgorithm());
            if (mac != (use == null)) {
                return false;
            }
            JWSVerifier verifier = mac ? new MACVerifier(secret.getBytes(StandardCharsets.UTF_8)) : new RSASSAVerifier(key(use).toRSAPublicKey());
            return jwt.verify(verifier);
        } catch (JOSEException e) {
            return false;
        }
    }

    static SignedJWT parsed(String text) throws ParseException {
        return SignedJWT.parse(text);
    }
}
