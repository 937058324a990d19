package dev.posthorn.vars;

import java.util.ArrayList;
import java.util.List;

/// A text with `{{name}}` references, taken apart with their positions, for the resolver and for the coloured fields alike.
public record Template(String text, List<Reference> references) {

    /// One `{{name}}`: `start` is the first brace, `end` is after the last one, in chars of the text.
    public record Reference(String name, int start, int end) {}

    public Template {
        references = List.copyOf(references);
    }

    /// The innermost `{{…}}` pairs, as Postman finds them: `{{a{{b}}` is the reference `b`. White space around a name is dropped;
    /// a name has no braces.
    public static Template parse(String text) {
        var found = new ArrayList<Reference>();
        var open = text.indexOf("{{");
        while (open >= 0) {
            var close = text.indexOf("}}", open + 2);
            if (close < 0) {
                break;
            }
            var inner = text.lastIndexOf("{{", close - 1);
            var start = Math.max(open, inner);
            var name = text.substring(start + 2, close).strip();
            if (!name.isEmpty() && name.indexOf('{') < 0 && name.indexOf('}') < 0) {
                found.add(new Reference(name, start, close + 2));
            }
            open = text.indexOf("{{", close + 2);
        }
        return new Template(text, found);
    }
}
