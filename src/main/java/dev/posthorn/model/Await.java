package dev.posthorn.model;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// That a request is sent again until its answer says what is awaited. Kept among the request's settings, where Postman carries it along and does not look at it.
///
/// @param until    the row that must hold
/// @param interval between the end of one try and the next; at least 50 ms
/// @param timeout  of all tries together
public record Await(Check until, Duration interval, Duration timeout) {

    /// The key among the settings.
    public static final String KEY = "posthornAwait";

    public static final Duration INTERVAL = Duration.ofSeconds(2);
    public static final Duration TIMEOUT = Duration.ofSeconds(60);

    private static final Duration SHORTEST = Duration.ofMillis(50);

    public Await {
        interval = interval.compareTo(SHORTEST) < 0 ? SHORTEST : interval;
    }

    /// Empty where the request is sent once, also where it is switched off.
    public static Optional<Await> of(Settings settings) {
        return settings.values().get(KEY) instanceof Map<?, ?> map && !Boolean.FALSE.equals(map.get("enabled")) ? read(map) : Optional.empty();
    }

    /// The same whether it is switched on or off.
    public static Optional<Await> kept(Settings settings) {
        return settings.values().get(KEY) instanceof Map<?, ?> map ? read(map) : Optional.empty();
    }

    private static Optional<Await> read(Map<?, ?> map) {
        var condition = new LinkedHashMap<Object, Object>(map);
        condition.remove("enabled");
        return Check.read(condition).map(until -> new Await(until, millis(map.get("interval"), INTERVAL), millis(map.get("timeout"), TIMEOUT)));
    }

    private static Duration millis(Object value, Duration preset) {
        return value instanceof Number number && number.longValue() > 0 ? Duration.ofMillis(number.longValue()) : preset;
    }

    /// Settings that await this; null takes it away.
    public static Settings into(Settings settings, Await await, boolean enabled) {
        if (await == null) {
            return settings.with(KEY, null);
        }
        var map = new LinkedHashMap<>(await.until().written());
        map.remove("enabled");
        map.put("interval", await.interval().toMillis());
        map.put("timeout", await.timeout().toMillis());
        if (!enabled) {
            map.put("enabled", false);
        }
        return settings.with(KEY, map);
    }
}
