package dev.posthorn.demo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;

/// Answers that come in pieces: streams, slow ones, huge ones and broken ones.
final class StreamRoutes {

    private StreamRoutes() {}

    static Stream<Route> all() {
        return Stream.of(
                new Route("/stream/", "/stream/5", "That many lines of JSON, chunked.", StreamRoutes::lines),
                new Route("/bytes/", "/bytes/1024", "That many random bytes; ?seed= gives the same ones again.", StreamRoutes::random),
                new Route("/large", "/large?mb=10", "JSON records, ?mb= of them; &lines=one in a single line, &pretty=true indented.", LargeJson::answer),
                new Route("/drip", "/drip?seconds=2&bytes=20", "?bytes= spread over ?seconds=.", StreamRoutes::drip),
                new Route("/truncated", "/truncated", "Announces 1,000 bytes and breaks off after 100.", StreamRoutes::truncated),
                new Route("/sse", "/sse?count=5&interval=200", "Server-sent events, ?count= of them, ?interval= milliseconds apart.", StreamRoutes::events));
    }

    private static void lines(Call call) throws Exception {
        var count = Call.number("The number of lines", call.rest(), 0, 1_000_000);
        try (var out = call.stream("application/x-ndjson")) {
            for (var i = 0L; i < count; i++) {
                out.write(("{\"id\": " + i + ", \"url\": \"" + call.request().getHttpURI().getPath() + "\"}\n").getBytes(StandardCharsets.UTF_8));
                if (count <= 1000) {
                    out.flush();
                }
            }
        }
    }

    private static void random(Call call) throws Exception {
        var left = Call.number("The number of bytes", call.rest(), 0, 1L << 33);
        var random = new Random(Call.number("The seed", call.parameter("seed", Long.toString(System.nanoTime())), Long.MIN_VALUE, Long.MAX_VALUE));
        var buffer = new byte[1 << 16];
        call.response().getHeaders().put(HttpHeader.CONTENT_LENGTH, left);
        try (var out = call.stream("application/octet-stream")) {
            while (left > 0) {
                random.nextBytes(buffer);
                var count = (int) Math.min(left, buffer.length);
                out.write(buffer, 0, count);
                left -= count;
            }
        }
    }

    private static void drip(Call call) throws Exception {
        var seconds = Call.number("seconds", call.parameter("seconds", "2"), 0, 600);
        var bytes = Call.number("bytes", call.parameter("bytes", "20"), 1, 1L << 30);
        var steps = Math.max(1, Math.min(bytes, seconds * 20));
        call.response().getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes);
        try (var out = call.stream("text/plain")) {
            var sent = 0L;
            for (var step = 1L; step <= steps; step++) {
                for (var due = bytes * step / steps; sent < due; sent++) {
                    out.write('*');
                }
                out.flush();
                Thread.sleep(step == steps ? 0 : seconds * 1000 / steps);
            }
        }
    }

    private static void truncated(Call call) throws IOException {
        call.response().getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain").put(HttpHeader.CONTENT_LENGTH, 1000);
        Content.Sink.write(call.response(), false, ByteBuffer.wrap("broken off ".repeat(10).substring(0, 100).getBytes(StandardCharsets.US_ASCII)));
        throw new IOException("broken off on purpose");
    }

    private static void events(Call call) throws Exception {
        var count = Call.number("count", call.parameter("count", "5"), 0, 1_000_000);
        var interval = Call.number("interval", call.parameter("interval", "200"), 0, 60_000);
        call.with("Cache-Control", "no-store");
        try (var out = call.stream("text/event-stream")) {
            for (var i = 1L; i <= count; i++) {
                out.write(("id: " + i + "\nevent: tone\ndata: {\"number\": " + i + "}\n\n").getBytes(StandardCharsets.UTF_8));
                if (interval > 0 || i % 100 == 0 || i <= 100 || i == count) {
                    out.flush();
                }
                Thread.sleep(i == count ? 0 : interval);
            }
        }
    }
}
