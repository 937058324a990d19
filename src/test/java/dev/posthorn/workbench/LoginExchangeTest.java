package dev.posthorn.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Engine;
import dev.posthorn.model.Network;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The requests of logins, to servers that answer anything.
final class LoginExchangeTest {

    @TempDir
    private Path folder;

    @Test
    void anAnswerThatNeverEndsIsCutAndReadAsFarAsItCame() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(threads);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, 0);
                var piece = new byte[64 << 10];
                try (var out = exchange.getResponseBody()) {
                    while (true) {
                        out.write(piece);
                    }
                } catch (IOException e) {
                    // The client has had enough.
                }
            });
            server.start();
            var console = new Console(Clock.systemUTC());
            try (var engine = new Engine(new BodyStore(folder), new AutomaticHeaders("Posthorn/test"), () -> Network.DEFAULT, console::exchanged)) {
                var wire = new Wire("POST", "http://127.0.0.1:" + server.getAddress().getPort() + "/token", List.of(), Payload.empty());
                var outcome = new LoginExchange(engine, console, Set::of).send(wire, "Token request", new Cancellation());
                var answer = assertInstanceOf(Outcome.Received.class, outcome).response();
                assertEquals(200, answer.status());
                assertTrue(answer.body().size() > 1 << 20 && answer.body().size() < 64 << 20, "was " + answer.body().size());
                Workbench.release(outcome);
            } finally {
                server.stop(0);
            }
        }
    }
}
