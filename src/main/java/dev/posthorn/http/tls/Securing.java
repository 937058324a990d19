package dev.posthorn.http.tls;

import dev.posthorn.model.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/// How connections to a host are secured: who is trusted, and what we show of ourselves.
///
/// 1. A client certificate is in the setup of the hosts it was set for, and of no other: a redirect elsewhere gets another setup.
/// 2. Verification is off where the request or the network settings say so for this host; never for all.
/// 3. Files are read again when their time or size has changed. Equal needs get the very same setup, so that connections can be shared by it.
/// 4. Java's authorities and the system's are read when https is first needed.
public final class Securing {

    /// @param shown    what we show where the server asks; null for none
    /// @param verified false where the server's certificate is not looked at
    public record Setup(SSLSocketFactory factory, X509TrustManager trust, HostnameVerifier names, Identity shown, boolean verified) {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /// A file as it is now: a changed one has another stamp.
    private record Stamp(Path file, FileTime time, long size) {
        static Stamp of(Path file) {
            try {
                return file == null ? null : new Stamp(file, Files.getLastModifiedTime(file), Files.size(file));
            } catch (IOException e) {
                return new Stamp(file, null, -1);
            }
        }
    }

    private record Trusting(List<Stamp> authorities, boolean system) {}

    private record Showing(Stamp file, Stamp key, String passphrase) {}

    private record Needs(Trusting trusting, Showing showing) {}

    private static final int MOST = 32;

    private final SystemAuthorities system;
    private final Clock clock;
    private final Requests requests = new Requests();
    private final Map<Needs, Setup> setups = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Trusting, Judge> judges = new LinkedHashMap<>(4, 0.75f, true);

    public Securing(SystemAuthorities system, Clock clock) {
        this.system = system;
        this.clock = clock;
    }

    /// The same one for equal needs.
    ///
    /// @param verify false where the request's settings switch verification off
    /// @throws Unusable where the certificate that is set for this host cannot be read
    public synchronized Setup of(String host, int port, boolean verify, Network network) throws Unusable {
        var trusting = verify && !unverified(host, port, network)
                ? new Trusting(network.authorities().stream().map(Stamp::of).toList(), network.systemTrust()) : null;
        var own = own(host, port, network);
        var showing = own.map(c -> new Showing(Stamp.of(c.file()), Stamp.of(c.key()), c.passphrase())).orElse(null);
        var needs = new Needs(trusting, showing);
        var setup = setups.get(needs);
        if (setup == null) {
            setup = setup(trusting, own.isEmpty() ? null : IdentityFile.read(own.get()));
            setups.put(needs, setup);
            if (setups.size() > MOST) {
                setups.remove(setups.keySet().iterator().next());
            }
        }
        return setup;
    }

    /// The client certificate that is set for a host.
    public static Optional<Network.ClientCertificate> own(String host, int port, Network network) {
        return network.certificates().stream().filter(c -> HostPattern.parse(c.host()).matches(host, port)).findFirst();
    }

    public static boolean unverified(String host, int port, Network network) {
        return network.unverified().stream().anyMatch(p -> HostPattern.parse(p).matches(host, port));
    }

    /// What servers asked of us.
    public Requests requests() {
        return requests;
    }

    private Setup setup(Trusting trusting, Identity identity) {
        var verified = trusting != null;
        var trust = verified ? judge(trusting) : new Everybody();
        HostnameVerifier names = verified ? Securing::fits : (_, _) -> true;
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {new ShownKey(identity, requests)}, new TrustManager[] {trust}, new SecureRandom());
            return new Setup(context.getSocketFactory(), trust, names, identity, verified);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no TLS", e);
        }
    }

    /// `Judge` has looked at the name already; a resumed session comes only here.
    private static boolean fits(String host, SSLSession session) {
        try {
            return session.getPeerCertificates()[0] instanceof X509Certificate own && HostNames.fits(own, host);
        } catch (SSLPeerUnverifiedException e) {
            return false;
        }
    }

    private Judge judge(Trusting trusting) {
        var known = judges.get(trusting);
        if (known == null) {
            known = made(trusting);
            judges.put(trusting, known);
            if (judges.size() > MOST) {
                judges.remove(judges.keySet().iterator().next());
            }
        }
        return known;
    }

    private Judge made(Trusting trusting) {
        var all = new LinkedHashSet<>(Arrays.asList(pkix(null).getAcceptedIssuers()));
        var troubles = new ArrayList<String>();
        if (trusting.system()) {
            all.addAll(system.found().certificates());
            troubles.addAll(system.found().troubles());
        }
        for (var stamp : trusting.authorities()) {
            try {
                all.addAll(CertificateFile.read(stamp.file()));
            } catch (Unusable e) {
                troubles.add("The authorities in " + e.getMessage() + ".");
            }
        }
        return new Judge(pkix(store(all)), Set.copyOf(all), troubles, clock);
    }

    private static KeyStore store(Set<X509Certificate> trusted) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            var number = 0;
            for (var x : trusted) {
                store.setCertificateEntry("authority-" + number++, x);
            }
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot hold a list of authorities", e);
        }
    }

    /// @param store null for Java's own list
    private static X509ExtendedTrustManager pkix(KeyStore store) {
        try {
            var factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store);
            for (var manager : factory.getTrustManagers()) {
                if (manager instanceof X509ExtendedTrustManager trust) {
                    return trust;
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no list of authorities", e);
        }
        throw new IllegalStateException("This Java has no list of authorities");
    }
}
