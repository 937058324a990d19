package dev.posthorn.lint;

import java.util.Locale;
import java.util.regex.Pattern;

/// Tells literal secrets from what may stand in a file that is shared.
final class Secrets {

    private static final Pattern NAME = Pattern.compile("password|passwd|secret(?!id)|token|api[-_]?key|accesskey|privatekey|authkey|client_?secret|authorization");
    private static final Pattern HARMLESS = Pattern.compile(".*(url|uri|type|name|algorithm|prefix|placement|addto|method|expires?(in)?|endpoint)$");
    private static final Pattern TOKEN = Pattern.compile("(^|[\\s\"'=:])(ghp_[A-Za-z0-9]{30,}|github_pat_\\w{30,}|xox[abprs]-[\\w-]{10,}|AKIA[0-9A-Z]{16}|sk_live_\\w{16,}|PMAK-[\\w-]{20,}"
            + "|eyJ[\\w-]{10,}\\.[\\w-]{10,}\\.[\\w-]{10,}|AIza[\\w-]{35}|glpat-[\\w-]{20,})|-----BEGIN [A-Z ]*PRIVATE KEY-----");
    private static final Pattern EXAMPLE = Pattern.compile("(?i)(<.*>|\\*+|x+|your[-_ ].*|.*example.*|.*placeholder.*|changeme|todo|string|secret|password|token|test|none|null|true|false|\\d{1,3})");

    private Secrets() {}

    /// Whether a value under this name looks like a secret that somebody typed in; variables, examples and empty values do not.
    static boolean literal(String name, String value) {
        var plain = value.strip();
        if (plain.isEmpty() || plain.contains("{{")) {
            return false;
        }
        if (TOKEN.matcher(plain).find()) {
            return true;
        }
        var lower = name.toLowerCase(Locale.ROOT);
        var scheme = plain.replaceFirst("(?i)^(bearer|basic|token)\\s+", "");
        return NAME.matcher(lower).find() && !HARMLESS.matcher(lower).matches() && scheme.length() >= 6 && !EXAMPLE.matcher(scheme).matches();
    }
}
