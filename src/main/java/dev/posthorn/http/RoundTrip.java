package dev.posthorn.http;

import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Response;
import dev.posthorn.model.Sizes;
import dev.posthorn.model.Timings;
import dev.posthorn.model.Trace;
import dev.posthorn.model.Traffic;
import dev.posthorn.model.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import okhttp3.EventListener;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;

/// One request out, one answer in: the only place where bytes meet OkHttp.
///
/// 1. What stands in the `Wire` goes out as it stands: a network interceptor, the last one, replaces whatever OkHttp has added.
/// 2. OkHttp never repeats a request by itself (408, 421, 503 with Retry-After, 407): the same interceptor shows it a plain 200.
/// 3. What people see of heads, sizes and interim answers is what the tap saw at the socket (`Seen`), and not what OkHttp makes of it.
/// 4. The body goes straight into the store; the socket is the back-pressure.
final class RoundTrip {

    sealed interface Result {
        record Answered(Response response) implements Result {}

        /// `stale` where a connection that had been idle was dead before anything came, and the request may be sent again.
        record Broke(Failure failure, Response partial, boolean stale) implements Result {}

        record Stopped(Response partial) implements Result {}
    }

    /// What the interceptor needs to know of this call.
    private record Plan(Headers headers, Seen seen) {}

    private static final Pattern SMALL = Pattern.compile("\\d{1,5}");

    private final Wire wire;
    private final Target target;
    private final PayloadBody body;
    private final Limits limits;
    private final Progress progress;
    private final Cancellation cancellation;
    private final Seen seen;
    private final Timeline timeline;
    private final ConnectLimit connecting;
    private final Recording recording;
    private EventBody events;
    private WireBytes bytes = new WireBytes(InputStream.nullInputStream());

    /// @param wire complete, with all automatic headers
    RoundTrip(Wire wire, Target target, PayloadBody body, Limits limits, Recording recording, Progress progress, Cancellation cancellation) {
        this.wire = wire;
        this.target = target;
        this.body = body;
        this.limits = limits;
        this.seen = new Seen(wire);
        this.timeline = new Timeline(seen);
        this.connecting = new ConnectLimit(limits.connect(), timeline);
        this.recording = recording;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /// Puts our headers in place of OkHttp's, and hides from it every status that it would act upon.
    static okhttp3.Response asWritten(Interceptor.Chain chain) throws IOException {
        var plan = chain.request().tag(Plan.class);
        Deserted.check(chain, plan.seen().reused());
        okhttp3.Response answer;
        try {
            answer = chain.proceed(chain.request().newBuilder().headers(plan.headers()).build());
        } finally {
            plan.seen().stream(StreamNumber.of(chain));
        }
        if (!chain.request().method().equals("HEAD") && answer.code() != 204 && answer.code() != 304) {
            Lengths.check(answer.headers());
        }
        return answer.newBuilder().code(200).headers(answer.headers().newBuilder().removeAll("Retry-After").build()).build();
    }

    /// @param explaining knows more of a failed handshake than its exception
    Result run(OkHttpClient client, Tls.Explaining explaining) {
        var call = client.newCall(request());
        seen.verified(Tls.verifies(client));
        if (!limits.left().isZero()) {
            call.timeout().timeout(limits.left().toNanos(), TimeUnit.NANOSECONDS);
        }
        cancellation.whenCancelled(call::cancel);
        try {
            return ScopedValue.where(Lookup.LIMITS, new Lookup.Limits(cancellation, limits.lookupMillis())).call(() -> {
                try (var answer = call.execute()) {
                    progress.headArrived(status());
                    receive(answer.body().byteStream());
                    return new Result.Answered(response(false));
                }
            });
        } catch (IOException e) {
            return broken(e, client, explaining);
        }
    }

    /// What is told of this exchange when it is over.
    Traffic traffic(Result result, Hop.Why why) {
        return switch (result) {
            case Result.Answered(var response) -> new Traffic(timeline.started(), wire, response, null, why, response.trace());
            case Result.Broke(var failure, var partial, var _) -> new Traffic(timeline.started(), wire, partial, failure, why, trace());
            case Result.Stopped(var partial) -> new Traffic(timeline.started(), wire, partial, null, why, trace());
        };
    }

    private Trace trace() {
        seen.release();
        return seen.trace();
    }

    private Request request() {
        var payload = body.empty() && !wantsEmptyBody() ? null : body;
        var headers = headers(wire.headers());
        return new Request.Builder().url(RawUrl.of(target)).method(wire.method(), payload).headers(headers).tag(Plan.class, new Plan(headers, seen))
                .tag(EventListener.class, timeline.plus(connecting)).build();
    }

    /// An empty chunked body still needs its last chunk on the wire.
    private boolean wantsEmptyBody() {
        return Header.first(wire.headers(), "Transfer-Encoding").isPresent();
    }

    private static Headers headers(List<Header> list) {
        var builder = new Headers.Builder();
        list.forEach(h -> builder.addUnsafeNonAscii(h.name(), h.value()));
        return builder.build();
    }

    private void receive(InputStream raw) throws IOException {
        bytes = new WireBytes(raw);
        var in = ContentCoding.decoded(bytes, head());
        if (Header.first(head(), "Content-Type").orElse("").strip().toLowerCase(Locale.ROOT).startsWith("text/event-stream")) {
            events = new EventBody(recording);
            progress.streaming(events, begun());
        }
        var buffer = new byte[bufferSize()];
        for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            store(buffer, n);
            progress.received(recording.size(), bytes.count());
        }
        recording.settle();
        while (bytes.read(buffer) >= 0) {
            // What stands behind the end of compressed bytes.
        }
        if (seen.overran()) {
            throw new ProtocolException("one of its chunks is longer than its size says; what came from there on is not kept");
        }
    }

