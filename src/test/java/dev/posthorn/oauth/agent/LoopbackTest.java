package dev.posthorn.oauth.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.oauth.UserAgent.Came;
import dev.posthorn.oauth.UserAgent.Unusable;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What comes to the redirect address on this machine: the right callback is taken, once, and no other.
final class LoopbackTest {

    private static final String RIGHT = "?code=c-1&state=" + OneLogin.STATE;

    @Test
    void theRedirectWithTheRightStateEndsTheLogin() throws Exception {
        try (var login = new OneLogin().ready("").asked()) {
            assertEquals("127.0.0.1", login.redirect.getHost());
            assertEquals("/callback", login.redirect.getPath());
            var page = Caller.get(login.redirect, "?code=a%2Fb+c&state=" + OneLogin.STATE + "&iss=https%3A%2F%2Fid.example");
            assertEquals(200, page.status());
            assertTrue(page.text().contains("You can close this window and go back to Posthorn"), page.text());
            assertFalse(page.text().contains("<script"));
            var came = assertInstanceOf(Came.Redirected.class, login.came());
            assertEquals(Map.of("code", "a/b c", "state", OneLogin.STATE, "iss", "https://id.example"), came.parameters());
        }
    }

    @Test
    void ofAThousandRandomCallbacksNoneIsTakenAndTheRightOneStillIs() throws Exception {
        try (var login = new OneLogin().ready("").asked(); var callers = Executors.newFixedThreadPool(8)) {
            var calls = new ArrayList<Callable<Integer>>();
            var random = new Random(7);
            for (var at = 0; at < 1000; at++) {
                var rest = randomCallback(random);
                calls.add(() -> Caller.get(login.redirect, rest).status());
            }
            for (var status : callers.invokeAll(calls)) {
                assertTrue(status.get() >= 400, "status " + status.get());
            }
            assertTrue(login.waits());
            assertEquals(200, Caller.get(login.redirect, RIGHT).status());
            assertEquals("c-1", ((Came.Redirected) login.came()).parameters().get("code"));
            login.agent.close();
            assertTrue(login.refusals().contains("Callback refused: another state"), login.refusals().toString());
            assertTrue(login.refusals().size() <= 41, "the timeline is not flooded: " + login.refusals().size());
            assertEquals("Callbacks refused: 960 more", login.refusals().getLast());
        }
    }

    private static String randomCallback(Random random) {
        var state = Long.toHexString(random.nextLong());
        return switch (random.nextInt(6)) {
            case 0 -> "?code=x&state=" + state;
            case 1 -> "?code=x&state=" + OneLogin.STATE + state;
            case 2 -> "?code=x";
            case 3 -> "?error=access_denied&state=" + state;
            case 4 -> "/" + state + RIGHT;
            default -> "?code=x&state=" + state + "&state=" + OneLogin.STATE;
        };
    }

    @Test
    void aSecondCallbackIsRefusedAndOneBeforeThePageWasOpened() throws Exception {
        try (var login = new OneLogin().ready("http://localhost/back")) {
            assertEquals(409, Caller.get(login.redirect, RIGHT).status());
            login.asked();
            assertEquals(200, Caller.get(login.redirect, RIGHT).status());
            var second = Caller.get(login.redirect, "?code=c-2&state=" + OneLogin.STATE);
            assertEquals(410, second.status());
            assertTrue(second.text().contains("this login is over"));
            assertEquals("c-1", ((Came.Redirected) login.came()).parameters().get("code"));
            login.agent.close();
            assertTrue(login.refusals().contains("Callback refused: this login is over"), login.refusals().toString());
            assertFalse(Caller.answers(login.redirect), "the port is closed");
        }
    }

    @Test
    void aCallbackAfterCancelIsRefusedAndThePortIsClosedAfterwards() throws Exception {
        try (var login = new OneLogin().ready("").asked()) {
            login.cancellation.cancel();
            assertEquals(new Came.Ended("you cancelled it"), login.came());
            assertEquals(410, Caller.get(login.redirect, RIGHT).status());
            login.agent.close();
            assertFalse(Caller.answers(login.redirect));
        }
    }

