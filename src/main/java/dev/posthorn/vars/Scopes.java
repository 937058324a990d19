package dev.posthorn.vars;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// The scopes that one request sees, nearest first, and the values they give.
public record Scopes(List<Scope> nearestFirst) {

    /// How deep a value may refer to other variables; Postman stops at the same depth.
    private static final int DEPTH = 20;

    /// How many characters values may add to a text.
    private static final int GROWTH = 64 << 20;

    /// How many more references than the text itself a round of values may bring.
    private static final int REFERENCES = 1000;

    public Scopes {
        nearestFirst = List.copyOf(nearestFirst);
    }

    public static Scopes none() {
        return new Scopes(List.of());
    }

    public Optional<Scope.Found> find(String variable) {
        return nearestFirst.stream().map(s -> s.find(variable)).flatMap(Optional::stream).findFirst();
    }

    /// As `find`, for who shows a variable and does not use it.
    public Optional<Scope.Found> look(String variable) {
        return nearestFirst.stream().map(s -> s.look(variable)).flatMap(Optional::stream).findFirst();
    }

    /// What the scope that gives the variable its value says of it.
    public Optional<String> about(String variable) {
        return nearestFirst.stream().filter(s -> s.look(variable).isPresent()).findFirst().flatMap(s -> s.about(variable));
    }

    /// All names, nearest scope first, each once.
    public List<String> names() {
        var names = new LinkedHashSet<String>();
        nearestFirst.forEach(s -> names.addAll(s.names()));
        return List.copyOf(names);
    }

    /// A text with its references replaced; `missing` names those without a value, which stay as typed.
    public record Resolved(String text, List<String> missing) {}

    /// Values are resolved in turn. A value that leads back to itself, or grows beyond all measure, counts as none.
    public Resolved resolve(String text) {
        var resolved = attempt(text);
        if (resolved.isPresent()) {
            return resolved.get();
        }
        var names = Template.parse(text).references().stream().map(Template.Reference::name).distinct();
        return new Resolved(text, names.filter(name -> attempt("{{" + name + "}}").map(r -> !r.missing().isEmpty()).orElse(true)).toList());
    }

    /// Empty where it does not come to an end.
    private Optional<Resolved> attempt(String text) {
        var missing = new LinkedHashSet<String>();
        var current = Template.parse(text);
        var most = current.references().size() + REFERENCES;
        for (var depth = 0; depth < DEPTH; depth++) {
            missing.clear();
            var next = pass(current, text.length() + GROWTH, missing);
            if (next.equals(current.text())) {
                return Optional.of(new Resolved(next, new ArrayList<>(missing)));
            }
            current = Template.parse(next);
            if (current.references().size() > most || next.length() > text.length() + GROWTH) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private String pass(Template template, int longest, LinkedHashSet<String> missing) {
        var text = template.text();
        if (template.references().isEmpty()) {
            return text;
        }
        var out = new StringBuilder();
        var from = 0;
        for (var reference : template.references()) {
            out.append(text, from, reference.start());
            var found = find(reference.name());
            if (found.isPresent() && out.length() <= longest) {
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
