package dev.posthorn.http;

import static dev.posthorn.http.Fault.Expected.SOME;
import static dev.posthorn.http.Fault.Expected.answer;
import static dev.posthorn.http.Fault.Expected.failure;

import dev.posthorn.model.BadAnswer;
import dev.posthorn.model.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Faults of servers that speak HTTP/2, written as bare frames (RFC 9113 §4.1).
final class Http2Faults {

    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int GOAWAY = 7;
    private static final int CONTINUATION = 9;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;
    /// `:status: 200` of HPACK's static table (RFC 7541 appendix A).
    private static final byte[] OK = {(byte) 0x88};
    private static final byte[] HALF = "half".getBytes(StandardCharsets.US_ASCII);
    private static final int STREAM = 3;

    private Http2Faults() {}

    private interface Reply {
        void give(FaultTalk talk) throws Exception;
    }

    static List<Fault> all() {
        var faults = new ArrayList<Fault>();
        var codes = List.of("NO_ERROR", "PROTOCOL_ERROR", "INTERNAL_ERROR", "FLOW_CONTROL_ERROR", "SETTINGS_TIMEOUT", "STREAM_CLOSED", "FRAME_SIZE_ERROR",
                "REFUSED_STREAM", "CANCEL", "COMPRESSION_ERROR", "CONNECT_ERROR", "ENHANCE_YOUR_CALM", "INADEQUATE_SECURITY", "HTTP_1_1_REQUIRED");
        for (var code : List.of(1, 2, 7, 8, 11, 13)) {
            faults.add(h2("RST_STREAM " + codes.get(code), failure(BadAnswer.StreamReset.class, codes.get(code)),
                    talk -> frame(talk, RST_STREAM, 0, STREAM, number(code))));
        }
        faults.addAll(List.of(
                h2("RST_STREAM in the body", failure(BadAnswer.StreamReset.class, "INTERNAL_ERROR").keeping(SOME), talk -> {
                    begun(talk);
                    frame(talk, RST_STREAM, 0, STREAM, number(2));
                }),
                h2("GOAWAY before the answer", failure(BadAnswer.StreamReset.class, "REFUSED_STREAM"), talk -> goAway(talk, 0, 0)),
                h2("GOAWAY, then closes in the body", failure(BadAnswer.Truncated.class, "is not complete").keeping(SOME), talk -> {
                    begun(talk);
                    goAway(talk, STREAM, 2);
                    talk.close();
                }),
                h2("closes without an answer", failure(Failure.ConnectionLost.class, "127.0.0.1:"), FaultTalk::close),
                h2("closes in the body", failure(BadAnswer.Truncated.class, "is not complete").keeping(SOME), talk -> {
                    begun(talk);
                    talk.close();
                }),
                h2("resets in the body", failure(Failure.class, "127.0.0.1:").keeping(SOME), talk -> {
                    begun(talk);
                    talk.reset();
                }),
                h2("frame for stream 0", failure(BadAnswer.Protocol.class, "breaks the rules of HTTP"), talk -> frame(talk, DATA, 0, 0, HALF)),
                h2("frame too large", failure(BadAnswer.Protocol.class, "breaks the rules of HTTP"), talk -> frame(talk, DATA, 0, STREAM, new byte[20_000])),
                h2("headers that HPACK cannot mean", failure(BadAnswer.Protocol.class, "breaks the rules of HTTP"),
                        talk -> frame(talk, HEADERS, END_HEADERS, STREAM, new byte[] {(byte) 0xff, (byte) 0xff, 3})),
                h2("HTTP/1.1 after ALPN said h2", failure(BadAnswer.Protocol.class, "breaks the rules of HTTP"), talk -> talk.say("HTTP/1.1 200 OK\nContent-Length: 0\n\n")),
                h2("header block without an end", failure(BadAnswer.HeadersTooLarge.class, "256 KiB"), Http2Faults::flood).within(10_000),
                h2("settings never acknowledged", answer(200, 8), talk -> {
                    begun(talk);
                    frame(talk, DATA, END_STREAM, STREAM, HALF);
                }),
                h2("a flood of pings before the answer", answer(200, 8), talk -> {
                    for (var i = 0; i < 5_000; i++) {
                        frame(talk, PING, 0, 0, new byte[8]);
                    }
                    begun(talk);
                    frame(talk, DATA, END_STREAM, STREAM, HALF);
                }),
                h2("never answers", failure(Failure.TimedOut.class, "waiting for the server"), _ -> { }).within(2_000),
                Fault.secure("HTTP/2, not even settings", failure(Failure.TimedOut.class, "waiting for the server"), List.of("h2"), FaultTalk::hold).within(2_000)));
        return faults;
    }

    /// Reads the client's preface and frames up to its request, then gives the reply and takes what else comes.
    private static Fault h2(String name, Fault.Expected expected, Reply reply) {
        return Fault.secure("HTTP/2: " + name, expected, List.of("h2"), talk -> {
            talk.read("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".length());
            frame(talk, SETTINGS, 0, 0, new byte[0]);
            while (skip(talk) != HEADERS) {
                // Settings and window updates come before.
            }
            reply.give(talk);
            talk.hold();
        });
    }

    private static int skip(FaultTalk talk) throws IOException {
        var head = talk.read(9);
        talk.read((head[0] & 0xff) << 16 | (head[1] & 0xff) << 8 | head[2] & 0xff);
        return head[3];
    }

    private static void begun(FaultTalk talk) throws IOException {
        frame(talk, HEADERS, END_HEADERS, STREAM, OK);
        frame(talk, DATA, 0, STREAM, HALF);
    }

    private static void goAway(FaultTalk talk, int last, int code) throws IOException {
        frame(talk, GOAWAY, 0, 0, ByteBuffer.allocate(8).putInt(last).putInt(code).array());
    }

    /// 32 MB of header fields in CONTINUATION frames, none of them the last one.
    private static void flood(FaultTalk talk) throws IOException {
        var field = new ByteArrayOutputStream();
        field.write(0);
        field.write(3);
        field.writeBytes("x-y".getBytes(StandardCharsets.US_ASCII));
        field.write(100);
        field.writeBytes("z".repeat(100).getBytes(StandardCharsets.US_ASCII));
        var block = new ByteArrayOutputStream();
        for (var i = 0; i < 150; i++) {
            block.writeBytes(field.toByteArray());
        }
        frame(talk, HEADERS, 0, STREAM, OK);
        for (var i = 0; i < 2_000; i++) {
            frame(talk, CONTINUATION, 0, STREAM, block.toByteArray());
        }
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    private static void frame(FaultTalk talk, int type, int flags, int stream, byte[] payload) throws IOException {
        var frame = ByteBuffer.allocate(9 + payload.length);
        frame.put((byte) (payload.length >> 16)).put((byte) (payload.length >> 8)).put((byte) payload.length);
        talk.say(frame.put((byte) type).put((byte) flags).putInt(stream).put(payload).array());
    }
}
