package dev.posthorn.model;

import java.time.Duration;
import java.time.Instant;

/// When each phase of one hop began and how long it took. A phase that did not happen (a reused connection has no DNS) is zero.
public record Timings(
        Instant started,
        Duration queue,
        Duration dns,
        Duration connect,
        Duration tls,
        Duration send,
        Duration waiting,
        Duration receive) {

    public Duration total() {
        return queue.plus(dns).plus(connect).plus(tls).plus(send).plus(waiting).plus(receive);
    }
}
