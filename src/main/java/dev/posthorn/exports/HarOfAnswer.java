package dev.posthorn.exports;

import static dev.posthorn.exports.HarParts.map;

import dev.posthorn.model.Header;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Response;
import dev.posthorn.model.StoredBody;
import dev.posthorn.model.Timings;
import dev.posthorn.model.Trace;
import dev.posthorn.model.Traffic;
import dev.posthorn.model.Wire;
import dev.posthorn.tree.JsonWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Writes a send with all its hops as a HAR 1.2 recording, as the network panel of a browser imports it.
///
/// @param version   of this program, for `creator`
/// @param sanitized whether what proves who is asking is replaced: the values of Authorization, Cookie, Set-Cookie and headers of keys and tokens
/// @param mask      applied to every URL, header value and text body; replaces the secrets that the caller knows
public record HarOfAnswer(String version, boolean sanitized, UnaryOperator<String> mask) {

    /// A longer body is left out, with a comment that says so. In bytes.
    public static final long LONGEST_BODY = 64L << 20;

    private static final String HIDDEN = "(removed)";
    private static final Set<String> SECRET = Set.of("authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key", "api-key", "apikey", "x-auth-token",
            "x-amz-security-token", "x-csrf-token", "bpmcsrf", "x-access-token", "ocp-apim-subscription-key");

    /// The text of the file. Reads the bodies that were stored, so call it before they are released and not on a thread that must not wait.
    public String of(Outcome outcome) throws IOException {
        var entries = new ArrayList<Map<String, Object>>();
        for (var hop : outcome.hops()) {
            entries.add(entry(hop.sent(), hop.received(), hop.trace(), ""));
        }
        switch (outcome) {
            case Outcome.Received _, Outcome.Skipped _ -> { }
            case Outcome.Failed(var failure, var sent, var partial, _, var trace) -> last(entries, sent, partial, trace, failure.sentence());
            case Outcome.Cancelled(var sent, var partial, _, var trace) -> last(entries, sent, partial, trace, "cancelled");
        }
        return JsonWriter.pretty(HarParts.log(entries, version));
    }

    /// A recording of exchanges that need not belong together, each with a mask of its own; what proves who is asking is replaced.
    public static String of(String version, List<Traffic> exchanges, Function<Traffic, UnaryOperator<String>> masks) throws IOException {
        var entries = new ArrayList<Map<String, Object>>();
        for (var one : exchanges) {
            entries.add(new HarOfAnswer(version, true, masks.apply(one)).entry(one.sent(), one.received(), one.trace(), one.failure() == null ? "" : one.failure().sentence()));
        }
        return JsonWriter.pretty(HarParts.log(entries, version));
    }

    private void last(List<Map<String, Object>> entries, Wire sent, Response partial, Trace trace, String error) throws IOException {
        if (sent != null) {
            entries.add(entry(sent, partial, trace, error));
        }
    }

    private Map<String, Object> entry(Wire sent, Response received, Trace trace, String error) throws IOException {
        var timings = received == null ? null : received.timings();
        var started = timings == null || timings.started() == null ? Instant.EPOCH : timings.started();
        var entry = map("startedDateTime", started.toString(), "time", timings == null ? 0 : millis(timings.total()), "request", request(sent, received),
                "response", response(received, trace, error), "cache", Map.of(), "timings", timings(timings));
        HarOfTrace.ofConnection(entry, trace.connection(), received == null ? "" : received.remote());
        return entry;
    }

    private Map<String, Object> request(Wire sent, Response received) throws IOException {
        var url = mask.apply(sent.url());
        var headers = shown(sent.headers());
        var request = map("method", sent.method(), "url", url, "httpVersion", received == null ? "HTTP/1.1" : received.protocol(), "cookies", HarParts.cookies(headers),
                "headers", HarParts.headers(headers), "queryString", HarParts.query(url));
        var type = Header.first(sent.headers(), "Content-Type").orElse("");
        switch (sent.payload()) {
            case Payload.Empty() -> { }
            case Payload.Bytes bytes -> request.put("postData", map("mimeType", type, "text", mask.apply(new String(bytes.bytes(), StandardCharsets.UTF_8))));
            case Payload.FromFile(var file, _) -> request.put("postData", map("mimeType", type, "text", "", "comment", "the file " + file.getFileName()));
            case Payload.Multipart(_, var pieces) -> request.put("postData", map("mimeType", type, "params", pieces.stream().map(this::param).toList()));
        }
        request.put("headersSize", received == null ? -1 : received.sizes().requestHead());
        request.put("bodySize", received == null ? -1 : received.sizes().requestBody());
        return request;
    }

