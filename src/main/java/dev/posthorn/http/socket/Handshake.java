package dev.posthorn.http.socket;

import dev.posthorn.http.Upgrade;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Response;
import dev.posthorn.model.Wire;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;

/// The request that opens a WebSocket, and what its answer must say (RFC 6455 §4.1).
///
/// 1. What the user wrote wins: a Sec-WebSocket-Key, an offer of extensions or a protocol of one's own goes out as it is.
/// 2. Each header that is added can be switched off by its name in lower case, to see what the server says.
public final class Handshake {

    /// Automatic headers of other requests that make no sense here.
    public static final Set<String> LEFT_AWAY = Set.of("accept", "accept-encoding", "content-type", "content-length");

    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final String KEY = "Sec-WebSocket-Key";
    private static final String EXTENSIONS = "Sec-WebSocket-Extensions";
    private static final String PROTOCOL = "Sec-WebSocket-Protocol";

    /// What both sides agreed on.
    record Agreed(String protocol, Compression compression) {}

    private Handshake() {}

    /// The headers that are added to the user's own, in order. The key's value is new for each connection.
    public static List<Header> automatic(String key) {
        return List.of(new Header("Connection", "Upgrade"), new Header("Upgrade", "websocket"), new Header("Sec-WebSocket-Version", "13"), new Header(KEY, key),
                new Header(EXTENSIONS, Compression.NAME + "; client_max_window_bits"));
    }

    static Wire request(Wire wire, RandomGenerator random, Set<String> off) {
        var nonce = new byte[16];
        random.nextBytes(nonce);
        var headers = new ArrayList<>(wire.headers());
        automatic(Base64.getEncoder().encodeToString(nonce)).stream()
                .filter(h -> !off.contains(h.name().toLowerCase(Locale.ROOT)) && Header.first(wire.headers(), h.name()).isEmpty()).forEach(headers::add);
        return wire.withHeaders(headers);
    }

    /// Reads the answer 101.
    static Agreed agreed(Wire sent, Response answer) throws Fault {
        var headers = answer.headers();
        if (tokens(headers, "Upgrade").stream().noneMatch("websocket"::equals)) {
            throw new Fault(0, "its answer 101 has no header \"Upgrade: websocket\"");
        }
        if (tokens(headers, "Connection").stream().noneMatch("upgrade"::equals)) {
            throw new Fault(0, "its answer 101 has no header \"Connection: Upgrade\"");
        }
        var key = Header.first(sent.headers(), KEY).orElse("");
        var accept = Header.first(headers, "Sec-WebSocket-Accept").orElse("");
        if (accept.isEmpty()) {
            throw new Fault(0, "its answer 101 has no header Sec-WebSocket-Accept");
        }
        if (!accept.strip().equals(accept(key))) {
            throw new Fault(0, "its Sec-WebSocket-Accept is \"" + accept + "\", but \"" + accept(key) + "\" belongs to the key that was sent");
        }
        return new Agreed(protocol(sent, headers), Compression.of(values(headers, EXTENSIONS), values(sent.headers(), EXTENSIONS)));
    }

    private static String protocol(Wire sent, List<Header> headers) throws Fault {
        var offered = values(sent.headers(), PROTOCOL).stream().flatMap(v -> Arrays.stream(v.split(","))).map(String::strip).toList();
        var chosen = values(headers, PROTOCOL);
        if (chosen.isEmpty()) {
            return "";
        }
        if (chosen.size() > 1 || !offered.contains(chosen.getFirst().strip())) {
            throw new Fault(0, "it chose the protocol \"" + String.join(", ", chosen) + "\", " + (offered.isEmpty() ? "though none was offered"
                    : "but was offered " + String.join(", ", offered)));
        }
        return chosen.getFirst().strip();
    }

    static String accept(String key) {
        try {
            var hash = MessageDigest.getInstance("SHA-1").digest((key.strip() + MAGIC).getBytes(StandardCharsets.ISO_8859_1));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-1", e);
        }
    }

    private static List<String> values(List<Header> headers, String name) {
        return headers.stream().filter(h -> h.is(name)).map(Header::value).toList();
    }

    private static List<String> tokens(List<Header> headers, String name) {
        return values(headers, name).stream().flatMap(v -> Arrays.stream(v.split(","))).map(v -> v.strip().toLowerCase(Locale.ROOT)).toList();
    }

    /// Why an answer other than 101 is no WebSocket.
    static Failure declined(Upgrade.Result.Declined declined) {
        var last = declined.hops().getLast();
        var status = last.received().status();
        var said = status + (last.received().reason().isEmpty() ? "" : " " + last.received().reason());
        var advice = switch (status) {
            case 401, 403 -> "Check the Authorization and the headers: browsers' sockets often need a cookie, a token or an Origin.";
            case 404, 405 -> "Check the path: a server has its WebSocket at one address alone.";
            case 426 -> "The server asks for another version of the protocol; its answer names it.";
            case 301, 302, 303, 307, 308 -> "The redirect was not followed; look at its Location.";
            default -> status < 300 ? "The server answered as for an ordinary request: check that there is a WebSocket at this address."
                    : "Read the server's answer for the reason.";
        };
        return new Failure.SocketFailed("The server did not open a WebSocket: it answered " + said + ".", advice);
    }
}
