package dev.posthorn.store;

import dev.posthorn.model.Cookie;
import dev.posthorn.model.Jar;
import dev.posthorn.tree.JsonProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Cookies in a file that others read and write: `cookies.txt` as curl and wget have it, or JSON.
public final class CookieText {

    private static final String HTTP_ONLY = "#HttpOnly_";
    private static final long LARGEST = 64 << 20;

    private CookieText() {}

    /// A file whose name ends in `.json` becomes JSON, any other one `cookies.txt`. Only its owner may read it.
    public static void write(Path file, Jar jar) throws IOException {
        var json = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json");
        PrivateFiles.write(file, (json ? CookieJson.write(new Jar(jar.cookies(), List.of())) : netscape(jar)).getBytes(StandardCharsets.UTF_8));
    }

    /// Reads either form, told apart by the first character.
    public static CookieJson.Read read(Path file, Instant now) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException(file.getFileName() + " has more than 64 MB: that is no file of cookies.");
        }
        var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[")) {
            try {
                return CookieJson.read(text, now);
            } catch (JsonProblem e) {
                throw new IOException(file.getFileName() + ", line " + e.line() + ": " + e.getMessage() + ".");
            }
        }
        return netscape(text, now);
    }

    /// Seven fields and tabs between them: domain, with subdomains, path, secure, expires in seconds (0 with the session), name, value.
    static String netscape(Jar jar) {
        var text = new StringBuilder("# Netscape HTTP Cookie File\n# The values are in it: whoever has this file has the sessions.\n\n");
        for (var kept : jar.cookies()) {
            var cookie = kept.cookie();
            text.append(cookie.httpOnly() ? HTTP_ONLY : "").append(cookie.hostOnly() ? "" : ".").append(cookie.domain()).append('\t')
                    .append(cookie.hostOnly() ? "FALSE" : "TRUE").append('\t').append(cookie.path()).append('\t').append(cookie.secure() ? "TRUE" : "FALSE").append('\t')
                    .append(cookie.expires() == null ? 0 : cookie.expires().getEpochSecond()).append('\t').append(cookie.name()).append('\t').append(cookie.value()).append('\n');
        }
        return text.toString();
    }

    private static CookieJson.Read netscape(String text, Instant now) {
        var kept = new ArrayList<Jar.Kept>();
        var troubles = new ArrayList<String>();
        var number = 0;
        for (var raw : text.split("\n", -1)) {
            number++;
            var line = raw.endsWith("\r") ? raw.substring(0, raw.length() - 1) : raw;
            if (line.isBlank() || line.startsWith("#") && !line.startsWith(HTTP_ONLY)) {
                continue;
            }
            try {
                kept.add(new Jar.Kept(cookie(line), now));
            } catch (IllegalArgumentException e) {
                troubles.add("Line " + number + ": " + e.getMessage() + ".");
            }
        }
        return new CookieJson.Read(new Jar(kept, List.of()), troubles);
    }

    private static Cookie cookie(String line) {
        var httpOnly = line.startsWith(HTTP_ONLY);
        var fields = (httpOnly ? line.substring(HTTP_ONLY.length()) : line).split("\t", 7);
        if (fields.length < 6) {
            throw new IllegalArgumentException("it has " + fields.length + " fields with tabs between them, not 7");
        }
        var domain = fields[0].toLowerCase(Locale.ROOT);
        var bare = domain.startsWith(".") ? domain.substring(1) : domain;
        if (bare.isBlank()) {
            throw new IllegalArgumentException("it has no domain");
        }
        if (!fields[4].matches("-?\\d{1,18}")) {
            throw new IllegalArgumentException("\"" + fields[4] + "\" is no time in seconds since 1970");
        }
        var seconds = Math.min(Long.parseLong(fields[4]), 253_402_300_799L);
        return CookieJson.checked(new Cookie(fields[5], fields.length < 7 ? "" : fields[6], bare, !fields[1].equalsIgnoreCase("TRUE"), fields[2].startsWith("/") ? fields[2] : "/",
                seconds <= 0 ? null : Instant.ofEpochSecond(seconds), fields[3].equalsIgnoreCase("TRUE"), httpOnly, ""));
    }
}
