package dev.posthorn.http;

import dev.posthorn.http.tap.AnswerHead;
import dev.posthorn.http.tap.StreamLog;
import dev.posthorn.http.tap.Tap;
import dev.posthorn.http.tap.Tape;
import dev.posthorn.http.tap.Tapped;
import dev.posthorn.model.Connection;
import dev.posthorn.model.Flow;
import dev.posthorn.model.Frame;
import dev.posthorn.model.Header;
import dev.posthorn.model.Heads;
import dev.posthorn.model.Interim;
import dev.posthorn.model.Security;
import dev.posthorn.model.Sizes;
import dev.posthorn.model.Trace;
import dev.posthorn.model.Wire;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocket;

/// What was seen of one exchange at its socket, and what is told of it. Belongs to the thread of the exchange.
///
/// Over HTTP/1 heads are the very bytes (`Tape`). Over HTTP/2 they are what the header blocks said (`StreamLog`): put together again, not raw.
final class Seen {

    private final Wire wire;
    private boolean verified = true;
    private Connection connection = Connection.NONE;
    private long start;
    private Tap tap;
    private Tape tape;
    private int stream;
    private StreamLog log;

    Seen(Wire wire) {
        this.wire = wire;
    }

    void verified(boolean value) {
        verified = value;
    }

    /// From here on the connection's bytes belong to this exchange.
    ///
    /// @param since when the exchange began, on the clock of `System.nanoTime`
    void acquired(okhttp3.Connection taken, long since, String remote, boolean reused) {
        release();
        start = since;
        stream = 0;
        tap = taken.socket() instanceof Tapped tapped ? tapped.tap() : null;
        tape = null;
        log = null;
        connection = new Connection(address(taken.socket()), remote, proxy(taken.route().proxy()), reused, security(taken));
        if (tap != null && !multiplexed(taken)) {
            tape = tap.begin(wire.method().equals("HEAD"), Header.first(wire.headers(), "Expect").filter("100-continue"::equalsIgnoreCase).isPresent());
        }
    }

    private static boolean multiplexed(okhttp3.Connection taken) {
        return switch (taken.protocol()) {
            case HTTP_2, H2_PRIOR_KNOWLEDGE -> true;
            default -> false;
        };
    }

    private Security security(okhttp3.Connection taken) {
        if (!(taken.socket() instanceof SSLSocket secure)) {
            return null;
        }
        return tap == null ? SecurityReading.of(secure.getSession(), verified) : tap.security(() -> SecurityReading.of(secure.getSession(), verified));
    }

    private static String address(Socket socket) {
        return socket.getLocalSocketAddress() instanceof InetSocketAddress local ? address(local) : "";
    }

