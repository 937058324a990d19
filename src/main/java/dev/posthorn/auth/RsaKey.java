package dev.posthorn.auth;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

/// A private RSA key as text: PEM, of PKCS#1 ("RSA PRIVATE KEY") or PKCS#8 ("PRIVATE KEY"), RFC 7468 and RFC 8017. Line ends may be written as `\n`, as
/// environments and JSON files have them.
final class RsaKey {

    private static final Pattern PEM = Pattern.compile("(?s)-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----");
    /// Version 0 and the algorithm rsaEncryption with no parameters: what PKCS#8 puts before a key of PKCS#1.
    private static final byte[] RSA = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");
    private static final Map<String, String> OTHERS = Map.of(
            "ENCRYPTED PRIVATE KEY", "it is locked with a passphrase; unlock it first (openssl pkey -in key.pem -out open.pem)",
            "EC PRIVATE KEY", "it is a key of elliptic curves, not RSA",
            "CERTIFICATE", "it is a certificate, which has only the public key",
            "PUBLIC KEY", "it is the public key",
            "RSA PUBLIC KEY", "it is the public key",
            "OPENSSH PRIVATE KEY", "it is in OpenSSH's own form; write it as PEM first (ssh-keygen -p -m PEM -f key)");

    /// The text is no such key; the message completes "the private key cannot be used: ".
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String reason) {
            super(reason);
        }
    }

    private final PrivateKey key;

    private RsaKey(PrivateKey key) {
        this.key = key;
    }

    static RsaKey of(String text) throws Unusable {
        var pem = PEM.matcher(text.replace("\\r", "").replace("\\n", "\n"));
        if (!pem.find()) {
            throw new Unusable("it is not PEM, which begins with -----BEGIN PRIVATE KEY----- and ends with -----END PRIVATE KEY-----");
        }
        var other = OTHERS.get(pem.group(1));
        if (other != null || pem.group(2).contains("ENCRYPTED")) {
            throw new Unusable(other == null ? OTHERS.get("ENCRYPTED PRIVATE KEY") : other);
        }
        if (!pem.group(1).equals("PRIVATE KEY") && !pem.group(1).equals("RSA PRIVATE KEY")) {
            throw new Unusable("it is of the kind " + pem.group(1));
        }
        try {
            var bytes = Base64.getMimeDecoder().decode(pem.group(2));
            var encoded = pem.group(1).equals("PRIVATE KEY") ? bytes : wrapped(bytes);
            return new RsaKey(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Unusable("there is no whole RSA key in it");
        }
    }

    /// @param algorithm as Java calls it: "SHA256withRSA"
    byte[] sign(String algorithm, byte[] text) throws Unusable {
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new Unusable("it is too short for this signature (" + e.getMessage() + ")");
        }
    }

    /// PKCS#8 around PKCS#1 (RFC 5208 §5), in DER.
    private static byte[] wrapped(byte[] pkcs1) {
        var inner = new ByteArrayOutputStream();
        inner.writeBytes(RSA);
        inner.writeBytes(tagged(0x04, pkcs1));
        return tagged(0x30, inner.toByteArray());
    }

    private static byte[] tagged(int tag, byte[] content) {
        var out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else {
            var octets = (Integer.SIZE - Integer.numberOfLeadingZeros(content.length) + 7) / 8;
            out.write(0x80 | octets);
            for (var i = octets - 1; i >= 0; i--) {
                out.write(content.length >> 8 * i);
            }
        }
        out.writeBytes(content);
        return out.toByteArray();
    }
}
