package dev.posthorn.formats.v3;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Names of files and folders made from the names of requests and folders, so that every file system takes them. One for each folder.
///
/// 1. A run of `/ \ : * ? " < > |` and of control characters becomes one dash; a leading dot too. Dots and spaces at the end go.
/// 2. At most 64 bytes of UTF-8, as in Postman; what follows is cut off.
/// 3. No two differ in case alone: the second gets `-1` behind it, the third `-2`.
public final class Stems {

    /// The longest stem, in bytes of UTF-8.
    public static final int BYTES = 64;

    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
            "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    /// Half surrogate pairs, line and paragraph separators.
    private static final Set<Integer> BAD = Set.of((int) Character.SURROGATE, (int) Character.LINE_SEPARATOR, (int) Character.PARAGRAPH_SEPARATOR);

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> next = new HashMap<>();
    private final int bytes;

    public Stems() {
        this(BYTES);
    }

    /// @param bytes the longest stem here, for folders so deep that whole paths get too long
    Stems(int bytes) {
        this.bytes = bytes;
    }

    /// Marks a name as taken by something that is there already.
    public void take(String stem) {
        taken.add(folded(stem));
    }

    /// A stem for this name that nothing else in the folder has; it is taken then.
    ///
    /// @param fallback for a name of which nothing is left
    public String unique(String name, String fallback) {
        var clean = clean(name);
        var stem = cut(clean.isEmpty() ? fallback : clean, bytes);
        if (taken.add(folded(stem))) {
            return stem;
        }
        for (var number = next.getOrDefault(folded(stem), 1); ; number++) {
            var suffix = "-" + number;
            var candidate = cut(stem, Math.max(1, bytes - suffix.length())) + suffix;
            if (taken.add(folded(candidate))) {
                next.put(folded(stem), number + 1);
                return candidate;
            }
        }
    }

    private static String folded(String stem) {
        return Normalizer.normalize(stem, Normalizer.Form.NFC).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /// The name with what no file system takes replaced; may be empty.
    static String clean(String name) {
        var encoder = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")).newEncoder();
        var out = new StringBuilder();
        name.codePoints().forEach(c -> {
            var bad = c < ' ' || c == 127 || c >= 0x80 && c < 0xA0 || "/\\:*?\"<>|".indexOf(c) >= 0 || BAD.contains(Character.getType(c))
                    || !encoder.canEncode(Character.toString(c));
            if (!bad) {
                out.appendCodePoint(c);
            } else if (out.isEmpty() || out.charAt(out.length() - 1) != '-') {
                out.append('-');
            }
        });
        var stem = ends(out.toString().stripLeading());
        stem = stem.startsWith(".") ? "-" + stem.substring(1) : stem;
        return device(stem) ? stem + "-" : stem;
    }

    /// Windows keeps these names for itself, also with an ending behind them.
    private static boolean device(String stem) {
        var dot = stem.indexOf('.');
        return DEVICES.contains((dot < 0 ? stem : stem.substring(0, dot)).strip().toLowerCase(Locale.ROOT));
    }

    private static String ends(String stem) {
        var end = stem.length();
        while (end > 0 && (stem.charAt(end - 1) == '.' || Character.isWhitespace(stem.charAt(end - 1)))) {
            end--;
        }
        return stem.substring(0, end);
    }

    /// The longest beginning of so many bytes.
    private static String cut(String stem, int bytes) {
        if (stem.getBytes(StandardCharsets.UTF_8).length <= bytes) {
            return stem;
        }
        var end = 0;
        var length = 0;
        while (end < stem.length()) {
            var c = stem.codePointAt(end);
            length += Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (length > bytes) {
                break;
            }
            end += Character.charCount(c);
        }
        var cut = ends(stem.substring(0, end));
        return cut.isEmpty() ? "-" : cut;
    }
}
