package dev.posthorn.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.http.Progress;
import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.workbench.Context;
import dev.posthorn.workbench.DemoOnDemand;
import dev.posthorn.workbench.Workbench;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Headers;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a draft becomes over HTTP/2: names in small letters and no Connection, by the protocol (RFC 9113 §8.2); everything else as over 1.1.
@Timeout(120)
final class Http2WireTest {

    @Test
    void aGetWithABodyItsUrlAsTypedAndItsHeadersInOrder(@TempDir Path folder) throws Exception {
        var automatic = new AutomaticHeaders("Posthorn/1.2.3", () -> "token");
        var certificate = new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
        try (var server = new MockWebServer();
                var workbench = new Workbench(new Engine(new BodyStore(folder), automatic), automatic, new Cookies(Clock.systemUTC()), new DemoOnDemand(), Runnable::run,
                        Clock.systemUTC(), new Random(1))) {
            server.setProtocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1));
            server.useHttps(new HandshakeCertificates.Builder().heldCertificate(certificate).build().sslSocketFactory());
            server.enqueue(new MockResponse(200, Headers.of(), "hi"));
            server.start();
            var draft = Request.get("https://localhost:" + server.getPort() + "/a/../{b}|c?x=^&y=%zz").withBody(new Body.Raw("{\"a\": 1} // one", "json"))
                    .withHeaders(List.of(Entry.of("X-Second", "1"), Entry.of("A-First", "2"), Entry.of("x-second", "3")));
            draft = draft.withSettings(draft.settings().with("strictSSL", false).with("disableUrlEncoding", true));
            var received = assertInstanceOf(Outcome.Received.class, workbench.sendNow(draft, Context.none(folder), Progress.silent(), new Cancellation()));
            assertEquals("HTTP/2", received.response().protocol());
            Workbench.release(received);
            var asked = server.takeRequest(60, TimeUnit.SECONDS);
            var headers = StreamSupport.stream(asked.getHeaders().spliterator(), false).map(h -> h.getFirst() + ": " + h.getSecond()).collect(Collectors.joining("\n"));
            assertEquals("""
                    :authority: localhost:PORT
                    :scheme: https
                    x-second: 1
                    a-first: 2
                    x-second: 3
                    content-type: application/json
                    user-agent: Posthorn/1.2.3
                    accept: */*
                    cache-control: no-cache
                    posthorn-token: token
                    accept-encoding: gzip, deflate, br
                    content-length: 9""".replace("PORT", Integer.toString(server.getPort())), headers);
            assertEquals("GET /a/../{b}|c?x=^&y=%zz", asked.getMethod() + " " + asked.getTarget());
            assertEquals("{\"a\": 1} ", asked.getBody().utf8());
        }
    }
}
