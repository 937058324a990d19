package dev.posthorn.http;

import static dev.posthorn.http.Fault.Expected.SOME;
import static dev.posthorn.http.Fault.Expected.answer;
import static dev.posthorn.http.Fault.Expected.failure;

import dev.posthorn.model.BadAnswer;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// Faults of servers that speak HTTP/1.1: the connection, its bytes, the head, the body, the way to the next URL.
final class ServerFaults {

    private static final String HEAD = "HTTP/1.1 200 OK\n";
    private static final String CHUNKED = HEAD + "Transfer-Encoding: chunked\n\n";
    /// Long enough for all that does not hang, on a busy machine too.
    private static final long PATIENCE = 1_500;

    private ServerFaults() {}

    static List<Fault> all() {
        return java.util.stream.Stream.of(connection(), time(), chunks(), lengths(), coding(), head(), redirects(), sending()).flatMap(List::stream).toList();
    }

    private static Fault.Script says(String text) {
        return talk -> {
            talk.head();
            talk.say(text);
            talk.hold();
        };
    }

    private static Fault.Script saysAndCloses(String text) {
        return talk -> {
            talk.head();
            talk.say(text);
        };
    }

    private static Fault.Script saysAndResets(String text) {
        return talk -> {
            talk.head();
            talk.say(text);
            talk.reset();
        };
    }

    private static List<Fault> connection() {
        var lost = failure(Failure.ConnectionLost.class, "127.0.0.1:");
        return List.of(
                Fault.of("reset at accept", lost, FaultTalk::reset),
                Fault.of("reset after the request's head", lost, saysAndResets("")),
                Fault.of("closes without an answer", failure(Failure.ConnectionLost.class, "closed it without an answer"), saysAndCloses("")),
                Fault.of("reset after the status line", lost, saysAndResets(HEAD)),
                Fault.of("closes after the status line", lost, saysAndCloses(HEAD)),
                Fault.of("reset in the middle of the head", lost, saysAndResets(HEAD + "Content-Ty")),
                Fault.of("closes in the middle of the head", lost, saysAndCloses(HEAD + "Content-Ty")),
                Fault.of("reset in the middle of the body", failure(BadAnswer.Truncated.class, "is not complete").keeping(SOME), saysAndResets(HEAD + "Content-Length: 200\n\nhalf")),
                Fault.of("connection dead at reuse, GET is sent again", answer(200, 2), ServerFaults::diesAtReuse).sentTimes(2),
                Fault.of("connection dead at reuse, POST is not", lost, ServerFaults::diesAtReuse).posting(3).sentTimes(2));
    }

    private static void diesAtReuse(FaultTalk talk) throws IOException {
        talk.head();
        if (talk.number() == 0) {
            talk.say(HEAD + "Content-Length: 2\n\nhi");
            talk.head();
            talk.close();
            return;
        }
        talk.say(HEAD + "Content-Length: 2\n\nhi");
        talk.hold();
    }

    private static List<Fault> time() {
        return List.of(
                Fault.of("never answers", failure(Failure.TimedOut.class, "1500 ms", "waiting for the server"), says("")).within(PATIENCE),
                Fault.of("slow loris in the head", failure(Failure.TimedOut.class, "waiting for the server"), talk -> {
                    talk.head();
                    talk.say(HEAD + "X-Long: ");
                    talk.sayForEver("x", 20);
                }).within(PATIENCE),
                Fault.of("slow loris in the body", failure(Failure.TimedOut.class, "still coming").keeping(SOME), talk -> {
                    talk.head();
                    talk.say(HEAD + "Content-Length: 1000000\n\n");
                    talk.sayForEver("x", 20);
                }).within(PATIENCE),
                Fault.of("endless 1xx", failure(BadAnswer.Protocol.class, "100 interim answers"), talk -> {
                    talk.head();
                    talk.sayForEver("HTTP/1.1 103 Early Hints\nLink: </a>\n\n", 0);
                }),
                Fault.of("Expect: 100-continue never answered", failure(Failure.TimedOut.class, "waiting for the server"), says(""))
                        .posting(3, new Header("Expect", "100-continue")).within(PATIENCE),
                Fault.of("never reads the body", failure(Failure.TimedOut.class, "being sent"), talk -> {
                    talk.head();
                    talk.stall();
                }).posting(32 << 20).within(PATIENCE));
    }

