package dev.posthorn.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.auth.AuthType.Signed;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Response;
import dev.posthorn.model.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What one send with Digest says, and when it is silent.
final class DigestSigningTest {

    private static final Wire WIRE = new Wire("GET", "http://h/dir/index.html", List.of(), Payload.empty());
    private static final String RFC7616 = "realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=%s, nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", "
            + "opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";

    private final BodyBytes body = (payload, out) -> {
        if (payload instanceof Payload.FromFile) {
            throw new IOException("no such file");
        }
        out.write(payload instanceof Payload.Bytes bytes ? bytes.bytes() : new byte[0]);
    };

    private Signing signing(Object... values) {
        var map = new HashMap<String, Object>(Map.of("username", "Mufasa", "password", "Circle of Life"));
        for (var i = 0; i < values.length; i += 2) {
            map.put((String) values[i], values[i + 1]);
        }
        return AuthTypes.signing(new Auth("digest", map), new Surroundings(Clock.systemUTC(), new Random(1), body, TokenSource.NONE, Path.of(""), Map.of()));
    }

    private static Response answer(int status, String... headers) {
        var list = Arrays.stream(headers).map(h -> new Header(h.split(": ", 2)[0], h.split(": ", 2)[1])).toList();
        return new Response(status, "", "HTTP/1.1", list, null, null, null, "", false);
    }

    private static Response challenge(String... digests) {
        return answer(401, Arrays.stream(digests).map(d -> "WWW-Authenticate: Digest " + d).toArray(String[]::new));
    }

    private static Map<String, String> said(Wire wire) {
        return Challenge.parse(List.of(Header.first(wire.headers(), "Authorization").orElseThrow())).getFirst().parameters();
    }

    private static Wire ready(Signed signed) {
        return assertInstanceOf(Signed.Ready.class, signed).wire();
    }

    private static String notes(Signing signing) {
        return String.join("\n", signing.notes().stream().map(Working::text).toList());
    }

    /// RFC 7616 §3.9.1.
    @Test
    void theChosenAlgorithmIsTakenElseTheStrongest() {
        var cnonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
        var both = challenge(RFC7616.formatted("MD5"), RFC7616.formatted("SHA-256"));
        var md5 = signing("clientNonce", cnonce, "qop", "auth");
        assertEquals(WIRE, ready(md5.sign(WIRE)), "nothing before the server asks");
        assertEquals("8ca523f5e9506fed4657c9700eebdbec", said(md5.again(WIRE, both).orElseThrow()).get("response"));
        var sha = signing("clientNonce", cnonce, "algorithm", "SHA-256");
        sha.sign(WIRE);
        assertEquals("753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1", said(sha.again(WIRE, both).orElseThrow()).get("response"));
        var other = signing("clientNonce", cnonce, "algorithm", "SHA-512-256");
        other.sign(WIRE);
        assertEquals("SHA-256", said(other.again(WIRE, both).orElseThrow()).get("algorithm"));
        assertEquals("Answered the challenge of \"http-auth@example.org\" with SHA-256, auth.", notes(other));
    }

    /// RFC 2617 §3.5, all of it given beforehand.
    @Test
    void whatIsGivenIsSentAtOnce() {
        var signing = signing("password", "Circle Of Life", "realm", "testrealm@host.com", "nonce", "dcd98b7102dd2f0e8b11d0f600bfb0c093", "qop", "auth", "clientNonce", "0a4f113b",
                "opaque", "5ccc069c403ebaf9f0171e9517f40e41", "nonceCount", "00000001");
        var sent = ready(signing.sign(WIRE));
        assertEquals("6629fae49393a05397450978507c4ef1", said(sent).get("response"));
        assertEquals("00000001", said(sent).get("nc"));
        assertTrue(signing.again(sent, challenge("realm=\"testrealm@host.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", qop=\"auth\"")).isEmpty(), "refused for good");
        var fresh = signing.again(sent, challenge("realm=\"testrealm@host.com\", nonce=\"new\", qop=\"auth\"")).orElseThrow();
        assertEquals("new", said(fresh).get("nonce"));
        assertTrue(signing.again(fresh, challenge("realm=\"testrealm@host.com\", nonce=\"newer\", qop=\"auth\"")).isEmpty());
    }

    @Test
    void ofAListOfQualitiesOneIsSaid() {
        assertEquals("auth", said(ready(signing("realm", "r", "nonce", "n", "qop", "auth-int, auth").sign(WIRE))).get("qop"));
        assertEquals("auth-int", said(ready(signing("realm", "r", "nonce", "n", "qop", "auth-int").sign(WIRE))).get("qop"));
        assertEquals(null, said(ready(signing("realm", "r", "nonce", "n", "qop", ",").sign(WIRE))).get("qop"));
    }

