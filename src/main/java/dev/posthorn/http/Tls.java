package dev.posthorn.http;

import dev.posthorn.http.tls.HandshakeReading;
import dev.posthorn.http.tls.Securing;
import dev.posthorn.http.tls.SystemAuthorities;
import dev.posthorn.http.tls.Unusable;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Network;
import java.io.IOException;
import java.time.Clock;
import okhttp3.OkHttpClient;

/// Whom a secure connection trusts, what it shows of us, and why it did not come about.
final class Tls {

    /// Puts the failure of one exchange into words that only somebody can find who knows how it was secured.
    interface Explaining {

        /// @param plain what can be said without that knowledge
        Failure of(IOException e, Failure plain);
    }

    private final Securing securing;

    Tls() {
        this(new Securing(SystemAuthorities.ofThisSystem(), Clock.systemUTC()));
    }

    Tls(Securing securing) {
        this.securing = securing;
    }

    Securing securing() {
        return securing;
    }

    /// The same one for equal needs: connections are shared by requests that got the very same setup.
    ///
    /// @throws Unusable where our certificate for this host cannot be read
    Securing.Setup of(Target target, Options options, Network network) throws Unusable {
        return securing.of(target.host(), target.port(), options.verifyTls(), network);
    }

    /// Nothing was sent, since our certificate for this host cannot be read.
    static Failure unusable(Unusable e, Target target) {
        return new Failure.TlsFailed(target.address(), "the client certificate for it cannot be used (" + e.getMessage() + ")",
                "Correct it in the network settings, under Certificates.", Failure.TlsFailed.Remedy.CLIENT_CERTIFICATE, -1, java.util.List.of());
    }

    /// False where verification is off for all that this client does.
    static boolean verifies(OkHttpClient client) {
        return Securing.verifies(client.x509TrustManager());
    }

    Explaining explaining(Target target, Network network) {
        return (e, plain) -> {
            if (!target.secure()) {
                return plain;
            }
            var own = Securing.own(target.host(), target.port(), network);
            var reading = new HandshakeReading(target.host(), target.port(), target.address(), own, securing.requests().of(target.canonical().host(), target.port()));
            return switch (plain) {
                case Failure.TlsFailed _ -> reading.of(e);
                case Failure.ConnectionLost _, Failure.Broken _ -> reading.lost(plain);
                default -> plain;
            };
        };
    }
}
