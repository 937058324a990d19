package dev.posthorn.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Wire;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ExplanationTest {

    private static final Instant NOW = Instant.parse("2026-11-21T20:00:00Z");
    private static final Wire WIRE = new Wire("GET", "https://h/x?a=1&key=old", List.of(new Header("authorization", "own")), Payload.empty());
    private static final Surroundings AROUND = new Surroundings(Clock.fixed(NOW, ZoneOffset.UTC), new Random(1), (_, _) -> { }, TokenSource.NONE, Path.of(""), Map.of());

    private static Explanation explain(String type, Map<String, Object> values) {
        return Explanation.of(WIRE, new Auth(type, values), AROUND);
    }

    private static String token(String claims) {
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8)) + "." + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".c2ln";
    }

    @Test
    void theHeaderIsShownWithItsSecretPartCovered() {
        var added = explain("basic", Map.of("username", "joe", "password", "hunter22")).added();
        assertEquals(1, added.size());
        assertEquals("Authorization: Basic ••••••••", added.getFirst().name() + ": " + added.getFirst().masked());
        assertEquals("Basic am9lOmh1bnRlcjIy", added.getFirst().value());
        assertTrue(added.getFirst().replaces());
    }

    @Test
    void paddedBase64IsCoveredAsAWhole() {
        for (var password : List.of("a", "ab", "abc")) {
            var added = explain("basic", Map.of("username", "ann", "password", password)).added().getFirst();
            assertEquals("Basic ••••••••", added.masked(), added.value());
            assertEquals("Basic ••••••••", Added.masked("authorization", added.value()));
        }
        assertEquals("••••••••", Added.masked("X-Custom", "anything"));
    }

    @Test
    void aPartOfAnySizeIsTakenApart() {
        var explanation = explain("digest", Map.of("username", "x".repeat(200_000), "password", "hunter22", "realm", "r", "nonce", "n"));
        assertTrue(explanation.added().getFirst().value().contains("username=\"xxx"), "the name is shown");
    }

    @Test
    void aParameterOfTheQueryIsTheOnlyOneShownAndCovered() {
        var added = explain("apikey", Map.of("key", "key", "value", "a secret", "in", "query")).added();
        assertEquals(List.of(new Added(Added.Place.QUERY, "key", true, List.of(new Added.Piece("a secret", true)))), added);
    }

    @Test
    void ofASignatureWithPartsOnlyTheSecretOnesAreCovered() {
        var explanation = explain("wsse", Map.of("username", "bob", "password", "taadtaadpstcsm", "nonce", "d36e31", "created", "2003-12-15T14:43:07Z", "profileHeader", false));
        assertEquals("UsernameToken Username=\"bob\", PasswordDigest=\"••••••••\", Nonce=\"d36e31\", Created=\"2003-12-15T14:43:07Z\"", explanation.added().getFirst().masked());
        assertFalse(explanation.workings().toString().contains("taadtaad"));
    }

    @Test
    void aBearerTokenThatIsAJwtIsTakenApart() {
        var explanation = explain("bearer", Map.of("token", token("{\"sub\":\"joe\",\"exp\":" + NOW.plusSeconds(250).getEpochSecond() + "}")));
        assertEquals("Bearer ••••••••", explanation.added().getFirst().masked());
        var texts = explanation.workings().stream().map(Working::text).toList();
        assertEquals("The token expires 2026-11-21 20:04:10 Z (in 4 min).", texts.getFirst());
        assertEquals("{\n  \"alg\": \"RS256\"\n}", texts.get(1));
        assertTrue(texts.get(2).startsWith("{\n  \"sub\": \"joe\",\n  \"exp\": "), texts.get(2));
        assertTrue(texts.get(3).contains("not checked"), texts.get(3));
        var old = explain("bearer", Map.of("token", token("{\"exp\":" + NOW.minusSeconds(2 * 86_400 + 100).getEpochSecond() + "}"))).workings().getFirst().text();
        assertTrue(old.startsWith("The token expired 2026-11-19 19:58:20 Z (2 days ago)"), old);
    }

    @Test
    void strangeTokensDoNoHarm() {
        for (var token : List.of("a.b.c", "eyJ.eyJ.x", token("{\"exp\": 1e300}"), token("{\"exp\": \"soon\"}"), token("[" + "[".repeat(5_000)), token("not json"), "eyJhbGciOiJub25lIn0.e30.", "..")) {
            assertEquals(1, explain("bearer", Map.of("token", token)).added().size(), token);
        }
        assertEquals(Optional.empty(), DecodedJwt.of("a.b.c"));
        assertTrue(DecodedJwt.of("eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.OKOaw.48V1.5eym.XFBo").orElseThrow().encrypted());
    }

    @Test
    void whatIsVeryLongIsExplainedAtOnce() {
        var long100 = "n".repeat(100_000);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            assertEquals("Bearer ••••••••", explain("bearer", Map.of("token", "eyJ".repeat(300_000))).added().getFirst().masked());
            assertEquals(1, explain("digest", Map.of("username", "u", "password", "p", "realm", "r", "nonce", long100)).added().size());
            assertEquals(1, explain("hawk", Map.of("authId", "i", "authKey", "k", "extraData", long100)).added().size());
        });
    }

    @Test
    void whyNothingIsAddedIsSaid() {
        assertEquals("Nothing: no authorization is set.", explain("noauth", Map.of()).silence());
        assertEquals("Nothing: the token is empty.", explain("bearer", Map.of("token", " ")).silence());
        assertEquals("Nothing yet: fill in the form.", explain("apikey", Map.of()).silence());
        assertEquals("Nothing was sent: the authorization \"JWT Bearer\" could not be applied: no algorithm is chosen.", explain("jwt", Map.of()).failure().orElseThrow().sentence());
        assertTrue(explain("sasl", Map.of("a", "b")).failure().orElseThrow().sentence().contains("cannot sign with it"));
    }

    @Test
    void everyTypeStandsInOneGroupAndIsFoundByWhatItDoes() {
        var grouped = AuthGroup.all().stream().flatMap(g -> g.types().stream()).map(AuthType::id).sorted().toList();
        assertEquals(AuthTypes.ALL.stream().map(AuthType::id).sorted().toList(), grouped);
        assertEquals("Common", AuthGroup.all().getFirst().title());
        assertTrue(AuthGroup.matches(AuthTypes.of("asap").orElseThrow(), "atlas TOKEN"));
        assertFalse(AuthGroup.matches(AuthTypes.of("asap").orElseThrow(), "digest"));
    }
}
