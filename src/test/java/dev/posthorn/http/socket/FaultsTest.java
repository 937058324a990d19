package dev.posthorn.http.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every rule that a server can break is answered by its close code, and told in words.
final class FaultsTest {

    private static final String PACKED = "Sec-WebSocket-Extensions: permessage-deflate";

    /// @param code of the close frame that the server gets
    record Case(String name, String extension, int code, String words, byte[] frames) {}

    private static Case plain(String name, int code, String words, String hex) {
        return new Case(name, "", code, words, HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    private static Case packed(String name, int code, String words, String hex) {
        return new Case(name, PACKED, code, words, HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    private static Stream<Case> cases() {
        return Stream.of(
                plain("RSV1 without an extension", 1002, "reserved bit", "c1 01 61"),
                plain("RSV2", 1002, "reserved bit", "a1 01 61"),
                plain("RSV3", 1002, "reserved bit", "91 01 61"),
                plain("data type 3", 1002, "unknown type 3", "83 00"),
                plain("data type 7", 1002, "unknown type 7", "87 01 61"),
                plain("control type 11", 1002, "unknown type 11", "8b 00"),
                plain("control type 15", 1002, "unknown type 15", "8f 00"),
                plain("a masked frame", 1002, "masked", "81 81 01020304 60"),
                plain("a fragmented ping", 1002, "fragmented", "09 00"),
                plain("a fragmented close", 1002, "fragmented", "08 00"),
                plain("a ping of 126 bytes", 1002, "longer than 125", "89 7e 007e" + "00".repeat(126)),
                plain("a continuation of nothing", 1002, "not begun", "80 01 61"),
                plain("a message in a message", 1002, "inside another", "01 01 61 81 01 62"),
                plain("a length of more than 63 bits", 1002, "longer than any", "82 7f ffffffffffffffff"),
                plain("a length that is not written shortest, 16 bits", 1002, "shortest", "81 7e 0001 61"),
                plain("a length that is not written shortest, 64 bits", 1002, "shortest", "81 7f 0000000000000001 61"),
                plain("half a close code", 1002, "half a code", "88 01 03"),
                plain("close code 0", 1002, "code 0", "88 02 0000"),
                plain("close code 999", 1002, "code 999", "88 02 03e7"),
                plain("close code 1004", 1002, "code 1004", "88 02 03ec"),
                plain("close code 1005", 1002, "code 1005", "88 02 03ed"),
                plain("close code 1006", 1002, "code 1006", "88 02 03ee"),
                plain("close code 1015", 1002, "code 1015", "88 02 03f7"),
                plain("close code 2999", 1002, "code 2999", "88 02 0bb7"),
                plain("close code 5000", 1002, "code 5000", "88 02 1388"),
                plain("close code 65535", 1002, "code 65535", "88 02 ffff"),
                plain("a close reason that is no UTF-8", 1007, "UTF-8", "88 04 03e8 c328"),
                plain("text that is no UTF-8", 1007, "UTF-8", "81 02 c328"),
                plain("text that ends inside a character", 1007, "UTF-8", "81 02 e282"),
                plain("an overlong character", 1007, "UTF-8", "81 02 c080"),
                plain("half a surrogate pair", 1007, "UTF-8", "81 03 eda080"),
                plain("a character beyond Unicode", 1007, "UTF-8", "81 04 f4908080"),
                plain("a bad byte in the second fragment, found before the third", 1007, "UTF-8", "01 01 61 00 01 ff"),
                plain("a message over the limit, by its length", 1009, "limit of 2000 bytes", "82 7e 07d1"),
                plain("a message over the limit, by its fragments", 1009, "limit of 2000 bytes", "02 7e 03e9" + "00".repeat(1001) + "00 7e 03e9" + "00".repeat(1001)),
                plain("a frame of 4 exabytes", 1009, "limit of 2000 bytes", "82 7f 4000000000000000"),
                packed("a compressed message that is damaged", 1007, "damaged", "c1 03 ffffff"),
                packed("a continuation marked as compressed", 1002, "reserved bit", "01 01 61 c0 01 61"),
                packed("a ping marked as compressed", 1002, "reserved bit", "c9 00"),
                new Case("a bomb: small on the wire, over the limit unpacked", PACKED, 1009, "limit of 2000 bytes", frame(0xc2, deflated(new byte[5_000_000]))),
                new Case("compressed text that is no UTF-8", PACKED, 1007, "UTF-8", frame(0xc1, deflated(new byte[] {(byte) 0xc3, 0x28}))),
                new Case("an extension that was not offered", "Sec-WebSocket-Extensions: x-snappy", 0, "which was not offered", new byte[0]),
                new Case("compression agreed on twice", PACKED + ", permessage-deflate", 0, "twice", new byte[0]),
                new Case("an unknown parameter of compression", PACKED + "; level=9", 0, "bad parameter", new byte[0]),
                new Case("a window of 7 bits", PACKED + "; server_max_window_bits=7", 0, "bad parameter", new byte[0]),
                new Case("a parameter given twice", PACKED + "; server_no_context_takeover; server_no_context_takeover", 0, "bad parameter", new byte[0]),
                new Case("a protocol that was not offered", "Sec-WebSocket-Protocol: mqtt", 0, "none was offered", new byte[0]));
    }

    private static byte[] frame(int first, byte[] payload) {
        var out = new ByteArrayOutputStream();
        out.write(first);
        if (payload.length < 126) {
            out.write(payload.length);
        } else {
            out.write(126);
            out.write(payload.length >> 8);
            out.write(payload.length);
        }
        out.writeBytes(payload);
        return out.toByteArray();
    }

    static byte[] deflated(byte[] bytes) {
        try (var deflater = new Deflater(9, true)) {
            deflater.setInput(bytes);
            var all = new byte[bytes.length + 64];
            var n = deflater.deflate(all, 0, all.length, Deflater.SYNC_FLUSH);
            return Arrays.copyOf(all, n - 4);
        }
    }

    @TestFactory
    Stream<DynamicTest> aServerThatBreaksARuleIsToldSoAndTheUserToo(@TempDir Path folder) {
        return cases().map(c -> DynamicTest.dynamicTest(c.name(), () -> run(c, folder.resolve(c.name().replaceAll("\\W", "_")))));
    }

    private static void run(Case c, Path folder) throws Exception {
        RawServer[] self = new RawServer[1];
        try (var server = new RawServer(peer -> self[0].listen(p -> {
            p.welcome(c.extension().isEmpty() ? new String[0] : new String[] {c.extension()});
            p.raw(c.frames());
        }).play(peer)); var client = new Sockets(folder)) {
            self[0] = server;
            client.connect(server.url("/"), SocketOptions.DEFAULT.atMost(2_000));
            var ending = client.ended();
            var said = ending.failure() == null ? "" : ending.failure().sentence();
            assertTrue(said.contains(c.words()), said);
            assertEquals(c.code(), ending.code());
            if (c.code() != 0) {
                var close = server.frames().poll(60, TimeUnit.SECONDS);
                assertEquals(8, close.opcode());
                assertTrue(close.masked());
                assertEquals(c.code(), close.code());
                assertTrue(new String(close.payload(), StandardCharsets.UTF_8).length() > 2, "it says why");
            }
        }
    }
}
