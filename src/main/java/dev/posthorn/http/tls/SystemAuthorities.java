package dev.posthorn.http.tls;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The authorities that the operating system trusts.
///
/// 1. Windows: the root stores of the user and of the computer. macOS: the system's roots and what the user's keychains trust.
/// 2. Elsewhere: `SSL_CERT_FILE` and `SSL_CERT_DIR` as OpenSSL reads them, else the bundle at the place where this distribution keeps it.
/// 3. Read once, when https is first needed. What cannot be read is told, and the rest is used all the same.
public final class SystemAuthorities {

    /// @param places where they came from
    /// @param troubles what could not be read, a sentence each
    public record Found(List<X509Certificate> certificates, List<String> places, List<String> troubles) {
        public Found {
            certificates = List.copyOf(certificates);
            places = List.copyOf(places);
            troubles = List.copyOf(troubles);
        }
    }

    /// Debian and Alpine, Fedora and RHEL, SUSE, old RHEL, Alpine and the BSDs.
    private static final List<String> BUNDLES = List.of("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
            "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/ca-bundle.pem", "/etc/pki/tls/cacert.pem", "/etc/ssl/cert.pem", "/usr/local/share/certs/ca-root-nss.crt");

    private static final int MOST_FILES = 2000;

    private final String system;
    private final Map<String, String> environment;
    private Found found;

    /// @param system the value of the property os.name
    public SystemAuthorities(String system, Map<String, String> environment) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.environment = environment;
    }

    public static SystemAuthorities ofThisSystem() {
        return new SystemAuthorities(System.getProperty("os.name", ""), System.getenv());
    }

    /// Reads them at the first call, which may take a tenth of a second.
    public synchronized Found found() {
        if (found == null) {
            found = read();
        }
        return found;
    }

    private Found read() {
        var reading = new Reading();
        if (system.startsWith("windows")) {
            reading.store("Windows-ROOT");
            reading.store("Windows-ROOT-LOCALMACHINE");
        } else if (system.startsWith("mac")) {
            reading.store("KeychainStore-ROOT");
            reading.store("KeychainStore");
        } else {
            files(reading);
        }
        return new Found(List.copyOf(reading.certificates), reading.places, reading.troubles);
    }

    private void files(Reading reading) {
        var file = environment.getOrDefault("SSL_CERT_FILE", "");
        var folders = environment.getOrDefault("SSL_CERT_DIR", "");
        if (!file.isBlank()) {
            reading.file(Path.of(file));
        }
        for (var folder : folders.split(File.pathSeparator)) {
            if (!folder.isBlank()) {
                reading.folder(Path.of(folder));
            }
        }
        if (file.isBlank() && folders.isBlank()) {
            BUNDLES.stream().map(Path::of).filter(Files::isReadable).findFirst().ifPresent(reading::file);
        }
    }

    /// Gathers what can be read, each certificate once.
    private static final class Reading {
        private final LinkedHashSet<X509Certificate> certificates = new LinkedHashSet<>();
        private final List<String> places = new ArrayList<>();
        private final List<String> troubles = new ArrayList<>();

        void file(Path file) {
            try {
                certificates.addAll(CertificateFile.read(file));
                places.add(file.toString());
            } catch (Unusable e) {
                troubles.add("The system's authorities: " + e.getMessage() + ".");
            }
        }

        void folder(Path folder) {
            try (var files = Files.list(folder)) {
                for (var file : files.sorted().limit(MOST_FILES).filter(Files::isRegularFile).toList()) {
                    try {
                        certificates.addAll(CertificateFile.read(file));
                    } catch (Unusable e) {
                        // Such folders hold notes and lists of revoked ones too; OpenSSL passes over them as well.
                    }
                }
                places.add(folder.toString());
            } catch (IOException e) {
                troubles.add("The system's authorities: " + folder + " cannot be read.");
            }
        }

        void store(String type) {
            try {
                var store = KeyStore.getInstance(type);
                store.load(null, null);
                for (var alias : Collections.list(store.aliases())) {
                    if (store.getCertificate(alias) instanceof X509Certificate x && (store.isCertificateEntry(alias) || type.startsWith("Windows"))) {
                        certificates.add(x);
                    }
                }
                places.add(type);
            } catch (IOException | GeneralSecurityException e) {
                // The store of the whole computer is unknown to some versions of Windows.
                if (!type.endsWith("LOCALMACHINE")) {
                    troubles.add("The system's authorities in " + type + " cannot be read: " + e.getMessage() + ".");
                }
            }
        }
    }
}
