package dev.posthorn.http;

import dev.posthorn.http.proxy.Round;
import dev.posthorn.http.tls.CertificateFacts;
import dev.posthorn.model.Connection;
import dev.posthorn.model.Network;
import dev.posthorn.model.Security;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/// Opens connections of our own as the engine's `Dialer` does: by the workspace's proxies, names, certificates and authorities.
record Lines(Dialer dialer, Tls tls) {

    /// @param told hears of every exchange with a proxy
    Line to(Target target, Options options, Network network, Cancellation cancellation, Phases phases, Consumer<Round> told) throws IOException {
        phases.enter(Phases.Phase.CONNECT);
        var opened = dialer.open(target, options, network, cancellation, told);
        var bare = opened.plain();
        try {
            bare.setTcpNoDelay(true);
            var spoken = bare;
            if (target.secure()) {
                phases.enter(Phases.Phase.TLS);
                spoken = dialer.secured(bare, target, options, network);
            }
            var security = spoken instanceof SSLSocket secure ? security(secure.getSession(), options) : null;
            return new Line(bare, spoken, new Connection(address(bare.getLocalSocketAddress()), remote(bare), opened.way().shown(), false, security));
        } catch (IOException | RuntimeException e) {
            bare.close();
            throw e;
        }
    }

    private static Security security(SSLSession session, Options options) {
        return new Security(session.getProtocol(), session.getCipherSuite(), CertificateFacts.of(chain(session)), options.verifyTls(), "");
    }

    private static List<X509Certificate> chain(SSLSession session) {
        try {
            return Arrays.stream(session.getPeerCertificates()).filter(X509Certificate.class::isInstance).map(X509Certificate.class::cast).toList();
        } catch (SSLPeerUnverifiedException e) {
            return List.of();
        }
    }

    private static String remote(Socket socket) {
        return address(socket.getRemoteSocketAddress());
    }

    private static String address(SocketAddress address) {
        return address == null ? "" : address.toString().replaceFirst("^[^/]*/", "");
    }
}
