package dev.posthorn.script;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

/// What the global `crypto` of scripts (Web Cryptography) leaves to the program. Bytes come and go as Base64; keys are raw, PKCS #8 or SubjectPublicKeyInfo.
final class Cryptography {

    private static final int MOST_RANDOM = 65_536;
    private static final int MOST_ITERATIONS = 10_000_000;

    private final SecureRandom random = new SecureRandom();

    /// @throws IllegalArgumentException with a sentence, where it cannot be done
    Object answer(List<Object> arguments) {
        var given = new Given(arguments);
        try {
            return switch (given.text(0)) {
                case "random" -> text(bytes(given.number(1)));
                case "digest" -> text(MessageDigest.getInstance(given.text(1)).digest(given.bytes(2)));
                case "pair" -> pair(given);
                case "sign" -> text(sign(given));
                case "verify" -> verify(given);
                case "encrypt" -> text(cipher(Cipher.ENCRYPT_MODE, given));
                case "decrypt" -> text(cipher(Cipher.DECRYPT_MODE, given));
                case "derive" -> text(derive(given));
                default -> throw new IllegalArgumentException("There is no operation " + given.text(0));
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The operation failed: " + e.getMessage(), e);
        }
    }

    private record Given(List<Object> all) {

        String text(int index) {
            return all.size() > index && all.get(index) instanceof String text ? text : "";
        }

        int number(int index) {
            return all.size() > index && all.get(index) instanceof Number number ? number.intValue() : 0;
        }

        byte[] bytes(int index) {
            return Base64.getMimeDecoder().decode(text(index));
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private byte[] bytes(int count) {
        if (count < 0 || count > MOST_RANDOM) {
            throw new IllegalArgumentException("At most " + MOST_RANDOM + " random bytes can be had at once");
        }
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private List<String> pair(Given given) throws GeneralSecurityException {
        var curve = given.text(3);
        var generator = KeyPairGenerator.getInstance(curve.isEmpty() ? "RSA" : "EC");
        if (curve.isEmpty()) {
            if (given.number(2) > 8192) {
                throw new IllegalArgumentException("An RSA key has at most 8192 bits here");
            }
            generator.initialize(given.number(2), random);
        } else {
            generator.initialize(new ECGenParameterSpec(curve.replace("P-", "secp") + "r1"), random);
        }
        var pair = generator.generateKeyPair();
        return List.of(text(pair.getPrivate().getEncoded()), text(pair.getPublic().getEncoded()));
    }

    /// name, hash, key, data, salt length
    private byte[] sign(Given given) throws GeneralSecurityException {
        var name = given.text(1);
        if ("HMAC".equals(name)) {
            return mac(given.text(2), given.bytes(3), given.bytes(4));
        }
        var signature = signature(name, given.text(2), given.number(5));
        signature.initSign(KeyFactory.getInstance(family(name)).generatePrivate(new PKCS8EncodedKeySpec(given.bytes(3))), random);
        signature.update(given.bytes(4));
        return signature.sign();
    }

    /// as `sign`, and the signature
    private boolean verify(Given given) throws GeneralSecurityException {
        var name = given.text(1);
        if ("HMAC".equals(name)) {
            return MessageDigest.isEqual(mac(given.text(2), given.bytes(3), given.bytes(4)), given.bytes(6));
        }
        var signature = signature(name, given.text(2), given.number(5));
        signature.initVerify(KeyFactory.getInstance(family(name)).generatePublic(new X509EncodedKeySpec(given.bytes(3))));
        signature.update(given.bytes(4));
        try {
            return signature.verify(given.bytes(6));
        } catch (java.security.SignatureException e) {
            return false;
        }
    }

    private static String family(String name) {
        return "ECDSA".equals(name) ? "EC" : "RSA";
    }

    private static Signature signature(String name, String hash, int salt) throws GeneralSecurityException {
        var digest = hash.replace("-", "");
        return switch (name) {
            case "ECDSA" -> Signature.getInstance(digest + "withECDSAinP1363Format");
            case "RSASSA-PKCS1-v1_5" -> Signature.getInstance(digest + "withRSA");
            case "RSA-PSS" -> {
                var signature = Signature.getInstance("RSASSA-PSS");
                signature.setParameter(new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), Math.max(0, salt), PSSParameterSpec.TRAILER_FIELD_BC));
                yield signature;
            }
            default -> throw new IllegalArgumentException(name + " does not sign");
        };
    }

    private static byte[] mac(String hash, byte[] key, byte[] data) throws GeneralSecurityException {
        var mac = Mac.getInstance("Hmac" + hash.replace("-", ""));
        // Java refuses an empty key; HMAC pads every key with zeros.
        mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, mac.getAlgorithm()));
        return mac.doFinal(data);
    }

