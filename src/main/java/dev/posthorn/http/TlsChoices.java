package dev.posthorn.http;

import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/// What of TLS can be chosen for a request: the versions and ciphers of this Java, under the names that collections have for them.
///
/// @param versions what is offered where nothing is switched off, by Postman's names ("TLSv1_3"), newest first
/// @param ciphers  all that can be offered, by OpenSSL's names, in the order in which Java offers them
public record TlsChoices(List<String> versions, List<String> ciphers) {

    /// Postman's names, and Java's.
    private static final Map<String, String> VERSIONS = Map.of("SSLv2", "SSLv2Hello", "SSLv3", "SSLv3", "TLSv1", "TLSv1", "TLSv1_1", "TLSv1.1", "TLSv1_2", "TLSv1.2",
            "TLSv1_3", "TLSv1.3");

    /// Takes some 100 ms when it is first asked for: Java begins to use its providers then.
    public static TlsChoices ofThisJava() {
        try {
            var context = SSLContext.getDefault();
            var offered = context.getDefaultSSLParameters();
            var suites = Stream.concat(Arrays.stream(offered.getCipherSuites()), Arrays.stream(context.getSupportedSSLParameters().getCipherSuites()));
            return new TlsChoices(versions(offered), suites.distinct().filter(name -> !name.endsWith("_SCSV")).map(CipherNames::openssl).toList());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no TLS", e);
        }
    }

    private static List<String> versions(SSLParameters offered) {
        var java = Arrays.asList(offered.getProtocols());
        return Stream.of("TLSv1_3", "TLSv1_2", "TLSv1_1", "TLSv1").filter(name -> java.contains(VERSIONS.get(name))).toList();
    }

    /// Java's name for a version as collections name it ("TLSv1_2"); also for Java's own. Empty for what is no version.
    public static Optional<String> version(String name) {
        return Optional.ofNullable(VERSIONS.getOrDefault(name, VERSIONS.containsValue(name) ? name : null));
    }

    /// Whether a suite, by either of its names, can be offered.
    public boolean knows(String cipher) {
        return CipherNames.registered(cipher).map(CipherNames::openssl).filter(ciphers::contains).isPresent();
    }
}
