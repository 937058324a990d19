package dev.posthorn.imports;

import dev.posthorn.formats.Document;
import dev.posthorn.formats.Importer;
import dev.posthorn.formats.ReadResult;
import dev.posthorn.formats.Report;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Environment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/// Opens `.env` files as environments: `NAME=value` lines as shells, Docker and the dotenv libraries write them.
///
/// 1. `export NAME=…` and `NAME: value` are read too; lines without `=` that only export a name, and comments, say nothing.
/// 2. `'…'` is taken as it is; `"…"` knows `\n`, `\r`, `\t`, `\"`, `\\` and `\$`; both may go over several lines, and so may `` `…` ``.
/// 3. Without quotes a value ends at its line, or at ` #`, and is stripped.
/// 4. `$NAME`, `${NAME}` and `${NAME:-otherwise}` mean values of the same file alone, set above; what is not set there stays as it is written.
/// 5. A name that says so (PASSWORD, TOKEN, SECRET, …_KEY) makes a secret variable.
final class DotEnv implements Importer {

    private static final Pattern NAME = Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_.-]*)[ \\t]*([=:])[ \\t]*");
    private static final Pattern SECRET = Pattern.compile("(?i)(.*[_.-])?(password|passwd|pwd|passphrase|secret|token|apikey|(api|access|secret|private|auth|signing|encryption)[_.-]?key|credentials?)([_.-].*)?");
    private static final Pattern REFERENCE = Pattern.compile("\\\\\\$|\\$\\{([A-Za-z_][A-Za-z0-9_.]*)(?::?-([^{}]*))?}|\\$([A-Za-z_][A-Za-z0-9_]*)");
    private static final Pattern FILE = Pattern.compile("(?i)\\.env(\\..+)?|.+\\.env");

    @Override
    public String name() {
        return ".env file";
    }

    @Override
    public boolean recognises(Document document) {
        if (document.folder() || document.json() != null || document.text().indexOf('\0') >= 0) {
            return false;
        }
        var lines = new Lines(document.text());
        // A file of another name must be nothing but assignments with an equals sign.
        return FILE.matcher(document.file().getFileName().toString()).matches() ? !lines.entries().isEmpty() || lines.trouble() == 0
                : lines.trouble() == 0 && !lines.entries().isEmpty() && !lines.colons();
    }

    @Override
    public ReadResult read(Document document) {
        var lines = new Lines(document.text());
        var rows = new ArrayList<Report.Row>();
        if (lines.trouble() > 0) {
            rows.add(Report.Row.aside("", "line " + lines.trouble(), "a line that is no NAME=value", "it sets nothing"));
        }
        rows.add(Report.Row.kept("", "", lines.entries().size()));
        return new ReadResult.OfEnvironment(name(), new Environment(environment(document), false, lines.entries()), new Report(rows));
    }

    /// `.env.staging` and `staging.env` are "staging"; `.env` is called by its folder.
    private static String environment(Document document) {
        var file = document.file().getFileName().toString();
        var name = file.replaceFirst("(?i)^\\.env\\.?", "").replaceFirst("(?i)\\.env$", "");
        var folder = document.file().toAbsolutePath().getParent();
        return !name.isEmpty() ? name : folder == null || folder.getFileName() == null ? ".env" : folder.getFileName() + " .env";
    }

    /// The assignments of a text, read once from its begin to its end.
    private static final class Lines {

        private final String text;
        private final LinkedHashMap<String, String> values = new LinkedHashMap<>();
        private int at;
        private int trouble;
        private boolean colons;

        Lines(String text) {
            this.text = text.replace("\r\n", "\n").replace('\r', '\n');
            while (at < this.text.length()) {
                line();
            }
        }

        /// The number of the first line that says nothing that can be understood; 0 where there is none.
        int trouble() {
            return trouble;
        }

        boolean colons() {
            return colons;
        }

        List<Entry> entries() {
            return values.entrySet().stream().map(e -> Entry.of(e.getKey(), e.getValue()).withSecret(SECRET.matcher(e.getKey()).matches())).toList();
        }

        private void line() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (at >= text.length()) {
                return;
            }
            if (text.charAt(at) == '#') {
                at = end();
                return;
            }
            var name = NAME.matcher(text).region(at, text.length());
            if (!name.lookingAt()) {
                if (!text.substring(at, end()).matches("export(\\s+[A-Za-z_][A-Za-z0-9_]*)+\\s*") && trouble == 0) {
                    trouble = line(at);
                }
                at = end();
                return;
            }
            colons |= name.group(2).equals(":");
            at = name.end();
            // Of two with one name the last counts, in its own place.
            var value = value();
            values.remove(name.group(1));
            values.put(name.group(1), value);
        }

        private int line(int offset) {
            return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
        }

        private int end() {
            var end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end;
        }

        private String value() {
            var quote = at < text.length() ? text.charAt(at) : '\n';
            var close = quote == '"' || quote == '\'' || quote == '`' ? closing(quote) : -1;
            if (close < 0) {
                return bare();
            }
            var inner = text.substring(at + 1, close);
            at = close + 1;
            at = end();
            return switch (quote) {
                case '"' -> expanded(unescaped(inner));
                default -> inner;
            };
        }

        /// The quote that ends the value: behind it there is nothing on its line but a comment. -1 where there is none.
        private int closing(char quote) {
            for (var i = at + 1; i < text.length(); i++) {
                if (text.charAt(i) == '\\' && quote == '"') {
                    i++;
                } else if (text.charAt(i) == quote) {
                    return i;
                }
            }
            return -1;
        }

        private String bare() {
            var line = text.substring(at, end());
            at = end();
            var comment = line.startsWith("#") ? 0 : line.indexOf(" #") < 0 ? line.indexOf("\t#") : line.indexOf(" #");
            return expanded((comment < 0 ? line : line.substring(0, comment)).strip());
        }

        /// `\$` stays until the references are replaced.
        private static String unescaped(String inner) {
            var out = new StringBuilder();
            for (var i = 0; i < inner.length(); i++) {
                var c = inner.charAt(i);
                if (c != '\\' || i + 1 == inner.length()) {
                    out.append(c);
                    continue;
                }
                i++;
                switch (inner.charAt(i)) {
                    case 'n' -> out.append('\n');
                    case 'r' -> out.append('\r');
                    case 't' -> out.append('\t');
                    case '"' -> out.append('"');
                    case '\\' -> out.append('\\');
                    case '\n' -> { }
                    default -> out.append('\\').append(inner.charAt(i));
                }
            }
            return out.toString();
        }

        private String expanded(String value) {
            return value.indexOf('$') < 0 ? value : REFERENCE.matcher(value).replaceAll(found -> {
                if (found.group().equals("\\$")) {
                    return "\\$";
                }
                var name = found.group(1) == null ? found.group(3) : found.group(1);
                var set = values.get(name);
                var text = set != null && !set.isEmpty() ? set : found.group(2) != null ? found.group(2) : set != null ? set : found.group();
                return java.util.regex.Matcher.quoteReplacement(text);
            });
        }
    }
}
