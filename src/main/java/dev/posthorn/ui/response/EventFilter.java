package dev.posthorn.ui.response;

import dev.posthorn.model.Events;
import dev.posthorn.ui.kit.Background;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;

/// Looks through the events of a stream for some words, piece by piece behind the window, and goes on as more come.
final class EventFilter {

    private static final int PIECE = 5_000;
    private static final int DEEP = 1 << 16;

    private record Piece(long next, int[] found) {}

    private final Background.Latest<Piece> search;
    private final Consumer<int[]> sink;
    private Events events;
    private String words = "";
    private long next;
    private boolean busy;

    EventFilter(Background background, Consumer<int[]> sink) {
        this.sink = sink;
        this.search = background.latest(this::found, _ -> busy = false);
    }

    /// Begins again; empty words search for nothing.
    void begin(Events in, String text) {
        search.forget();
        events = in;
        words = text.toLowerCase(Locale.ROOT);
        next = 0;
        busy = false;
        goOn();
    }

    boolean busy() {
        return busy;
    }

    /// Looks at what has come since.
    void goOn() {
        if (busy || words.isEmpty() || events == null || next >= events.count()) {
            return;
        }
        busy = true;
        var from = next;
        var to = Math.min(events.count(), from + PIECE);
        var in = events;
        var text = words;
        search.submit(() -> look(in, text, from, to));
    }

    private static Piece look(Events in, String text, long from, long to) throws IOException {
        var found = new int[(int) (to - from)];
        var count = 0;
        for (var i = from; i < to; i++) {
            var event = in.get(i, DEEP);
            if ((event.type() + "\n" + event.id() + "\n" + event.data()).toLowerCase(Locale.ROOT).contains(text)) {
                found[count++] = (int) i;
            }
        }
        return new Piece(to, Arrays.copyOf(found, count));
    }

    private void found(Piece piece) {
        busy = false;
        next = piece.next();
        sink.accept(piece.found());
        goOn();
    }
}
