package dev.posthorn.ui.editor;

import dev.posthorn.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Finds members of `pm` and `postman` that are not there, such as `pm.enviroment`, and says which one may be meant.
final class MemberCheck {

    private static final int MOST = 50;
    private static final int LONGEST = 60;

    private final ScriptApi api;

    MemberCheck(ScriptApi api) {
        this.api = api;
    }

    /// @param spans of strings and comments, in which nothing is looked for
    List<Problem> check(String text, List<Span> spans) {
        var code = code(text, spans);
        var given = new HashSet<String>();
        var found = new ArrayList<Problem>();
        for (var root : List.of("pm", "postman")) {
            for (var at = code.indexOf(root); at >= 0 && found.size() < MOST; at = code.indexOf(root, at + root.length())) {
                var end = at + root.length();
                if ((at == 0 || !Character.isJavaIdentifierPart(code.charAt(at - 1)) && code.charAt(at - 1) != '.') && (end == code.length() || !Character.isJavaIdentifierPart(code.charAt(end)))) {
                    follow(code, end, root, given).ifPresent(found::add);
                }
            }
        }
        found.removeIf(p -> given.contains(text.substring(p.start(), p.end())));
        return found;
    }

    /// The text with blanks in the place of strings and comments.
    private static String code(String text, List<Span> spans) {
        var code = text.toCharArray();
        for (var span : spans) {
            if (span.kind() == Span.Kind.STRING || span.kind() == Span.Kind.COMMENT) {
                java.util.Arrays.fill(code, span.start(), Math.min(span.end(), code.length), ' ');
            }
        }
        return new String(code);
    }

    /// Goes along the chain behind `root`; members that the script itself makes are noted in `given`.
    private Optional<Problem> follow(String code, int from, String root, Set<String> given) {
        var type = root;
        var path = root;
        var at = from;
        while (true) {
            var dot = blanks(code, at);
            dot = code.startsWith("?.", dot) ? dot + 1 : dot;
            if (dot >= code.length() || code.charAt(dot) != '.') {
                return Optional.empty();
            }
            var start = blanks(code, dot + 1);
            var end = start;
            while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
                end++;
            }
            if (start == end) {
                return Optional.empty();
            }
            var name = code.substring(start, end);
            var member = api.member(type, name);
            var next = blanks(code, end);
            if (member.isEmpty()) {
                if (next < code.length() && code.charAt(next) == '=' && !code.startsWith("==", next)) {
                    given.add(name);
                }
                return api.closed(type) && !Set.of("hasOwnProperty", "toString", "valueOf").contains(name) ? Optional.of(missing(type, path, name, start, end)) : Optional.empty();
            }
            if (member.get().function()) {
                if (next >= code.length() || code.charAt(next) != '(') {
                    return Optional.empty();
                }
                end = closing(code, next);
            }
            type = member.get().type();
            path = path + "." + name;
            at = end;
        }
    }

    private Problem missing(String type, String path, String name, int start, int end) {
        var meant = api.names(type).stream().filter(n -> name.length() <= LONGEST && distance(n.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT)) <= (name.length() < 5 ? 1 : 3))
                .min(java.util.Comparator.comparingInt(n -> distance(n, name)));
        return new Problem(start, end, Problem.Kind.WARNING, Problem.Source.MEMBERS,
                path + "." + name + " is not there" + meant.map(m -> "; did you mean " + path + "." + m + "?").orElse("."));
    }

    private static int blanks(String code, int from) {
        var at = from;
        while (at < code.length() && Character.isWhitespace(code.charAt(at))) {
            at++;
        }
        return at;
    }

    /// The index behind the bracket that closes the one at `open`; the end of the text where none does.
    private static int closing(String code, int open) {
        var depth = 0;
        for (var i = open; i < code.length(); i++) {
            depth += code.charAt(i) == '(' ? 1 : code.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return code.length();
    }

    /// How many letters must be put in, taken out or changed to make one word of the other.
    static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (var j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var above = row[j];
                row[j] = Math.min(Math.min(row[j - 1], above) + 1, corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1));
                corner = above;
            }
        }
        return row[other.length()];
    }
}
