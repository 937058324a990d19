package dev.posthorn.demo.vendor;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// How often what was done: `creatio.logins`, `creatio.sessions`, `bizagi.tokens` …
public final class Counts {

    private final Map<String, LongAdder> all = new ConcurrentHashMap<>();

    public void add(String what) {
        all.computeIfAbsent(what, k -> new LongAdder()).increment();
    }

    public long of(String what) {
        var count = all.get(what);
        return count == null ? 0 : count.sum();
    }

    /// By name, in the order of the alphabet.
    public Map<String, Long> told() {
        var told = new TreeMap<String, Long>();
        all.forEach((what, count) -> told.put(what, count.sum()));
        return told;
    }

    public void reset() {
        all.clear();
    }
}
