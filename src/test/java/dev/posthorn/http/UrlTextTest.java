package dev.posthorn.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    @Test
    void whatIsWrongIsFoundInTheTypedText() {
        assertEquals(Optional.empty(), UrlText.fault("h:1/x y?{}"));
        assertEquals(Optional.of(new UrlText.Fault("\"x\" is not a port (1 to 65535)", 9, 1)), UrlText.fault("http://h:x"));
        assertEquals(Optional.of(new UrlText.Fault("it names no host", 8, 0)), UrlText.fault("https://"));
        assertEquals(Optional.of(new UrlText.Fault("\"a%b\" cannot be the name of a host", 5, 1)), UrlText.fault("u@x@a%b/%"));
    }

    @Test
    void shortIpv4AddressesAreSpelledOutAndOtherNamesStay() {
        var spelled = Map.of("0", "0.0.0.0", "1234", "0.0.4.210", "255.255.255", "255.255.0.255", "0x7f.1", "127.0.0.1", "010.1", "8.0.0.1", "0x", "0.0.0.0");
        spelled.forEach((typed, host) -> assertEquals(Optional.of(host), UrlText.host("http://" + typed + "/")));
        for (var name : List.of("1.2.3.4.5", "256.1.1.1", "1..2", "08.1", "a.1", "0x-1", "4294967296", "\u0661")) {
            assertEquals(name, Ipv4.spelled(name));
        }
        assertEquals(Optional.of("[::1]:8080"), UrlText.host("[::1]:8080/x"));
        assertEquals(Optional.of("xn--48jwgn17gdel797d.com"), UrlText.host("https://郵便屋さん.COM:443"));
    }
}