    private Map<String, Object> param(Payload.Piece piece) {
        var param = map("name", piece.name());
        if (piece.file() == null) {
            param.put("value", mask.apply(piece.text()));
        }
        if (piece.fileName() != null) {
            param.put("fileName", piece.fileName());
        }
        if (!piece.contentType().isEmpty()) {
            param.put("contentType", piece.contentType());
        }
        return param;
    }

    private List<Header> shown(List<Header> headers) {
        return headers.stream().map(h -> new Header(h.name(), sanitized && SECRET.contains(h.name().toLowerCase(Locale.ROOT)) ? HIDDEN : mask.apply(h.value()))).toList();
    }

    private Map<String, Object> response(Response received, Trace trace, String error) throws IOException {
        if (received == null) {
            var none = map("status", 0, "statusText", "", "httpVersion", "", "cookies", List.of(), "headers", List.of(), "content", map("size", 0, "mimeType", "x-unknown"),
                    "redirectURL", "", "headersSize", -1, "bodySize", -1, "_error", error);
            HarOfTrace.ofAnswer(none, trace, this::shown);
            return none;
        }
        var headers = shown(received.headers());
        var response = map("status", received.status(), "statusText", received.reason(), "httpVersion", received.protocol(), "cookies", HarParts.setCookies(headers),
                "headers", HarParts.headers(headers), "content", content(received), "redirectURL", Header.first(headers, "Location").orElse(""),
                "headersSize", received.sizes().responseHead(), "bodySize", received.sizes().bodyOnWire());
        if (received.truncated()) {
            response.put("_truncated", true);
        }
        HarOfTrace.ofAnswer(response, trace, this::shown);
        if (!error.isEmpty()) {
            response.put("_error", error);
        }
        return response;
    }

    private Map<String, Object> content(Response received) throws IOException {
        var body = received.body();
        var content = map("size", body.size());
        var saved = body.size() - received.sizes().bodyOnWire();
        if (saved > 0) {
            content.put("compression", saved);
        }
        content.put("mimeType", Header.first(received.headers(), "Content-Type").orElse("x-unknown"));
        if (body.size() > LONGEST_BODY) {
            content.put("comment", "left out: longer than " + (LONGEST_BODY >> 20) + " MB");
        } else if (body.size() > 0) {
            text(content, body);
        }
        return content;
    }

    private void text(Map<String, Object> content, StoredBody body) throws IOException {
        byte[] bytes;
        try (var in = body.open()) {
            bytes = in.readAllBytes();
        }
        try {
            content.put("text", mask.apply(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString()));
        } catch (CharacterCodingException e) {
            content.put("text", Base64.getEncoder().encodeToString(bytes));
            content.put("encoding", "base64");
        }
    }

    /// `connect` includes TLS in a HAR; -1 says that a phase did not happen.
    private static Map<String, Object> timings(Timings timings) {
        if (timings == null) {
            return map("blocked", -1, "dns", -1, "connect", -1, "ssl", -1, "send", 0, "wait", 0, "receive", 0);
        }
        return map("blocked", phase(timings.queue()), "dns", phase(timings.dns()), "connect", phase(timings.connect().plus(timings.tls())), "ssl", phase(timings.tls()),
                "send", millis(timings.send()), "wait", millis(timings.waiting()), "receive", millis(timings.receive()));
    }

    private static Number phase(Duration duration) {
        return duration.isZero() ? (Number) Integer.valueOf(-1) : millis(duration);
    }

    private static Number millis(Duration duration) {
        return duration.toNanos() / 1_000 / 1_000.0;
    }
}
