package dev.posthorn.imports.http;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What stands between two `###` lines, taken apart into its pieces.
final class Block {

    /// A script, inline or in a file; `file` is empty where it is inline.
    record Script(boolean before, String code, String file, int line) {}

    private static final Pattern DIRECTIVE = Pattern.compile("(?:#|//)\\s*@([\\w-]+)(?:\\s+|\\s*=\\s*|$)(.*)");
    private static final Pattern VARIABLE = Pattern.compile("@([^\\s=@]+)\\s*=\\s*(.*)");
    private static final Pattern HEADER = Pattern.compile("([^\\s:{}\"/?]+):(.*)");
    static final Pattern REQUEST = Pattern.compile("(?:([A-Z][A-Z-]{1,19}|get|post|put|patch|delete|head|options)\\s+)?(\\S.*?)(?:\\s+(HTTP/\\d(?:\\.\\d)?(?:\\s*\\([^)]*\\))?))?\\s*");

    /// A directive, variable or header, and where it stands.
    record Pair(String name, String value, int line) {}

    private final List<Line> lines;
    private int at;
    final String title;
    String method = "";
    String url = "";
    String version = "";
    int line;
    final List<Pair> directives = new ArrayList<>();
    final List<Pair> variables = new ArrayList<>();
    final List<Pair> headers = new ArrayList<>();
    final List<Line> body = new ArrayList<>();
    final List<Script> scripts = new ArrayList<>();
    final List<Pair> others = new ArrayList<>();
    final List<String> comments = new ArrayList<>();

    private Block(String title, List<Line> lines) {
        this.title = title;
        this.lines = lines;
    }

    static List<Block> read(String text) {
        var blocks = new ArrayList<Block>();
        var lines = new ArrayList<Line>();
        var title = "";
        var number = 0;
        for (var row : text.lines().toList()) {
            number++;
            if (row.startsWith("###")) {
                blocks.add(new Block(title, List.copyOf(lines)));
                lines.clear();
                title = row.replaceFirst("^#+", "").strip();
            } else {
                lines.add(new Line(row, number));
            }
        }
        blocks.add(new Block(title, List.copyOf(lines)));
        blocks.forEach(Block::parse);
        return blocks;
    }

    /// The lines as they stand, from the first that is no comment.
    String source() {
        return String.join("\n", lines.stream().map(Line::text).toList());
    }

    boolean empty() {
        return url.isEmpty();
    }

    /// The value of a directive; null where it is not there.
    String directive(String name) {
        return directives.stream().filter(d -> d.name().equals(name)).map(Pair::value).findFirst().orElse(null);
    }

    private void parse() {
        while (at < lines.size() && url.isEmpty()) {
            before(lines.get(at));
        }
        while (at < lines.size() && url(lines.get(at))) {
            at++;
        }
        while (at < lines.size() && !lines.get(at).blank()) {
            header(lines.get(at++));
        }
        at++;
        while (at < lines.size()) {
            body(lines.get(at));
        }
        while (!body.isEmpty() && body.getLast().blank()) {
            body.removeLast();
        }
    }

    private void before(Line here) {
        var variable = VARIABLE.matcher(here.text().strip());
        if (here.comment()) {
            comment(here);
            at++;
        } else if (variable.matches()) {
            variables.add(new Pair(variable.group(1), variable.group(2).strip(), here.number()));
            at++;
        } else if (here.text().startsWith("< ") || here.text().startsWith("<{%")) {
            script(here, true);
        } else if (here.text().matches("(import|run)\\s.*")) {
            others.add(new Pair(here.text().strip(), "another file or request is not run by this one", here.number()));
            at++;
        } else {
            var request = REQUEST.matcher(here.text().strip());
            if (request.matches()) {
                method = request.group(1) == null ? "" : request.group(1);
                url = request.group(2);
                version = request.group(3) == null ? "" : request.group(3);
                line = here.number();
            }
            at++;
        }
    }

    private void comment(Line here) {
        var directive = DIRECTIVE.matcher(here.text().strip());
        if (directive.matches()) {
            directives.add(new Pair(directive.group(1), directive.group(2).strip(), here.number()));
        } else {
            var said = here.text().replaceFirst("^(#+|/+)\\s?", "").stripTrailing();
            if (!said.isBlank()) {
                comments.add(said);
            }
        }
    }

    /// A line that continues the URL: it is indented, or begins with `?` or `&`.
    private boolean url(Line here) {
        var text = here.text().strip();
        if (text.isEmpty() || !(Character.isWhitespace(here.text().charAt(0)) || text.startsWith("?") || text.startsWith("&"))) {
            return false;
        }
        var end = Pattern.compile("(.*?)\\s+(HTTP/\\d(?:\\.\\d)?)").matcher(text);
        version = end.matches() ? end.group(2) : version;
        url += end.matches() ? end.group(1) : text;
        return true;
    }

    private void header(Line here) {
        var header = HEADER.matcher(here.text());
        if (here.comment()) {
            comment(here);
        } else if (header.matches()) {
            headers.add(new Pair(header.group(1), header.group(2).strip(), here.number()));
        } else {
            others.add(new Pair(here.text().strip(), "it is no header, and a body begins behind an empty line", here.number()));
        }
    }

    private void body(Line here) {
        var text = here.text();
        if (text.startsWith("> ") || text.startsWith(">{%")) {
            script(here, false);
        } else if (text.startsWith(">>")) {
            others.add(new Pair(text.strip(), "where the answer is written to: use \"Save response\"", here.number()));
            at++;
        } else if (text.startsWith("<> ")) {
            others.add(new Pair(text.strip(), "an earlier answer in a file of its own, which is not read at import", here.number()));
            at++;
        } else {
            body.add(here);
            at++;
        }
    }

    private void script(Line here, boolean before) {
        var text = here.text().substring(1).strip();
        at++;
        if (!text.startsWith("{%")) {
            scripts.add(new Script(before, "", text, here.number()));
            return;
        }
        var code = new StringBuilder(text.substring(2));
        while (code.indexOf("%}") < 0 && at < lines.size()) {
            code.append('\n').append(lines.get(at++).text());
        }
        var end = code.indexOf("%}");
        scripts.add(new Script(before, code.substring(0, end < 0 ? code.length() : end).strip(), "", here.number()));
    }
}
