package dev.posthorn.demo.creatio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.demo.vendor.Answer;
import dev.posthorn.demo.vendor.Asked;
import dev.posthorn.demo.vendor.Fault;
import dev.posthorn.demo.vendor.Note;
import dev.posthorn.demo.vendor.Stage;
import java.time.Clock;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionsTest {

    private final Stage stage = new Stage(Clock.systemUTC());
    private final Sessions sessions = new Sessions(stage, "creatio");

    private static Asked call(List<Map.Entry<String, String>> headers) {
        return new Asked("GET", "http://127.0.0.1", "/creatio/0/rest/A/B", "", headers, new byte[0], new Note());
    }

    private static String cookie(String line) {
        return line.split(";", 2)[0];
    }

    /// Headers that are read once more and again; at one of these moments something else happens.
    private static final class Interrupted extends AbstractList<Map.Entry<String, String>> {

        private final List<Map.Entry<String, String>> headers;
        private final Runnable interruption;
        private final AtomicInteger left;

        Interrupted(List<Map.Entry<String, String>> headers, int moment, Runnable interruption) {
            this.headers = headers;
            this.left = new AtomicInteger(moment);
            this.interruption = interruption;
        }

        @Override
        public Map.Entry<String, String> get(int index) {
            if (index == 0 && left.decrementAndGet() == 0) {
                interruption.run();
            }
            return headers.get(index);
        }

        @Override
        public int size() {
            return headers.size();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void aCallWhoseSessionIsLostByAnotherOneOpensNone(int moment) {
        var set = sessions.login("ann", Answer.json(200, Map.of())).headers().stream().filter(h -> h.getKey().equals("Set-Cookie")).map(h -> cookie(h.getValue())).toList();
        var csrf = set.stream().filter(c -> c.startsWith("BPMCSRF=")).findFirst().orElseThrow().substring(8);
        var id = cookie(sessions.enter(call(List.of(Map.entry("Cookie", String.join("; ", set)), Map.entry("BPMCSRF", csrf)))).cookie());
        var all = List.of(Map.entry("Cookie", set.stream().collect(Collectors.joining("; ")) + "; " + id), Map.entry("BPMCSRF", csrf));
        assertEquals(1, stage.counts().of("creatio.sessions"));

        var late = sessions.enter(call(new Interrupted(all, moment, () -> {
            stage.faults().set(Fault.SESSION_LOST, 1);
            assertEquals(401, sessions.enter(call(all)).refused().status());
        })));

        assertEquals(1, stage.counts().of("creatio.sessions"), "a second session was opened");
        assertNull(late.cookie());
        assertTrue(late.refused() == null || late.refused().status() == 401);
    }
}