    /// name, hash, key, data, vector, bits of the tag, additional data
    private byte[] cipher(int mode, Given given) throws GeneralSecurityException {
        var name = given.text(1);
        var vector = given.bytes(5);
        var cipher = Cipher.getInstance(switch (name) {
            case "AES-CBC" -> "AES/CBC/PKCS5Padding";
            case "AES-CTR" -> "AES/CTR/NoPadding";
            case "AES-GCM" -> "AES/GCM/NoPadding";
            case "RSA-OAEP" -> "RSA/ECB/OAEPPadding";
            default -> throw new IllegalArgumentException(name + " does not encrypt");
        });
        if ("RSA-OAEP".equals(name)) {
            var factory = KeyFactory.getInstance("RSA");
            var key = mode == Cipher.ENCRYPT_MODE ? factory.generatePublic(new X509EncodedKeySpec(given.bytes(3))) : factory.generatePrivate(new PKCS8EncodedKeySpec(given.bytes(3)));
            cipher.init(mode, key, new OAEPParameterSpec(given.text(2), "MGF1", new MGF1ParameterSpec(given.text(2)), PSource.PSpecified.DEFAULT), random);
            return cipher.doFinal(given.bytes(4));
        }
        AlgorithmParameterSpec parameters = "AES-GCM".equals(name) ? new GCMParameterSpec(given.number(6), vector) : new IvParameterSpec(vector);
        cipher.init(mode, new SecretKeySpec(given.bytes(3), "AES"), parameters, random);
        if ("AES-GCM".equals(name)) {
            cipher.updateAAD(given.bytes(7));
        }
        return cipher.doFinal(given.bytes(4));
    }

    /// name, hash, key, salt, iterations, info, bits
    private static byte[] derive(Given given) throws GeneralSecurityException {
        var size = given.number(7) / 8;
        if (size <= 0 || size > MOST_RANDOM || given.number(5) > MOST_ITERATIONS) {
            throw new IllegalArgumentException("A key has 8 to " + MOST_RANDOM * 8 + " bits and at most " + MOST_ITERATIONS + " iterations here");
        }
        return "HKDF".equals(given.text(1)) ? expand(given, size) : stretch(given, size);
    }

    /// RFC 5869 §2.
    private static byte[] expand(Given given, int size) throws GeneralSecurityException {
        var hash = given.text(2);
        var secret = mac(hash, given.bytes(4), given.bytes(3));
        var block = new byte[0];
        var out = new java.io.ByteArrayOutputStream();
        for (var i = 1; out.size() < size && i < 256; i++) {
            var input = new java.io.ByteArrayOutputStream();
            input.writeBytes(block);
            input.writeBytes(given.bytes(6));
            input.write(i);
            block = mac(hash, secret, input.toByteArray());
            out.writeBytes(block);
        }
        return Arrays.copyOf(out.toByteArray(), size);
    }

    /// RFC 8018 §5.2; by hand, since Java's takes passwords of characters alone.
    private static byte[] stretch(Given given, int size) throws GeneralSecurityException {
        var mac = Mac.getInstance("Hmac" + given.text(2).replace("-", ""));
        mac.init(new SecretKeySpec(given.bytes(3).length == 0 ? new byte[1] : given.bytes(3), mac.getAlgorithm()));
        var out = new java.io.ByteArrayOutputStream();
        for (var i = 1; out.size() < size; i++) {
            mac.update(given.bytes(4));
            var last = mac.doFinal(new byte[] {(byte) (i >> 24), (byte) (i >> 16), (byte) (i >> 8), (byte) i});
            var sum = last.clone();
            for (var round = 1; round < given.number(5) && !Thread.currentThread().isInterrupted(); round++) {
                last = mac.doFinal(last);
                for (var b = 0; b < sum.length; b++) {
                    sum[b] ^= last[b];
                }
            }
            out.writeBytes(sum);
        }
        return Arrays.copyOf(out.toByteArray(), size);
    }
}
