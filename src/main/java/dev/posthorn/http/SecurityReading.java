package dev.posthorn.http;

import dev.posthorn.model.Certificate;
import dev.posthorn.model.Security;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/// How a connection was secured, read from its TLS session.
final class SecurityReading {

    private static final HexFormat COLONS = HexFormat.ofDelimiter(":").withUpperCase();
    private static final int DNS = 2;
    private static final int IP = 7;

    private SecurityReading() {}

    static Security of(SSLSession session, boolean verified) {
        var own = session.getLocalCertificates();
        return new Security(session.getProtocol(), session.getCipherSuite(), chain(session), verified,
                own == null || own.length == 0 || !(own[0] instanceof X509Certificate mine) ? "" : mine.getSubjectX500Principal().getName());
    }

    private static List<Certificate> chain(SSLSession session) {
        try {
            return Stream.of(session.getPeerCertificates()).filter(X509Certificate.class::isInstance).map(c -> certificate((X509Certificate) c)).toList();
        } catch (SSLPeerUnverifiedException e) {
            return List.of();
        }
    }

    static Certificate certificate(X509Certificate x) {
        return new Certificate(x.getSubjectX500Principal().getName(), x.getIssuerX500Principal().getName(), x.getSerialNumber().toString(16),
                x.getNotBefore().toInstant(), x.getNotAfter().toInstant(), names(x), key(x.getPublicKey()), x.getSigAlgName(), sha256(x));
    }

    private static List<String> names(X509Certificate x) {
        try {
            var all = x.getSubjectAlternativeNames();
            return all == null ? List.of() : all.stream().filter(name -> name.getFirst().equals(DNS) || name.getFirst().equals(IP)).map(name -> String.valueOf(name.get(1))).toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    private static String key(PublicKey key) {
        return switch (key) {
            case RSAKey rsa -> "RSA " + rsa.getModulus().bitLength();
            case ECKey curve -> "EC P-" + curve.getParams().getOrder().bitLength();
            case EdECKey edwards -> edwards.getParams().getName();
            default -> key.getAlgorithm();
        };
    }

    private static String sha256(X509Certificate x) {
        try {
            return COLONS.formatHex(MessageDigest.getInstance("SHA-256").digest(x.getEncoded()));
        } catch (GeneralSecurityException e) {
            return "";
        }
    }
}
