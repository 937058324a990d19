package dev.posthorn.ui.response;

import dev.posthorn.model.Header;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Response;
import dev.posthorn.model.Sizes;
import dev.posthorn.model.StoredBody;
import dev.posthorn.model.Timings;
import dev.posthorn.model.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Answers for tests, as the engine would make them.
final class Answers {

    private Answers() {}

    static Wire wire(String method, String url) {
        return new Wire(method, url, List.of(new Header("Host", "api.test"), new Header("Accept", "*/*")), Payload.empty());
    }

    static Response response(int status, String reason, String contentType, StoredBody body, Header... more) {
        var headers = new ArrayList<>(List.of(new Header("Content-Type", contentType), new Header("Date", "Sat, 21 Nov 2026 10:00:00 GMT")));
        headers.addAll(List.of(more));
        var timings = new Timings(
                Instant.EPOCH, Duration.ofMillis(1), Duration.ofMillis(4), Duration.ofMillis(11), Duration.ofMillis(22), Duration.ofMillis(1),
                Duration.ofMillis(84), Duration.ofMillis(20));
        return new Response(status, reason, "HTTP/2", headers, body, new Sizes(211, 0, 388, body.size() / 12, body.size()), timings, "127.0.0.1:8765", false);
    }

    static Outcome.Received received(Response response) {
        return new Outcome.Received(List.of(new Hop(wire("GET", "http://api.test/items"), response, Hop.Why.FIRST)));
    }

    static Outcome.Received json(String text) {
        return received(response(200, "OK", "application/json; charset=utf-8", TestBody.of(text)));
    }
}
