package dev.posthorn.http;

import dev.posthorn.model.Connection;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Heads;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Response;
import dev.posthorn.model.Sizes;
import dev.posthorn.model.Trace;
import dev.posthorn.model.Traffic;
import dev.posthorn.model.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.EventListener;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;

/// One request out, one answer in: the only place where bytes meet OkHttp.
///
/// 1. What stands in the `Wire` goes out as it stands: a network interceptor, the last one, replaces whatever OkHttp has added.
/// 2. OkHttp never repeats a request by itself (408, 421, 503 with Retry-After, 407): the same interceptor shows it a plain 200.
/// 3. A 204 or 304 has no body, whatever length its head announces (RFC 9112 §6.3); OkHttp would wait for one, so its connection is given up.
/// 4. The body goes straight into the store; the socket is the back-pressure.
final class RoundTrip {

    sealed interface Result {
        record Answered(Response response) implements Result {}

        /// `stale` where a connection that had been idle was dead before anything came.
        record Broke(Failure failure, Response partial, boolean stale) implements Result {}

        record Stopped(Response partial) implements Result {}
    }

    /// What the interceptor needs to know of this call.
    private record Plan(Headers headers) {}

    private final Wire wire;
    private final Target target;
    private final PayloadBody body;
    private final Limits limits;
    private final Progress progress;
    private final Cancellation cancellation;
    private final Timeline timeline = new Timeline();
    private final ConnectLimit connecting;
    private final BodyStore.Recording recording;
    private WireBytes bytes = new WireBytes(InputStream.nullInputStream());

    /// @param wire complete, with all automatic headers
    RoundTrip(Wire wire, Target target, PayloadBody body, Limits limits, BodyStore store, Progress progress, Cancellation cancellation) {
        this.wire = wire;
        this.target = target;
        this.body = body;
        this.limits = limits;
        this.connecting = new ConnectLimit(limits.connect(), timeline);
        this.recording = store.record();
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /// Puts our headers in place of OkHttp's, and hides from it every status that it would act upon.
    static okhttp3.Response asWritten(Interceptor.Chain chain) throws IOException {
        var plan = chain.request().tag(Plan.class);
        var answer = chain.proceed(chain.request().newBuilder().headers(plan.headers()).build());
        return answer.newBuilder().code(200).headers(answer.headers().newBuilder().removeAll("Retry-After").build()).build();
    }

    /// @param explaining knows more of a failed handshake than its exception
    Result run(OkHttpClient client, Tls.Explaining explaining) {
        var call = client.newCall(request());
        if (!limits.left().isZero()) {
            call.timeout().timeout(limits.left().toNanos(), TimeUnit.NANOSECONDS);
        }
        cancellation.whenCancelled(call::cancel);
        try {
            return ScopedValue.where(Lookup.LIMITS, new Lookup.Limits(cancellation, limits.lookupMillis())).call(() -> {
                try (var answer = call.execute()) {
                    progress.headArrived(timeline.head().code());
                    if (timeline.head().code() == 204 || timeline.head().code() == 304) {
                        call.cancel();
                    } else {
                        receive(answer.body().byteStream());
                    }
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
        return new Trace(new Connection("", timeline.remote(), "", timeline.reused(), null), List.of(), List.of(), Heads.NONE);
    }

    private Request request() {
        var payload = body.empty() && !wantsEmptyBody() ? null : body;
        return new Request.Builder().url(httpUrl(target)).method(wire.method(), payload).headers(headers(wire.headers()))
                .tag(Plan.class, new Plan(headers(wire.headers()))).tag(EventListener.class, timeline.plus(connecting)).build();
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

    /// OkHttp's own parser would resolve `..` and encode by rules of its own; its constructor takes the parts as they are.
    private static HttpUrl httpUrl(Target target) {
        var canonical = target.canonical();
        var mark = target.resource().indexOf('?');
        var query = mark < 0 ? null : new ArrayList<String>(List.of("", ""));
        try {
            var constructor = HttpUrl.class.getDeclaredConstructor(String.class, String.class, String.class, String.class, int.class,
                    List.class, List.class, String.class, String.class);
            constructor.setAccessible(true);
            return constructor.newInstance(target.scheme(), "", "", canonical.host(), target.port(), List.of(""), query, null, target.url());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This OkHttp builds its URLs in another way", e);
        }
    }

    private void receive(InputStream raw) throws IOException {
        bytes = new WireBytes(raw);
        var in = ContentCoding.decoded(bytes, head());
        var buffer = new byte[1 << 16];
        for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            store(buffer, n);
            progress.received(recording.size(), bytes.count());
        }
        bytes.transferTo(OutputStream.nullOutputStream());
    }

    private void store(byte[] buffer, int count) throws IOException {
        try {
            recording.write(buffer, 0, count);
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
            return new Result.Broke(explained(e, explaining), partial(), timeline.head() == null && timeline.reused());
        } catch (IOException disk) {
            return new Result.Broke(Diagnosis.of(new BodyWriteFailed(disk), target, timeline, limits), null, false);
        }
    }

    /// Once an answer began, or an exchange before this one went well, the handshake was fine.
    private Failure explained(IOException e, Tls.Explaining explaining) {
        var plain = Diagnosis.of(e, target, timeline, limits);
        return timeline.head() == null && !timeline.reused() ? explaining.of(e, plain) : plain;
    }

    /// OkHttp throws where a 204 or 205 announces a length; the answer itself is fine (RFC 9110 §8.6 forbids only the header).
    private boolean bodyless() {
        return timeline.head() != null && (timeline.head().code() == 204 || timeline.head().code() == 205) && recording.size() == 0;
    }

    private Response partial() throws IOException {
        if (timeline.head() == null) {
            recording.discard();
            return null;
        }
        return response(true);
    }

    private Response response(boolean truncated) throws IOException {
        var head = timeline.head();
        var protocol = protocol(head.protocol());
        var stored = recording.finish();
        var statusLine = protocol.length() + 1 + 3 + 1 + head.message().length() + 2;
        var requestLine = wire.method().length() + 1 + target.resource().length() + 1 + protocol.length() + 2;
        var sent = body.empty() ? 0 : body.contentLength();
        var sizes = new Sizes(requestLine + size(wire.headers()), sent, statusLine + size(head()), bytes.count(), stored.size());
        return new Response(head.code(), head.message(), protocol, head(), stored, sizes, timeline.timings(), timeline.remote(), truncated, trace());
    }

    /// Header lines with their line ends and the empty line, as HTTP/1.1 writes them.
    private static long size(List<Header> headers) {
        return 2 + headers.stream().mapToLong(h -> h.name().length() + 2L + h.value().getBytes(StandardCharsets.UTF_8).length + 2).sum();
    }

    private List<Header> head() {
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
