package dev.posthorn.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NetrcAuthTest {

    private static final String FILE = """
            # mine
            machine example.com login joe password "a \\"quoted\\" word\\twith \\\\"
            machine example.com
              login ann
              password pass#word
            macdef init
            cd /machine
            machine evil.example login nobody password none

            machine api.example.com:8443 login port password x
            machine half.example password only-a-password
            default login anonymous password me@example.com
            """;

    @TempDir
    private Path home;

    private AuthType.Signed sign(String url, Map<String, Object> values, Map<String, String> environment) {
        var around = new Surroundings(Clock.systemUTC(), new Random(1), (_, _) -> { }, TokenSource.NONE, home, environment);
        return AuthTypes.signing(new Auth("netrc", values), around).sign(new Wire("GET", url, List.of(), Payload.empty()));
    }

    private String pair(String url, Map<String, Object> values) {
        var header = assertInstanceOf(AuthType.Signed.Ready.class, sign(url, values, Map.of())).wire().headers().getFirst();
        assertEquals("Authorization", header.name());
        return new String(Base64.getDecoder().decode(header.value().replaceFirst("^Basic ", "")), StandardCharsets.UTF_8);
    }

    private String refused(String url, Map<String, Object> values) {
        return assertInstanceOf(AuthType.Signed.GivenUp.class, sign(url, values, Map.of())).failure().sentence().replaceFirst("^.*could not be applied: ", "");
    }

    @Test
    void theEntryOfTheHostIsSentAsBasic() throws IOException {
        Files.writeString(home.resolve(".netrc"), FILE);
        assertEquals("joe:a \"quoted\" word\twith \\", pair("https://EXAMPLE.com:8443/path", Map.of()));
        assertEquals("ann:pass#word", pair("https://example.com/", Map.of("login", "ann")));
        assertEquals(":only-a-password", pair("https://half.example", Map.of()));
        assertEquals("anonymous:me@example.com", pair("https://evil.example/", Map.of()));
        assertEquals("port:x", pair("https://example.com/", Map.of("machine", "api.example.com:8443")));
    }

    @Test
    void theFileIsLookedForWhereCurlLooks() throws IOException {
        Files.writeString(home.resolve("_netrc"), "default login underscore password x");
        assertEquals("underscore:x", pair("http://h/", Map.of()));
        Files.writeString(home.resolve("other"), "default login other password x");
        assertEquals("other:x", pair("http://h/", Map.of("file", "~/other")));
        var byVariable = sign("http://h/", Map.of(), Map.of("NETRC", home.resolve("other").toString()));
        assertInstanceOf(AuthType.Signed.Ready.class, byVariable);
    }

    @Test
    void whatCannotBeFoundOrReadIsSaid() throws IOException {
        assertEquals("there is no file " + home.resolve(".netrc") + ".", refused("http://h/", Map.of()));
        Files.writeString(home.resolve(".netrc"), "machine a login b password c");
        assertEquals(home.resolve(".netrc") + " has no entry for \"h\", and no default.", refused("http://h/", Map.of()));
        assertEquals(home.resolve(".netrc") + " has no entry for \"a\" with the login \"z\", and no default.", refused("http://a/", Map.of("login", "z")));
        Files.writeString(home.resolve(".netrc"), "machine a\nlogin b never-shown-anywhere");
        assertEquals("the .netrc cannot be understood: line 2: machine, default, login, password, account or macdef was expected, and not another word.", refused("http://a/", Map.of()));
        Files.writeString(home.resolve(".netrc"), "machine a login \"b\nc");
        assertEquals("the .netrc cannot be understood: line 1: a quotation mark has no end.", refused("http://a/", Map.of()));
        assertEquals(home + " is not an ordinary file.", refused("http://a/", Map.of("file", home.toString())));
    }

    @Test
    void itIsSaidWhereTheEntryStandsAndThatOthersCanReadIt() throws IOException {
        var file = home.resolve(".netrc");
        Files.writeString(file, "\n\nmachine h login joe password never-shown-anywhere");
        var view = Files.getFileAttributeView(file, java.nio.file.attribute.PosixFileAttributeView.class);
        var ready = assertInstanceOf(AuthType.Signed.Ready.class, sign("http://h/", Map.of(), Map.of()));
        assertEquals("From " + file + ": machine h (line 3), login \"joe\".", ready.workings().getFirst().text());
        assertFalse(ready.workings().toString().contains("never-shown"));
        if (view != null) {
            Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
            ready = assertInstanceOf(AuthType.Signed.Ready.class, sign("http://h/", Map.of(), Map.of()));
            assertTrue(ready.workings().getLast().text().contains("chmod 600"), ready.workings().toString());
        }
    }

    @Test
    void anEmptyFileHasNoEntries() throws NetrcText.Unreadable {
        assertEquals(List.of(), NetrcText.read(" # nothing\r\n"));
        assertThrows(NetrcText.Unreadable.class, () -> NetrcText.read("login x"));
    }
}
