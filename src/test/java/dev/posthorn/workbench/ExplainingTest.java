package dev.posthorn.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.auth.Added;
import dev.posthorn.auth.AuthTypes;
import dev.posthorn.auth.Surroundings;
import dev.posthorn.auth.TokenSource;
import dev.posthorn.auth.Working;
import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.http.WireBody;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Request;
import dev.posthorn.model.Settings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is explained is the request as it would go out, resolved, with what is missing named.
final class ExplainingTest {

    private static final Surroundings AROUND = new Surroundings(Clock.fixed(Instant.parse("2026-11-21T20:00:00Z"), ZoneOffset.UTC), new Random(1), new WireBody(), TokenSource.NONE,
            Path.of(""), Map.of());

    private static Explaining.Explained explain(Request draft, Auth above) {
        var context = new Context(new Collection("Shop", "", above, List.of(Entry.of("host", "https://shop.test"), Entry.of("secret", "s3")), List.of(), Settings.NONE, List.of()), List.of(), null,
                null, List.of(), Path.of(""));
        return new Explaining(context, context.scopes(List.of()), AROUND).of(draft);
    }

    private static final Auth AWS = new Auth("awsv4", Map.of("accessKey", "AKIDEXAMPLE", "secretKey", "{{secret}}", "region", "us-east-1", "service", "s3"));

    @Test
    void theCanonicalRequestIsThatOfTheResolvedDraft() {
        var draft = new Request("PUT", "{{host}}/a/:id?b=2", List.of(), List.of(Entry.of("id", "7")), List.of(Entry.of("X-Own", "{{secret}}")), new Body.Raw("{\"n\": 1}", "json"), Auth.INHERIT,
                List.of(), Settings.NONE, "");
        var explained = explain(draft, AWS);
        assertEquals("Shop", explained.from().from());
        assertEquals(List.of(), explained.missing());
        var canonical = explained.explanation().workings().stream().filter(w -> w.kind() == Working.Kind.TEXT).findFirst().orElseThrow().text();
        assertTrue(canonical.startsWith("PUT\n/a/7\nb=2\n"), canonical);
        assertTrue(canonical.contains("host:shop.test\n"), canonical);
        assertTrue(canonical.endsWith("\n" + sha256("{\"n\": 1}")), canonical);
        assertEquals("Authorization", explained.explanation().added().stream().map(Added::name).filter(n -> n.startsWith("Auth")).findFirst().orElseThrow());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatHasNoValueIsNamedWithItsPlaceAndTheRestIsExplained() {
        var explained = explain(Request.get("{{nowhere}}/x").withAuth(new Auth("basic", Map.of("username", "{{user}}", "password", "p"))), Auth.NONE);
        assertEquals(List.of(new Failure.Unresolved("nowhere", "URL"), new Failure.Unresolved("user", "authorization, Username")), explained.missing());
        assertEquals(List.of("Authorization"), explained.explanation().names().toList());
        assertEquals(List.of("Shown for https://host/, since the host has no value yet."), explained.reservation());
        assertTrue(explain(Request.get("ftp://x y/"), Auth.NONE).reservation().getFirst().startsWith("Shown for https://host/, since the URL cannot be sent to: "));
    }

    @Test
    void everyTypeIsExplainedHoweverLittleIsFilledIn() {
        for (var type : AuthTypes.ALL) {
            for (var url : List.of("", "{{nowhere}}", "https://", "https://{{a}}.test/{{b}}?{{c}}", "ws://shop.test/", "https://shop.test/ü?q=%zz")) {
                explain(Request.get(url).withAuth(new Auth(type.id(), Map.of())), Auth.NONE);
            }
        }
    }

    @Test
    void whatIsSetHereIsSaidToBeSetHere() {
        var explained = explain(Request.get("https://shop.test/").withAuth(new Auth("basic", Map.of())), Auth.NONE);
        assertEquals("this request", explained.from().from());
    }

    @Test
    void aBlankDraftIsExplainedWithoutAWord() {
        var explained = explain(Request.blank(), Auth.NONE);
        assertEquals(List.of(), explained.reservation());
        assertEquals("Nothing: no authorization is set.", explained.explanation().silence());
    }

    @Test
    void aDemoServerThatDoesNotRunYetIsNoReservation(@TempDir Path folder) {
        var automatic = new AutomaticHeaders("Posthorn/test");
        try (var workbench = new Workbench(new Engine(new BodyStore(folder), automatic), automatic, new Cookies(Clock.systemUTC()), new DemoOnDemand(), Thread::startVirtualThread,
                Clock.systemUTC(), new Random(1))) {
            assertEquals(List.of(), workbench.explaining(Context.none(folder)).of(Request.get("{{demo}}/basic-auth").withAuth(new Auth("basic", Map.of()))).reservation());
        }
    }
}
