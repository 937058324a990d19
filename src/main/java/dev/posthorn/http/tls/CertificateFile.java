package dev.posthorn.http.tls;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/// Reads the certificates in a file: PEM with any number of them, or DER with one.
public final class CertificateFile {

    private CertificateFile() {}

    /// At least one.
    public static List<X509Certificate> read(Path file) throws Unusable {
        var bytes = Pem.read(file);
        if (!Pem.looksLike(bytes)) {
            return List.of(der(file, bytes));
        }
        var all = of(file, Pem.blocks(file, bytes));
        if (all.isEmpty()) {
            throw new Unusable(file, "there is no certificate in it");
        }
        return all;
    }

    /// Blocks of other kinds are passed over.
    static List<X509Certificate> of(Path file, List<Pem.Block> blocks) throws Unusable {
        var all = new ArrayList<X509Certificate>();
        for (var block : blocks) {
            switch (block.label()) {
                case "CERTIFICATE", "X509 CERTIFICATE" -> all.add(parse(file, block.bytes(), "certificate " + (all.size() + 1) + " is damaged"));
                case "TRUSTED CERTIFICATE" -> all.add(parse(file, first(file, block.bytes()), "certificate " + (all.size() + 1) + " is damaged"));
                default -> { }
            }
        }
        return all;
    }

    /// OpenSSL appends what it trusts the certificate for.
    private static byte[] first(Path file, byte[] bytes) throws Unusable {
        try {
            return new Der(bytes).whole();
        } catch (java.io.IOException e) {
            throw new Unusable(file, "a certificate is damaged", e);
        }
    }

    private static X509Certificate der(Path file, byte[] bytes) throws Unusable {
        if (bytes[0] != Der.SEQUENCE) {
            throw new Unusable(file, "it is neither PEM (which begins with -----BEGIN) nor DER");
        }
        return parse(file, bytes, "it is not PEM, and no certificate in DER either");
    }

    private static X509Certificate parse(Path file, byte[] bytes, String otherwise) throws Unusable {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
        } catch (CertificateException e) {
            throw new Unusable(file, otherwise, e);
        }
    }
}
