package dev.posthorn.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class DemoServerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static DemoServer demo;
    private static HttpClient client;

    @BeforeAll
    static void open() throws IOException {
        demo = DemoServer.start(0);
        client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    @AfterAll
    static void close() {
        client.close();
        demo.close();
    }

    private static HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(demo.address() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpRequest.Builder request) throws Exception {
        return JSON.readTree(send(request).body());
    }

    @Test
    void echoTellsEveryPartOfTheRequest() throws Exception {
        var told = json(at("/anything/x?a=1&a=2&b=%C3%BC+x").method("PROPFIND", HttpRequest.BodyPublishers.ofString("{\"n\": [1]}"))
                .header("Cookie", "c=d").header("X-Twice", "1").header("X-Twice", "2"));
        assertEquals("PROPFIND", told.get("method").asText());
        assertEquals(demo.address() + "/anything/x?a=1&a=2&b=%C3%BC+x", told.get("url").asText());
        assertEquals("{\"a\":[\"1\",\"2\"],\"b\":\"ü x\"}", told.get("args").toString());
        assertEquals("[\"1\",\"2\"]", told.get("headers").get("X-Twice").toString());
        assertEquals("{\"c\":\"d\"}", told.get("cookies").toString());
        assertEquals("{\"n\":[1]}", told.get("json").toString());
        assertEquals("{\"n\": [1]}", told.get("data").asText());
        assertEquals("127.0.0.1", told.get("origin").asText());
    }

    @Test
    void formsAndFilesAreTakenApart() throws Exception {
        var form = json(at("/post").header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString("a=1&a=2&b=x%20y")));
        assertEquals("{\"a\":[\"1\",\"2\"],\"b\":\"x y\"}", form.get("form").toString());
        var text = "--B\r\nContent-Disposition: form-data; name=\"t\"\r\n\r\nhi\r\n"
                + "--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"horn.txt\"\r\nContent-Type: text/x\r\n\r\ntra\r\n--B--\r\n";
        var parts = json(at("/post").header("Content-Type", "multipart/form-data; boundary=B").POST(HttpRequest.BodyPublishers.ofString(text)));
        assertEquals("{\"t\":\"hi\"}", parts.get("form").toString());
        assertEquals("{\"name\":\"horn.txt\",\"contentType\":\"text/x\",\"size\":3,\"content\":\"tra\"}", parts.get("files").get("f").toString());
        var broken = json(at("/post").header("Content-Type", "multipart/form-data; boundary=B").POST(HttpRequest.BodyPublishers.ofString("none")));
        assertEquals("none", broken.get("data").asText());
    }

    @Test
    void statusesComeAsAsked() throws Exception {
        for (var code : new int[] {200, 204, 304, 404, 418, 503, 599}) {
            assertEquals(code, send(at("/status/" + code)).statusCode());
        }
        assertEquals("The status must be a whole number from 200 to 599, not \"abc\".", json(at("/status/abc")).get("error").asText());
        assertEquals(404, send(at("/nowhere")).statusCode());
    }

    @Test
    void theLargeAnswerIsValidJsonOfTheSizeAskedFor() throws Exception {
        for (var variant : new String[] {"", "&lines=one", "&pretty=true"}) {
            var body = send(at("/large?mb=1" + variant)).body();
            assertTrue(body.length() > 900_000 && body.length() < 1_100_000, variant + body.length());
            assertTrue(JSON.readTree(body).size() > 1000);
            assertEquals(variant.equals("&lines=one"), body.indexOf('\n') < 0);
        }
    }

    @Test
    void samplesAreWhatTheySay() throws Exception {
        assertEquals(1677, json(at("/json")).get("maker").get("since").asInt());
        assertTrue(send(at("/xml")).body().startsWith("<?xml"));
        assertTrue(send(at("/")).body().contains("/digest-auth/auth/ann/secret"));
        var picture = client.send(at("/image/png").build(), HttpResponse.BodyHandlers.ofByteArray()).body();
        assertEquals(128, ImageIO.read(new ByteArrayInputStream(picture)).getWidth());
        assertEquals(5, send(at("/stream/5")).body().lines().count());
        assertEquals(20, send(at("/drip?seconds=0&bytes=20")).body().length());
        assertEquals(3, send(at("/sse?count=3&interval=0")).body().split("data: ").length - 1);
    }

    @Test
    void doorsOpenToTheRightKeyOnly() throws Exception {
        assertEquals(401, send(at("/basic-auth/ann/secret")).statusCode());
        assertEquals(200, send(at("/basic-auth/ann/secret").header("Authorization", "Basic YW5uOnNlY3JldA==")).statusCode());
        assertEquals(401, send(at("/bearer")).statusCode());
        assertEquals("t", json(at("/bearer").header("Authorization", "Bearer t")).get("token").asText());
        assertEquals(404, send(at("/hidden")).statusCode());
    }

    @Test
    void digestIsChecked() throws Exception {
        var path = "/digest-auth/auth/ann/secret/SHA-256";
        var challenge = send(at(path)).headers().firstValue("WWW-Authenticate").orElseThrow();
        var nonce = challenge.replaceAll(".*nonce=\"([^\"]*)\".*", "$1");
        for (var password : new String[] {"secret", "wrong"}) {
            var response = hash(hash("ann:Posthorn demo:" + password) + ":" + nonce + ":00000001:cn:auth:" + hash("GET:" + path));
            var header = "Digest username=\"ann\", realm=\"Posthorn demo\", nonce=\"" + nonce + "\", uri=\"" + path + "\", qop=auth, nc=00000001, cnonce=\"cn\", response=\"" + response + "\"";
            assertEquals(password.equals("secret") ? 200 : 401, send(at(path).header("Authorization", header)).statusCode());
        }
    }

    private static String hash(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes()));
    }

    @Test
    void aWebSocketSendsBackWhatItHears() throws Exception {
        var heard = new CompletableFuture<String>();
        var socket = client.newWebSocketBuilder().buildAsync(URI.create(demo.address().replace("http", "ws") + "/ws"), new WebSocket.Listener() {
            @Override
            public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
                heard.complete(data.toString());
                return null;
            }
        }).get(60, TimeUnit.SECONDS);
        socket.sendText("tra-ra", true);
        assertEquals("tra-ra", heard.get(60, TimeUnit.SECONDS));
        socket.abort();
    }

    @Test
    void graphQlIsEchoedAndFaultsAreSaid() throws Exception {
        var told = json(at("/graphql").POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{a}\",\"variables\":{\"x\":1}}")));
        assertEquals("{a}", told.get("data").get("query").asText());
        assertEquals(400, send(at("/graphql").POST(HttpRequest.BodyPublishers.ofString("no"))).statusCode());
    }

    @Test
    void aTakenPortIsSaidInWords() {
        var failure = assertThrows(IOException.class, () -> DemoServer.start(demo.port()));
        assertTrue(failure.getMessage().startsWith("The demo server cannot listen on 127.0.0.1:" + demo.port()), failure.getMessage());
    }

    @Test
    void itSpeaksHttp2WithoutTls() throws Exception {
        try (var second = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            assertEquals(HttpClient.Version.HTTP_2, second.send(at("/get").build(), HttpResponse.BodyHandlers.ofString()).version());
        }
    }
}