    /// "127.0.0.1:8080", "[::1]:8080".
    static String address(InetSocketAddress address) {
        var ip = address.getAddress();
        var host = ip == null ? address.getHostString() : ip.getAddress().length == 16 ? Ipv6.shortened(ip.getHostAddress()) : ip.getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    private static String proxy(Proxy proxy) {
        return proxy.type() == Proxy.Type.DIRECT || !(proxy.address() instanceof InetSocketAddress at) ? ""
                : (proxy.type() == Proxy.Type.SOCKS ? "socks5" : proxy.type().name().toLowerCase(Locale.ROOT)) + "://" + at.getHostString() + ":" + at.getPort();
    }

    /// The stream of HTTP/2 that the exchange rode; called when its answer's head is there, or will not come.
    void stream(int number) {
        stream = number;
    }

    /// True where HTTP/2 was begun and the server answered in HTTP/1.
    boolean answeredInHttp1() {
        return tap != null && tap.frames() != null && tap.frames().answeredInHttp1();
    }

    /// The exchange is over: what comes on the connection now is not its own.
    void release() {
        if (tap != null && tape != null) {
            tap.end(tape);
        }
        if (tap != null && tap.frames() != null && stream != 0 && log == null) {
            log = tap.frames().take(stream, start, !connection.reused());
        }
    }

    /// The head as it came; null where none did over HTTP/1, or HTTP/2 is spoken.
    AnswerHead head() {
        return tape == null ? null : tape.head();
    }

    /// Fields of the answer over HTTP/2, without those of the protocol itself; null where they are not known.
    List<Header> fields() {
        var block = answer();
        return block == null ? null : block.fields().stream().filter(f -> !f.name().startsWith(":")).toList();
    }

    private StreamLog.Block answer() {
        return log == null ? null : log.answers().stream().filter(b -> b.status() >= 200).findFirst().orElse(null);
    }

    /// True where the exchange rides a connection that was open before.
    boolean reused() {
        return connection.reused();
    }

    /// True where a chunk of the answer went on after its announced end, which OkHttp passes over.
    boolean overran() {
        return tape != null && tape.overran();
    }

    /// What came over HTTP/1 before the body, a byte a character: the heads, or the beginning of something that is none.
    String begun() {
        return tape == null ? "" : tape.answerHeads();
    }

    /// Bytes that came over HTTP/1 for this exchange until now; 0 where nobody looked.
    long received() {
        return tape == null ? 0 : tape.received();
    }

    /// True where the server sent an RST_STREAM for this exchange; OkHttp resets streams by itself too, where the connection ends.
    boolean resetByServer() {
        release();
        return log != null && log.frames().stream().anyMatch(f -> !f.sent() && f.name().equals("RST_STREAM"));
    }

    /// When the first byte of the answer's head came, where that was seen; else what the caller knows.
    long answerStart(long known) {
        var block = answer();
        return head() != null ? head().start() : block != null ? block.at() : known;
    }

    /// @param computed as far as they can be told without looking at the wire
    Sizes sizes(Sizes computed) {
        var block = answer();
        if (log != null) {
            return new Sizes(log.sentBlock(), log.sentData(), block == null ? computed.responseHead() : block.size(), computed.bodyOnWire(), computed.body());
        }
        if (tape == null || tape.requestHeadSize() == 0) {
            return computed;
        }
        return new Sizes(tape.requestHeadSize(), Math.min(computed.requestBody(), tape.sent() - tape.requestHeadSize()), head() == null ? computed.responseHead() : head().size(),
                computed.bodyOnWire(), computed.body());
    }

    Trace trace() {
        if (log != null) {
            return ofFrames();
        }
        if (tape == null) {
            return new Trace(connection, List.of(), List.of(), Heads.NONE);
        }
        var interim = tape.interim().stream().map(h -> new Interim(h.status(), h.reason(), h.headers(), after(h.end()))).toList();
        return new Trace(connection, interim, tape.trailers(), new Heads(tape.requestHead(), tape.answerHeads(), true), new Flow(tape.sent(), tape.received(), tape.after(), List.of()));
    }

    private Trace ofFrames() {
        var interim = log.answers().stream().filter(b -> b.status() >= 100 && b.status() < 200)
                .map(b -> new Interim(b.status(), "", b.fields().stream().filter(f -> !f.name().startsWith(":")).toList(), after(b.at()))).toList();
        var trailers = log.answers().stream().filter(b -> b.status() == 0).flatMap(b -> b.fields().stream()).toList();
        var answers = log.answers().stream().filter(b -> b.status() != 0).map(b -> text(b.fields())).collect(Collectors.joining());
        var frames = log.frames().stream().map(f -> new Frame(f.sent(), after(f.at()), f.name(), f.flagNames(), f.stream(), f.count(), f.length(), f.detail())).toList();
        return new Trace(connection, interim, trailers, new Heads(text(log.sent()), answers, false), new Flow(log.sentAll(), log.receivedAll(), 0, frames));
    }

    private static String text(List<Header> fields) {
        var text = fields.stream().map(f -> f.name() + ": " + f.value() + "\r\n").collect(Collectors.joining());
        return text.isEmpty() ? "" : new String((text + "\r\n").getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private Duration after(long at) {
        return Duration.ofNanos(at - start);
    }
}
