package dev.posthorn.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.auth.AuthTypes;
import dev.posthorn.auth.Surroundings;
import dev.posthorn.auth.TokenSource;
import dev.posthorn.demo.DemoServer;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Wire;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Digest and NTLM against the demo server, which reckons the answers itself.
@Timeout(120)
final class EngineDigestTest {

    @TempDir
    private Path folder;
    private DemoServer demo;
    private Sender sender;

    @BeforeEach
    void start() throws Exception {
        demo = DemoServer.start(0);
        sender = new Sender(folder);
    }

    @AfterEach
    void close() {
        sender.close();
        demo.close();
    }

    private Outcome send(Wire wire, String type, Map<String, Object> more) {
        var values = new HashMap<String, Object>(Map.of("username", "ann", "password", "s\u00e9cret"));
        values.putAll(more);
        var around = new Surroundings(Clock.systemUTC(), new Random(1), new WireBody(), TokenSource.NONE, Path.of(""), Map.of());
        return sender.engine.send(wire, AuthTypes.signing(new Auth(type, values), around), Options.defaults(), sender.cookies, Progress.silent(), new Cancellation());
    }

    private static List<Integer> statuses(Outcome outcome) {
        return outcome.hops().stream().map(h -> h.received().status()).toList();
    }

    private String door(String quality, String algorithm) {
        return demo.address() + "/digest-auth/" + quality + "/ann/s%C3%A9cret/" + algorithm + "?q=%22a%22";
    }

    @Test
    void everyAlgorithmAndEveryQualityOpensTheDoor() {
        for (var quality : List.of("auth", "auth-int", "none")) {
            for (var algorithm : List.of("MD5", "MD5-sess", "SHA-256", "SHA-256-sess", "SHA-512-256", "SHA-512-256-sess")) {
                var outcome = send(Sender.post(door(quality, algorithm), "a body"), "digest", Map.of("algorithm", algorithm));
                assertEquals(List.of(401, 200), statuses(outcome), quality + " " + algorithm);
                assertEquals(Hop.Why.AUTHORIZATION, outcome.hops().getLast().why());
            }
        }
    }

    @Test
    void theProofCoversAFormWithAFile() throws Exception {
        var file = Files.write(folder.resolve("big.bin"), new byte[300_000]);
        var form = new Payload.Multipart("boundary-of-a-test", List.of(new Payload.Piece("note", "h\u00e9llo", null, null, ""), new Payload.Piece("file", null, file, "big.bin", "")));
        var outcome = send(new Wire("POST", door("auth-int", "SHA-256"), List.of(), form), "digest", Map.of());
        assertEquals(List.of(401, 200), statuses(outcome));
        assertEquals(List.of(false, false), outcome.hops().stream().map(h -> h.trace().connection().reused()).toList(),
                "a server that refuses a large body unread may close at any time");
        assertTrue(send(Sender.post(door("auth", "MD5"), "small"), "digest", Map.of()).hops().getLast().trace().connection().reused());
    }

    @Test
    void aWrongPasswordIsTriedOnce() {
        assertEquals(List.of(401, 401), statuses(send(Sender.get(door("auth", "MD5")), "digest", Map.of("password", "wrong"))));
        assertEquals(List.of(401), statuses(send(Sender.get(door("auth", "MD5")), "digest", Map.of("disableRetryRequest", true))));
    }

    @Test
    void aFileThatIsGoneIsNamed() {
        var wire = new Wire("POST", door("auth", "MD5"), List.of(), new Payload.FromFile(folder.resolve("gone"), ""));
        assertInstanceOf(Failure.class, assertInstanceOf(Outcome.Failed.class, send(wire, "digest", Map.of("realm", "r", "nonce", "n", "qop", "auth-int"))).failure());
    }

    @Test
    void theDemoServerSpeaksNtlm() {
        var door = demo.address() + "/ntlm/ann/s%C3%A9cret";
        assertEquals(List.of(401, 401, 200), statuses(send(Sender.post(door, "a body"), "ntlm", Map.of())));
        assertEquals(List.of(401, 401, 200), statuses(send(Sender.get(door), "ntlm", Map.of("domain", "CORP"))));
        assertEquals(List.of(401, 401, 401), statuses(send(Sender.get(door), "ntlm", Map.of("password", "wrong"))));
    }
}
