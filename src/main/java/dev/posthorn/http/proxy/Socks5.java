package dev.posthorn.http.proxy;

import dev.posthorn.model.BadProxy;
import dev.posthorn.model.Network;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Asks a SOCKS5 proxy for a connection (RFC 1928), with user and password where there are some (RFC 1929). The host's name is sent as a name:
/// the proxy looks it up.
final class Socks5 {

    private static final int VERSION = 5;
    private static final int NO_LOGIN = 0;
    private static final int PASSWORD = 2;
    private static final int NOTHING_ACCEPTED = 0xff;
    private static final int IPV4 = 1;
    private static final int NAME = 3;
    private static final int IPV6 = 4;
    private static final List<String> REPLIES = List.of("", "general failure of the proxy", "its rules do not allow this connection",
            "it has no route to the network", "it has no route to the host, or does not know its name", "the host refused the connection",
            "the connection took too long", "it does not know this command", "it does not know this kind of address");

    private final Network.Proxy proxy;
    private final Socket socket;
    private final InputStream in;

    Socks5(Network.Proxy proxy, Socket socket, Deadline deadline) throws IOException {
        this.proxy = proxy;
        this.socket = socket;
        this.in = deadline.reading(socket);
    }

    /// Afterwards the socket speaks with the host.
    void connect(String host, int port) throws IOException {
        try {
            login();
            request(host, port);
        } catch (EOFException e) {
            throw strange("it closed the connection in the middle of the greeting", e);
        }
    }

    private void login() throws IOException {
        write(proxy.user().isEmpty() ? new byte[] {VERSION, 1, NO_LOGIN} : new byte[] {VERSION, 2, NO_LOGIN, PASSWORD});
        var version = next();
        if (version != VERSION) {
            throw strange("its first byte is " + version + " where a SOCKS5 proxy says 5", null);
        }
        switch (next()) {
            case NO_LOGIN -> { }
            case PASSWORD -> password();
            case NOTHING_ACCEPTED -> throw new ProxyFault(proxy.user().isEmpty() ? new BadProxy.WantsLogin(proxy.toString(), List.of())
                    : new BadProxy.UnknownLogin(proxy.toString(), List.of()));
            default -> throw strange("it chose a login that was not offered", null);
        }
    }

    private void password() throws IOException {
        if (proxy.user().isEmpty()) {
            throw new ProxyFault(new BadProxy.WantsLogin(proxy.toString(), List.of()));
        }
        var out = new ByteArrayOutputStream();
        out.write(1);
        sized(out, proxy.user(), "user");
        sized(out, proxy.password(), "password");
        write(out.toByteArray());
        next();
        if (next() != 0) {
            throw new ProxyFault(new BadProxy.LoginRefused(proxy.toString(), proxy.user(), "SOCKS5"));
        }
    }

    private void request(String host, int port) throws IOException {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {VERSION, 1, 0});
        var literal = Addresses.literal(host);
        if (literal.isPresent()) {
            var bytes = literal.get().getAddress();
            out.write(bytes.length == 4 ? IPV4 : IPV6);
            out.writeBytes(bytes);
        } else {
            out.write(NAME);
            sized(out, host, "name of the host");
        }
        out.write(port >> 8);
        out.write(port);
        write(out.toByteArray());
        if (next() != VERSION) {
            throw strange("its answer does not begin with a 5", null);
        }
        var reply = next();
        if (reply != 0) {
            throw new ProxyFault(new BadProxy.Refused(proxy.toString(), Addresses.authority(host, port),
                    (reply < REPLIES.size() ? REPLIES.get(reply) : "an error unknown here") + " (SOCKS reply " + reply + ")"));
        }
        next();
        var length = switch (next()) {
            case IPV4 -> 4;
            case IPV6 -> 16;
            case NAME -> next();
            default -> throw strange("it names its own address in an unknown form", null);
        };
        for (var i = 0; i < length + 2; i++) {
            next();
        }
    }

    private void sized(ByteArrayOutputStream out, String text, String what) throws ProxyFault {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 255) {
            throw new ProxyFault(new BadProxy.Settings("SOCKS5", "the " + what + " is longer than the 255 bytes that SOCKS5 can carry"));
        }
        out.write(bytes.length);
        out.writeBytes(bytes);
    }

    private void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    private int next() throws IOException {
        var b = in.read();
        if (b < 0) {
            throw new EOFException("the proxy closed the connection");
        }
        return b;
    }

    private ProxyFault strange(String reason, IOException cause) {
        return new ProxyFault(new BadProxy.Strange(proxy.toString(), reason), cause);
    }
}
