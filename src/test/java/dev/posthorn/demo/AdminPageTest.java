package dev.posthorn.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.demo.vendor.Fault;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The page of the demo server shows calls and switches faults, for this computer's people and programs alone.
@Timeout(120)
final class AdminPageTest {

    private static Stand stand;

    @BeforeAll
    static void open() throws IOException {
        stand = new Stand();
    }

    @AfterAll
    static void close() {
        stand.close();
    }

    @BeforeEach
    void anew() {
        stand.anew();
    }

    @Test
    void callsAreListedWithWhatWasWrongAndWithoutSecrets() throws Exception {
        stand.login("creatio", "Supervisor", "never-shown-anywhere");
        stand.get("/workflow/workflowapi/getscheme/TestScheme?token=never-shown-anywhere&x=1");
        var said = stand.get("/admin/calls").with(200);
        var calls = said.json().get("calls");
        assertEquals(2, calls.size());
        assertEquals("Supervisor", calls.get(0).get("who").asText());
        assertEquals("The password is wrong.", calls.get(0).get("wrong").asText());
        assertEquals("/workflow/workflowapi/getscheme/TestScheme?token=•••&x=1", calls.get(1).get("path").asText());
        assertFalse(said.body().contains("never-shown-anywhere"));
        assertEquals(0, stand.get("/admin/calls?after=" + said.json().get("last").asText()).json().get("calls").size());
    }

    @Test
    void theListOfCallsIsBounded() throws Exception {
        for (var i = 0; i < 520; i++) {
            stand.demo.vendors().journal().add(0, "GET", "/" + "x".repeat(5000), "", "", 200, "");
        }
        var calls = stand.demo.vendors().journal().after(0);
        assertEquals(500, calls.size());
        assertTrue(calls.getFirst().path().length() < 500);
    }

    @Test
    void resetPutsEverythingBack() throws Exception {
        stand.bearer();
        var before = stand.get("/creatio/0/odata/Country/$count").with(200).body();
        stand.post("/creatio/0/odata/Country", "{\"Name\":\"Nowhere\"}").with(201);
        stand.faults("{\"csrf-off\": true, \"page-size\": 3}");
        stand.post("/admin/reset", "{}").with(200);
        assertEquals("{}", stand.get("/admin/counts").body());
        assertEquals(0, stand.get("/admin/faults").json().get("on").size());
        stand.get("/creatio/0/odata/Country/$count").with(401);
        stand.headers.clear();
        stand.bearer();
        assertEquals(before, stand.get("/creatio/0/odata/Country/$count").with(200).body());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"nix": true}                          | 404
            {"csrf-off": 3}                        | 400
            {"session-lost": -1}                   | 400
            {"session-lost": "3"}                  | 400
            []                                     | 400
            {"session-lost": 2, "csrf-off": true}  | 200
            """)
    void whatIsNoSwitchIsRefusedWhole(String body, int status) throws Exception {
        stand.post("/admin/faults", body).with(status);
        assertEquals(status == 200 ? 2 : 0, stand.demo.vendors().faults().told().size());
    }

    @ParameterizedTest
    @CsvSource({"evil.example, '', 403", "'127.0.0.1:PORT', 'http://evil.example', 403", "'127.0.0.1:PORT', 'http://127.0.0.1:1', 403", "'127.0.0.1:PORT', 'http://127.0.0.1:PORT', 200",
        "'localhost:PORT', '', 200", "'127.0.0.1.evil.example:PORT', '', 403", "'127.0.0.1:PORT', 'null', 403"})
    void pagesOfOtherSitesCannotUseIt(String host, String origin, int status) throws Exception {
        var port = Integer.toString(stand.demo.port());
        try (var socket = new Socket("127.0.0.1", stand.demo.port())) {
            var head = "POST /admin/reset HTTP/1.1\r\nHost: " + host.replace("PORT", port) + "\r\n" + (origin.isEmpty() ? "" : "Origin: " + origin.replace("PORT", port) + "\r\n")
                    + "Content-Length: 0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            var said = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(said.startsWith("HTTP/1.1 " + status), said);
        }
    }

    @Test
    void thePageBringsAllItNeedsAndNothingFromOutside() throws Exception {
        var page = stand.get("/admin").with(200);
        assertTrue(page.header("Content-Security-Policy").startsWith("default-src 'none'"));
        assertFalse((page.body() + stand.get("/admin/admin.js").with(200).body() + stand.get("/admin/admin.css").with(200).body()).contains("http"));
        var faults = stand.get("/admin/faults").with(200).json().get("all");
        assertEquals(Fault.values().length, faults.size());
        faults.forEach(f -> assertTrue(f.get("does").asText().endsWith(".") && f.get("shows").asText().endsWith("."), f.toString()));
    }
}
