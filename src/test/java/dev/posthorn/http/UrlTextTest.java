package dev.posthorn.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class UrlTextTest {

    @Test
    void onlyWhatCannotStandOnTheLineIsEncoded() {
        assertEquals("http://h/a%20b/%C3%BC/%7Bx%7D/../|^%zz?q=%20%22'".replace("'", "%27") + "{}|", UrlText.forWire("http://h/a b/ü/{x}/../|^%zz?q= \"'{}|#frag", true));
    }

    @Test
    void withoutEncodingOnlySpacesControlsAndLettersBeyondAsciiAre() {
        assertEquals("http://h/a%20{x}?q='", UrlText.forWire("http://h/a {x}?q='", false));
    }

    @Test
    void aMissingSchemeIsHttp() {
        assertEquals("http://localhost:8080/x", UrlText.forWire(" localhost:8080/x\n", true));
        assertEquals("", UrlText.forWire("  ", true));
    }

    @Test
    void aQueryMayFollowTheHostDirectly() {
        assertEquals("http://h?a=%20/b", UrlText.forWire("http://h?a= /b", true));
    }
}
