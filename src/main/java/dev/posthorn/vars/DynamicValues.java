package dev.posthorn.vars;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// The variables that make a new value each time they are used: `{{$guid}}`, `{{$timestamp}}` and so on, named as in Postman.
public final class DynamicValues implements Scope {

    private final Map<String, Supplier<String>> makers = new LinkedHashMap<>();
    private final RandomGenerator random;

    public DynamicValues(Clock clock, RandomGenerator random) {
        this.random = random;
        makers.put("$guid", this::uuid);
        makers.put("$randomUUID", this::uuid);
        makers.put("$timestamp", () -> Long.toString(clock.instant().getEpochSecond()));
        makers.put("$isoTimestamp", () -> clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        makers.put("$randomInt", () -> Integer.toString(random.nextInt(1001)));
    }

    @Override
    public String name() {
        return "made for each use";
    }

    @Override
    public Optional<Found> find(String variable) {
        return Optional.ofNullable(makers.get(variable)).map(maker -> new Found(variable, maker.get(), name(), false));
    }

    @Override
    public List<String> names() {
        return List.copyOf(makers.keySet());
    }

    /// A random UUID, version 4 (RFC 9562 §5.4).
    private String uuid() {
        return new UUID(random.nextLong() & 0xffffffffffff0fffL | 0x4000L, random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L).toString();
    }
}
