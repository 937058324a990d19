package dev.posthorn.store;

import dev.posthorn.formats.RequestJson;
import dev.posthorn.model.Header;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Response;
import dev.posthorn.model.Sizes;
import dev.posthorn.model.Timings;
import dev.posthorn.model.Trace;
import dev.posthorn.model.Wire;
import dev.posthorn.tree.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An exchange in the form in which the history keeps it: one JSON text, and beside it the bodies, cut to a size and without secrets.
///
/// @param text   the draft, what became of it, and every hop; bodies are named in it by their place in `bodies`
/// @param words  what a search finds it by
record KeptExchange(String text, List<byte[]> bodies, String words) {

    /// More bodies of one exchange (a long chain of redirects) are not kept.
    static final int MOST_BODIES = 200;

    /// Reads the outcome's bodies: they must not be released before this returns.
    static KeptExchange of(Exchange exchange, Redaction redaction, int bodyLimit) {
        return new Writing(redaction, bodyLimit).write(exchange);
    }

    /// Collects the bodies while the text is made.
    private static final class Writing {

        private final Redaction redaction;
        private final int limit;
        private final List<byte[]> bodies = new ArrayList<>();
        private final SearchWords words = new SearchWords();

        Writing(Redaction redaction, int limit) {
            this.redaction = redaction;
            this.limit = limit;
        }

        KeptExchange write(Exchange exchange) {
            var row = exchange.row();
            words.name(row.collection());
            words.name(row.name());
            words.text(row.method() + " " + (row.status() == 0 ? "" : row.status()));
            words.name(redaction.url(row.url()));
            var root = new LinkedHashMap<String, Object>();
            if (exchange.request() != null) {
                root.put("request", redaction.known(RequestJson.write(row.name(), redaction.request(exchange.request()))));
            }
            if (exchange.outcome() != null) {
                outcome(exchange.outcome(), root);
            }
            return new KeptExchange(JsonWriter.compact(root), bodies, words.toString());
        }

        private void outcome(Outcome outcome, Map<String, Object> root) {
            root.put("hops", outcome.hops().stream().map(this::hop).toList());
            switch (outcome) {
                case Outcome.Received _ -> root.put("kind", "received");
                case Outcome.Skipped(var by) -> {
                    root.put("kind", "skipped");
                    root.put("by", by);
                }
                case Outcome.Failed(var failure, var sent, var partial, _, var trace) -> {
                    root.put("kind", "failed");
                    words.text(redaction.prose(failure.sentence()));
                    root.put("sentence", redaction.prose(failure.sentence()));
                    root.put("advice", redaction.prose(failure.advice()));
                    root.put("focus", failure.focus().name());
                    root.put("sent", sent(sent));
                    root.put("partial", received(partial));
                    lost(root, partial, trace);
                }
                case Outcome.Cancelled(var sent, var partial, _, var trace) -> {
                    root.put("kind", "cancelled");
                    root.put("sent", sent(sent));
                    root.put("partial", received(partial));
                    lost(root, partial, trace);
                }
            }
        }

        /// What was seen where no answer came that would hold it.
        private void lost(Map<String, Object> root, Response partial, Trace trace) {
            if (partial == null && !trace.equals(Trace.NONE)) {
                root.put("trace", KeptTrace.of(trace, redaction));
            }
        }

        private Map<String, Object> hop(Hop hop) {
            var map = new LinkedHashMap<String, Object>();
            map.put("why", hop.why().name());
            map.put("sent", sent(hop.sent()));
            map.put("received", received(hop.received()));
            return map;
        }

        private Map<String, Object> sent(Wire wire) {
            if (wire == null) {
                return null;
            }
            var safe = redaction.wire(cut(wire));
            words.text(safe.method());
            words.name(safe.url());
            words.headers(safe.headers());
            var map = new LinkedHashMap<String, Object>();
            map.put("method", safe.method());
            map.put("url", safe.url());
            map.put("headers", KeptTrace.headers(safe.headers()));
            map.put("payload", payload(safe.payload()));
            return map;
        }

        /// Only what will be kept is worth a look.
        private Wire cut(Wire wire) {
            return wire.payload() instanceof Payload.Bytes(var bytes, var type) && bytes.length > limit
                    ? new Wire(wire.method(), wire.url(), wire.headers(), new Payload.Bytes(java.util.Arrays.copyOf(bytes, limit), type)) : wire;
        }

        private Map<String, Object> payload(Payload payload) {
            var map = new LinkedHashMap<String, Object>();
            switch (payload) {
                case Payload.Empty _ -> map.put("kind", "empty");
                case Payload.Bytes(var bytes, var type) -> {
                    map.put("kind", "bytes");
                    map.put("type", type);
                    map.put("body", keep(bytes, type));
                }
                case Payload.FromFile(var file, var type) -> {
                    map.put("kind", "file");
                    map.put("type", type);
                    map.put("file", file.toString());
                }
                case Payload.Multipart(var boundary, var pieces) -> {
                    map.put("kind", "multipart");
                    map.put("boundary", boundary);
                    map.put("pieces", pieces.stream().map(this::piece).toList());
                }
            }
            return map;
        }

        private Map<String, Object> piece(Payload.Piece piece) {
            words.text(piece.name() + " " + (piece.fileName() == null ? "" : piece.fileName()) + " " + (piece.file() == null ? piece.text() : ""));
            var map = new LinkedHashMap<String, Object>();
            map.put("name", piece.name());
            map.put("text", piece.text());
            map.put("file", piece.file() == null ? null : piece.file().toString());
            map.put("fileName", piece.fileName());
            map.put("type", piece.contentType());
            return map;
        }

        private Map<String, Object> received(Response response) {
            if (response == null) {
                return null;
            }
            var safe = redaction.headers(response.headers());
            words.text(response.status() + " " + response.reason());
            words.headers(safe);
            var map = new LinkedHashMap<String, Object>();
            map.put("status", response.status());
            map.put("reason", response.reason());
            map.put("protocol", response.protocol());
            map.put("remote", response.remote());
            map.put("truncated", response.truncated());
            map.put("headers", KeptTrace.headers(safe));
            map.put("trace", KeptTrace.of(response.trace(), redaction));
            map.put("sizes", sizes(response.sizes()));
            map.put("timings", timings(response.timings()));
            map.put("size", response.body().size());
            map.put("kept", Math.min(limit, response.body().size()));
            map.put("body", body(response));
            return map;
        }

        /// -1 for a body that is not kept.
        private int body(Response response) {
            if (limit == 0 || response.body().size() == 0) {
                return -1;
            }
            try (var stream = response.body().open()) {
                return keep(redaction.body(stream.readNBytes(limit)), Header.first(response.headers(), "Content-Type").orElse(""));
            } catch (IOException e) {
                // Let go meanwhile: the row has all but the body.
                return -1;
            }
        }

        private int keep(byte[] bytes, String type) {
            if (limit == 0 || bytes.length == 0 || bodies.size() >= MOST_BODIES) {
                return -1;
            }
            words.body(bytes, type);
            bodies.add(bytes);
            return bodies.size() - 1;
        }
    }

    private static List<Long> sizes(Sizes s) {
        return List.of(s.requestHead(), s.requestBody(), s.responseHead(), s.bodyOnWire(), s.body());
    }

    /// The start in milliseconds since 1970, then each phase in nanoseconds.
    private static List<Long> timings(Timings t) {
        return List.of(t.started().toEpochMilli(), t.queue().toNanos(), t.dns().toNanos(), t.connect().toNanos(), t.tls().toNanos(), t.send().toNanos(),
                t.waiting().toNanos(), t.receive().toNanos());
    }
}
