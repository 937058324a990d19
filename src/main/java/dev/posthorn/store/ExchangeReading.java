package dev.posthorn.store;

import dev.posthorn.formats.RequestJson;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Request;
import dev.posthorn.model.Response;
import dev.posthorn.model.Sizes;
import dev.posthorn.model.Timings;
import dev.posthorn.model.Wire;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Makes an exchange again of what the history kept of it.
final class ExchangeReading {

    private final List<byte[]> bodies;
    private String note = "";

    private ExchangeReading(List<byte[]> bodies) {
        this.bodies = bodies;
    }

    /// @param text as `KeptExchange` made it; damaged or empty where the row is of an older version
    static Exchange read(HistoryRow row, String text, List<byte[]> bodies) {
        try {
            if (JsonReader.read(text) instanceof Json.Obj root) {
                return new ExchangeReading(bodies).exchange(row, root);
            }
        } catch (JsonProblem | IllegalArgumentException e) {
            // What cannot be read is told below.
        }
        return new Exchange(row, request(row.request()), null, "The answer of this send was not kept.");
    }

    private Exchange exchange(HistoryRow row, Json.Obj root) {
        var outcome = root.has("kind") ? outcome(root) : null;
        return new Exchange(row, request(root.has("request") ? root.text("request") : row.request()), outcome,
                outcome == null ? "The answer of this send was not kept." : note);
    }

    private static Request request(String json) {
        try {
            return RequestJson.read(json).request();
        } catch (JsonProblem e) {
            return null;
        }
    }

    private Outcome outcome(Json.Obj root) {
        var hops = root.list("hops").stream().map(h -> hop((Json.Obj) h)).toList();
        var kind = root.text("kind");
        if (kind.equals("received")) {
            return new Outcome.Received(hops);
        }
        if (kind.equals("skipped")) {
            return new Outcome.Skipped(root.text("by"));
        }
        var partial = received(root.object("partial"));
        var trace = partial == null ? KeptTrace.read(root.object("trace")) : partial.trace();
        return kind.equals("failed")
                ? new Outcome.Failed(new Failure.Recalled(root.text("sentence"), root.text("advice"), named(Failure.Focus.values(), root.text("focus"), Failure.Focus.NOWHERE)),
                        sent(root.object("sent")), partial, hops, trace)
                : new Outcome.Cancelled(sent(root.object("sent")), partial, hops, trace);
    }

    /// A word that a newer version has written is `other` here.
    private static <E extends Enum<E>> E named(E[] all, String name, E other) {
        return Stream.of(all).filter(e -> e.name().equals(name)).findFirst().orElse(other);
    }

    private Hop hop(Json.Obj hop) {
        return new Hop(sent(hop.object("sent")), received(hop.object("received")), named(Hop.Why.values(), hop.text("why"), Hop.Why.FIRST));
    }

    private Wire sent(Json.Obj sent) {
        return sent == null ? null : new Wire(sent.text("method"), sent.text("url"), headers(sent), payload(sent.object("payload")));
    }

    private static List<Header> headers(Json.Obj holder) {
        return KeptTrace.read(holder.list("headers"));
    }

    private Payload payload(Json.Obj payload) {
        return switch (payload.text("kind")) {
            case "bytes" -> new Payload.Bytes(body(payload), payload.text("type"));
            case "file" -> new Payload.FromFile(Path.of(payload.text("file")), payload.text("type"));
            case "multipart" -> new Payload.Multipart(payload.text("boundary"), payload.list("pieces").stream().map(Json.Obj.class::cast)
                    .map(p -> new Payload.Piece(p.text("name"), p.text("text"), p.text("file").isEmpty() ? null : Path.of(p.text("file")),
                            p.get("fileName") instanceof Json.Text name ? name.value() : null, p.text("type"))).toList());
            default -> Payload.empty();
        };
    }

    private byte[] body(Json.Obj holder) {
        var place = (int) number(holder.get("body"));
        return place >= 0 && place < bodies.size() ? bodies.get(place) : new byte[0];
    }

    private Response received(Json.Obj received) {
        if (received == null) {
            return null;
        }
        var bytes = body(received);
        var size = number(received.get("size"));
        if (bytes.length == 0 && size > 0) {
            note = "The body (" + size + " bytes) is not kept any more.";
        } else if (number(received.get("kept")) < size) {
            note = "Of the body the first " + number(received.get("kept")) + " of " + size + " bytes were kept.";
        }
        var sizes = numbers(received, "sizes");
        var times = numbers(received, "timings");
        return new Response((int) number(received.get("status")), received.text("reason"), received.text("protocol"), headers(received), new KeptBody(bytes),
                new Sizes(sizes[0], sizes[1], sizes[2], sizes[3], sizes[4]),
                new Timings(Instant.ofEpochMilli(times[0]), Duration.ofNanos(times[1]), Duration.ofNanos(times[2]), Duration.ofNanos(times[3]),
                        Duration.ofNanos(times[4]), Duration.ofNanos(times[5]), Duration.ofNanos(times[6]), Duration.ofNanos(times[7])),
                received.text("remote"), received.flag("truncated"), KeptTrace.read(received.object("trace")));
    }

    private static long[] numbers(Json.Obj holder, String key) {
        return LongStream.concat(holder.list(key).stream().mapToLong(ExchangeReading::number), LongStream.generate(() -> 0)).limit(8).toArray();
    }

    private static long number(Json value) {
        return value instanceof Json.Num number ? Long.parseLong(number.text()) : -1;
    }
}
