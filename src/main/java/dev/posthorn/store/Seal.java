package dev.posthorn.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts values with a key that lies in a file of mode 0600: AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits each time,
/// bound to the name of what is encrypted, so that two values cannot be swapped in their file.
final class Seal {

    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Path keyFile;
    private final SecureRandom random;

    Seal(Path keyFile, SecureRandom random) {
        this.keyFile = keyFile;
        this.random = random;
    }

    /// The nonce and the encrypted value, as Base64. Makes the key where there is none yet.
    String close(String value, String name) throws SecretsTrouble {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, key(true), nonce, name);
            var sealed = cipher.doFinal(value.getBytes(StandardCharsets.UTF_8));
            var both = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, both, NONCE, sealed.length);
            return Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new SecretsTrouble("The secret could not be encrypted: " + e.getMessage() + ".", e);
        }
    }

    String open(String sealed, String name) throws SecretsTrouble {
        var key = key(false);
        try {
            var both = Base64.getDecoder().decode(sealed);
            if (both.length < NONCE) {
                throw new GeneralSecurityException("it is too short");
            }
            var cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(both, NONCE), name);
            return new String(cipher.doFinal(both, NONCE, both.length - NONCE), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SecretsTrouble("It was damaged, or encrypted with another key than the one in " + keyFile + ".", e);
        }
    }

    /// Whether there is a key that can be used.
    boolean usable() {
        try {
            return Files.exists(keyFile) && Files.size(keyFile) == KEY;
        } catch (IOException e) {
            return false;
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String name) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private byte[] key(boolean make) throws SecretsTrouble {
        try {
            if (Files.exists(keyFile)) {
                var key = Files.readAllBytes(keyFile);
                if (key.length == KEY) {
                    return key;
                }
                if (!make) {
                    throw new SecretsTrouble("The key in " + keyFile + " is damaged.");
                }
                AtomicFile.setAside(keyFile);
            } else if (!make) {
                throw new SecretsTrouble("The key file " + keyFile + " is gone.");
            }
            var fresh = new byte[KEY];
            random.nextBytes(fresh);
            PrivateFiles.write(keyFile, fresh);
            return fresh;
        } catch (IOException e) {
            throw new SecretsTrouble("The key file " + keyFile + " cannot be used: " + e.getMessage() + ".", e);
        }
    }
}
