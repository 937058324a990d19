package dev.posthorn.auth;

import dev.posthorn.model.Failure;
import dev.posthorn.model.Payload;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What proofs of several types are made of: hashes, keyed hashes, hashes of bodies, words that are used once.
final class Proofs {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private Proofs() {}

    /// @param algorithm as Java calls it: "SHA-256"
    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + algorithm, e);
        }
    }

    /// @param algorithm as Java calls it: "HmacSHA256"
    /// @param key       not empty
    static byte[] hmac(String algorithm, byte[] key, String text) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + algorithm, e);
        }
    }

    /// Feeds a digest with the first `limit` bytes of a body, which is read in pieces.
    static void feed(MessageDigest digest, Payload payload, BodyBytes body, long limit) throws IOException {
        try {
            body.write(payload, new Feed(digest, limit));
        } catch (Enough e) {
            // The rest of the body does not count.
        }
    }

    /// Why a body could not be hashed.
    static Failure unread(IOException e, String label) {
        return e instanceof NoSuchFileException missing ? new Failure.FileMissing(Path.of(missing.getFile()), "body")
                : new Failure.AuthRefused(label, "the body cannot be read for its hash (" + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()) + ")");
    }

    /// Letters and digits that nobody guesses.
    static String nonce(RandomGenerator random, int length) {
        var word = new StringBuilder();
        for (var i = 0; i < length; i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    /// The body has more bytes than count.
    private static final class Enough extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Feed extends OutputStream {

        private final MessageDigest digest;
        private long left;

        Feed(MessageDigest digest, long limit) {
            this.digest = digest;
            this.left = limit;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            var taken = (int) Math.min(left, length);
            digest.update(bytes, from, taken);
            left -= taken;
            if (taken < length) {
                throw new Enough();
            }
        }
    }
}
