package dev.posthorn.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.posthorn.auth.Surroundings;
import dev.posthorn.auth.TokenSource;
import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Cookie;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Part;
import dev.posthorn.model.Request;
import dev.posthorn.model.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class AutomaticPreviewTest {

    private static final Map<String, Object> NO_ACCEPT = Map.of("disabledSystemHeaders", Map.of("accept", true));

    private static Context context(Settings collection, Settings folder) {
        var inner = new Folder("f", "Inner", "", Auth.INHERIT, List.of(), List.of(), folder, List.of());
        var all = new Collection("All", "", Auth.NONE, List.of(Entry.of("host", "api.test:8080")), List.of(), collection, List.of(inner));
        return new Context(all, List.of(inner), null, null, List.of(), Path.of(""));
    }

    private static final Surroundings AROUND = new Surroundings(Clock.systemUTC(), new Random(1), (_, _) -> { }, TokenSource.NONE, Path.of(""), Map.of());

    private static String shown(Request draft, Context context) {
        var jar = new Cookie("a", "1", "api.test", true, "/", null, false, false, "");
        return new AutomaticPreview(new AutomaticHeaders("Posthorn/t"), context.scopes(List.of()), context, url -> url.startsWith("http://api.test:8080/") ? List.of(jar, jar) : List.of(), AROUND)
                .of(draft).stream().map(h -> h.name() + ": " + h.value() + " " + h.state() + (h.from().isEmpty() ? "" : " " + h.from())).collect(Collectors.joining("\n"));
    }

    @Test
    void everyRowShowsItsValueOrThatItComesLater() {
        var draft = Request.get("http://{{host}}/x").withMethod("POST").withBody(new Body.FormData(List.of(Part.text("a", "b")))).withAuth(new Auth("bearer", Map.of("token", "t")));
        assertEquals("""
                Authorization: Bearer t SENT
                Host: api.test:8080 SENT
                Content-Type: multipart/form-data; boundary=<calculated when sent> SENT
                User-Agent: Posthorn/t SENT
                Accept: */* SENT
                Cache-Control: no-cache SENT
                Posthorn-Token: <calculated when sent> SENT
                Accept-Encoding: gzip, deflate, br SENT
                Connection: keep-alive SENT
                Content-Length: <calculated when sent> SENT
                Cookie: a=1; a=1 SENT""", shown(draft, context(Settings.NONE, Settings.NONE)));
    }

    @Test
    void whatIsOffOrOverriddenStaysInSight() {
        var draft = Request.get("{{nohost}}").withHeaders(List.of(Entry.of("ACCEPT", "a/b"), Entry.of("postman-token", "mine"), Entry.of("Connection", "close").withEnabled(false)))
                .withSettings(new Settings(Map.of("disabledSystemHeaders", Map.of("user-agent", true, "accept-encoding", false))));
        assertEquals("""
                Host: <calculated when sent> SENT
                User-Agent: Posthorn/t OFF
                Accept: */* OVERRIDDEN
                Cache-Control: no-cache SENT
                Posthorn-Token: <calculated when sent> OVERRIDDEN
                Accept-Encoding: gzip, deflate, br SENT
                Connection: keep-alive SENT""", shown(draft, context(Settings.NONE, Settings.NONE)));
    }

    @Test
    void theLevelThatSwitchesOneOffIsNamed() {
        var collection = shown(Request.get("h"), context(new Settings(NO_ACCEPT), Settings.NONE));
        assertEquals("Accept: */* OFF All", collection.lines().filter(l -> l.startsWith("Accept:")).findFirst().orElseThrow());
        var folder = shown(Request.get("h"), context(Settings.NONE, new Settings(NO_ACCEPT)));
        assertEquals("Accept: */* OFF Inner", folder.lines().filter(l -> l.startsWith("Accept:")).findFirst().orElseThrow());
        var nearest = shown(Request.get("h"), context(new Settings(NO_ACCEPT), Settings.NONE.with("disabledSystemHeaders", Map.of())));
        assertEquals("Accept: */* SENT", nearest.lines().filter(l -> l.startsWith("Accept:")).findFirst().orElseThrow());
    }

    @Test
    void aContentTypeThatDoesNotFitTheFormIsReplaced() {
        var draft = Request.get("h").withBody(new Body.UrlEncoded(List.of(Entry.of("a", "1")))).withHeaders(List.of(Entry.of("Content-Type", "text/plain")));
        assertEquals("Content-Type: application/x-www-form-urlencoded REPLACING", shown(draft, context(Settings.NONE, Settings.NONE)).lines().filter(l -> l.startsWith("Content-Type")).findFirst().orElseThrow());
    }
}
