package dev.posthorn.ui.response;

import dev.posthorn.model.Events;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.collections.ObservableListBase;

/// The events of an answer as rows of a list, each read when it comes into view; all of them, or those that a filter found.
final class EventRows extends ObservableListBase<Long> {

    private static final int HEAD = 2_048;
    private static final int KEPT = 500;

    private final Map<Long, Events.Event> read = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Events.Event> eldest) {
            return size() > KEPT;
        }
    };
    private Events events;
    private int[] found;
    private int count;

    /// Other events, unfiltered; null for none.
    void show(Events others) {
        events = others;
        read.clear();
        all();
    }

    /// Without a filter.
    void all() {
        found = null;
        resize(events == null ? 0 : (int) Math.min(Integer.MAX_VALUE, events.count()));
    }

    /// Only those that are told by `add` from now on.
    void none() {
        found = new int[64];
        resize(0);
    }

    boolean filtered() {
        return found != null;
    }

    /// More has come: without a filter it is shown.
    void grew() {
        if (found == null && events != null) {
            var now = (int) Math.min(Integer.MAX_VALUE, events.count());
            if (now > count) {
                append(now - count);
            }
        }
    }

    /// More has been found by the filter, in order.
    void add(int[] more) {
        if (found != null && more.length > 0) {
            if (count + more.length > found.length) {
                found = Arrays.copyOf(found, Math.max(count + more.length, found.length * 2));
            }
            System.arraycopy(more, 0, found, count, more.length);
            append(more.length);
        }
    }

    private void append(int more) {
        beginChange();
        count += more;
        nextAdd(count - more, count);
        endChange();
    }

    private void resize(int now) {
        beginChange();
        var before = count;
        count = 0;
        if (before > 0) {
            nextRemove(0, Collections.nCopies(before, -1L));
        }
        count = now;
        if (now > 0) {
            nextAdd(0, now);
        }
        endChange();
    }

    /// The beginning of an event; null where it cannot be read any more.
    Events.Event event(long index) {
        var known = read.get(index);
        if (known == null && events != null) {
            try {
                known = events.get(index, HEAD);
                read.put(index, known);
            } catch (IOException e) {
                return null;
            }
        }
        return known;
    }

    @Override
    public Long get(int index) {
        return found == null ? (long) index : (long) found[index];
    }

    @Override
    public int size() {
        return count;
    }
}
