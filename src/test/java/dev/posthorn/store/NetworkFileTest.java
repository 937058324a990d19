package dev.posthorn.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Network;
import dev.posthorn.model.Network.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NetworkFileTest {

    private static final Network FULL = new Network(
            new Route.Manual(new Network.Proxy(Network.Kind.SOCKS5, "proxy.test", 1080, "me", "pr0xy-secret"), List.of("localhost", "*.test")),
            List.of(new Network.HostOverride("api.test", "127.0.0.1", 8443), new Network.HostOverride("*.b.test", "b", 0)),
            List.of(new Network.ClientCertificate("api.test:8443", Path.of("us.pem"), Path.of("us.key"), "key-secret"),
                    new Network.ClientCertificate("*", Path.of("us.p12"), null, "")),
            List.of(Path.of("root.pem")), false, List.of("old.test"), 1234, 5678);

    @TempDir
    private Path folder;
    private Home home;

    @BeforeEach
    void find() {
        home = new Home(folder);
    }

    private NetworkFile open() {
        return new NetworkFile(home, new KeptSecrets(home, Optional::empty, new SecureRandom(), Duration.ofSeconds(1), Duration.ofSeconds(1)));
    }

    private Path json() {
        return folder.resolve("network.json");
    }

    @Test
    void everythingComesBackAndSecretsAreNotInTheFile() throws Exception {
        var first = open();
        assertEquals(Network.DEFAULT, first.now());
        first.use(FULL);
        assertEquals(FULL, first.now());
        assertFalse(Files.exists(json()));
        first.flush();
        var text = Files.readString(json());
        assertFalse(text.contains("pr0xy-secret") || text.contains("key-secret"), text);
        assertEquals(FULL, open().now());
        var script = new Network(new Route.Script("http://pac.test/p.js", "u", "p"), List.of(), List.of(), List.of(), true, List.of(), 1, 1);
        first.use(script);
        first.flush();
        assertEquals(script, open().now());
        assertFalse(Files.readString(folder.resolve("secrets.json")).contains("us.key"), "a secret without an owner is forgotten");
    }

    @Test
    void aChangeByAnotherProgramIsSeenAndFieldsOfALaterVersionStay() throws Exception {
        var file = open();
        file.now();
        Files.writeString(json(), """
                {"proxy": {"mode": "none"}, "ofLater": {"a": [1]}}
                """);
        assertEquals(new Route.Direct(), file.now().route());
        file.use(FULL);
        file.flush();
        assertTrue(Files.readString(json()).contains("ofLater"));
        Files.writeString(json(), "{\"proxy\": {\"mode\": \"system\"}}");
        Files.setLastModifiedTime(json(), FileTime.from(Instant.now().plusSeconds(9)));
        assertEquals(new Route.OfSystem(), file.now().route());
    }

    @Test
    void whatMakesNoSenseIsLeftOutAndSaid() throws IOException {
        Files.writeString(json(), """
                {"proxy": {"mode": "manual", "kind": "http", "host": "p", "port": 99999}, "hosts": [{"host": "a"}, {"host": "b", "address": "c"}],
                 "certificates": [7, {"host": "x"}], "mostBody": "much", "freeDisk": null}
                """);
        var file = open();
        assertEquals(List.of(new Network.HostOverride("b", "c", 0)), file.now().hosts());
        assertEquals(new Route.OfSystem(), file.now().route());
        var notes = String.join("\n", file.notes());
        for (var said : List.of("the port of the proxy is not a number from 1 to 65535", "an entry of the names was left out (\"a\")", "a client certificate was left out (\"x\")",
                "\"mostBody\" is not a number of bytes")) {
            assertTrue(notes.contains(said), notes);
        }
        assertTrue(file.notes().isEmpty());
    }

    @Test
    void aBrokenFileIsMovedAside() throws IOException {
        Files.writeString(json(), "{\"proxy\": ");
        var file = open();
        assertEquals(Network.DEFAULT, file.now());
        assertTrue(file.notes().getFirst().contains("line 1"), file.notes().toString());
        assertTrue(Files.exists(folder.resolve("network.json.broken-1")));
    }
}
