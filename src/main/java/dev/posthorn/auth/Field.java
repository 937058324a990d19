package dev.posthorn.auth;

import java.util.List;

/// One input of an authorization form. The form is drawn from these; `{{variables}}` work in all of them.
public sealed interface Field {

    /// Postman's key in the saved file.
    String key();

    String label();

    /// The value that holds while the file has none.
    String preset();

    record Text(String key, String label, String preset, String hint) implements Field {}

    /// Masked until the user looks at it.
    record Secret(String key, String label, String hint) implements Field {
        @Override
        public String preset() {
            return "";
        }
    }

    /// Text of several lines, such as a key in PEM or claims in JSON; masked where it is secret.
    record Area(String key, String label, String preset, String hint, Written written, boolean secret) implements Field {}

    enum Written { PLAIN, PEM, JSON }

    /// A table of further parameters. The file has it as a list of `{key, value, enabled, send_as}`; `places` are the values of `send_as`
    /// that can be chosen, empty for none.
    record Rows(String key, String label, List<Option> places) implements Field {
        public Rows {
            places = List.copyOf(places);
        }

        @Override
        public String preset() {
            return "";
        }
    }

    record Choice(String key, String label, String preset, List<Option> options) implements Field {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /// `value` goes into the file, `label` on the screen.
    record Option(String value, String label) {}

    record Flag(String key, String label, boolean on) implements Field {
        @Override
        public String preset() {
            return Boolean.toString(on);
        }
    }
}
