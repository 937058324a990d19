package dev.posthorn.http;

import dev.posthorn.model.Timings;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/// Which phase an exchange on a connection of our own is in, and how long each one took. Safe from any thread.
final class Phases {

    enum Phase {
        QUEUE("queue"), DNS("DNS"), CONNECT("connect"), TLS("TLS"), SEND("send"), WAIT("wait"), RECEIVE("receive");

        private final String word;

        Phase(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    private final Instant started = Instant.now();
    private final long start = System.nanoTime();
    private final Map<Phase, Long> took = new EnumMap<>(Phase.class);
    private Phase now = Phase.QUEUE;
    private long since = start;

    synchronized void enter(Phase next) {
        var instant = System.nanoTime();
        took.merge(now, instant - since, Long::sum);
        since = instant;
        now = next;
    }

    synchronized Phase now() {
        return now;
    }

    Instant started() {
        return started;
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    synchronized Timings timings() {
        enter(now);
        return new Timings(started, of(Phase.QUEUE), of(Phase.DNS), of(Phase.CONNECT), of(Phase.TLS), of(Phase.SEND), of(Phase.WAIT), of(Phase.RECEIVE));
    }

    private Duration of(Phase phase) {
        return Duration.ofNanos(took.getOrDefault(phase, 0L));
    }
}
