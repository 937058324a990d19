package dev.posthorn.http.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/// The certificate with which this machine answers a login that must come back to `https://localhost`. It vouches for itself alone, for the
/// names of this machine to itself (`localhost`, `127.0.0.1`, `::1`), and is added to no list of authorities.
public record LoopbackCertificate(Identity identity) {

    /// Browsers take no certificate that lives longer than 398 days.
    private static final Duration LIFE = Duration.ofDays(397);
    private static final Duration RENEWED_BEFORE = Duration.ofDays(30);

    public static LoopbackCertificate make(Instant now, SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            var pair = generator.generateKeyPair();
            var algorithm = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
            var content = content(pair.getPublic(), algorithm, now, random);
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate(), random);
            signature.update(content.toASN1Primitive().getEncoded("DER"));
            var whole = new DERSequence(new ASN1Encodable[] {content, algorithm, new DERBitString(signature.sign())});
            return new LoopbackCertificate(new Identity(List.of(parsed(whole.getEncoded("DER"))), pair.getPrivate()));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This Java cannot make a certificate", e);
        }
    }

    private static ASN1Encodable content(PublicKey key, AlgorithmIdentifier algorithm, Instant now, SecureRandom random) throws IOException {
        var name = new X500Name("CN=localhost, O=Posthorn on this machine");
        var content = new V3TBSCertificateGenerator();
        content.setSerialNumber(new ASN1Integer(new BigInteger(126, random).setBit(126)));
        content.setSignature(algorithm);
        content.setIssuer(name);
        content.setSubject(name);
        // An hour of room for clocks that differ.
        content.setStartDate(new Time(Date.from(now.minus(Duration.ofHours(1)))));
        content.setEndDate(new Time(Date.from(now.plus(LIFE))));
        content.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(key.getEncoded()));
        var extensions = new ExtensionsGenerator();
        extensions.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"), new GeneralName(GeneralName.iPAddress, "::1")}));
        extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        extensions.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        extensions.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        content.setExtensions(extensions.generate());
        return content.generateTBSCertificate();
    }

    private static X509Certificate parsed(byte[] der) throws CertificateException {
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    /// Reads what `pem` wrote.
    public static LoopbackCertificate read(Path file, byte[] pem) throws Unusable {
        var blocks = Pem.blocks(file, pem);
        var chain = CertificateFile.of(file, blocks);
        var key = new PrivateKeys(file, "").first(blocks);
        if (chain.isEmpty() || key.isEmpty()) {
            throw new Unusable(file, "there must be a certificate and its key in it");
        }
        var read = new LoopbackCertificate(new Identity(chain.subList(0, 1), key.get()));
        if (!read.belongsTogether()) {
            throw new Unusable(file, "the key is not that of the certificate");
        }
        return read;
    }

    private boolean belongsTogether() {
        try {
            var probe = new byte[] {1};
            var signing = Signature.getInstance("SHA256withECDSA");
            signing.initSign(identity.key());
            signing.update(probe);
            var signature = signing.sign();
            var checking = Signature.getInstance("SHA256withECDSA");
            checking.initVerify(identity.own());
            checking.update(probe);
            return checking.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /// The certificate and its key, to be kept where nobody else reads it.
    public byte[] pem() {
        try {
            return (block("CERTIFICATE", identity.own().getEncoded()) + block("PRIVATE KEY", identity.key().getEncoded())).getBytes(StandardCharsets.US_ASCII);
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String block(String label, byte[] der) {
        var base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
    }

    /// False where it must be made anew: it has ended, is about to, or has not begun.
    public boolean goodAt(Instant now) {
        return now.isAfter(identity.own().getNotBefore().toInstant()) && now.isBefore(identity.own().getNotAfter().toInstant().minus(RENEWED_BEFORE));
    }

    /// "3A:F0:…", SHA-256 as browsers show it.
    public String fingerprint() {
        try {
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(MessageDigest.getInstance("SHA-256").digest(identity.own().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// For a listener that answers with it.
    public SSLContext server() {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("own", identity.key(), new char[0], new X509Certificate[] {identity.own()});
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, new char[0]);
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This Java has no TLS", e);
        }
    }

    @Override
    public String toString() {
        return "LoopbackCertificate[until " + identity.own().getNotAfter().toInstant() + "]";
    }
}