    @Test
    void aStaleNonceIsRenewedOnceAndARefusalIsFinal() {
        var signing = signing();
        signing.sign(WIRE);
        var first = signing.again(WIRE, challenge("realm=\"r\", nonce=\"n1\", qop=\"auth\"")).orElseThrow();
        var second = signing.again(first, challenge("realm=\"r\", nonce=\"n2\", qop=\"auth\", stale=true")).orElseThrow();
        assertEquals("n2", said(second).get("nonce"));
        assertEquals("00000001", said(second).get("nc"));
        assertTrue(signing.again(second, challenge("realm=\"r\", nonce=\"n3\", qop=\"auth\", stale=true")).isEmpty());
        var refused = signing();
        refused.sign(WIRE);
        var sent = refused.again(WIRE, challenge("realm=\"r\", nonce=\"n1\"")).orElseThrow();
        assertTrue(refused.again(sent, challenge("realm=\"r\", nonce=\"n2\"")).isEmpty());
        assertTrue(notes(refused).endsWith("The server refused the proof. It is not sent again."));
    }

    @Test
    void a403WithAChallengeIsAnsweredToo() {
        var signing = signing();
        signing.sign(WIRE);
        assertEquals(Optional.empty(), signing.again(WIRE, answer(403)));
        assertTrue(signing.again(WIRE, answer(403, "WWW-Authenticate: Digest realm=\"r\", nonce=\"n\"")).isPresent());
        var off = signing("disableRetryRequest", true);
        off.sign(WIRE);
        assertTrue(off.again(WIRE, challenge("realm=\"r\", nonce=\"n\"")).isEmpty());
        var basic = signing();
        basic.sign(WIRE);
        assertTrue(basic.again(WIRE, answer(401, "WWW-Authenticate: Basic realm=\"r\"")).isEmpty());
        assertEquals("The server offers no Digest that can be answered, but Basic.", notes(basic));
    }

    @Test
    void theBodyCountsWhereThatIsChosen() {
        var post = new Wire("POST", "http://h/x?y=1#z", List.of(), new Payload.Bytes("hello".getBytes(StandardCharsets.UTF_8), "text/plain"));
        var signing = signing("qop", "auth-int", "clientNonce", "c", "username", "u", "password", "p");
        signing.sign(post);
        var said = said(signing.again(post, challenge("realm=\"r\", nonce=\"n\", qop=\"auth, auth-int\"")).orElseThrow());
        assertEquals("auth-int", said.get("qop"));
        assertEquals("/x?y=1", said.get("uri"));
        assertEquals("be5eaca4c5cb94ea6e650e29782bc413", said.get("response"));
        var file = new Wire("POST", "http://h/", List.of(), new Payload.FromFile(Path.of("gone"), ""));
        var broken = signing("qop", "auth-int");
        broken.sign(file);
        assertTrue(broken.again(file, challenge("realm=\"r\", nonce=\"n\", qop=\"auth-int\"")).isEmpty());
        assertEquals("Digest Auth could not log in: the body, which the proof covers (auth-int), cannot be read: no such file.", broken.trouble().orElseThrow().sentence());
    }

    @Test
    void aRedirectGoesOnWithTheNonceThatWorked() {
        var signing = signing("clientNonce", "c");
        signing.sign(WIRE);
        var sent = signing.again(WIRE, challenge("realm=\"r\", nonce=\"n\", qop=\"auth\"")).orElseThrow();
        assertTrue(signing.again(sent, answer(302)).isEmpty());
        var on = ready(signing.follow(sent.withUrl("http://h/next")));
        assertEquals(List.of("n", "00000002", "/next"), List.of(said(on).get("nonce"), said(on).get("nc"), said(on).get("uri")));
        assertEquals(1, on.headers().size());
        assertTrue(signing.again(on, answer(302, "Authentication-Info: nextnonce=\"m\"")).isEmpty());
        var third = ready(signing.follow(on.withUrl("http://h/last")));
        assertEquals(List.of("m", "00000001"), List.of(said(third).get("nonce"), said(third).get("nc")));
        assertEquals("x", said(signing.again(third, challenge("realm=\"other\", nonce=\"x\"")).orElseThrow()).get("nonce"), "another realm behind the redirect");
    }

    /// RFC 2617 §3.5's values; the proof of the server has no method in its second part (§3.2.3).
    @Test
    void theServersOwnProofIsChecked() {
        var signing = signing("clientNonce", "0a4f113b", "password", "Circle Of Life");
        signing.sign(WIRE);
        var sent = signing.again(WIRE, challenge("realm=\"testrealm@host.com\", qop=\"auth,auth-int\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\"")).orElseThrow();
        signing.again(sent, answer(200, "Authentication-Info: qop=auth, rspauth=\"376602cfd2f4e8e5e78b948a85263e85\", cnonce=\"0a4f113b\", nc=00000001"));
        assertTrue(notes(signing).endsWith("The server proved that it knows the password too (rspauth)."), notes(signing));
        signing.again(sent, answer(200, "Authentication-Info: rspauth=\"0000\""));
        assertTrue(notes(signing).endsWith("it may not be the one that knows the password."), notes(signing));
    }
}
