package dev.posthorn.http;

import java.util.Optional;

/// What a server says that is not HTTP/1, and what that most likely means.
final class NoHttp {

    private static final int SHOWN = 60;

    private NoHttp() {}

    /// Completes "The answer of … breaks the rules of HTTP: "; empty where it begins as HTTP does, or nothing came.
    ///
    /// @param begun a byte a character
    static Optional<String> told(String begun) {
        if (begun.isEmpty() || begun.startsWith("HTTP/") || "HTTP/".startsWith(begun) || begun.contains("\n") && !binary(begun)) {
            return Optional.empty();
        }
        if (begun.startsWith("\u0015\u0003") || begun.startsWith("\u0016\u0003")) {
            return Optional.of("it came in TLS, so this port wants https:// and not http://");
        }
        if (begun.startsWith("\0\0") && begun.length() >= 9 && begun.charAt(3) == 4) {
            return Optional.of("it came in HTTP/2, so this port wants HTTP/2 with prior knowledge (Settings tab)");
        }
        return Optional.of(binary(begun) ? "it is binary and does not begin with \"HTTP/\""
                : "it does not begin with \"HTTP/\" but with \"" + begun.substring(0, Math.min(SHOWN, begun.length())).strip() + "\"");
    }

    private static boolean binary(String text) {
        return text.chars().limit(SHOWN).anyMatch(c -> c < ' ' && c != '\r' && c != '\n' && c != '\t' || c == 0x7f);
    }
}
