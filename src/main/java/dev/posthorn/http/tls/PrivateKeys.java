package dev.posthorn.http.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a private key in any form that OpenSSL writes: PKCS#8, PKCS#1 (RSA), SEC 1 (EC), plain or encrypted.
final class PrivateKeys {

    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] VERSION = HEX.parseHex("020100");
    private static final byte[] RSA = HEX.parseHex("300d06092a864886f70d0101010500");
    private static final byte[] EC = HEX.parseHex("06072a8648ce3d0201");
    private static final int CURVE = 0xA0;

    private static final Map<String, String> ALGORITHMS = Map.of("1.2.840.113549.1.1.1", "RSA", "1.2.840.113549.1.1.10", "RSASSA-PSS",
            "1.2.840.10045.2.1", "EC", "1.3.101.112", "Ed25519", "1.3.101.113", "Ed448", "1.2.840.10040.4.1", "DSA");

    private final Path file;
    private final String passphrase;

    PrivateKeys(Path file, String passphrase) {
        this.file = file;
        this.passphrase = passphrase;
    }

    /// The first key among the blocks; empty where there is none.
    Optional<PrivateKey> first(List<Pem.Block> blocks) throws Unusable {
        for (var block : blocks) {
            if (block.label().endsWith("PRIVATE KEY")) {
                return Optional.of(key(block));
            }
        }
        return Optional.empty();
    }

    private PrivateKey key(Pem.Block block) throws Unusable {
        var encrypted = block.label().startsWith("ENCRYPTED") || block.headers().getOrDefault("proc-type", "").contains("ENCRYPTED");
        return switch (block.label()) {
            case "PRIVATE KEY" -> pkcs8(block.bytes(), false);
            case "ENCRYPTED PRIVATE KEY" -> pkcs8(opened(block), true);
            case "RSA PRIVATE KEY" -> pkcs8(Der.value(Der.SEQUENCE, VERSION, RSA, Der.value(Der.OCTETS, opened(block))), encrypted);
            case "EC PRIVATE KEY" -> pkcs8(wrappedEc(opened(block), encrypted), encrypted);
            case "OPENSSH PRIVATE KEY" -> throw new Unusable(file, "it is a key of OpenSSH; convert a copy with \"ssh-keygen -p -m PKCS8 -f COPY\"");
            default -> throw new Unusable(file, "a key of the kind \"" + block.label() + "\" is not supported");
        };
    }

    private byte[] opened(Pem.Block block) throws Unusable {
        var old = block.headers().getOrDefault("proc-type", "").contains("ENCRYPTED");
        if (!old && !block.label().equals("ENCRYPTED PRIVATE KEY")) {
            return block.bytes();
        }
        if (passphrase.isEmpty()) {
            throw new Unusable(file, "the key is encrypted: it needs its passphrase");
        }
        try {
            return old ? KeyEncryption.openssl(block.headers().getOrDefault("dek-info", ""), block.bytes(), passphrase.toCharArray())
                    : KeyEncryption.pkcs8(block.bytes(), passphrase.toCharArray());
        } catch (KeyEncryption.Unknown e) {
            throw new Unusable(file, "the key is encrypted with " + e.getMessage() + ", which is not supported; \"openssl pkey -in KEY -aes256 -out NEW\" writes one that is", e);
        } catch (javax.crypto.BadPaddingException | javax.crypto.IllegalBlockSizeException e) {
            throw wrong(e);
        } catch (GeneralSecurityException e) {
            throw new Unusable(file, "the key cannot be decrypted: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new Unusable(file, "the key is damaged: " + e.getMessage(), e);
        }
    }

    private Unusable wrong(Throwable cause) {
        return new Unusable(file, "the passphrase is wrong", cause);
    }

    /// SEC 1 keeps the curve inside of the key, PKCS#8 beside it (RFC 5915 §3).
    private byte[] wrappedEc(byte[] sec1, boolean encrypted) throws Unusable {
        try {
            var inside = new Der(sec1).in(Der.SEQUENCE);
            inside.number();
            inside.content(Der.OCTETS);
            if (inside.next() != CURVE) {
                throw new Unusable(file, "the key does not say its curve");
            }
            var curve = inside.in(CURVE).whole();
            return Der.value(Der.SEQUENCE, VERSION, Der.value(Der.SEQUENCE, EC, curve), Der.value(Der.OCTETS, sec1));
        } catch (IOException e) {
            throw encrypted ? wrong(e) : new Unusable(file, "the key is damaged: " + e.getMessage(), e);
        }
    }

    /// @param decrypted true where bytes that make no sense mean a wrong passphrase: one in 256 passes the check of the padding
    PrivateKey pkcs8(byte[] der, boolean decrypted) throws Unusable {
        try {
            var info = new Der(der).in(Der.SEQUENCE);
            info.number();
            var oid = info.in(Der.SEQUENCE).oid();
            var algorithm = ALGORITHMS.get(oid);
            if (algorithm == null) {
                throw new Unusable(file, "a key of the algorithm " + oid + " is not supported");
            }
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (IOException e) {
            throw decrypted ? wrong(e) : new Unusable(file, "the key is damaged: " + e.getMessage(), e);
        } catch (InvalidKeySpecException e) {
            throw decrypted ? wrong(e) : new Unusable(file, "the key cannot be used: " + reason(e), e);
        } catch (GeneralSecurityException e) {
            throw new Unusable(file, "the key cannot be used: " + e.getMessage(), e);
        }
    }

    private static String reason(Throwable e) {
        var deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }

    /// A key that is not in PEM, but in the same form as bytes.
    PrivateKey der(byte[] bytes) throws Unusable {
        try {
            var first = new Der(bytes).in(Der.SEQUENCE);
            if (first.next() == Der.SEQUENCE) {
                return key(new Pem.Block("ENCRYPTED PRIVATE KEY", Map.of(), bytes));
            }
            first.number();
            return switch (first.next()) {
                case Der.SEQUENCE -> pkcs8(bytes, false);
                case Der.INTEGER -> key(new Pem.Block("RSA PRIVATE KEY", Map.of(), bytes));
                case Der.OCTETS -> key(new Pem.Block("EC PRIVATE KEY", Map.of(), bytes));
                default -> throw new IOException("an unknown kind of value");
            };
        } catch (IOException e) {
            throw new Unusable(file, "there is no private key in it", e);
        }
    }
}
