package dev.posthorn.http.tls;

import dev.posthorn.model.Network;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// Reads a client certificate and its key, from PEM files or from one PKCS#12 file (or a JKS of Java's), and checks that they belong together.
public final class IdentityFile {

    private static final int JKS = 0xFE;

    private IdentityFile() {}

    public static Identity read(Network.ClientCertificate wanted) throws Unusable {
        var bytes = Pem.read(wanted.file());
        if (Pem.looksLike(bytes)) {
            return pem(wanted, bytes);
        }
        if (wanted.key() == null) {
            return store(wanted.file(), bytes, wanted.passphrase());
        }
        return joined(wanted.file(), CertificateFile.read(wanted.file()), wanted.key(), key(wanted));
    }

    private static Identity pem(Network.ClientCertificate wanted, byte[] bytes) throws Unusable {
        var blocks = Pem.blocks(wanted.file(), bytes);
        var certificates = CertificateFile.of(wanted.file(), blocks);
        if (certificates.isEmpty()) {
            throw new Unusable(wanted.file(), blocks.stream().anyMatch(b -> b.label().endsWith("PRIVATE KEY"))
                    ? "it holds a key, but no certificate: is it the file of the key?" : "there is no certificate in it");
        }
        if (wanted.key() != null) {
            return joined(wanted.file(), certificates, wanted.key(), key(wanted));
        }
        var key = new PrivateKeys(wanted.file(), wanted.passphrase()).first(blocks)
                .orElseThrow(() -> new Unusable(wanted.file(), "there is no private key in it: name the file of the key too"));
        return joined(wanted.file(), certificates, wanted.file(), key);
    }

    private static PrivateKey key(Network.ClientCertificate wanted) throws Unusable {
        var bytes = Pem.read(wanted.key());
        var keys = new PrivateKeys(wanted.key(), wanted.passphrase());
        if (!Pem.looksLike(bytes)) {
            return keys.der(bytes);
        }
        var blocks = Pem.blocks(wanted.key(), bytes);
        return keys.first(blocks).orElseThrow(() -> new Unusable(wanted.key(), blocks.stream().anyMatch(b -> b.label().endsWith("CERTIFICATE"))
                ? "it holds a certificate, but no private key" : "there is no private key in it"));
    }

    /// The certificate of the key comes first, then who signed it, and so on; what belongs to neither stays behind.
    private static Identity joined(Path file, List<X509Certificate> certificates, Path keyFile, PrivateKey key) throws Unusable {
        for (var own : certificates) {
            if (belong(own.getPublicKey(), key, keyFile)) {
                return new Identity(ordered(own, certificates), key);
            }
        }
        throw new Unusable(keyFile, "the key does not belong to the certificate " + certificates.getFirst().getSubjectX500Principal().getName()
                + (file.equals(keyFile) ? "" : " of " + file.getFileName()));
    }

    private static List<X509Certificate> ordered(X509Certificate own, List<X509Certificate> all) {
        var chain = new ArrayList<>(List.of(own));
        for (var next = issuer(own, all); next != null && !chain.contains(next); next = issuer(next, all)) {
            chain.add(next);
        }
        return chain;
    }

    private static X509Certificate issuer(X509Certificate of, List<X509Certificate> all) {
        return all.stream().filter(c -> c.getSubjectX500Principal().equals(of.getIssuerX500Principal())).findFirst().orElse(null);
    }

    /// What the one signs, the other must recognise.
    ///
    /// @throws Unusable where Java cannot sign with such a key, as on secp256k1
    private static boolean belong(PublicKey open, PrivateKey key, Path file) throws Unusable {
        var algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            case "DSA" -> "SHA256withDSA";
            case "RSASSA-PSS" -> "RSASSA-PSS";
            default -> "EdDSA";
        };
        var text = "posthorn".getBytes(StandardCharsets.US_ASCII);
        byte[] signed;
        Signature signature;
        try {
            signature = Signature.getInstance(algorithm);
            if (algorithm.equals("RSASSA-PSS")) {
                signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
            }
            signature.initSign(key);
            signature.update(text);
            signed = signature.sign();
        } catch (GeneralSecurityException e) {
            throw new Unusable(file, "Java cannot sign with this key (" + e.getMessage() + ")", e);
        }
        try {
            signature.initVerify(open);
            signature.update(text);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Identity store(Path file, byte[] bytes, String passphrase) throws Unusable {
        var jks = (bytes[0] & 0xFF) == JKS;
        if (bytes[0] != Der.SEQUENCE && !jks) {
            throw new Unusable(file, "it is neither PEM (which begins with -----BEGIN) nor PKCS#12");
        }
        try {
            var store = KeyStore.getInstance(jks ? "JKS" : "PKCS12");
            store.load(new ByteArrayInputStream(bytes), passphrase.toCharArray());
            return entry(file, store, passphrase);
        } catch (UnrecoverableKeyException e) {
            throw wrong(file, passphrase, e);
        } catch (NoSuchAlgorithmException e) {
            throw new Unusable(file, "it is encrypted in a way that is not supported (" + e.getMessage() + ")", e);
        } catch (IOException | GeneralSecurityException e) {
            throw told(file, passphrase, e);
        }
    }

    private static Identity entry(Path file, KeyStore store, String passphrase) throws GeneralSecurityException, Unusable {
        for (var alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias) && store.getKey(alias, passphrase.toCharArray()) instanceof PrivateKey key) {
                var chain = store.getCertificateChain(alias);
                if (chain != null && chain.length > 0) {
                    return joined(file, Arrays.stream(chain).map(X509Certificate.class::cast).toList(), file, key);
                }
            }
        }
        throw new Unusable(file, "there is no private key with its certificate in it");
    }

    private static Unusable told(Path file, String passphrase, Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnrecoverableKeyException || String.valueOf(cause.getMessage()).contains("password was incorrect")) {
                return wrong(file, passphrase, e);
            }
            if (cause instanceof NoSuchAlgorithmException) {
                return new Unusable(file, "it is encrypted in a way that is not supported (" + cause.getMessage() + ")", e);
            }
        }
        if (certificate(file)) {
            return new Unusable(file, "it is a certificate without a key: name the file of the key too", e);
        }
        return new Unusable(file, "it is not a PKCS#12 file, or it is damaged (" + e.getMessage() + ")", e);
    }

    private static boolean certificate(Path file) {
        try {
            return !CertificateFile.read(file).isEmpty();
        } catch (Unusable e) {
            return false;
        }
    }

    private static Unusable wrong(Path file, String passphrase, Exception e) {
        return new Unusable(file, passphrase.isEmpty() ? "it is encrypted: it needs its passphrase" : "the passphrase is wrong", e);
    }
}
