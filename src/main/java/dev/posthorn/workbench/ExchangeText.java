package dev.posthorn.workbench;

import dev.posthorn.model.Certificate;
import dev.posthorn.model.Connection;
import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Response;
import dev.posthorn.model.Timings;
import dev.posthorn.model.Traffic;
import dev.posthorn.model.Wire;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// An exchange in words and lines, for the console and for `--verbose`: how the connection was made, both heads, what the phases took.
public final class ExchangeText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    private ExchangeText() {}

    /// The request's head as it was sent; put together from the wire where its bytes were not seen. Without carriage returns.
    public static String requestHead(Traffic traffic) {
        var raw = traffic.trace().heads().request();
        return raw.isEmpty() ? rebuilt(traffic.sent(), protocol(traffic)) : text(raw);
    }

    /// All heads that came, interim ones first; empty where none did.
    public static String responseHead(Traffic traffic) {
        var raw = traffic.trace().heads().response();
        return !raw.isEmpty() ? text(raw) : traffic.received() == null ? "" : rebuilt(traffic.received());
    }

    /// The bytes of a head as people read them: as UTF-8 where they are that.
    private static String text(String head) {
        var bytes = head.replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1);
        var utf8 = new String(bytes, StandardCharsets.UTF_8);
        return utf8.indexOf('\uFFFD') >= 0 ? head.replace("\r\n", "\n") : utf8;
    }

    private static String protocol(Traffic traffic) {
        return traffic.received() == null || traffic.received().protocol().isEmpty() ? "HTTP/1.1" : traffic.received().protocol();
    }

    private static String rebuilt(Wire wire, String protocol) {
        var out = new StringBuilder(wire.method()).append(' ').append(resource(wire.url())).append(' ').append(protocol).append('\n');
        lines(wire.headers(), out);
        return out.append('\n').toString();
    }

    private static String rebuilt(Response response) {
        var out = new StringBuilder(response.protocol()).append(' ').append(response.status());
        if (!response.reason().isEmpty()) {
            out.append(' ').append(response.reason());
        }
        lines(response.headers(), out.append('\n'));
        return out.append('\n').toString();
    }

    private static void lines(List<Header> headers, StringBuilder out) {
        headers.forEach(h -> out.append(h.name()).append(": ").append(h.value()).append('\n'));
    }

    /// Path and query of a URL as they stand in it.
    private static String resource(String url) {
        var start = url.indexOf("://") < 0 ? 0 : url.indexOf("://") + 3;
        for (var i = start; i < url.length(); i++) {
            if ("/?".indexOf(url.charAt(i)) >= 0) {
                return url.charAt(i) == '/' ? url.substring(i) : "/" + url.substring(i);
            }
        }
        return "/";
    }

    /// How the connection was made, a sentence a line.
    public static List<String> connection(Traffic traffic) {
        var lines = new ArrayList<String>();
        var link = traffic.trace().connection();
        if (!link.remote().isEmpty()) {
            lines.add((link.reused() ? "Used the open connection to " : "Connected to ") + link.remote() + named(traffic.sent().url(), link)
                    + (link.proxy().isEmpty() ? "" : " through " + link.proxy()));
        }
        var security = link.security();
        if (security != null) {
            lines.add(security.version() + ", " + security.cipher() + (security.verified() ? "" : ", certificate not verified")
                    + (security.client().isEmpty() ? "" : ", showed the certificate " + security.client()));
            security.chain().stream().limit(1).map(ExchangeText::certificate).forEach(lines::add);
        }
        return lines;
    }

    private static String named(String url, Connection link) {
        try {
            var host = URI.create(url).getHost();
            return host == null || link.remote().startsWith(host) ? "" : " (" + host + ")";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String certificate(Certificate own) {
        return "Certificate of " + own.subject() + ", valid from " + DAY.format(own.notBefore()) + " to " + DAY.format(own.notAfter()) + ", signed by " + own.issuer();
    }

    /// What was sent as a body, in words; empty for none.
    public static String sentBody(Traffic traffic) {
        return switch (traffic.sent().payload()) {
            case Payload.Empty() -> "";
            case Payload.Bytes(var bytes, _) -> bytes(traffic.received() == null ? bytes.length : Math.max(bytes.length, traffic.received().sizes().requestBody()));
            case Payload.FromFile(var file, _) -> "the file " + file;
            case Payload.Multipart(_, var pieces) -> "a form of " + pieces.size() + (pieces.size() == 1 ? " part" : " parts");
        };
    }

    /// "1,234 bytes (567 on the wire) in 12 ms: DNS 1 ms, connect 2 ms, …"; empty where nothing came.
    public static String outcome(Traffic traffic) {
        var received = traffic.received();
        if (received == null) {
            return traffic.failure() == null ? "Cancelled." : traffic.failure().sentence();
        }
        var sizes = received.sizes();
        var came = "Received " + bytes(sizes.body()) + (sizes.body() == sizes.bodyOnWire() ? "" : " (" + bytes(sizes.bodyOnWire()) + " on the wire)")
                + " in " + millis(received.timings().total()) + phases(received.timings());
        return traffic.failure() != null ? traffic.failure().sentence() + " " + came : came;
    }

    private static String phases(Timings t) {
        var parts = new ArrayList<String>();
        phase("queue", t.queue(), parts);
        phase("DNS", t.dns(), parts);
        phase("connect", t.connect(), parts);
        phase("TLS", t.tls(), parts);
        phase("send", t.send(), parts);
        phase("wait", t.waiting(), parts);
        phase("receive", t.receive(), parts);
        return parts.isEmpty() ? "." : ": " + String.join(", ", parts) + ".";
    }

    private static void phase(String name, Duration took, List<String> into) {
        if (took.toNanos() >= 50_000) {
            into.add(name + " " + millis(took));
        }
    }

    private static String millis(Duration took) {
        var millis = took.toNanos() / 1e6;
        return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%,.0f ms", millis);
    }

    private static String bytes(long count) {
        return String.format(Locale.ROOT, count == 1 ? "1 byte" : "%,d bytes", count);
    }
}