    private static List<Fault> chunks() {
        var cut = failure(BadAnswer.Truncated.class, "is not complete", "4 bytes of the body");
        var bad = failure(BadAnswer.Protocol.class, "breaks the rules of HTTP");
        return List.of(
                Fault.of("half a chunk", cut.keeping(4), saysAndCloses(CHUNKED + "a\nhalf")),
                Fault.of("reset in the middle of a chunk", failure(BadAnswer.Truncated.class, "is not complete").keeping(SOME), saysAndResets(CHUNKED + "a\nhalf")),
                Fault.of("no last chunk", cut.keeping(4), saysAndCloses(CHUNKED + "4\nhalf\n")),
                Fault.of("last chunk without its end", cut.keeping(4), saysAndCloses(CHUNKED + "4\nhalf\n0\n")),
                Fault.of("reset after the last chunk", answer(200, 4), saysAndResets(CHUNKED + "4\nhalf\n0\n\n")),
                Fault.of("chunk size that is no number", bad.keeping(0), says(CHUNKED + "zz\nhalf\n")),
                Fault.of("chunk size that is negative", bad.keeping(0), says(CHUNKED + "-1\nhalf\n")),
                Fault.of("chunk size beyond 64 bits", bad.keeping(0), says(CHUNKED + "fffffffffffffffffffff\nhalf\n")),
                Fault.of("chunk size of 8 EiB", cut.keeping(4), saysAndCloses(CHUNKED + "7fffffffffffffff\nhalf")));
    }

    private static List<Fault> lengths() {
        return List.of(
                Fault.of("Content-Length too long", failure(BadAnswer.Truncated.class, "after 4 bytes of 200 bytes").keeping(4), saysAndCloses(HEAD + "Content-Length: 200\n\nhalf")),
                Fault.of("Content-Length too short", answer(200, 2), saysAndCloses(HEAD + "Content-Length: 2\n\nhi and more")),
                Fault.of("bytes left over before the next answer", answer(200, 2), talk -> {
                    while (true) {
                        talk.head();
                        talk.say(HEAD + "Content-Length: 2\n\nhi and more");
                    }
                }).sentTimes(2),
                Fault.of("Content-Length negative", failure(BadAnswer.Protocol.class, "Content-Length").keeping(0), says(HEAD + "Content-Length: -5\n\nhi")),
                Fault.of("Content-Length no number", failure(BadAnswer.Protocol.class, "Content-Length").keeping(0), says(HEAD + "Content-Length: many\n\nhi")),
                Fault.of("two different Content-Lengths", failure(BadAnswer.Protocol.class, "2", "5").keeping(0), says(HEAD + "Content-Length: 5\nContent-Length: 2\n\nhello")),
                Fault.of("the same Content-Length twice", answer(200, 2), says(HEAD + "Content-Length: 2\nContent-Length: 2\n\nhi")),
                Fault.of("Content-Length and chunked", answer(200, 4), says(HEAD + "Content-Length: 2\nTransfer-Encoding: chunked\n\n4\nhalf\n0\n\n")));
    }

    private static List<Fault> coding() {
        return List.of(
                Fault.of("gzip that is none", damaged("gzip").keeping(0), coded("gzip", "plain text".getBytes(StandardCharsets.US_ASCII), 0)),
                Fault.of("gzip that ends early", damaged("gzip").keeping(SOME), coded("gzip", half(zeros()), 0)),
                Fault.of("gzip cut off by the connection", failure(BadAnswer.Truncated.class, "525 bytes of 100,525 bytes").keeping(SOME), coded("gzip", half(zeros()), 100_000)),
                Fault.of("deflate rubbish", damaged("deflate").keeping(SOME), coded("deflate", "rubbish!".getBytes(StandardCharsets.US_ASCII), 0)),
                Fault.of("br rubbish", damaged("br").keeping(SOME), coded("br", "rubbish!".getBytes(StandardCharsets.US_ASCII), 0)),
                Fault.of("zstd rubbish", damaged("zstd").keeping(0), coded("zstd", "rubbish!".getBytes(StandardCharsets.US_ASCII), 0)),
                Fault.of("gzip bomb of 10 GB", failure(BadAnswer.TooLarge.class, "24 MiB").keeping(24 << 20), ServerFaults::bomb).keepingAtMost(24 << 20),
                Fault.of("body without an end", failure(BadAnswer.TooLarge.class, "24 MiB").keeping(24 << 20), talk -> {
                    talk.head();
                    talk.say(HEAD + "\n");
                    talk.sayForEver("x".repeat(1 << 16), 0);
                }).keepingAtMost(24 << 20));
    }

    private static Fault.Expected damaged(String coding) {
        return failure(BadAnswer.Damaged.class, "compressed with " + coding, "damaged");
    }

    private static Fault.Script coded(String coding, byte[] body, int more) {
        return talk -> {
            talk.head();
            talk.say(HEAD + "Content-Encoding: " + coding + "\nContent-Length: " + (body.length + more) + "\n\n");
            talk.say(body);
        };
    }

