package dev.posthorn.http;

import dev.posthorn.model.Connection;
import dev.posthorn.model.Security;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Opens connections of our own, outside OkHttp: addresses of a host one after the other, then TLS with HTTP/1.1 by ALPN.
final class Dial {

    private final Options options;
    private final Cancellation cancellation;
    private final Phases phases;

    Dial(Options options, Cancellation cancellation, Phases phases) {
        this.options = options;
        this.cancellation = cancellation;
        this.phases = phases;
    }

    Line to(Target target) throws IOException {
        var host = target.canonical().host();
        phases.enter(Phases.Phase.DNS);
        var addresses = ScopedValue.where(Lookup.LIMITS, new Lookup.Limits(cancellation, options.connectTimeout().toMillis())).call(() -> new Lookup().lookup(host));
        phases.enter(Phases.Phase.CONNECT);
        var bare = connected(addresses, target.port());
        try {
            bare.setTcpNoDelay(true);
            if (!target.secure()) {
                return new Line(bare, bare, new Connection(address(bare.getLocalSocketAddress()), address(bare.getRemoteSocketAddress()), "", false, null));
            }
            phases.enter(Phases.Phase.TLS);
            var tls = secured(bare, host, target.port());
            return new Line(bare, tls, new Connection(address(bare.getLocalSocketAddress()), address(bare.getRemoteSocketAddress()), "", false, security(tls)));
        } catch (IOException | RuntimeException e) {
            bare.close();
            throw e;
        }
    }

    private Socket connected(List<InetAddress> addresses, int port) throws IOException {
        IOException last = new ConnectException("it has no address");
        for (var address : addresses) {
            var socket = new Socket();
            cancellation.whenCancelled(() -> close(socket));
            try {
                socket.connect(new InetSocketAddress(address, port), Math.toIntExact(Math.min(Integer.MAX_VALUE, options.connectTimeout().toMillis())));
                return socket;
            } catch (IOException e) {
                socket.close();
                last = e;
            }
        }
        throw last;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone already.
        }
    }

    private SSLSocket secured(Socket bare, String host, int port) throws IOException {
        var factory = options.verifyTls() ? (SSLSocketFactory) SSLSocketFactory.getDefault() : Tls.trustingEverybody();
        var tls = (SSLSocket) factory.createSocket(bare, host, port, true);
        var parameters = tls.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"http/1.1"});
        parameters.setEndpointIdentificationAlgorithm(options.verifyTls() ? "HTTPS" : null);
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        return tls;
    }

    private Security security(SSLSocket tls) {
        var session = tls.getSession();
        return new Security(session.getProtocol(), session.getCipherSuite(), List.of(), options.verifyTls(), "");
    }

    private static String address(java.net.SocketAddress address) {
        return String.valueOf(address).replaceFirst("^[^/]*/", "").toLowerCase(Locale.ROOT);
    }
}
