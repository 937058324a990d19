package dev.posthorn.workbench;

import dev.posthorn.http.BodyInMemory;
import dev.posthorn.model.Header;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Response;
import dev.posthorn.model.Sizes;
import dev.posthorn.model.Timings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Answers as a server might have given them.
public final class Answers {

    private Answers() {}

    public static Outcome.Received json(String body) {
        return of(200, List.of(new Header("Content-Type", "application/json")), body);
    }

    public static Outcome.Received of(int status, List<Header> headers, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var timings = new Timings(Instant.EPOCH, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofMillis(120), Duration.ofMillis(3));
        var response = new Response(status, "", "HTTP/1.1", headers, new BodyInMemory(bytes), new Sizes(0, 0, 0, bytes.length, bytes.length), timings, "", false);
        return new Outcome.Received(List.of(new Hop(null, response, Hop.Why.FIRST)));
    }
}
