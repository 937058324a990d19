package dev.posthorn.http;

import dev.posthorn.model.Timings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/// Watches one exchange and tells how long each phase took. Several addresses of one host may be tried at once, on threads of their
/// own; what counts is the connection that was taken in the end.
final class Timeline extends EventListener {

    /// Start and end of one attempt to connect, in nanoseconds of the same clock.
    private record Attempt(long start, long end) {}

    private final Instant started = Instant.now();
    private final long start = System.nanoTime();
    private final Map<InetSocketAddress, Attempt> attempts = new HashMap<>();
    private String phase = "queue";
    private long dnsStart;
    private long dns;
    private long tlsStart;
    private long tls;
    private long connect;
    private long sendStart;
    private long sendEnd;
    private long headStart;
    private boolean fresh;
    private boolean acquired;
    private String remote = "";
    private Response head;

    @Override
    public synchronized void dnsStart(Call call, String domainName) {
        phase = "DNS";
        dnsStart = System.nanoTime();
    }

    @Override
    public synchronized void dnsEnd(Call call, String domainName, List<InetAddress> addresses) {
        dns += System.nanoTime() - dnsStart;
    }

    @Override
    public synchronized void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        phase = "connect";
        attempts.put(address, new Attempt(System.nanoTime(), 0));
        fresh = true;
    }

    @Override
    public synchronized void secureConnectStart(Call call) {
        phase = "TLS";
        tlsStart = System.nanoTime();
    }

    @Override
    public synchronized void secureConnectEnd(Call call, Handshake handshake) {
        tls = System.nanoTime() - tlsStart;
    }

    @Override
    public synchronized void connectEnd(Call call, InetSocketAddress address, Proxy proxy, Protocol protocol) {
        var attempt = attempts.get(address);
        if (attempt != null) {
            attempts.put(address, new Attempt(attempt.start(), System.nanoTime()));
        }
    }

    @Override
    public synchronized void connectionAcquired(Call call, Connection connection) {
        acquired = true;
        var address = connection.route().socketAddress();
        remote = remote(connection.socket().getRemoteSocketAddress());
        var attempt = attempts.get(address);
        fresh = attempt != null;
        if (fresh) {
            connect = Math.max(0, (attempt.end() == 0 ? System.nanoTime() : attempt.end()) - attempt.start() - tls);
        } else {
            tls = 0;
        }
    }

    /// Of the socket itself: the route knows nothing of proxies and other addresses that ours goes to.
    private static String remote(java.net.SocketAddress address) {
        if (!(address instanceof InetSocketAddress inet)) {
            return "";
        }
        var host = inet.getAddress() == null ? inet.getHostString() : inet.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + inet.getPort();
    }

    @Override
    public synchronized void requestHeadersStart(Call call) {
        phase = "send";
        sendStart = System.nanoTime();
    }

    @Override
    public synchronized void requestHeadersEnd(Call call, Request request) {
        sendEnd = System.nanoTime();
        if (request.body() == null) {
            phase = "wait";
        }
    }

    @Override
    public synchronized void requestBodyEnd(Call call, long byteCount) {
        phase = "wait";
        sendEnd = System.nanoTime();
    }

    @Override
    public synchronized void responseHeadersStart(Call call) {
        phase = "wait";
    }

    @Override
    public synchronized void responseHeadersEnd(Call call, Response response) {
        phase = "receive";
        headStart = System.nanoTime();
        head = response;
    }

    @Override
    public synchronized void responseFailed(Call call, IOException e) {
        if (headStart == 0 && sendEnd == 0) {
            sendEnd = System.nanoTime();
        }
    }

    /// The head of the answer where one came, although the call failed later; null where none came.
    synchronized Response head() {
        return head;
    }

    Instant started() {
        return started;
    }

    synchronized String phase() {
        return phase;
    }

    synchronized String remote() {
        return remote;
    }

    /// True where the exchange rode a connection that was open before.
    synchronized boolean reused() {
        return acquired && !fresh;
    }

    synchronized Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /// The phases up to now; they add up to the time since the start.
    synchronized Timings timings() {
        var now = System.nanoTime();
        var sending = sendStart == 0 ? now : sendStart;
        var sent = Math.max(sending, sendEnd == 0 ? now : sendEnd);
        var answered = Math.max(sent, headStart == 0 ? now : headStart);
        var before = sending - start;
        var d = Math.min(dns, before);
        var c = Math.min(connect, before - d);
        var t = Math.min(tls, before - d - c);
        return new Timings(started, nanos(before - d - c - t), nanos(d), nanos(c), nanos(t),
                nanos(sent - sending), nanos(answered - sent), nanos(now - answered));
    }

    private static Duration nanos(long count) {
        return Duration.ofNanos(count);
    }
}
