package dev.posthorn.workbench;

import dev.posthorn.codegen.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Stand-ins for values while a request is resolved and signed: letters and digits that no step on the way changes, found again in what comes out.
///
/// A variable that holds a whole address stands for `http://` and a stand-in, so that the URL around it is read as one.
final class Placeholders {

    private static final String END = "qz";

    /// Names that have a value already, in a shell or a system.
    private static final Set<String> OF_THE_SYSTEM = Set.of("PATH", "HOME", "USER", "USERNAME", "LANG", "LANGUAGE", "SHELL", "PWD", "OLDPWD", "HOST", "HOSTNAME", "TERM", "TMP", "TEMP", "TMPDIR", "IFS",
            "UID", "EUID", "RANDOM", "SECONDS", "DATE", "TIME", "CD", "OS", "DISPLAY", "LOGNAME", "MAIL", "EDITOR", "PROMPT", "STATUS", "ARGV", "GROUPS", "OPTIND", "PPID", "LINENO");
    private static final Pattern WORD = Pattern.compile("[^A-Za-z0-9]+");

    private final String mark;
    private final Pattern pattern;
    private final List<String> keys = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<Boolean> addresses = new ArrayList<>();

    /// @param taken a text that the stand-ins must not occur in
    Placeholders(String taken) {
        var chosen = "zqslot";
        while (taken.toLowerCase(Locale.ROOT).contains(chosen)) {
            chosen += "x";
        }
        mark = chosen + "n";
        pattern = Pattern.compile("(http://)?" + mark + "(\\d+)" + END, Pattern.CASE_INSENSITIVE);
    }

    /// What stands for the variable of that name; always the same for one name.
    ///
    /// @param address whether its value begins with a scheme
    String variable(String name, boolean address) {
        return stand("{{" + name + "}}", name, address);
    }

    /// What stands for a value that is called so; the same for the same value under the same name.
    String value(String name, String value) {
        return stand(name + "=" + value, name, false);
    }

    private String stand(String key, String name, boolean address) {
        var at = keys.indexOf(key);
        if (at < 0) {
            at = keys.size();
            keys.add(key);
            names.add(free(slotName(name)));
            addresses.add(address);
        }
        return (addresses.get(at) ? "http://" : "") + mark + at + END;
    }

    private String free(String wanted) {
        var name = wanted;
        for (var i = 2; names.contains(name); i++) {
            name = wanted + "_" + i;
        }
        return name;
    }

    /// `baseUrl` and `base-url` as names of environment variables are written: `BASE_URL`.
    private static String slotName(String name) {
        var words = WORD.matcher(name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")).replaceAll("_").replaceAll("^_+|_+$", "").toUpperCase(Locale.ROOT);
        return words.isEmpty() ? "VALUE" : Character.isDigit(words.charAt(0)) ? "VALUE_" + words : OF_THE_SYSTEM.contains(words) ? words + "_VALUE" : words;
    }

    boolean in(String text) {
        return pattern.matcher(text).find();
    }

    /// The text with its stand-ins as variables.
    Text text(String text) {
        var pieces = new ArrayList<Text.Piece>();
        var at = 0;
        for (var found = pattern.matcher(text); found.find();) {
            var number = Integer.parseInt(found.group(2));
            if (number >= names.size()) {
                continue;
            }
            var scheme = found.group(1) == null || addresses.get(number) ? "" : found.group(1);
            pieces.add(new Text.Piece.Literal(text.substring(at, found.start()) + scheme));
            pieces.add(new Text.Piece.Slot(names.get(number)));
            at = found.end();
        }
        pieces.add(new Text.Piece.Literal(text.substring(at)));
        return new Text(pieces);
    }
}
