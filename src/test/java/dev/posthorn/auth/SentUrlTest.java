package dev.posthorn.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.posthorn.http.UrlText;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SentUrlTest {

    @ParameterizedTest
    @ValueSource(strings = {"http://h.test", "HTTPS://User:pw@EXAMPLE.Test:443/x", "http://h.test:443/", "https://h.test:8443", "http://bücher.test/", "http://xn--bcher-kva.test", "http://127.1/",
        "http://0x7f.1:80/", "http://127.0.0.1:8080/?a#b", "http://[::1]/", "http://[2001:DB8:0:0:1:0:0:1]:81/", "http://[0:0:0:0:0:0:0:0]", "http://[1:0:0:2:0:0:0:3]", "http://h%2Dx.test/", "http://h.test:/"})
    void theHostIsTheOneThatTheEngineSends(String url) {
        assertEquals(UrlText.host(url).orElseThrow(), SentUrl.of(UrlText.forWire(url, true)).authority());
    }

    @Test
    void parametersGoAndTheRestStaysAsItWasTyped() {
        var url = SentUrl.of("http://u@H.test/a%zz/../b?x=%41&&y=+&%78=2&z");
        assertEquals("http://u@H.test/a%zz/../b?x=%41&&y=+&%78=2&z", url.without(Set.of("q")).url());
        assertEquals("http://u@H.test/a%zz/../b?y=+&z", url.without(Set.of("x")).url());
        assertEquals("http://h.test/?a=1", SentUrl.of("http://h.test").with(List.of("a=1")).url());
        assertEquals("http://h.test/", SentUrl.of("http://h.test/?a=1").without(Set.of("a")).url());
        assertEquals("not a url", SentUrl.of("not a url").with(List.of("a=1")).url());
    }
}
