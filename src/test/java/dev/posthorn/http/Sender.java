package dev.posthorn.http;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Response;
import dev.posthorn.model.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// An engine for tests, with the few words that they use.
final class Sender implements AutoCloseable {

    final Cookies cookies = new Cookies(Clock.systemUTC());
    final Engine engine;

    Sender(Path folder) {
        engine = new Engine(new BodyStore(folder), new AutomaticHeaders("Posthorn/test", () -> "t"));
    }

    static Wire get(String url, Header... headers) {
        return new Wire("GET", url, List.of(headers), Payload.empty());
    }

    static Wire post(String url, String text, Header... headers) {
        return new Wire("POST", url, List.of(headers), new Payload.Bytes(text.getBytes(StandardCharsets.UTF_8), "text/plain"));
    }

    static Options timeout(long millis) {
        return Options.defaults().timeouts(Duration.ofSeconds(30), Duration.ofMillis(millis));
    }

    Outcome send(Wire wire) {
        return send(wire, Options.defaults());
    }

    Outcome send(Wire wire, Options options) {
        return engine.send(wire, options, cookies, Progress.silent(), new Cancellation());
    }

    Response answer(Wire wire) {
        return received(wire).response();
    }

    Outcome.Received received(Wire wire) {
        return assertInstanceOf(Outcome.Received.class, send(wire));
    }

    <T extends Failure> T failure(Class<T> type, Wire wire, Options options) {
        return assertInstanceOf(type, assertInstanceOf(Outcome.Failed.class, send(wire, options)).failure());
    }

    static String text(Response response) throws IOException {
        try (var in = response.body().open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
