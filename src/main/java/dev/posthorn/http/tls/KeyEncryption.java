package dev.posthorn.http.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Opens private keys that a passphrase protects.
///
/// 1. PKCS#8 (RFC 5958) with PBES2 (RFC 8018 §6.2: PBKDF2 and AES, 3DES or DES in CBC) and with PBES1 and PKCS#12's own schemes (RFC 7292, appendix C).
/// 2. OpenSSL's old way, `Proc-Type: 4,ENCRYPTED` with `DEK-Info`: MD5 of passphrase and salt, again and again, is the key.
final class KeyEncryption {

    /// A way of encryption that is not known here; the message is its name.
    static final class Unknown extends Exception {
        private static final long serialVersionUID = 1L;

        Unknown(String name) {
            super(name);
        }
    }

    private static final int MOST_ROUNDS = 20_000_000;

    private static final Map<String, String> PBES1 = Map.of("1.2.840.113549.1.5.3", "PBEWithMD5AndDES", "1.2.840.113549.1.12.1.1", "PBEWithSHA1AndRC4_128",
            "1.2.840.113549.1.12.1.2", "PBEWithSHA1AndRC4_40", "1.2.840.113549.1.12.1.3", "PBEWithSHA1AndDESede",
            "1.2.840.113549.1.12.1.5", "PBEWithSHA1AndRC2_128", "1.2.840.113549.1.12.1.6", "PBEWithSHA1AndRC2_40");

    private static final Map<String, String> PRF = Map.of("1.2.840.113549.2.7", "PBKDF2WithHmacSHA1", "1.2.840.113549.2.8", "PBKDF2WithHmacSHA224",
            "1.2.840.113549.2.9", "PBKDF2WithHmacSHA256", "1.2.840.113549.2.10", "PBKDF2WithHmacSHA384", "1.2.840.113549.2.11", "PBKDF2WithHmacSHA512",
            "1.2.840.113549.2.12", "PBKDF2WithHmacSHA512/224", "1.2.840.113549.2.13", "PBKDF2WithHmacSHA512/256");

    /// A block cipher in CBC with the length of its key in bytes.
    private record Block(String name, int bytes) {}

    private static final Map<String, Block> PBES2 = Map.of("2.16.840.1.101.3.4.1.2", new Block("AES", 16), "2.16.840.1.101.3.4.1.22", new Block("AES", 24),
            "2.16.840.1.101.3.4.1.42", new Block("AES", 32), "1.2.840.113549.3.7", new Block("DESede", 24), "1.3.14.3.2.7", new Block("DES", 8));

    private static final Map<String, Block> OPENSSL = Map.of("AES-128-CBC", new Block("AES", 16), "AES-192-CBC", new Block("AES", 24),
            "AES-256-CBC", new Block("AES", 32), "DES-EDE3-CBC", new Block("DESede", 24), "DES-CBC", new Block("DES", 8));

    private static final Map<String, String> NAMES = Map.of("1.3.6.1.4.1.11591.4.11", "scrypt", "1.2.840.113549.1.5.10", "PBEWithSHA1AndDES",
            "1.2.840.113549.1.5.6", "PBEWithMD5AndRC2", "1.2.840.113549.1.5.11", "PBEWithSHA1AndRC2", "1.2.840.113549.1.12.1.4", "PBEWithSHA1And2KeyDESede",
            "1.2.392.200011.61.1.1.1.4", "Camellia-256-CBC", "1.2.392.200011.61.1.1.1.2", "Camellia-128-CBC", "2.16.840.1.101.3.4.1.46", "AES-256-GCM",
            "1.2.840.113549.3.2", "RC2-CBC", "1.2.840.113549.1.5.13", "PBES2");

    private KeyEncryption() {}

