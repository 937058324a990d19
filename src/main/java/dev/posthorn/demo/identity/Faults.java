package dev.posthorn.demo.identity;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// The faults that count for everybody, each with its number.
final class Faults {

    private volatile Map<Fault, Long> on = Map.of();

    Map<Fault, Long> on() {
        return on;
    }

    synchronized void set(Fault fault, long number) {
        var changed = copy(on);
        changed.put(fault, number);
        on = Collections.unmodifiableMap(changed);
    }

    synchronized void clear(Fault fault) {
        var changed = copy(on);
        changed.remove(fault);
        on = Collections.unmodifiableMap(changed);
    }

    synchronized void reset() {
        on = Map.of();
    }

    /// `some` and more; a number of `more` wins.
    static Map<Fault, Long> both(Map<Fault, Long> some, Map<Fault, Long> more) {
        if (more.isEmpty()) {
            return some;
        }
        var all = copy(some);
        all.putAll(more);
        return all;
    }

    private static Map<Fault, Long> copy(Map<Fault, Long> some) {
        var copy = new EnumMap<Fault, Long>(Fault.class);
        copy.putAll(some);
        return copy;
    }
}
