package dev.posthorn.cli;

import dev.posthorn.model.Cookie;
import dev.posthorn.model.Jar;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import dev.posthorn.tree.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Cookies in the JSON of tough-cookie, which newman's `--cookie-jar` and `--export-cookie-jar` use.
final class ToughCookies {

    private ToughCookies() {}

    static Jar read(Path file, Instant now) throws Misuse {
        try {
            var root = JsonReader.read(TextFile.of(Files.readAllBytes(file)).text());
            var rows = root instanceof Json.Obj object ? object.list("cookies") : root instanceof Json.Arr list ? list.elements() : List.<Json>of();
            if (!(root instanceof Json.Arr) && !(root instanceof Json.Obj object && object.get("cookies") instanceof Json.Arr)) {
                throw new Misuse(file + ": there is no list \"cookies\" in it.");
            }
            var kept = new ArrayList<Jar.Kept>();
            for (var index = 0; index < rows.size(); index++) {
                try {
                    kept.add(cookie(rows.get(index), now));
                } catch (IllegalArgumentException | DateTimeException e) {
                    throw new Misuse(file + ", cookie " + (index + 1) + ": " + e.getMessage() + ".");
                }
            }
            return new Jar(kept, List.of());
        } catch (JsonProblem e) {
            throw new Misuse(file + ", line " + e.line() + ", column " + e.column() + ": " + e.getMessage() + ".");
        } catch (IOException e) {
            throw new Misuse("the cookies in " + file + " cannot be read: " + (Files.exists(file) ? e.getMessage() : "there is no such file") + ".");
        }
    }

    private static Jar.Kept cookie(Json row, Instant now) {
        if (!(row instanceof Json.Obj cookie)) {
            throw new IllegalArgumentException("it is no object");
        }
        var domain = cookie.text("domain").toLowerCase(Locale.ROOT);
        domain = domain.startsWith(".") ? domain.substring(1) : domain;
        if (domain.isBlank()) {
            throw new IllegalArgumentException("it has no domain");
        }
        var text = cookie.text("key") + cookie.text("value") + cookie.text("path");
        if (text.chars().anyMatch(c -> c == ';' || c < ' ' && c != '\t' || c == 0x7f)) {
            throw new IllegalArgumentException("it has a semicolon or a control character in it");
        }
        var created = cookie.text("creation").isEmpty() ? now : Instant.parse(cookie.text("creation"));
        return new Jar.Kept(new Cookie(cookie.text("key"), cookie.text("value"), domain, cookie.flag("hostOnly"), cookie.text("path").startsWith("/") ? cookie.text("path") : "/",
                expires(cookie, created), cookie.flag("secure"), cookie.flag("httpOnly"), sameSite(cookie.text("sameSite"))), created);
    }

    private static Instant expires(Json.Obj cookie, Instant created) {
        if (cookie.text("maxAge").matches("-?\\d{1,12}")) {
            return created.plus(Duration.ofSeconds(Long.parseLong(cookie.text("maxAge"))));
        }
        var text = cookie.text("expires");
        return text.isEmpty() || text.equals("Infinity") ? null : Instant.parse(text);
    }

    private static String sameSite(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "strict" -> "Strict";
            case "lax" -> "Lax";
            case "none" -> "None";
            default -> "";
        };
    }

    static String write(Jar jar, Instant now) {
        var root = new LinkedHashMap<String, Object>();
        root.put("version", "tough-cookie@4.1.3");
        root.put("storeType", "MemoryCookieStore");
        root.put("rejectPublicSuffixes", false);
        root.put("enableLooseMode", true);
        root.put("allowSpecialUseDomain", true);
        root.put("prefixSecurity", "silent");
        root.put("cookies", jar.cookies().stream().map(kept -> row(kept, now)).toList());
        return JsonWriter.pretty(root);
    }

    private static Map<String, Object> row(Jar.Kept kept, Instant now) {
        var cookie = kept.cookie();
        var row = new LinkedHashMap<String, Object>();
        row.put("key", cookie.name());
        row.put("value", cookie.value());
        if (cookie.expires() != null) {
            row.put("expires", cookie.expires().toString());
        }
        row.put("domain", cookie.domain());
        row.put("path", cookie.path());
        if (cookie.secure()) {
            row.put("secure", true);
        }
        if (cookie.httpOnly()) {
            row.put("httpOnly", true);
        }
        row.put("hostOnly", cookie.hostOnly());
        row.put("creation", kept.created().toString());
        row.put("lastAccessed", now.toString());
        if (!cookie.sameSite().isEmpty()) {
            row.put("sameSite", cookie.sameSite().toLowerCase(Locale.ROOT));
        }
        return row;
    }
}