    @Test
    void anErrorIsShownInWordsAndNothingOfItIsReadAsHtml() throws Exception {
        try (var login = new OneLogin().ready("").asked()) {
            var page = Caller.get(login.redirect, "?error=access_denied&error_description=%3Cscript%3Ealert(1)%3C/script%3E%20said%20no&state=" + OneLogin.STATE);
            assertTrue(page.text().contains("&lt;script&gt;alert(1)&lt;/script&gt; said no"), page.text());
            assertTrue(page.head().contains("default-src 'none'"), page.head());
            assertEquals("access_denied", ((Came.Redirected) login.came()).parameters().get("error"));
        }
    }

    @Test
    void aFormIsTakenAndAFragmentComesBackByOurOwnPageAlone() throws Exception {
        try (var login = new OneLogin().ready("http://127.0.0.1/cb").asked()) {
            assertEquals(200, Caller.post(login.redirect, "Origin: https://id.example\r\n", "code=form&state=" + OneLogin.STATE).status());
            assertEquals("form", ((Came.Redirected) login.came()).parameters().get("code"));
        }
        try (var login = new OneLogin().ready("http://127.0.0.1/cb").asked()) {
            var page = Caller.get(login.redirect, "");
            var key = Pattern.compile("name=\"posthorn_key\" value=\"([^\"]+)\"").matcher(page.text());
            assertTrue(key.find(), page.text());
            var form = "posthorn_key=" + key.group(1) + "&posthorn_fragment=access_token%3Dt%26state%3D" + OneLogin.STATE;
            var own = "Origin: http://127.0.0.1:" + login.redirect.getPort() + "\r\n";
            assertEquals(403, Caller.post(login.redirect, own, form.replace(key.group(1), "guessed")).status());
            assertEquals(200, Caller.post(login.redirect, own, form).status());
            assertEquals("t", ((Came.Redirected) login.came()).parameters().get("access_token"));
        }
        try (var login = new OneLogin().ready("http://127.0.0.1/cb").asked()) {
            var page = Caller.get(login.redirect, "").text();
            var key = page.replaceAll("(?s).*posthorn_key\" value=\"([^\"]+)\".*", "$1");
            var form = "posthorn_key=" + key + "&posthorn_fragment=access_token%3Dt%26state%3D" + OneLogin.STATE;
            assertEquals(403, Caller.post(login.redirect, "Origin: https://evil.example\r\n", form).status());
            assertEquals(403, Caller.post(login.redirect, "Origin: http://127.0.0.1:" + login.redirect.getPort() + "\r\n", form).status(), "a key serves once");
            assertTrue(login.waits());
        }
    }

    @Test
    void whatIsNoCallbackIsRefusedWithoutHarm() throws Exception {
        try (var login = new OneLogin().ready("http://localhost/cb").asked()) {
            var host = "Host: " + login.redirect.getRawAuthority() + "\r\n";
            assertEquals(421, Caller.send(login.redirect, "GET /cb" + RIGHT + " HTTP/1.1\r\nHost: evil.example\r\n\r\n").status());
            assertEquals(421, Caller.send(login.redirect, "GET /cb" + RIGHT + " HTTP/1.1\r\n\r\n").status());
            assertEquals(421, Caller.send(login.redirect, "GET /cb" + RIGHT + " HTTP/1.1\r\n" + host + host + "\r\n").status());
            assertEquals(405, Caller.send(login.redirect, "PUT /cb" + RIGHT + " HTTP/1.1\r\n" + host + "\r\n").status());
            assertEquals(404, Caller.send(login.redirect, "GET /cb/" + RIGHT + " HTTP/1.1\r\n" + host + "\r\n").status());
            assertEquals(404, Caller.send(login.redirect, "GET /%63b" + RIGHT + " HTTP/1.1\r\n" + host + "\r\n").status());
            assertEquals(400, Caller.send(login.redirect, "\0\1\2 \r\n\r\n").status());
            assertEquals(400, Caller.get(login.redirect, "?code=%zz&state=" + OneLogin.STATE).status());
            assertEquals(400, Caller.get(login.redirect, "?hello=1&state=" + OneLogin.STATE).status());
            assertEquals(431, Caller.send(login.redirect, "GET /cb?" + "a".repeat(70_000) + " HTTP/1.1\r\n" + host + "\r\n").status());
            assertEquals(413, Caller.send(login.redirect, "POST /cb HTTP/1.1\r\n" + host + "Content-Length: 999999999\r\n\r\n").status());
            assertEquals(411, Caller.send(login.redirect, "POST /cb HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n").status());
            assertTrue(login.waits());
            assertEquals(200, Caller.get(login.redirect, RIGHT).status());
        }
    }