    private static byte[] zeros() {
        return gzip(new byte[1 << 20]);
    }

    private static byte[] half(byte[] bytes) {
        return java.util.Arrays.copyOf(bytes, bytes.length / 2);
    }

    private static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// 10,240 members of 1 MiB each: RFC 1952 §2.2 allows them one after another.
    private static void bomb(FaultTalk talk) throws IOException {
        talk.head();
        talk.say(HEAD + "Content-Encoding: gzip\n\n");
        var member = zeros();
        for (var i = 0; i < 10_240; i++) {
            talk.say(member);
        }
    }

    private static List<Fault> head() {
        var rubbish = failure(BadAnswer.Protocol.class, "breaks the rules of HTTP");
        var tooLarge = failure(BadAnswer.HeadersTooLarge.class, "256 KiB");
        return List.of(
                Fault.of("header of 1 MB", tooLarge, says(HEAD + "X-Long: " + "x".repeat(1 << 20) + "\nContent-Length: 0\n\n")),
                Fault.of("10,000 headers", tooLarge, says(HEAD + "X-Number: 0123456789012345678901234567890123456789\n".repeat(10_000) + "Content-Length: 0\n\n")),
                Fault.of("10,000 short headers", tooLarge, says(HEAD + "X-Number: 01234567890123456\n".repeat(10_000) + "Content-Length: 0\n\n")),
                Fault.of("header without a colon", answer(200, 2), says(HEAD + "no colon here\nContent-Length: 2\n\nhi")),
                Fault.of("header with an empty name", answer(200, 2), says(HEAD + ": nothing\nContent-Length: 2\n\nhi")),
                Fault.of("NUL in a header", answer(200, 2), says(HEAD + "X-Nul: a\0b\nContent-Length: 2\n\nhi")),
                Fault.of("not HTTP at all", rubbish, says("220 mail.test ESMTP\n")),
                Fault.of("status 99", rubbish, says("HTTP/1.1 99 Low\nContent-Length: 0\n\n")),
                Fault.of("status 1000", rubbish, says("HTTP/1.1 1000 High\nContent-Length: 0\n\n")),
                Fault.of("status without digits", rubbish, says("HTTP/1.1 abc What\nContent-Length: 0\n\n")),
                Fault.of("HTTP/3.0 in the status line", rubbish, says("HTTP/3.0 200 OK\nContent-Length: 0\n\n")),
                Fault.of("bytes of TLS on a plain port", rubbish, talk -> {
                    talk.head();
                    talk.say(new byte[] {0x15, 3, 3, 0, 2, 2, 0x16, '\r', '\n'});
                }));
    }

    private static List<Fault> redirects() {
        return List.of(
                Fault.of("endless redirects", failure(Failure.TooManyRedirects.class, "10 redirects").keeping(0), talk -> {
                    for (var i = 0; true; i++) {
                        talk.head();
                        talk.say("HTTP/1.1 302 Found\nLocation: /" + i + "\nContent-Length: 0\n\n");
                    }
                }),
                Fault.of("redirect to itself", failure(Failure.TooManyRedirects.class, "10 redirects").keeping(0), talk -> {
                    while (true) {
                        talk.head();
                        talk.say("HTTP/1.1 302 Found\nLocation: /\nContent-Length: 0\n\n");
                    }
                }),
                Fault.of("redirect to a URL that is none", answer(302, 0), says("HTTP/1.1 302 Found\nLocation: http://a b:99999/\nContent-Length: 0\n\n")),
                Fault.of("redirect to another scheme", answer(302, 0), says("HTTP/1.1 302 Found\nLocation: myapp://open\nContent-Length: 0\n\n")),
                Fault.of("redirect to a dead port", failure(Failure.Refused.class, "127.0.0.1:1:"), says("HTTP/1.1 302 Found\nLocation: http://127.0.0.1:1/\nContent-Length: 0\n\n")));
    }

    private static List<Fault> sending() {
        return List.of(
                Fault.of("reset in the middle of the request's body", failure(Failure.ConnectionLost.class, "127.0.0.1:"), talk -> {
                    talk.head();
                    talk.read(1000);
                    talk.reset();
                }).posting(32 << 20),
                Fault.of("413 while the body is being sent", answer(413, 0), talk -> {
                    talk.head();
                    talk.say("HTTP/1.1 413 Too Large\nConnection: close\nContent-Length: 0\n\n");
                    talk.hold();
                }).posting(8 << 20),
                Fault.of("413, then the connection is reset", answer(413, 0), talk -> {
                    talk.head();
                    talk.say("HTTP/1.1 413 Too Large\nConnection: close\nContent-Length: 0\n\n");
                    talk.reset();
                }).posting(32 << 20));
    }
}
