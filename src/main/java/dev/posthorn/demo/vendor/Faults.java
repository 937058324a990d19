package dev.posthorn.demo.vendor;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// The faults that are switched on, each with its number.
public final class Faults {

    private final Map<Fault, AtomicLong> on = Collections.synchronizedMap(new EnumMap<>(Fault.class));

    public boolean has(Fault fault) {
        return on.containsKey(fault);
    }

    /// Its number, or 0 where it is off.
    public long number(Fault fault) {
        var number = on.get(fault);
        return number == null ? 0 : number.get();
    }

    public void set(Fault fault, long number) {
        if (number <= 0 && fault.numbered()) {
            on.remove(fault);
        } else {
            on.put(fault, new AtomicLong(number));
        }
    }

    public void clear(Fault fault) {
        on.remove(fault);
    }

    /// One of so many times: true while the fault is on, and off by itself after the last.
    public boolean strikes(Fault fault) {
        var left = on.get(fault);
        if (left == null) {
            return false;
        }
        var before = left.getAndDecrement();
        if (before <= 1) {
            on.remove(fault, left);
        }
        return before > 0;
    }

    /// Makes the caller wait as long as the fault says, at most a minute.
    public void wait(Fault fault) {
        var millis = Math.min(number(fault), 60_000);
        if (millis > 0) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Those that are on.
    public Map<Fault, Long> told() {
        var told = new EnumMap<Fault, Long>(Fault.class);
        synchronized (on) {
            on.forEach((fault, number) -> told.put(fault, number.get()));
        }
        return told;
    }

    public void reset() {
        on.clear();
    }
}