    @Test
    void clientsWhoNeverFinishKeepNobodyOut() throws Exception {
        var idle = new ArrayList<Socket>();
        try (var login = new OneLogin().ready("").asked()) {
            for (var at = 0; at < 200; at++) {
                var socket = new Socket(login.redirect.getHost(), login.redirect.getPort());
                socket.getOutputStream().write("GET /callback?code=".getBytes(StandardCharsets.US_ASCII));
                idle.add(socket);
            }
            assertEquals(200, Caller.get(login.redirect, RIGHT).status());
            assertInstanceOf(Came.Redirected.class, login.came());
        } finally {
            for (var socket : idle) {
                socket.close();
            }
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1")); var login = new OneLogin()) {
            var refused = assertThrows(Unusable.class, () -> login.ready("http://127.0.0.1:" + other.getLocalPort() + "/cb"));
            assertTrue(refused.getMessage().startsWith("Port " + other.getLocalPort() + " of the redirect URL"), refused.getMessage());
            assertTrue(refused.getMessage().contains("is taken by another program"), refused.getMessage());
        }
    }

    @Test
    void localhostIsAnsweredAtBothAddressesAndNothingElse() throws Exception {
        try (var login = new OneLogin().ready("http://localhost/cb").asked()) {
            var port = login.redirect.getPort();
            var four = URI.create("http://127.0.0.1:" + port + "/cb");
            var asLocalhost = "GET /cb?hello=1 HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n";
            assertEquals(403, Caller.send(four, asLocalhost).status());
            for (var own : java.net.NetworkInterface.networkInterfaces().flatMap(java.net.NetworkInterface::inetAddresses).filter(a -> !a.isLoopbackAddress()).toList()) {
                assertFalse(Caller.answers(new URI("http", null, own.getHostAddress(), port, "/cb", null, null)), own + " must not answer");
            }
        }
    }

    @Test
    void whoDoesNotLogInAtAllIsWaitedForNoLongerThanAllowed() throws Exception {
        try (var login = new OneLogin(new OwnCertificate(new OneLogin.Nowhere(), java.time.Clock.systemUTC(), new java.security.SecureRandom()), Duration.ofMillis(1)).ready("").asked()) {
            assertInstanceOf(Came.Ended.class, login.came());
        }
    }

    @Test
    void theAddressOfTheBrowserCanBePastedInstead() throws Exception {
        try (var login = new OneLogin().ready("").asked()) {
            var pasting = login.pasting.get(60, java.util.concurrent.TimeUnit.SECONDS);
            assertTrue(pasting.paste(login.redirect + "?code=c&state=other").orElseThrow().contains("belongs to another login"));
            assertTrue(pasting.paste("https://elsewhere.example/?code=c&state=" + OneLogin.STATE).orElseThrow().contains("the login ends at"));
            assertEquals(java.util.Optional.empty(), pasting.paste(" " + login.redirect + RIGHT + "\n"));
            assertEquals("c-1", ((Came.Redirected) login.came()).parameters().get("code"));
        }
    }
}
