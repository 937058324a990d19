package dev.posthorn.vars;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// The scopes that one request sees, nearest first, and the values they give.
public record Scopes(List<Scope> nearestFirst) {

    /// How deep a value may refer to other variables; Postman stops at the same depth.
    private static final int DEPTH = 20;

    public Scopes {
        nearestFirst = List.copyOf(nearestFirst);
    }

    public static Scopes none() {
        return new Scopes(List.of());
    }

    public Optional<Scope.Found> find(String variable) {
        return nearestFirst.stream().map(s -> s.find(variable)).flatMap(Optional::stream).findFirst();
    }

    /// All names, nearest scope first, each once.
    public List<String> names() {
        var names = new LinkedHashSet<String>();
        nearestFirst.forEach(s -> names.addAll(s.names()));
        return List.copyOf(names);
    }

    /// A text with its references replaced; `missing` names those without a value, which stay as typed.
    public record Resolved(String text, List<String> missing) {}

    public Resolved resolve(String text) {
        var missing = new LinkedHashSet<String>();
        var current = text;
        for (var depth = 0; depth < DEPTH; depth++) {
            missing.clear();
            var next = pass(current, missing);
            if (next.equals(current)) {
                break;
            }
            current = next;
        }
        return new Resolved(current, new ArrayList<>(missing));
    }

    private String pass(String text, LinkedHashSet<String> missing) {
        var template = Template.parse(text);
        if (template.references().isEmpty()) {
            return text;
        }
        var out = new StringBuilder();
        var from = 0;
        for (var reference : template.references()) {
            out.append(text, from, reference.start());
            var found = find(reference.name());
            if (found.isPresent()) {
                out.append(found.get().value());
            } else {
                missing.add(reference.name());
                out.append(text, reference.start(), reference.end());
            }
            from = reference.end();
        }
        return out.append(text, from, text.length()).toString();
    }
}
