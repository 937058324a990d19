package dev.posthorn.ui.editor;

import dev.posthorn.model.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A piece of code that is put into a script, with marks that its writer fills in: read from `snippets.txt`.
///
/// @param id    what one types to have it offered
/// @param phase where it belongs; empty for both
/// @param code  with its marks in «»
public record Snippet(String id, Optional<Script.Phase> phase, String title, String code) {

    private static final String HEAD = "=== ";

    /// A mark: chars `start` to `end` of the plain code.
    record Mark(int start, int end) {}

    /// Code without signs, and its marks in order.
    record Plain(String code, List<Mark> marks) {}

    public static List<Snippet> load() {
        var all = new ArrayList<Snippet>();
        String[] head = null;
        var code = new StringBuilder();
        for (var line : ScriptApi.lines("snippets.txt")) {
            if (line.startsWith(HEAD)) {
                add(all, head, code);
                head = line.substring(HEAD.length()).split(" ¦ ");
                code.setLength(0);
            } else if (head != null) {
                code.append(line).append('\n');
            }
        }
        add(all, head, code);
        return List.copyOf(all);
    }

    private static void add(List<Snippet> all, String[] head, StringBuilder code) {
        if (head != null) {
            var phase = switch (head[1]) {
                case "test" -> Optional.of(Script.Phase.TEST);
                case "pre" -> Optional.of(Script.Phase.PRE_REQUEST);
                default -> Optional.<Script.Phase>empty();
            };
            all.add(new Snippet(head[0], phase, head[2], code.toString().stripTrailing()));
        }
    }

    public boolean fits(Script.Phase in) {
        return phase.isEmpty() || phase.get() == in;
    }

    /// Code without the signs of its marks.
    static String plain(String code) {
        return code.replace("«", "").replace("»", "");
    }

    /// The code with `indent` before each line but the first.
    static Plain plain(String code, String indent) {
        var plain = new StringBuilder();
        var marks = new ArrayList<Mark>();
        var open = -1;
        for (var c : code.replace("\n", "\n" + indent).toCharArray()) {
            if (c == '«') {
                open = plain.length();
            } else if (c == '»') {
                marks.add(new Mark(open, plain.length()));
            } else {
                plain.append(c);
            }
        }
        return new Plain(plain.toString(), marks);
    }
}
