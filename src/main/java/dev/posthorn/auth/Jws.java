package dev.posthorn.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import dev.posthorn.http.tls.KeyText;
import dev.posthorn.http.tls.Unusable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs a text as a JSON Web Signature in its compact form (RFC 7515 §7.1). Header and payload are signed byte for byte as they are given.
///
/// 1. The algorithms are those of Postman: HS, RS, PS and ES with 256, 384 and 512.
/// 2. Short secrets and short RSA keys are taken, as Postman takes the first; RFC 7518 forbids them and many servers refuse them.
final class Jws {

    static final List<String> SECRETS = List.of("HS256", "HS384", "HS512");
    static final List<String> KEYS = List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

    private static final Map<String, String> CURVES = Map.of("ES256", "P-256", "ES384", "P-384", "ES512", "P-521");
    private static final Map<Integer, String> CURVES_BY_BITS = Map.of(256, "P-256", 384, "P-384", 521, "P-521");

    private Jws() {}

    /// This key cannot sign this. The message completes "it could not be applied: …".
    static final class Unsignable extends Exception {
        private static final long serialVersionUID = 1L;

        Unsignable(String message) {
            super(message);
        }

        Unsignable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    static List<Field.Option> options(List<String> names) {
        var all = new ArrayList<Field.Option>();
        names.forEach(n -> all.add(new Field.Option(n, n + " · " + family(n))));
        return all;
    }

    private static String family(String name) {
        return switch (name.substring(0, 2)) {
            case "HS" -> "secret";
            case "RS" -> "RSA key";
            case "PS" -> "RSA key, PSS";
            default -> "EC key, " + CURVES.get(name);
        };
    }

    /// What goes before the signature.
    static String input(String header, String payload) {
        return encoded(header.getBytes(StandardCharsets.UTF_8)) + "." + encoded(payload.getBytes(StandardCharsets.UTF_8));
    }

    static String withSecret(String algorithm, String input, byte[] secret) throws Unsignable {
        try {
            var name = "HmacSHA" + algorithm.substring(2);
            var mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(secret, name));
            return input + "." + encoded(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new Unsignable("the secret cannot sign: " + e.getMessage(), e);
        }
    }

    static String withKey(String algorithm, String input, PrivateKey key) throws Unsignable {
        try {
            var header = new JWSHeader(JWSAlgorithm.parse(algorithm));
            return input + "." + signer(algorithm, key).sign(header, input.getBytes(StandardCharsets.US_ASCII));
        } catch (JOSEException e) {
            throw new Unsignable("the private key cannot sign with " + algorithm + ": " + e.getMessage(), e);
        }
    }

    static PrivateKey key(String text, String passphrase) throws Unsignable {
        try {
            return KeyText.read(text, passphrase);
        } catch (Unusable e) {
            throw new Unsignable(e.getMessage(), e);
        }
    }

    private static JWSSigner signer(String algorithm, PrivateKey key) throws Unsignable, JOSEException {
        if (algorithm.startsWith("ES")) {
            if (!(key instanceof ECPrivateKey ec)) {
                throw new Unsignable(algorithm + " needs an EC key, and this is one of " + key.getAlgorithm());
            }
            var curve = CURVES_BY_BITS.getOrDefault(ec.getParams().getOrder().bitLength(), "another");
            if (!CURVES.get(algorithm).equals(curve)) {
                throw new Unsignable(algorithm + " needs a key of the curve " + CURVES.get(algorithm) + ", and this one is of " + (curve.equals("another") ? "another" : curve));
            }
            return new ECDSASigner(ec);
        }
        if (!(key instanceof RSAKey)) {
            throw new Unsignable(algorithm + " needs an RSA key, and this is one of " + key.getAlgorithm());
        }
        return new RSASSASigner(key, Set.of(AllowWeakRSAKey.getInstance()));
    }

    /// A remark on a key that RFC 7518 calls too short; empty for a good one.
    static String remark(String algorithm, int secretBytes) {
        var least = Integer.parseInt(algorithm.substring(2)) / 8;
        return secretBytes >= least ? "" : "The secret has " + secretBytes + (secretBytes == 1 ? " byte" : " bytes") + ". RFC 7518 wants at least " + least + " for "
                + algorithm + "; many servers refuse shorter ones.";
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
