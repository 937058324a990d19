package dev.posthorn.http.tls;

import dev.posthorn.model.Certificate;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/// What people want to read of a certificate.
public final class CertificateFacts {

    private static final int DNS = 2;
    private static final int IP = 7;
    private static final HexFormat COLONS = HexFormat.ofDelimiter(":").withUpperCase();

    private CertificateFacts() {}

    public static Certificate of(X509Certificate x) {
        var names = new ArrayList<>(names(x, DNS));
        names.addAll(names(x, IP));
        return new Certificate(x.getSubjectX500Principal().getName(), x.getIssuerX500Principal().getName(), x.getSerialNumber().toString(16),
                x.getNotBefore().toInstant(), x.getNotAfter().toInstant(), names, key(x.getPublicKey()), x.getSigAlgName(), sha256(x));
    }

    public static List<Certificate> of(Collection<X509Certificate> chain) {
        return chain.stream().map(CertificateFacts::of).toList();
    }

    /// The host names that it is good for, as they stand in it.
    static List<String> dnsNames(X509Certificate x) {
        return names(x, DNS);
    }

    static List<String> ipNames(X509Certificate x) {
        return names(x, IP);
    }

    private static List<String> names(X509Certificate x, int type) {
        try {
            var all = x.getSubjectAlternativeNames();
            return all == null ? List.of() : all.stream().filter(name -> name.getFirst().equals(type)).map(name -> String.valueOf(name.get(1))).toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    /// "RSA 2048", "EC P-256", "Ed25519"
    public static String key(PublicKey key) {
        return switch (key) {
            case RSAKey rsa -> "RSA " + rsa.getModulus().bitLength();
            case ECPublicKey ec -> "EC " + curve(ec);
            default -> key.getAlgorithm().equals("EdDSA") && key instanceof java.security.interfaces.EdECPublicKey ed ? ed.getParams().getName() : key.getAlgorithm();
        };
    }

    private static String curve(ECPublicKey ec) {
        var bits = ec.getParams().getOrder().bitLength();
        var text = String.valueOf(ec.getParams());
        return text.contains("NIST P-") || text.startsWith("secp") && text.contains("r1") ? "P-" + bits : bits + " bit";
    }

    private static String sha256(X509Certificate x) {
        try {
            return COLONS.formatHex(MessageDigest.getInstance("SHA-256").digest(x.getEncoded()));
        } catch (GeneralSecurityException e) {
            return "";
        }
    }

    /// The name by which people know the owner: its common name, else the whole of it.
    public static String shortName(String distinguished) {
        try {
            var parts = new LdapName(distinguished).getRdns();
            for (var wanted : List.of("cn", "o", "ou")) {
                for (var i = parts.size() - 1; i >= 0; i--) {
                    if (parts.get(i).getType().toLowerCase(Locale.ROOT).equals(wanted)) {
                        return String.valueOf(parts.get(i).getValue());
                    }
                }
            }
        } catch (InvalidNameException e) {
            // Then as it stands.
        }
        return distinguished.isBlank() ? "without a name" : distinguished;
    }

    static String owner(X509Certificate x) {
        return shortName(x.getSubjectX500Principal().getName());
    }

    static String issuer(X509Certificate x) {
        return shortName(x.getIssuerX500Principal().getName());
    }
}
