package dev.posthorn.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What the description of a field says about its value. Our import of OpenAPI writes it at the end: "(required, integer int64, 1 to 100, default 5, one of: a, b)".
///
/// @param about   the description without it
/// @param type    in words: "string uuid"; empty where it is not said
/// @param limits  what else is said, such as "1 to 100"
/// @param choices the values that there are; empty for any
/// @param options the names of the shapes of which it has one; empty for none
record Remarks(String about, boolean required, String type, String limits, String preset, List<String> choices, List<String> options) {

    private static final List<String> TYPES = List.of("string", "integer", "number", "boolean", "array", "object", "any", "null");
    private static final Pattern LIMIT = Pattern.compile("(?:-?[0-9.]{1,30} to -?[0-9.]{1,30}|(?:at least|at most|more than|less than|a multiple of) -?[0-9.]{1,30})(?: characters| items)?");
    private static final Pattern MORE = Pattern.compile(" and \\d{1,9} more$");
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"(?=, |$)");
    private static final String CHOICES = "one of: ";
    private static final String OPTIONS = "either: ";

    static final Remarks NONE = new Remarks("", false, "", "", "", List.of(), List.of());

    static Remarks of(String description) {
        var text = description.strip();
        var from = text.endsWith(")") ? opening(text) : -1;
        if (from < 0) {
            return told(text);
        }
        var inside = text.substring(from + 1, text.length() - 1);
        var list = inside.indexOf(CHOICES);
        var choices = list < 0 ? List.<String>of() : choices(inside.substring(list + CHOICES.length()));
        var read = parts(list < 0 ? inside : inside.substring(0, list), choices);
        return read == null && list < 0 ? told(text) : read == null ? new Remarks(text.substring(0, from).strip(), false, "", "", "", choices, List.of()) : read.telling(text.substring(0, from).strip());
    }

    private static Remarks told(String about) {
        return NONE.telling(about);
    }

    private Remarks telling(String text) {
        return new Remarks(text, required, type, limits, preset, choices, options);
    }

    /// The bracket that the last one closes.
    private static int opening(String text) {
        var depth = 0;
        for (var i = text.length() - 1; i >= 0; i--) {
            depth += text.charAt(i) == ')' ? 1 : text.charAt(i) == '(' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /// A list that was cut is no list of all that there is.
    private static List<String> choices(String list) {
        if (MORE.matcher(list).find()) {
            return List.of();
        }
        var choices = new ArrayList<String>();
        for (var at = 0; at <= list.length();) {
            var quoted = QUOTED.matcher(list).region(at, list.length());
            var end = quoted.lookingAt() ? quoted.end() : list.indexOf(", ", at);
            var text = list.substring(at, end < 0 ? list.length() : end);
            choices.add(quoted.hasMatch() ? JsonText.typed(JsonText.value("any", text)) : text);
            at = end < 0 || end == list.length() ? list.length() + 1 : end + 2;
        }
        return List.copyOf(choices);
    }

    /// Null where none of it is a remark.
    private static Remarks parts(String inside, List<String> choices) {
        var required = false;
        var type = "";
        var preset = "";
        var limits = new ArrayList<String>();
        var options = List.<String>of();
        var known = false;
        for (var given : inside.split(", ")) {
            var part = given.strip();
            var first = part.split(" ", 2)[0].toLowerCase(Locale.ROOT);
            var knew = true;
            if (part.equals("required")) {
                required = true;
            } else if (part.startsWith(OPTIONS)) {
                options = List.of(part.substring(OPTIONS.length()).split(" / "));
            } else if (TYPES.contains(first)) {
                type = part;
            } else if (first.equals("default")) {
                preset = part.substring(7).strip();
            } else if (LIMIT.matcher(part).matches()) {
                limits.add(part);
            } else {
                knew = false;
            }
            known |= knew;
        }
        return known || inside.isBlank() ? new Remarks("", required, type, String.join(", ", limits), preset, choices, options) : null;
    }
}
