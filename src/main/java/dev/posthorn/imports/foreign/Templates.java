package dev.posthorn.imports.foreign;

import java.util.List;

/// How a tool writes variables into its texts, turned into Postman's `{{name}}`.
public interface Templates {

    Templated translate(String text);

    /// A text in Postman's notation, and what was changed to get there.
    record Templated(String text, List<Change> changes) {
        public Templated {
            changes = List.copyOf(changes);
        }

        public static Templated same(String text) {
            return new Templated(text, List.of());
        }
    }

    /// @param from what stood there: `{{ _.host }}`
    /// @param to   what stands there now; empty where it was left as it is
    /// @param why  empty where `from` and `to` say it all
    record Change(String from, String to, String why) {}
}
