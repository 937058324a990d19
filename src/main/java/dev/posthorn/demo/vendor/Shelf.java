package dev.posthorn.demo.vendor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Things by name, the newest of them: where there are too many, the oldest goes.
public final class Shelf<T> {

    private final Map<String, T> things = new LinkedHashMap<>();
    private final int most;

    public Shelf(int most) {
        this.most = most;
    }

    public synchronized void put(String name, T thing) {
        things.put(name, thing);
        if (things.size() > most) {
            things.remove(things.keySet().iterator().next());
        }
    }

    public synchronized Optional<T> get(String name) {
        return Optional.ofNullable(things.get(name));
    }

    public synchronized Optional<T> take(String name) {
        return Optional.ofNullable(things.remove(name));
    }

    public synchronized void removeIf(Predicate<T> which) {
        things.values().removeIf(which);
    }

    public synchronized void replaceAll(UnaryOperator<T> how) {
        things.replaceAll((name, thing) -> how.apply(thing));
    }

    /// All of them, the oldest first.
    public synchronized List<T> all() {
        return List.copyOf(things.values());
    }

    public synchronized int size() {
        return things.size();
    }

    public synchronized void clear() {
        things.clear();
    }
}
