package dev.posthorn.demo;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/// One document of each kind that a viewer should show well.
final class SampleRoutes {

    private static final String JSON = """
            {
              "title": "Posthorn calls",
              "tones": ["c", "e", "g", "c'"],
              "loud": true,
              "length": 1.38,
              "valves": null,
              "maker": {"name": "Heinrich Größe", "since": 1677}
            }
            """;
    private static final String XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- A call, note by note. -->
            <call title="Departure">
              <note tone="c" beats="2"/>
              <note tone="g" beats="1">short &amp; loud</note>
            </call>
            """;
    private static final String HTML = """
            <!doctype html>
            <html lang="en">
              <head><meta charset="utf-8"><title>The post horn</title></head>
              <body>
                <h1>The post horn</h1>
                <p>It told the town that the mail had come, and the gate to open.</p>
                <img src="/image/png" alt="A horn's bell" width="128">
              </body>
            </html>
            """;
    private static final int SIDE = 128;

    private SampleRoutes() {}

    static Stream<Route> all() {
        return Stream.of(
                text("/json", "application/json", JSON), text("/xml", "application/xml", XML), text("/html", "text/html;charset=utf-8", HTML),
                new Route("/image/png", "/image/png", "A PNG picture.", c -> c.bytes(200, "image/png", png())),
                new Route("/ws", "/ws", "A WebSocket that sends back what it hears.",
                        c -> c.with("Upgrade", "websocket").json(426, Map.of("error", "This is a WebSocket: open it as ws://"))));
    }

    private static Route text(String path, String type, String content) {
        return new Route(path, path, "A sample of " + path.substring(1).toUpperCase(Locale.ROOT) + ".",
                c -> c.bytes(200, type, content.getBytes(StandardCharsets.UTF_8)));
    }

    /// Golden rings on blue: the bell of a horn from the front. Eight-bit RGB, no filter (PNG, ISO/IEC 15948).
    private static byte[] png() throws IOException {
        var pixels = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(pixels)) {
            for (var y = 0; y < SIDE; y++) {
                out.write(0);
                for (var x = 0; x < SIDE; x++) {
                    var distance = Math.hypot(x - SIDE / 2.0, y - SIDE / 2.0);
                    var light = (int) (60 * Math.cos(distance / 3));
                    out.write(distance < 60 ? new byte[] {(byte) (190 + light), (byte) (150 + light), (byte) 60} : new byte[] {40, 70, (byte) 150});
                }
            }
        }
        var file = new ByteArrayOutputStream();
        file.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(file, "IHDR", new byte[] {0, 0, 0, (byte) SIDE, 0, 0, 0, (byte) SIDE, 8, 2, 0, 0, 0});
        chunk(file, "IDAT", pixels.toByteArray());
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] content) throws IOException {
        var out = new DataOutputStream(file);
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) sum.getValue());
    }
}
