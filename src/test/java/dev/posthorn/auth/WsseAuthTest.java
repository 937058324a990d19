package dev.posthorn.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Wire;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class WsseAuthTest {

    private static final Wire WIRE = new Wire("GET", "https://h/x", List.of(), Payload.empty());
    private static final Surroundings AROUND = new Surroundings(Clock.fixed(Instant.parse("2003-12-15T14:43:07.123Z"), ZoneOffset.UTC), new Random(1), (_, _) -> { },
            TokenSource.NONE, Path.of(""), Map.of());

    private static List<Header> signed(Map<String, Object> extra) {
        var values = new LinkedHashMap<String, Object>(Map.of("username", "bob", "password", "taadtaadpstcsm"));
        values.putAll(extra);
        return assertInstanceOf(AuthType.Signed.Ready.class, AuthTypes.signing(new Auth("wsse", values), AROUND).sign(WIRE)).wire().headers();
    }

    /// The example of "Atom Authentication" (https://www.xml.com/pub/a/2003/12/17/dive.html).
    @Test
    void thePublishedExample() {
        assertEquals(List.of(new Header("Authorization", "WSSE profile=\"UsernameToken\""), new Header("X-WSSE",
                "UsernameToken Username=\"bob\", PasswordDigest=\"quR/EWLAV4xLf9Zqyw4pDmfV9OY=\", Nonce=\"d36e316282959a9ed4c89851497a717f\", Created=\"2003-12-15T14:43:07Z\"")),
                signed(Map.of("nonce", "d36e316282959a9ed4c89851497a717f")));
    }

    @Test
    void theNonceMayGoIntoTheHeaderInBase64AndTheProfileStayAway() {
        var headers = signed(Map.of("nonce", "d36e316282959a9ed4c89851497a717f", "nonceEncoding", "base64", "profileHeader", false));
        assertEquals(1, headers.size());
        assertTrue(headers.getFirst().value().contains("PasswordDigest=\"quR/EWLAV4xLf9Zqyw4pDmfV9OY=\", Nonce=\"ZDM2ZTMxNjI4Mjk1OWE5ZWQ0Yzg5ODUxNDk3YTcxN2Y=\""), headers.toString());
    }

    @Test
    void everyRequestHasItsOwnNonce() {
        assertNotEquals(signed(Map.of()).getLast().value(), signed(Map.of()).getLast().value());
    }

    /// The examples of RFC 7617 §2 and §2.1.
    @Test
    void basicOfRfc7617() {
        assertEquals("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==", basic("Aladdin", "open sesame"));
        assertEquals("Basic dGVzdDoxMjPCow==", basic("test", "123£"));
    }

    private static String basic(String user, String password) {
        return assertInstanceOf(AuthType.Signed.Ready.class, AuthTypes.signing(new Auth("basic", Map.of("username", user, "password", password)), AROUND).sign(WIRE)).wire().headers().getFirst().value();
    }

    @Test
    void theBearersWordMayBeAnotherOrNone() {
        assertEquals("Token t", bearer(Map.of("token", "t", "prefix", "Token")));
        assertEquals("t", bearer(Map.of("token", "t", "prefix", "")));
        assertEquals("Bearer t", bearer(Map.of("token", "t")));
    }

    private static String bearer(Map<String, Object> values) {
        return assertInstanceOf(AuthType.Signed.Ready.class, AuthTypes.signing(new Auth("bearer", values), AROUND).sign(WIRE)).wire().headers().getFirst().value();
    }
}
