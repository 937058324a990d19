package dev.posthorn.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Header;
import dev.posthorn.model.Response;
import dev.posthorn.model.Wire;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Against the examples of Hawk's API.md and the tests of its client (github.com/mozilla/hawk, test/client.js).
final class HawkAuthTest {

    private static final Surroundings AROUND = Given.at("2012-11-25T08:30:34Z");
    private static final Map<String, Object> DOCUMENT = Map.of("authId", "dh37fgj492je", "authKey", "werxhqb98rpaxn39848xrunpaw3489ruxnpa98w4rxn", "algorithm", "sha256",
            "timestamp", "1353832234", "nonce", "j4h3g2", "extraData", "some-app-ext-data");
    private static final Map<String, Object> CLIENT = Map.of("authId", "123456", "authKey", "2983d45yun89q", "timestamp", "1353809207", "nonce", "Ygvqdz", "extraData", "Bazinga!",
            "includePayloadHash", true);

    private static Map<String, Object> with(Map<String, Object> values, Object... pairs) {
        var more = new HashMap<>(values);
        for (var i = 0; i < pairs.length; i += 2) {
            more.put(pairs[i].toString(), pairs[i + 1]);
        }
        return more;
    }

    private static String header(Map<String, Object> values, Wire wire) {
        return Given.authorization(Given.signed("hawk", values, AROUND, wire));
    }

    @Test
    void theExamplesOfTheDocument() {
        var url = "http://example.com:8000/resource/1?b=1&a=2";
        var get = Given.signed("hawk", DOCUMENT, AROUND, Given.request("GET", url));
        assertEquals("Hawk id=\"dh37fgj492je\", ts=\"1353832234\", nonce=\"j4h3g2\", ext=\"some-app-ext-data\", mac=\"6R4rV5iE+NPoym+WwjeHzjAGXUtLNIxmo1vpMofpLAE=\"",
                Given.authorization(get));
        assertEquals("hawk.1.header\n1353832234\nj4h3g2\nGET\n/resource/1?b=1&a=2\nexample.com\n8000\n\nsome-app-ext-data\n", Given.working(get, "Normalized request"));
        assertEquals("Hawk id=\"dh37fgj492je\", ts=\"1353832234\", nonce=\"j4h3g2\", hash=\"Yi9LfIIFRtBEPt74PVmbTF/xVAwPn7ub15ePICfgnuY=\", ext=\"some-app-ext-data\", "
                + "mac=\"aSe1DERmZuRl3pI36/9BdZmnErTw3sNzOOAUlfeKjVw=\"",
                header(with(DOCUMENT, "includePayloadHash", true), Given.with(Given.request("POST", url), "Thank you for flying Hawk", "text/plain")));
    }

    @Test
    void theTestsOfHawksClient() {
        var body = "something to write about";
        assertEquals("Hawk id=\"123456\", ts=\"1353809207\", nonce=\"Ygvqdz\", hash=\"bsvY3IfUllw6V5rvk4tStEvpBhE=\", ext=\"Bazinga!\", mac=\"qbf1ZPG/r/e06F4ht+T77LXi5vw=\"",
                header(with(CLIENT, "algorithm", "sha1"), Given.with(Given.request("POST", "http://example.net/somewhere/over/the/rainbow"), body, "")));
        var secure = Given.with(Given.request("POST", "https://example.net/somewhere/over/the/rainbow"), body, "text/plain");
        assertEquals("Hawk id=\"123456\", ts=\"1353809207\", nonce=\"Ygvqdz\", hash=\"2QfCt3GuY9HQnHWyWD3wX68ZOKbynqlfYmuO2ZBRqtY=\", ext=\"Bazinga!\", "
                + "mac=\"q1CwFoSHzPZSkbIvl0oYlD+91rBUEvFk763nMjMndj8=\"", header(CLIENT, secure));
        assertEquals("Hawk id=\"123456\", ts=\"1353809207\", nonce=\"Ygvqdz\", hash=\"2QfCt3GuY9HQnHWyWD3wX68ZOKbynqlfYmuO2ZBRqtY=\", mac=\"HTgtd0jPI6E4izx8e4OHdO36q00xFCU0FolNq3RiCYs=\"",
                header(with(CLIENT, "extraData", ""), secure));
        assertTrue(header(CLIENT, Given.request("POST", "https://example.net/")).startsWith("Hawk id=\"123456\", ts=\"1353809207\", nonce=\"Ygvqdz\", ext="));
    }

