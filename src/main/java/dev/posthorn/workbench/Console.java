package dev.posthorn.workbench;

import dev.posthorn.model.Failure;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Request;
import dev.posthorn.model.Response;
import dev.posthorn.model.Traffic;
import dev.posthorn.model.Wire;
import dev.posthorn.store.Redaction;
import dev.posthorn.store.Veil;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/// All that went over the wire since the start, newest last, with what scripts said: nothing is sent that is not here. Safe from any thread.
///
/// 1. Of each body the first 32 KiB are kept; the whole log has at most 2,000 entries and 24 MiB, the oldest go first.
/// 2. Which values are secret is decided when an exchange is told, by the variables and the authorization that it was sent with.
public final class Console {

    /// Bytes of a body that are kept.
    public static final int PREVIEW = 32 << 10;

    private static final int MOST = 2_000;
    private static final long HEAVIEST = 24L << 20;
    private static final ScopedValue<Sender> SENDER = ScopedValue.newInstance();
    private static final Sender NOBODY = new Sender("", Set.of(), Set::of);

    /// Whose exchanges come now, the values that must not be shown, and those that may become more while the exchanges come.
    private record Sender(String name, Set<String> secrets, Supplier<Set<String>> more) {}

    private final Clock clock;
    private final Deque<ConsoleEntry> entries = new ArrayDeque<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private long last;
    private long weight;
    private int failed;

    public Console(Clock clock) {
        this.clock = clock;
    }

    /// Does `work`; what it exchanges on this thread stands under that name.
    <T> T under(String name, Set<String> secrets, Callable<T> work) {
        return under(name, secrets, Set::of, work);
    }

    /// The same where more secrets turn up during the work, such as tokens that are got for it.
    ///
    /// @param more asked at each exchange; what it gives never changes, and is kept
    <T> T under(String name, Set<String> secrets, Supplier<Set<String>> more, Callable<T> work) {
        try {
            return ScopedValue.where(SENDER, new Sender(name, secrets, more)).call(work::call);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// Takes an exchange of the engine; of its bodies a copy of the beginning.
    public void exchanged(Traffic traffic) {
        var sender = SENDER.orElse(NOBODY);
        var veil = new Veil(List.of(sender.secrets(), sender.more().get(), Redaction.proofsOf(traffic.sent())));
        var kept = kept(traffic);
        synchronized (this) {
            add(new ConsoleEntry.Exchanged(++last, sender.name(), kept, veil));
        }
        told();
    }

    /// The same with copies of the beginnings of its bodies, which nobody releases.
    public static Traffic kept(Traffic traffic) {
        return new Traffic(traffic.at(), light(traffic.sent()), light(traffic.received()), traffic.failure(), traffic.why(), traffic.trace());
    }

    /// Takes a request that failed before anything was sent.
    void unsent(Request draft, Failure failure) {
        synchronized (this) {
            add(new ConsoleEntry.Unsent(++last, clock.instant(), SENDER.orElse(NOBODY).name(), draft.method(), draft.url(), failure));
        }
        told();
    }

    /// Takes what a script said; `sender` is the request that it runs for.
    public void said(String sender, ConsoleEntry.Severity severity, String text) {
        var cut = text.length() > PREVIEW ? text.substring(0, PREVIEW) + " …" : text;
        synchronized (this) {
            add(new ConsoleEntry.Said(++last, clock.instant(), sender, severity, cut));
        }
        told();
    }

    /// Oldest first.
    public synchronized List<ConsoleEntry> entries() {
        return List.copyOf(entries);
    }

    /// How many of the entries failed.
    public synchronized int failed() {
        return failed;
    }

    public void clear() {
        synchronized (this) {
            entries.clear();
            failed = 0;
            weight = 0;
        }
        told();
    }

    /// `listener` is called after each change, on the thread that made it.
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    private void told() {
        listeners.forEach(Runnable::run);
    }

    private void add(ConsoleEntry entry) {
        entries.add(entry);
        weight += weight(entry);
        failed += entry.failed() ? 1 : 0;
        while (entries.size() > MOST || weight > HEAVIEST) {
            var oldest = entries.removeFirst();
            weight -= weight(oldest);
            failed -= oldest.failed() ? 1 : 0;
        }
    }

    private static long weight(ConsoleEntry entry) {
        return 1_000 + switch (entry) {
            case ConsoleEntry.Exchanged(_, _, var traffic, _) -> 2L * (traffic.trace().heads().request().length() + traffic.trace().heads().response().length())
                    + weight(traffic.sent().payload()) + headers(traffic.sent().headers().size())
                    + (traffic.received() == null ? 0 : traffic.received().body().size() + headers(traffic.received().headers().size()));
            case ConsoleEntry.Unsent(_, _, _, _, var url, _) -> 2L * url.length();
            case ConsoleEntry.Said(_, _, _, _, var text) -> 2L * text.length();
        };
    }

    private static long headers(int count) {
        return 200L * count;
    }

    private static long weight(Payload payload) {
        return switch (payload) {
            case Payload.Empty _, Payload.FromFile _ -> 0;
            case Payload.Bytes(var bytes, _) -> bytes.length;
            case Payload.Multipart(_, var pieces) -> pieces.stream().mapToLong(p -> 2L * p.text().length()).sum();
        };
    }

    private static Wire light(Wire wire) {
        return new Wire(wire.method(), wire.url(), wire.headers(), switch (wire.payload()) {
            case Payload.Empty _, Payload.FromFile _ -> wire.payload();
            case Payload.Bytes(var bytes, var type) -> bytes.length <= PREVIEW ? wire.payload() : new Payload.Bytes(Arrays.copyOf(bytes, PREVIEW), type);
            case Payload.Multipart(var boundary, var pieces) -> new Payload.Multipart(boundary, pieces.stream().map(p -> p.text().length() <= PREVIEW ? p
                    : new Payload.Piece(p.name(), p.text().substring(0, PREVIEW), p.file(), p.fileName(), p.contentType())).toList());
        });
    }

    private static Response light(Response received) {
        return received == null ? null : new Response(received.status(), received.reason(), received.protocol(), received.headers(), BodyPreview.of(received.body(), PREVIEW),
                received.sizes(), received.timings(), received.remote(), received.truncated(), received.trace());
    }
}
