package dev.posthorn.store;

import dev.posthorn.model.Cookie;
import dev.posthorn.model.Jar;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Cookies as JSON: the jar's own file, what is exported, and what browsers' extensions write.
public final class CookieJson {

    /// What was read, and a sentence for each entry that could not be.
    public record Read(Jar jar, List<String> troubles) {}

    private CookieJson() {}

    public static String write(Jar jar) {
        var root = new LinkedHashMap<String, Object>();
        root.put("cookies", jar.cookies().stream().map(CookieJson::map).toList());
        if (!jar.scripts().isEmpty()) {
            root.put("scriptDomains", jar.scripts());
        }
        return JsonWriter.pretty(root);
    }

    private static Map<String, Object> map(Jar.Kept kept) {
        var cookie = kept.cookie();
        var map = new LinkedHashMap<String, Object>();
        map.put("name", cookie.name());
        map.put("value", cookie.value());
        map.put("domain", cookie.domain());
        map.put("hostOnly", cookie.hostOnly());
        map.put("path", cookie.path());
        map.put("expires", cookie.expires() == null ? null : cookie.expires().toString());
        map.put("secure", cookie.secure());
        map.put("httpOnly", cookie.httpOnly());
        map.put("sameSite", cookie.sameSite());
        map.put("created", kept.created().toString());
        return map;
    }

    /// @param now the age of cookies that do not say theirs
    public static Read read(String text, Instant now) throws JsonProblem {
        var root = JsonReader.read(text);
        var rows = root instanceof Json.Arr list ? list.elements() : root instanceof Json.Obj object ? object.list("cookies") : List.<Json>of();
        if (!(root instanceof Json.Arr) && !(root instanceof Json.Obj object && object.get("cookies") instanceof Json.Arr)) {
            throw new JsonProblem("there is no list of cookies in it", 1, 1);
        }
        var kept = new ArrayList<Jar.Kept>();
        var troubles = new ArrayList<String>();
        for (var i = 0; i < rows.size(); i++) {
            try {
                kept.add(kept(rows.get(i), now));
            } catch (IllegalArgumentException e) {
                troubles.add("Cookie " + (i + 1) + ": " + e.getMessage() + ".");
            }
        }
        var scripts = root instanceof Json.Obj object ? object.list("scriptDomains").stream().filter(Json.Text.class::isInstance).map(Object::toString).toList() : List.<String>of();
        return new Read(new Jar(kept, scripts), troubles);
    }

    private static Jar.Kept kept(Json row, Instant now) {
        if (!(row instanceof Json.Obj cookie)) {
            throw new IllegalArgumentException("it is no object");
        }
        var domain = cookie.text("domain").toLowerCase(Locale.ROOT);
        var bare = domain.startsWith(".") ? domain.substring(1) : domain;
        if (bare.isBlank()) {
            throw new IllegalArgumentException("it has no domain");
        }
        if (cookie.text("name").isEmpty() && cookie.text("value").isEmpty()) {
            throw new IllegalArgumentException("it has neither a name nor a value");
        }
        var path = cookie.text("path").startsWith("/") ? cookie.text("path") : "/";
        var hostOnly = cookie.has("hostOnly") ? cookie.flag("hostOnly") : !domain.startsWith(".");
        return new Jar.Kept(checked(new Cookie(cookie.text("name"), cookie.text("value"), bare, hostOnly, path, expires(cookie), cookie.flag("secure"), cookie.flag("httpOnly"),
                sameSite(cookie.text("sameSite")))), instant(cookie.text("created"), now));
    }

    /// What would break the header that it is sent in is no cookie.
    static Cookie checked(Cookie cookie) {
        var text = cookie.name() + cookie.value() + cookie.domain() + cookie.path();
        if (text.chars().anyMatch(c -> c == ';' || c < ' ' && c != '\t' || c == 0x7f)) {
            throw new IllegalArgumentException("it has a semicolon or a control character in it");
        }
        return cookie;
    }

    /// Ours is a date, that of browsers' extensions (`expirationDate`) seconds since 1970.
    private static Instant expires(Json.Obj cookie) {
        var text = cookie.has("expires") ? cookie.text("expires") : cookie.text("expirationDate");
        return text.isEmpty() || text.equals("-1") ? null : instant(text, null);
    }

    private static Instant instant(String text, Instant otherwise) {
        try {
            return text.isEmpty() ? otherwise : text.matches("\\d+(\\.\\d+)?") ? Instant.ofEpochMilli((long) (Double.parseDouble(text) * 1000)) : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no date such as 2030-01-31T12:00:00Z");
        }
    }

    private static String sameSite(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "strict" -> "Strict";
            case "lax" -> "Lax";
            case "none", "no_restriction" -> "None";
            default -> "";
        };
    }
}