    /// The exchange while its body still comes: no sizes, no phases.
    private Hop begun() {
        var none = Duration.ZERO;
        return new Hop(wire, new Response(status(), reason(), version(), head(), events, new Sizes(0, 0, 0, 0, 0),
                new Timings(timeline.started(), none, none, none, none, none, none, none), timeline.remote(), false), Hop.Why.FIRST);
    }

    private String reason() {
        return seen.head() == null ? timeline.head().message() : seen.head().reason();
    }

    private String version() {
        var came = seen.head();
        return came != null && came.version().startsWith("HTTP/") ? came.version() : protocol(timeline.head().protocol());
    }

    /// Most answers are small: 64 KiB for each of them would cost more than reading them.
    private int bufferSize() {
        var coded = Header.first(head(), "Content-Encoding").isPresent();
        return Header.first(head(), "Content-Length").filter(length -> !coded && SMALL.matcher(length).matches())
                .map(length -> Math.clamp(Long.parseLong(length), 256, 1 << 16)).orElse(1 << 16);
    }

    private void store(byte[] buffer, int count) throws IOException {
        try {
            recording.write(buffer, 0, count);
            if (events != null) {
                events.recorded(buffer, count);
            }
        } catch (IOException e) {
            throw new BodyWriteFailed(e);
        }
    }

    private Result broken(IOException e, OkHttpClient client, Tls.Explaining explaining) {
        try {
            if (cancellation.cancelled()) {
                return new Result.Stopped(partial());
            }
            if (connecting.passedIn() != null) {
                return new Result.Broke(new Failure.TimedOut(connecting.passedIn(), limits.connect()), partial(), false);
            }
            var version = NoHttp2.explained(e, client, target, timeline);
            if (version.isPresent()) {
                return new Result.Broke(version.get(), partial(), false);
            }
            if (e instanceof ProtocolException && bodyless()) {
                return new Result.Answered(response(false));
            }
            var stale = timeline.head() == null && timeline.reused();
            return new Result.Broke(explained(e, explaining), partial(), stale && (e instanceof Deserted || Deserted.repeatable(wire.method())));
        } catch (IOException disk) {
            return new Result.Broke(Diagnosis.of(new BodyWriteFailed(disk), target, timeline, limits, bytes.count(), seen), null, false);
        }
    }

    /// Once an answer began, or an exchange before this one went well, the handshake was fine.
    private Failure explained(IOException e, Tls.Explaining explaining) {
        var plain = Diagnosis.of(e, target, timeline, limits, bytes.count(), seen);
        return timeline.head() == null && !timeline.reused() ? explaining.of(e, plain) : plain;
    }

    /// OkHttp throws where a 204 or 205 announces a length; the answer itself is fine (RFC 9110 §8.6 forbids only the header).
    private boolean bodyless() {
        return timeline.head() != null && (status() == 204 || status() == 205) && recording.size() == 0;
    }

    private Response partial() throws IOException {
        if (timeline.head() == null) {
            recording.discard();
            return null;
        }
        return response(true);
    }

    private Response response(boolean truncated) throws IOException {
        seen.release();
        var stored = events == null ? recording.finish() : events.finish();
        var reason = reason();
        var protocol = version();
        var headers = head();
        var sizes = seen.sizes(sizes(protocol, reason, headers, stored.size()));
        return new Response(status(), reason, protocol, headers, stored, sizes, timeline.timings(), timeline.remote(), truncated, seen.trace());
    }

    /// What the sizes must be, where nobody saw the wire.
    private Sizes sizes(String protocol, String reason, List<Header> headers, long stored) {
        var statusLine = protocol.length() + 1 + 3 + 1 + reason.length() + 2;
        var requestLine = wire.method().length() + 1 + target.resource().length() + 1 + protocol.length() + 2;
        return new Sizes(requestLine + size(wire.headers()), body.empty() ? 0 : body.contentLength(), statusLine + size(headers), bytes.count(), stored);
    }

    private int status() {
        return seen.head() == null ? timeline.head().code() : seen.head().status();
    }

    /// Header lines with their line ends and the empty line, as HTTP/1.1 writes them.
    private static long size(List<Header> headers) {
        return 2 + headers.stream().mapToLong(h -> h.name().length() + 2L + h.value().getBytes(StandardCharsets.UTF_8).length + 2).sum();
    }

    private List<Header> head() {
        var seenHeaders = seen.head() == null ? seen.fields() : seen.head().headers();
        if (seenHeaders != null) {
            return seenHeaders;
        }
        var headers = timeline.head().headers();
        var list = new ArrayList<Header>();
        for (var i = 0; i < headers.size(); i++) {
            list.add(new Header(headers.name(i), headers.value(i)));
        }
        return list;
    }

    private static String protocol(Protocol protocol) {
        return switch (protocol) {
            case HTTP_1_0 -> "HTTP/1.0";
            case HTTP_1_1 -> "HTTP/1.1";
            case HTTP_2, H2_PRIOR_KNOWLEDGE -> "HTTP/2";
            case HTTP_3 -> "HTTP/3";
            default -> protocol.toString();
        };
    }
}
