package dev.posthorn.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.posthorn.model.Header;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Which parts of an exchange are covered in the console.
final class VeilTest {

    private final Veil veil = new Veil(Set.of("s3cr3t-value"));

    @Test
    void credentialsCookiesAndTokensInAHeadAreCoveredAndNothingElse() {
        var head = """
                GET /a?access_token=abc&page=2&q=s3cr3t-value HTTP/1.1
                Host: example.test
                Authorization: Bearer eyJhbGciOi
                Proxy-Authorization: raw
                Cookie: sid=1234; theme=dark
                X-Api-Key:   k-1
                Referer: https://u:pw@example.test/?token=zzz

                """;
        assertEquals("""
                GET /a?access_token=••••••&page=2&q=•••••• HTTP/1.1
                Host: example.test
                Authorization: Bearer ••••••
                Proxy-Authorization: ••••••
                Cookie: sid=••••••; theme=••••••
                X-Api-Key:   ••••••
                Referer: https://u:••••••@example.test/?token=••••••

                """, Veil.covered(veil.head(head)));
    }

    @Test
    void anAnswersHeadKeepsTheAttributesOfItsCookies() {
        assertEquals("HTTP/1.1 302 Found\r\nSet-Cookie: sid=••••••; Path=/; HttpOnly\r\nLocation: /next?code=1&id_token=••••••\r\n\r\n",
                Veil.covered(veil.head("HTTP/1.1 302 Found\r\nSet-Cookie: sid=42; Path=/; HttpOnly\r\nLocation: /next?code=1&id_token=e.y.J\r\n\r\n")));
    }

    @Test
    void theCoveredTextIsStillThereToBeLookedAt() {
        var pieces = veil.field(new Header("Authorization", "Basic dTpw"));
        assertEquals(List.of(new Veil.Piece("Basic ", false), new Veil.Piece("dTpw", true)), pieces);
        assertEquals("••••••", pieces.getLast().shown());
    }

    @Test
    void aBodyIsCoveredByTheNamesOfItsFieldsAndByKnownValues() {
        assertEquals("{\"user\":\"me\",\"password\":\"••••••\",\"note\":\"x ••••••\"}",
                Veil.covered(veil.body("{\"user\":\"me\",\"password\":\"hunter2\",\"note\":\"x s3cr3t-value\"}")));
        assertEquals("grant_type=password&client_secret=••••••", Veil.covered(veil.body("grant_type=password&client_secret=abc")));
        assertEquals("", Veil.covered(veil.body("")));
    }

    @Test
    void theHeadOfHttp2IsReadToo() {
        assertEquals(":method: GET\n:path: /?token=••••••\nauthorization: Bearer ••••••\n", Veil.covered(veil.head(":method: GET\n:path: /?token=1\nauthorization: Bearer x\n")));
    }

    @Test
    void aTextOfAMillionLettersIsSearchedInOneGo() {
        var long1 = "x".repeat(1_000_000);
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> assertEquals(long1, Veil.covered(new Veil(Set.of()).url(long1))));
    }
}
