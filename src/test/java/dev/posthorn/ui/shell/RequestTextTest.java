package dev.posthorn.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Await;
import dev.posthorn.model.Body;
import dev.posthorn.model.Check;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Request;
import dev.posthorn.model.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RequestTextTest {
    private static final Request BEFORE = Request.get("https://example.com/users").withHeaders(List.of(Entry.of("A", "1"), Entry.of("B", "2")));

    @Test
    void whatDiffersIsSaidInWords() {
        assertEquals("nothing", RequestText.changes(BEFORE, BEFORE));
        assertEquals("method, URL", RequestText.changes(BEFORE, BEFORE.withMethod("PUT").withAddress("https://example.com/x", List.of(), List.of())));
        assertEquals("1 header", RequestText.changes(BEFORE, BEFORE.withHeaders(List.of(Entry.of("A", "1"), Entry.of("B", "3")))));
        assertEquals("2 headers, body", RequestText.changes(BEFORE, BEFORE.withHeaders(List.of()).withBody(new Body.Raw("x", "text"))));
        assertEquals("order of headers", RequestText.changes(BEFORE, BEFORE.withHeaders(BEFORE.headers().reversed())));
    }

    @Test
    void aRequestReadsLikeWhatIsSent() {
        var request = BEFORE.withHeaders(List.of(Entry.of("A", "1"), Entry.of("B", "2").withEnabled(false))).withAuth(new Auth("bearer", Map.of("token", "{{t}}")))
                .withBody(new Body.Raw("{\r\n}", "json"));
        assertEquals("""
                GET https://example.com/users

                # Headers
                A: 1
                // B: 2

                # Authorization
                bearer
                token: {{t}}

                # Body (json)
                {
                }""", RequestText.of(request));
    }

    @Test
    void assertionsAndAwaitReadAsSentences() {
        var checks = List.of(new Check(true, Check.Subject.STATUS, "", Check.Operator.EQUALS, "200"), new Check(false, Check.Subject.TIME, "", Check.Operator.BELOW, "500"));
        var until = new Check(true, Check.Subject.JSON_PATH, "$.status", Check.Operator.EQUALS, "done");
        var request = BEFORE.withHeaders(List.of()).withSettings(Await.into(Check.into(Settings.NONE, checks), new Await(until, Duration.ofMillis(1_500), Duration.ofMinutes(1)), true));
        assertEquals("""
                GET https://example.com/users

                # Assertions
                status equals 200
                // response time is below 500 ms

                # Await
                every 1.5 s until $.status equals done, for at most 60 s""", RequestText.of(request));
        assertEquals("2 assertions, await", RequestText.changes(BEFORE.withHeaders(List.of()), request));
    }
}
