package dev.posthorn.auth;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// How OAuth 1.0 signs (RFC 5849 §3.4; the methods beyond SHA-1 are those that servers and Postman have added in the same way).
enum OAuth1Method {
    HMAC_SHA1("SHA-1", "HmacSHA1"),
    HMAC_SHA256("SHA-256", "HmacSHA256"),
    HMAC_SHA512("SHA-512", "HmacSHA512"),
    RSA_SHA1("SHA-1", "SHA1withRSA"),
    RSA_SHA256("SHA-256", "SHA256withRSA"),
    RSA_SHA512("SHA-512", "SHA512withRSA"),
    PLAINTEXT("", "");

    private final String digest;
    private final String algorithm;

    OAuth1Method(String digest, String algorithm) {
        this.digest = digest;
        this.algorithm = algorithm;
    }

    /// As it stands in the file and on the wire: "HMAC-SHA1".
    String text() {
        return name().replace('_', '-');
    }

    static Optional<OAuth1Method> of(String text) {
        return Arrays.stream(values()).filter(m -> m.text().equalsIgnoreCase(text)).findFirst();
    }

    boolean rsa() {
        return name().startsWith("RSA");
    }

    /// The hash for bodies, as Java calls it; empty for none.
    String digest() {
        return digest;
    }

    /// The signature in base64; for PLAINTEXT the two secrets themselves.
    String sign(String base, String consumerSecret, String tokenSecret, String privateKey) throws RsaKey.Unusable {
        var secrets = Percent.encoded(consumerSecret) + "&" + Percent.encoded(tokenSecret);
        if (this == PLAINTEXT) {
            return secrets;
        }
        var signature = rsa() ? RsaKey.of(privateKey).sign(algorithm, base.getBytes(StandardCharsets.UTF_8))
                : Proofs.hmac(algorithm, secrets.getBytes(StandardCharsets.UTF_8), base);
        return Base64.getEncoder().encodeToString(signature);
    }
}
