package dev.posthorn.ui.kit;

import dev.posthorn.vars.Scope;
import dev.posthorn.vars.Scopes;
import dev.posthorn.vars.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/// What a field knows about the `{{variables}}` in it: how each looks, what it stands for, and which could be meant while one is typed.
public final class Variables {

    /// Longer texts stay without colour: nobody reads them in a field, and styling them would hold up the window.
    public static final int LONGEST_COLOURED = 8_000;
    private static final int MOST_SUGGESTIONS = 60;
    private static final String MASK = "••••••••";

    private final Supplier<Scopes> scopes;

    /// `scopes` is asked each time, so that a change of environment is seen at once; it must be quick and without side effects.
    public Variables(Supplier<Scopes> scopes) {
        this.scopes = scopes;
    }

    /// For fields in which no variable has a value.
    public static Variables none() {
        return new Variables(Scopes::none);
    }

    public enum Look {
        RESOLVED("variable"), MISSING("variable-missing"), SECRET("variable-secret");

        private final String style;

        Look(String style) {
            this.style = style;
        }

        /// The style class of a stretch that looks so.
        public String style() {
            return style;
        }
    }

    /// One `{{name}}` of a text: chars `start` to `end` (exclusive), braces included.
    public record Mark(String name, int start, int end, Look look) {}

    public List<Mark> marks(String text) {
        return text.length() > LONGEST_COLOURED || !text.contains("{{") ? List.of() : finder().apply(text);
    }

    /// The same for texts of any length, with the scopes as they are now: may be called on another thread.
    public Function<String, List<Mark>> finder() {
        var known = scopes.get();
        return text -> !text.contains("{{") ? List.of() : marks(text, known);
    }

    private static List<Mark> marks(String text, Scopes known) {
        return Template.parse(text).references().stream()
                .map(r -> new Mark(r.name(), r.start(), r.end(), known.look(r.name()).map(Variables::look).orElse(Look.MISSING))).toList();
    }

    private static Look look(Scope.Found found) {
        return found.secret() ? Look.SECRET : Look.RESOLVED;
    }

    /// True where the text is nothing but references: it holds no secret itself.
    public static boolean onlyReferences(String text) {
        if (text.isEmpty()) {
            return false;
        }
        var at = 0;
        for (var reference : Template.parse(text).references()) {
            if (reference.start() != at) {
                return false;
            }
            at = reference.end();
        }
        return at == text.length();
    }

    /// What a name stands for and where that comes from, for a tooltip; a secret value is masked.
    public String describe(String name) {
        var known = scopes.get();
        var about = known.about(name);
        return known.look(name)
                .map(f -> about.map(words -> words + ", " + f.scope() + "\nsuch as " + brief(f.value()))
                        .orElseGet(() -> (f.secret() ? MASK : brief(f.value().isEmpty() ? "(empty)" : f.value())) + "\nfrom " + f.scope()))
                .orElse("{{" + name + "}} has no value here.\nChoose an environment that has it, or add it to one.");
    }

    /// What could be meant at `caret`, while an open `{{` stands before it; empty where none does.
    public List<Suggestions.Suggestion> suggestions(String text, int caret) {
        var open = openBraces(text, caret);
        if (open < 0) {
            return List.of();
        }
        var typed = text.substring(open + 2, caret).strip().toLowerCase(Locale.ROOT);
        var end = text.startsWith("}}", caret) ? caret + 2 : caret;
        var known = scopes.get();
        var first = new ArrayList<Suggestions.Suggestion>();
        var then = new ArrayList<Suggestions.Suggestion>();
        for (var name : known.names()) {
            var lower = name.toLowerCase(Locale.ROOT);
            if (first.size() + then.size() < MOST_SUGGESTIONS && lower.contains(typed)) {
                (lower.startsWith(typed) ? first : then).add(suggestion(known, name, open, end));
            }
        }
        first.addAll(then);
        return first;
    }

    private static Suggestions.Suggestion suggestion(Scopes known, String name, int open, int end) {
        var detail = known.about(name)
                .orElseGet(() -> known.look(name).map(f -> f.secret() ? MASK : brief(f.value())).orElse(""));
        return new Suggestions.Suggestion(name, detail, open, end, "{{" + name + "}}");
    }

    private static int openBraces(String text, int caret) {
        var open = text.lastIndexOf("{{", caret - 2);
        if (caret < 2 || open < 0 || text.substring(open + 2, caret).chars().anyMatch(c -> c == '{' || c == '}' || c == '\n')) {
            return -1;
        }
        return open;
    }

    private static String brief(String value) {
        var line = value.replace('\n', ' ');
        return line.length() > 60 ? line.substring(0, 59) + "…" : line;
    }
}
