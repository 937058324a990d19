package dev.posthorn.demo.identity;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// How often what was done, so that tests and the curious can tell one refresh from two.
public final class Counts {

    private final Map<String, LongAdder> all = new ConcurrentHashMap<>();

    Counts() {}

    void add(String what) {
        all.computeIfAbsent(what, k -> new LongAdder()).increment();
    }

    /// `token.refresh_token` for the requests of a grant, `granted.refresh_token` for those that got a token, `login`, `login.failed`,
    /// `authorize`, `device`, `revoke`, `introspect`, `userinfo`, `api`, `api.401`, `api.403`.
    public long of(String what) {
        var count = all.get(what);
        return count == null ? 0 : count.sum();
    }

    Map<String, Long> told() {
        var told = new TreeMap<String, Long>();
        all.forEach((what, count) -> told.put(what, count.sum()));
        return told;
    }

    void reset() {
        all.clear();
    }
}