    @Test
    void theServersProofOfItsAnswerIsTheDocuments() {
        var sum = new HawkSum("123456", "werxhqb98rpaxn39848xrunpaw3489ruxnpa98w4rxn", "SHA256", "1453070933", "3hOHpR", "POST", "/resource/4?filter=a",
                HawkSum.Host.of("example.com:8080", 80), "some-app-data", "", "");
        assertEquals("odsVGUq0rCoITaiNagW22REIpqkwP9zt5FyqqOW9Zj8=", sum.mac("response", "f9cDF/TDm7TkYRLnGwRMfeDzT6LixQVLvrIKhh0vgmM=", "response-specific"));
    }

    @Test
    void applicationAndDelegationAreSignedTogether() {
        var signed = Given.signed("hawk", with(DOCUMENT, "app", "oz", "delegation", "by", "extraData", "a\\b\"c"), AROUND, Given.request("GET", "http://[::1]/x", "Host: Example.COM:81"));
        assertTrue(Given.working(signed, "Normalized request").endsWith("\nexample.com\n81\n\na\\\\b\"c\noz\nby\n"), Given.working(signed, "Normalized request"));
        assertTrue(Given.authorization(signed).matches(".*ext=\"a\\\\\\\\b\\\\\"c\", mac=\"[^\"]+\", app=\"oz\", dlg=\"by\""), Given.authorization(signed));
    }

    private static Response refused(String challenge) {
        return new Response(401, "", "HTTP/1.1", List.of(new Header("WWW-Authenticate", challenge)), null, null, null, "", false);
    }

    @Test
    void aServerWithAnotherClockIsAnsweredOnceByItsTime() {
        var wire = Given.request("GET", "http://example.com/");
        var values = with(DOCUMENT, "timestamp", "");
        var signing = AuthTypes.signing(new Auth("hawk", values), AROUND);
        assertEquals(Optional.empty(), signing.again(wire, refused("Hawk")));
        signing.sign(wire);
        var key = "werxhqb98rpaxn39848xrunpaw3489ruxnpa98w4rxn".getBytes();
        var tsm = java.util.Base64.getEncoder().encodeToString(Proofs.hmac("HmacSHA256", key, "hawk.1.ts\n1353835834\n"));
        assertEquals(Optional.empty(), signing.again(wire, refused("Hawk error=\"Bad mac\"")));
        assertEquals(Optional.empty(), signing.again(wire, refused("Hawk ts=\"never closed")));
        assertEquals(Optional.empty(), signing.again(wire, refused("Hawk ts=\"1353835834\", tsm=\"" + tsm.replace(tsm.charAt(0), '_') + "\", error=\"Stale timestamp\"")));
        var challenge = refused("Hawk ts=\"1353835834\", tsm=\"" + tsm + "\", error=\"Stale timestamp\"");
        var second = signing.again(wire, challenge).orElseThrow();
        assertTrue(Header.first(second.headers(), "Authorization").orElseThrow().contains("ts=\"1353835834\""));
        assertEquals(Optional.empty(), signing.again(second, challenge));
        var own = AuthTypes.signing(new Auth("hawk", DOCUMENT), AROUND);
        own.sign(wire);
        assertEquals(Optional.empty(), own.again(wire, challenge));
    }

    @Test
    void whatIsWrongIsNamed() {
        var wire = Given.request("GET", "http://example.com/");
        assertTrue(Given.refusal("hawk", Map.of("authId", "x"), AROUND, wire).contains("the field \"Hawk auth key\" is empty"));
        assertTrue(Given.refusal("hawk", with(DOCUMENT, "algorithm", "md5"), AROUND, wire).contains("\"md5\" is no algorithm of Hawk"));
        assertTrue(Given.refusal("hawk", with(DOCUMENT, "timestamp", "noon"), AROUND, wire).contains("the timestamp \"noon\" is no number"));
        assertTrue(Given.refusal("hawk", with(DOCUMENT, "nonce", "a\"b"), AROUND, wire).contains("the field \"Nonce\" has a character"));
        assertTrue(Given.refusal("hawk", with(DOCUMENT, "delegation", "x"), AROUND, wire).contains("\"app\""));
    }
}
