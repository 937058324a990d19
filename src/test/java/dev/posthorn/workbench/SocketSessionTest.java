package dev.posthorn.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.http.socket.LoggedMessage;
import dev.posthorn.http.socket.MessageLog;
import dev.posthorn.http.socket.SocketListener;
import dev.posthorn.http.socket.SocketState;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Request;
import dev.posthorn.model.SocketMessage;
import dev.posthorn.model.SocketRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SocketSessionTest implements SocketListener {

    @TempDir
    Path folder;

    private final LinkedBlockingQueue<SocketState> states = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Boolean> lines = new LinkedBlockingQueue<>();
    private Workbench workbench;
    private MessageLog log;

    @BeforeEach
    void start() {
        var automatic = new AutomaticHeaders("Posthorn/test");
        workbench = new Workbench(new Engine(new BodyStore(folder), automatic), automatic, new Cookies(Clock.systemUTC()), new DemoOnDemand(),
                Executors.newVirtualThreadPerTaskExecutor(), Clock.systemUTC(), new Random(1));
        log = workbench.newLog();
    }

    @AfterEach
    void stop() {
        log.close();
        workbench.close();
    }

    @Override
    public void changed(SocketState state) {
        states.add(state);
    }

    @Override
    public void logged() {
        lines.add(true);
    }

    private <S extends SocketState> S next(Class<S> kind) throws InterruptedException {
        while (true) {
            var state = states.poll(60, TimeUnit.SECONDS);
            if (kind.isInstance(state)) {
                return kind.cast(state);
            }
            assertTrue(state != null && !(state instanceof SocketState.Closed), "came to " + state);
        }
    }

    private String line(long number) throws IOException, InterruptedException {
        while (log.size() <= number) {
            lines.poll(60, TimeUnit.SECONDS);
        }
        try (var in = log.content(number).open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Context context(Entry... variables) {
        return Context.none(folder).withLocals(List.of(variables));
    }

    @Test
    void variablesOfTheRequestAndOfMessagesAreResolved() throws Exception {
        var request = SocketRequest.of(Request.get("{{demo}}/{{path}}").withHeaders(List.of(Entry.of("X-Word", "{{word}}"))).withAuth(new Auth("bearer", Map.of("token", "t-{{word}}"))));
        var session = workbench.connect(request, context(Entry.of("path", "ws"), Entry.of("word", "horn")), log, this);
        var sent = next(SocketState.Open.class).hops().getLast().sent();
        assertEquals(Optional.of("horn"), Header.first(sent.headers(), "X-Word"));
        assertEquals(Optional.of("Bearer t-horn"), Header.first(sent.headers(), "Authorization"));
        assertEquals(Optional.empty(), session.send(new SocketMessage("a", "say {{word}}", "text")));
        assertEquals("say horn", line(2));
        assertEquals(Optional.empty(), session.send(new SocketMessage("b", "0x48 69", "hex")));
        assertEquals("Hi", line(4));
        assertEquals(LoggedMessage.Kind.BINARY, log.line(4).kind());
        assertEquals(Optional.empty(), session.send(new SocketMessage("c", "SGk=", "base64")));
        assertEquals("Hi", line(6));
        assertTrue(session.send(new SocketMessage("d", "abc", "hex")).orElseThrow().contains("not hexadecimal"));
        assertEquals("Not sent: no value for {{nobody}}.", session.send(new SocketMessage("e", "{{nobody}}", "text")).orElseThrow());
        session.close(1000, "");
        next(SocketState.Closed.class);
        assertEquals("Not sent: there is no open connection.", session.send(new SocketMessage("f", "x", "text")).orElseThrow());
    }

    @Test
    void aVariableWithoutAValueIsNamedBeforeAnythingIsSent() throws InterruptedException {
        workbench.connect(SocketRequest.of(Request.get("wss://{{host}}/ws")), context(), log, this);
        var failure = next(SocketState.Closed.class).ending().failure();
        assertEquals("host", assertInstanceOf(Failure.UnresolvedVariables.class, failure).variables().getFirst().name());
    }

    @Test
    void theHeadersOfTheHandshakeAreKnownBeforehand() {
        var names = workbench.automaticSocketHeaders(Request.get("wss://chat.test/ws"), context()).stream().map(AutomaticHeader::name).toList();
        assertTrue(names.containsAll(List.of("Host", "User-Agent", "Connection", "Upgrade", "Sec-WebSocket-Version", "Sec-WebSocket-Key", "Sec-WebSocket-Extensions")), names.toString());
        assertTrue(names.stream().noneMatch("Accept-Encoding"::equals), names.toString());
    }
}
