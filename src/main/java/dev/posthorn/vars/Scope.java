package dev.posthorn.vars;

import dev.posthorn.model.Entry;
import java.util.List;
import java.util.Optional;

/// A named place where variables live: the environment, the collection, a folder, the globals.
public interface Scope {

    /// As shown to the user: "environment Demo", "collection HTTP basics".
    String name();

    Optional<Found> find(String variable);

    /// What it looks like to who reads a text that has it, quickly and without side effects: another value than `find` gives where each use makes a new one.
    default Optional<Found> look(String variable) {
        return find(variable);
    }

    /// What the variable is, in a few words, where that is known.
    default Optional<String> about(String variable) {
        return Optional.empty();
    }

    /// The names it knows, for completion.
    List<String> names();

    /// A value and where it came from.
    record Found(String variable, String value, String scope, boolean secret) {}

    /// A scope over rows: disabled rows do not count; of two with one name the last wins, as in Postman.
    static Scope of(String name, List<Entry> rows) {
        var enabled = rows.stream().filter(e -> e.enabled() && !e.key().isEmpty()).toList();
        return new Scope() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Optional<Found> find(String variable) {
                return enabled.reversed().stream().filter(e -> e.key().equals(variable)).findFirst()
                        .map(e -> new Found(variable, e.value(), name, e.secret()));
            }

            @Override
            public List<String> names() {
                return enabled.stream().map(Entry::key).distinct().toList();
            }
        };
    }
}
