package dev.posthorn.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.http.Progress;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Header;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Part;
import dev.posthorn.model.Request;
import dev.posthorn.model.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Requests that are signed and sent to a server which works the signature out by itself.
final class SignedSendTest {

    private static final Map<String, Object> AWS = Map.of("accessKey", "AKIDEXAMPLE", "secretKey", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
    private static final Map<String, Object> OAUTH = Map.of("consumerKey", "horn-key", "consumerSecret", "horn & secret", "token", "horn-token", "tokenSecret", "horn-token-secret");
    private static final Map<String, Object> HAWK = Map.of("authId", "dh37fgj492je", "authKey", "werxhqb98rpaxn39848xrunpaw3489ruxnpa98w4rxn", "includePayloadHash", true);
    private static final Map<String, Object> AKAMAI = Map.of("clientToken", "akab-client-token-xxx-xxxxxxxxxxxxxxxx", "accessToken", "akab-access-token-xxx-xxxxxxxxxxxxxxxx",
            "clientSecret", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=");

    @TempDir
    private static Path home;
    private static Workbench workbench;

    @BeforeAll
    static void open() throws IOException {
        workbench = workbench(Clock.systemUTC(), home.resolve("bodies"));
        Files.writeString(home.resolve("file.txt"), "a file\r\nof two lines");
    }

    private static Workbench workbench(Clock clock, Path bodies) {
        var automatic = new AutomaticHeaders("Posthorn/test");
        return new Workbench(new Engine(new BodyStore(bodies), automatic), automatic, new Cookies(Clock.systemUTC()), new DemoOnDemand(), Executors.newVirtualThreadPerTaskExecutor(), clock,
                new Random());
    }

    @AfterAll
    static void close() {
        workbench.close();
    }

    private static Map<String, Object> and(Map<String, Object> values, Object... pairs) {
        var more = new HashMap<>(values);
        for (var i = 0; i < pairs.length; i += 2) {
            more.put(pairs[i].toString(), pairs[i + 1]);
        }
        return more;
    }

    private static Outcome.Received send(Workbench by, Request request) {
        return assertInstanceOf(Outcome.Received.class, by.sendNow(request, Context.none(home), Progress.silent(), new Cancellation()));
    }

    private static String text(Outcome.Received outcome) throws IOException {
        try (var in = outcome.response().body().open()) {
            return new String(in.readAllBytes());
        }
    }

    private record Kind(String name, String path, String type, Map<String, Object> values) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("AWS in headers", "/aws", "awsv4", and(AWS, "sessionToken", "never/shown+anywhere==")),
            new Kind("AWS in the query", "/aws", "awsv4", and(AWS, "addAuthDataToQuery", true, "sessionToken", "never/shown+anywhere==")),
            new Kind("S3 in headers", "/aws/b/k+e%20y/../x:(1)", "awsv4", and(AWS, "service", "s3", "region", "eu-west-1")),
            new Kind("S3 in the query", "/aws/b//k", "awsv4", and(AWS, "service", "s3", "addAuthDataToQuery", true)),
            new Kind("OAuth 1.0 in the header", "/oauth1", "oauth1", and(OAUTH, "addParamsToHeader", true, "includeBodyHash", true, "realm", "Photos, all")),
            new Kind("OAuth 1.0 in query or form", "/oauth1", "oauth1", and(OAUTH, "signatureMethod", "HMAC-SHA256", "callback", "http://c.test/?x=ü")),
            new Kind("OAuth 1.0 in plain text", "/oauth1", "oauth1", and(OAUTH, "signatureMethod", "PLAINTEXT", "addParamsToHeader", true)),
            new Kind("Hawk", "/hawk", "hawk", and(HAWK, "extraData", "a \"quoted\" \\ word")),
            new Kind("Hawk with SHA-1", "/hawk/sha1", "hawk", and(HAWK, "algorithm", "sha1", "app", "oz", "delegation", "by")),
            new Kind("EdgeGrid", "/edgegrid", "edgegrid", and(AKAMAI, "headersToSign", "X-Test1")));

    @TestFactory
    Stream<DynamicTest> everySignatureIsAccepted() {
        return KINDS.stream().flatMap(kind -> Stream.of(
                test(kind, "GET with query", get(kind)),
                test(kind, "POST with JSON", post(kind).withBody(new Body.Raw("{\"tone\": \"ü\"}", "json"))),
                test(kind, "POST with a form", post(kind).withBody(new Body.UrlEncoded(List.of(Entry.of("a b", "c&d+ü"), Entry.of("a b", "*~!"))))),
                test(kind, "POST with parts", post(kind).withBody(new Body.FormData(List.of(part("text", "ü"), file("file"))))),
                test(kind, "PUT with a file", post(kind).withMethod("PUT").withBody(new Body.Binary("file.txt", ""))),
                test(kind, "DELETE", get(kind).withMethod("DELETE"))));
    }

    private static Request get(Kind kind) {
        return Request.get("{{demo}}" + kind.path() + "?b=x+y%20z&a=%7e!*'()&a=1&flag&empty=&ü=/?").withAuth(new Auth(kind.type(), kind.values()))
                .withHeaders(List.of(Entry.of("X-Test1", " two   words "), Entry.of("Cookie", "a=b"), Entry.of("Cookie", "c=d")));
    }

    private static Request post(Kind kind) {
        return Request.get("{{demo}}" + kind.path()).withMethod("POST").withAuth(new Auth(kind.type(), kind.values()));
    }

    private static Part part(String key, String value) {
        return Part.text(key, value);
    }

    private static Part file(String key) {
        return Part.text(key, "").withFiles(List.of("file.txt"));
    }

    private static DynamicTest test(Kind kind, String what, Request request) {
        return DynamicTest.dynamicTest(kind.name() + ": " + what, () -> {
            var outcome = send(workbench, request);
            assertEquals(200, outcome.response().status(), () -> {
                try {
                    return text(outcome) + outcome.sent();
                } catch (IOException e) {
                    return e.toString();
                }
            });
        });
    }

    @Test
    void rsaKeysSignToo() throws IOException {
        var key = text(send(workbench, Request.get("{{demo}}/oauth1/key")));
        for (var method : List.of("RSA-SHA1", "RSA-SHA256", "RSA-SHA512")) {
            var values = and(OAUTH, "signatureMethod", method, "privateKey", key.replace("\n", "\\n"), "addParamsToHeader", true);
            var outcome = send(workbench, Request.get("{{demo}}/oauth1?a=b").withAuth(new Auth("oauth1", values)));
            assertEquals(200, outcome.response().status(), text(outcome));
        }
    }

    @Test
    void aRefusalSaysWhatTheServerComputed() throws IOException {
        for (var kind : List.of(new Kind("", "/aws", "awsv4", and(AWS, "secretKey", "wrong")), new Kind("", "/oauth1", "oauth1", and(OAUTH, "consumerSecret", "wrong")),
                new Kind("", "/hawk", "hawk", and(HAWK, "authKey", "wrong")), new Kind("", "/edgegrid", "edgegrid", and(AKAMAI, "clientSecret", "wrong")))) {
            var outcome = send(workbench, get(kind));
            assertEquals(kind.type().equals("awsv4") ? 403 : 401, outcome.response().status());
            assertTrue(text(outcome).contains("compare what was signed"), text(outcome));
            assertEquals(1, outcome.hops().size());
        }
    }

    @Test
    void aRedirectIsSignedAnew() throws IOException {
        for (var kind : KINDS) {
            var to = (kind.path() + "?tone=c").replace("%", "%25").replace("+", "%2B").replace("?", "%3F").replace("=", "%3D").replace("&", "%26");
            for (var status : List.of(302, 307)) {
                var outcome = send(workbench, post(kind).withAddress("{{demo}}/redirect-to?status_code=" + status + "&url=" + to, List.of(), List.of())
                        .withBody(new Body.UrlEncoded(List.of(Entry.of("a", "b")))));
                assertEquals(2, outcome.hops().size());
                assertEquals(200, outcome.response().status(), kind.name() + status + text(outcome));
            }
        }
    }

    @Test
    void aServersProofOfItsAnswerIsChecked() {
        var draft = get(new Kind("", "/hawk", "hawk", and(HAWK, "extraData", "a\\b\"c", "app", "oz")));
        var outcome = send(workbench, draft);
        assertEquals(200, outcome.response().status());
        assertEquals(List.of(), workbench.findings(draft, Context.none(home), outcome));
        var other = draft.withAuth(new Auth("hawk", and(HAWK, "authKey", "another")));
        assertEquals(List.of("hawk-answer"), workbench.findings(other, Context.none(home), outcome).stream().map(f -> f.fault()).toList());
        var answer = outcome.response();
        var forged = send(workbench, Request.get("{{demo}}/get"));
        var mixed = new Outcome.Received(List.of(new Hop(outcome.sent(), new Response(200, "", "HTTP/1.1", answer.headers(), forged.response().body(), answer.sizes(), answer.timings(), "",
                false), Hop.Why.FIRST)));
        assertTrue(workbench.findings(draft, Context.none(home), mixed).getFirst().sentence().startsWith("The body of the answer is not the one"));
    }

    @Test
    void aWrongClockIsMendedForHawkByTheServers() throws IOException {
        try (var late = workbench(Clock.offset(Clock.systemUTC(), Duration.ofHours(-2)), home.resolve("late"))) {
            var outcome = send(late, post(new Kind("", "/hawk", "hawk", HAWK)).withBody(new Body.Raw("x", "text")));
            assertEquals(List.of(Hop.Why.FIRST, Hop.Why.AUTHORIZATION), outcome.hops().stream().map(Hop::why).toList());
            assertEquals(200, outcome.response().status(), text(outcome));
            assertEquals(1, outcome.sent().headers().stream().filter(h -> h.is("Host")).count());
            var own = send(late, get(new Kind("", "/hawk", "hawk", and(HAWK, "timestamp", "1353832234"))));
            assertEquals(401, own.response().status());
            assertEquals(1, own.hops().size());
            assertTrue(Header.first(own.response().headers(), "WWW-Authenticate").orElse("").contains("tsm="));
        }
    }
}