    /// The PKCS#8 key inside an EncryptedPrivateKeyInfo.
    ///
    /// @throws GeneralSecurityException mostly: the passphrase is wrong
    /// @throws IOException              the bytes are no such thing
    static byte[] pkcs8(byte[] der, char[] passphrase) throws IOException, GeneralSecurityException, Unknown {
        var info = new Der(der).in(Der.SEQUENCE);
        var algorithm = info.in(Der.SEQUENCE);
        var encrypted = info.content(Der.OCTETS);
        var oid = algorithm.oid();
        var parameters = algorithm.in(Der.SEQUENCE);
        if (oid.equals("1.2.840.113549.1.5.13")) {
            return pbes2(parameters, encrypted, passphrase);
        }
        var name = known(PBES1, oid);
        var salt = parameters.content(Der.OCTETS);
        var rounds = rounds(parameters);
        var key = SecretKeyFactory.getInstance(name).generateSecret(new PBEKeySpec(passphrase));
        var cipher = Cipher.getInstance(name);
        cipher.init(Cipher.DECRYPT_MODE, key, new PBEParameterSpec(salt, rounds));
        return cipher.doFinal(encrypted);
    }

    private static byte[] pbes2(Der parameters, byte[] encrypted, char[] passphrase) throws IOException, GeneralSecurityException, Unknown {
        var derivation = parameters.in(Der.SEQUENCE);
        var scheme = parameters.in(Der.SEQUENCE);
        var function = derivation.oid();
        if (!function.equals("1.2.840.113549.1.5.12")) {
            throw new Unknown(NAMES.getOrDefault(function, "the scheme " + function));
        }
        var inside = derivation.in(Der.SEQUENCE);
        var salt = inside.content(Der.OCTETS);
        var rounds = rounds(inside);
        if (inside.next() == Der.INTEGER) {
            inside.number();
        }
        var prf = inside.next() == Der.SEQUENCE ? known(PRF, inside.in(Der.SEQUENCE).oid()) : "PBKDF2WithHmacSHA1";
        var block = known(PBES2, scheme.oid());
        var spec = new PBEKeySpec(passphrase, salt, rounds, block.bytes() * 8);
        var key = SecretKeyFactory.getInstance(prf).generateSecret(spec).getEncoded();
        return decrypt(block, key, scheme.content(Der.OCTETS), encrypted);
    }

    private static int rounds(Der parameters) throws IOException, Unknown {
        var rounds = parameters.number();
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw new Unknown(rounds + " rounds of hashing");
        }
        return rounds;
    }

    /// @param info the value of DEK-Info: "AES-256-CBC,5AD1…"
    static byte[] openssl(String info, byte[] encrypted, char[] passphrase) throws GeneralSecurityException, Unknown, IOException {
        var parts = info.split(",", 2);
        var block = OPENSSL.get(parts[0].strip().toUpperCase(Locale.ROOT));
        if (block == null || parts.length < 2) {
            throw new Unknown(parts[0].strip());
        }
        byte[] iv;
        try {
            iv = HexFormat.of().parseHex(parts[1].strip());
        } catch (IllegalArgumentException e) {
            throw new IOException("its DEK-Info line is damaged", e);
        }
        if (iv.length < 8) {
            throw new IOException("its DEK-Info line is cut off");
        }
        var md5 = MessageDigest.getInstance("MD5");
        var secret = new String(passphrase).getBytes(StandardCharsets.UTF_8);
        var key = new byte[0];
        var last = new byte[0];
        while (key.length < block.bytes()) {
            md5.update(last);
            md5.update(secret);
            md5.update(iv, 0, 8);
            last = md5.digest();
            key = Arrays.copyOf(key, key.length + last.length);
            System.arraycopy(last, 0, key, key.length - last.length, last.length);
        }
        return decrypt(block, Arrays.copyOf(key, block.bytes()), iv, encrypted);
    }

    private static byte[] decrypt(Block block, byte[] key, byte[] iv, byte[] encrypted) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(block.name() + "/CBC/PKCS5Padding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, block.name()), new IvParameterSpec(iv));
        return cipher.doFinal(encrypted);
    }

    private static <T> T known(Map<String, T> all, String oid) throws Unknown {
        var one = all.get(oid);
        if (one == null) {
            throw new Unknown(NAMES.getOrDefault(oid, "the scheme " + oid));
        }
        return one;
    }
}
