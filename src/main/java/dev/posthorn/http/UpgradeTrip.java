package dev.posthorn.http;

import dev.posthorn.http.proxy.ProxyFault;
import dev.posthorn.model.Connection;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Heads;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Interim;
import dev.posthorn.model.Response;
import dev.posthorn.model.Sizes;
import dev.posthorn.model.StoredBody;
import dev.posthorn.model.Trace;
import dev.posthorn.model.Traffic;
import dev.posthorn.model.Wire;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// One request to change the protocol, and its answer, on a connection of our own.
final class UpgradeTrip {

    sealed interface Result {
        /// `line` is null where the server goes on with HTTP.
        record Answered(Response response, Line line) implements Result {}

        record Broke(Failure failure) implements Result {}

        record Stopped() implements Result {}
    }

    /// Makes the connection, and says in which phase that is.
    interface Opening {
        Line open(Phases phases, Cancellation cancellation) throws IOException;
    }

    /// Of the body of an answer that refuses, this much is kept.
    private static final int KEPT = 4 << 20;

    private final Wire wire;
    private final Wire shown;
    private final Target target;
    private final Options options;
    private final Supplier<Recording> bodies;
    private final Cancellation cancellation;
    private final Opening opening;
    private final Tls.Explaining explaining;
    private final Phases phases = new Phases();
    private final List<Interim> interim = new ArrayList<>();
    private final StringBuilder answered = new StringBuilder();
    private Connection connection = Connection.NONE;
    private String asked = "";
    private volatile boolean late;

    UpgradeTrip(Wire wire, Wire shown, Target target, Options options, Supplier<Recording> bodies, Cancellation cancellation, Opening opening,
            Tls.Explaining explaining) {
        this.opening = opening;
        this.explaining = explaining;
        this.wire = wire;
        this.shown = shown;
        this.target = target;
        this.options = options;
        this.bodies = bodies;
        this.cancellation = cancellation;
    }

    Result run() {
        var own = new Cancellation();
        cancellation.whenCancelled(own::cancel);
        var watch = watch(own);
        try {
            return exchange(own);
        } catch (IOException e) {
            return cancellation.cancelled() ? new Result.Stopped() : new Result.Broke(failure(e));
        } finally {
            if (watch != null) {
                watch.interrupt();
            }
        }
    }

    /// Ends it in time, whatever it waits for.
    private Thread watch(Cancellation own) {
        return options.timeout().isZero() ? null : Thread.ofVirtual().name("handshake timeout").start(() -> {
            try {
                Thread.sleep(options.timeout());
                late = true;
                own.cancel();
            } catch (InterruptedException e) {
                // The answer came in time.
            }
        });
    }

    private Result exchange(Cancellation own) throws IOException {
        var line = opening.open(phases, own);
        var switched = false;
        try {
            own.whenCancelled(line::close);
            connection = line.connection();
            phases.enter(Phases.Phase.SEND);
            asked = head();
            line.out().write(asked.getBytes(StandardCharsets.ISO_8859_1));
            line.out().flush();
            phases.enter(Phases.Phase.WAIT);
            var head = answer(line.in());
            phases.enter(Phases.Phase.RECEIVE);
            switched = head.status() == 101;
            var body = switched ? bodies.get().finish() : body(line.in(), head);
            return new Result.Answered(response(head, body), switched ? line : null);
        } finally {
            if (!switched) {
                line.close();
            }
        }
    }

    private HeadReader.Head answer(InputStream in) throws IOException {
        while (true) {
            var head = new HeadReader(in).read();
            answered.append(head.raw());
            if (head.status() >= 200 || head.status() == 101) {
                return head;
            }
            interim.add(new Interim(head.status(), head.reason(), head.headers(), phases.elapsed()));
            if (interim.size() > 100) {
                throw new java.net.ProtocolException("it sent more than 100 heads before its answer");
            }
        }
    }

    private boolean cut;

    /// What the server says about its refusal, as far as it comes.
    private StoredBody body(InputStream in, HeadReader.Head head) throws IOException {
        var recording = bodies.get();
        try (var decoded = ContentCoding.decoded(new Framed(in, head.status(), head.headers()), head.headers())) {
            var piece = new byte[8_192];
            for (var n = decoded.read(piece); n >= 0 && !cut; n = decoded.read(piece)) {
                cut = recording.size() + n > KEPT;
                recording.write(piece, 0, (int) Math.min(n, KEPT - recording.size()));
            }
        } catch (EOFException | ContentCoding.Damaged e) {
            cut = true;
        } catch (IOException e) {
            if (cancellation.cancelled()) {
                recording.discard();
                throw e;
            }
            cut = true;
        }
        return recording.finish();
    }

    private String head() {
        var head = new StringBuilder(wire.method()).append(' ').append(target.resource()).append(" HTTP/1.1\r\n");
        wire.headers().forEach(h -> head.append(h.name()).append(": ").append(new String(h.value().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)).append("\r\n"));
        return head.append("\r\n").toString();
    }

    private Response response(HeadReader.Head head, StoredBody body) {
        var sizes = new Sizes(asked.length(), 0, answered.length(), body.size(), body.size());
        return new Response(head.status(), head.reason(), head.protocol(), head.headers(), body, sizes, phases.timings(), connection.remote(), cut, trace());
    }

    private Trace trace() {
        return new Trace(connection, interim, List.<Header>of(), new Heads(asked, answered.toString(), true));
    }

    Traffic traffic(Result result, Hop.Why why) {
        return switch (result) {
            case Result.Answered(var response, var _) -> new Traffic(phases.started(), shown, response, null, why, response.trace());
            case Result.Broke(var failure) -> new Traffic(phases.started(), shown, null, failure, why, trace());
            case Result.Stopped() -> new Traffic(phases.started(), shown, null, null, why, trace());
        };
    }

    private Failure failure(IOException e) {
        var phase = phases.now().word();
        if (late) {
            return new Failure.TimedOut(phase, options.timeout());
        }
        if (e instanceof ProxyFault fault) {
            return fault.failure();
        }
        var slow = e instanceof SocketTimeoutException || e instanceof UnknownHostException && e.getCause() instanceof TimeoutException;
        return slow ? new Failure.TimedOut(phase, options.connectTimeout().isZero() ? Duration.ofMillis(phases.elapsed().toMillis()) : options.connectTimeout())
                : explaining.of(e, plain(e));
    }

    private Failure plain(IOException e) {
        var nothing = new Seen(wire);
        return Diagnosis.of(e, target, new Timeline(nothing), new Limits(options.connectTimeout(), options.timeout(), Duration.ZERO), 0, nothing);
    }
}
