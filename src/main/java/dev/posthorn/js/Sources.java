package dev.posthorn.js;

import java.util.LinkedHashMap;
import java.util.Map;
import org.graalvm.polyglot.Source;

/// Scripts that were read lately: the engine parses a text once for as long as it lies here. Safe from any thread.
final class Sources {

    private static final int MOST = 500;
    /// Of all texts together, in characters.
    private static final long LARGEST = 16L << 20;

    private final LinkedHashMap<Script, Source> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long size;

    synchronized Source of(Script script) {
        var known = kept.get(script);
        if (known != null) {
            return known;
        }
        var source = Source.newBuilder("js", script.text(), script.name()).buildLiteral();
        kept.put(script, source);
        size += script.text().length();
        for (var eldest = eldest(); eldest != null && kept.size() > 1 && (kept.size() > MOST || size > LARGEST); eldest = eldest()) {
            kept.remove(eldest.getKey());
            size -= eldest.getKey().text().length();
        }
        return source;
    }

    private Map.Entry<Script, Source> eldest() {
        return kept.isEmpty() ? null : kept.firstEntry();
    }
}
