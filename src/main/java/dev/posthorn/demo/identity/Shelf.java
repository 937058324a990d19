package dev.posthorn.demo.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Things under a key; the oldest makes room where there are too many.
final class Shelf<T> {

    private static final int MOST = 10_000;

    private final Map<String, T> things = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > MOST;
        }
    };

    synchronized void put(String key, T thing) {
        things.put(key, thing);
    }

    synchronized Optional<T> get(String key) {
        return Optional.ofNullable(things.get(key));
    }

    synchronized Optional<T> take(String key) {
        return Optional.ofNullable(things.remove(key));
    }

    synchronized Optional<T> change(String key, UnaryOperator<T> how) {
        return Optional.ofNullable(things.computeIfPresent(key, (k, old) -> how.apply(old)));
    }

    synchronized void changeAll(UnaryOperator<T> how) {
        things.replaceAll((key, thing) -> how.apply(thing));
    }

    synchronized void removeIf(Predicate<T> which) {
        things.values().removeIf(which);
    }

    synchronized List<T> all() {
        return List.copyOf(things.values());
    }

    synchronized void clear() {
        things.clear();
    }
}
