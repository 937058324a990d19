package dev.posthorn.formats.v3;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Part;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestUrl;
import dev.posthorn.model.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Requests of every kind, made at random, for tests that write and read.
final class RandomRequests {

    private static final List<String> WORDS = List.of("a", "B c", "ü", "😀", "{{v}}", "x/y", "\"q\"", "\\", "line\nline", "tab\t", "1", "", "true", "a: b # c",
            "a\r\nb", " x ", "a\n\n", "- y");

    private RandomRequests() {}

    /// Some parts of `from` with those of `other` in their place.
    static Request edit(Random random, Request from, Request other) {
        var edited = from;
        edited = random.nextInt(4) == 0 ? edited.withMethod(other.method()) : edited;
        edited = random.nextInt(4) == 0 ? edited.withAddress(other.url(), other.query(), other.pathVariables()) : edited;
        edited = random.nextInt(4) == 0 ? edited.withHeaders(mixed(random, from.headers(), other.headers())) : edited;
        edited = random.nextInt(4) == 0 ? edited.withBody(other.body()) : edited;
        edited = random.nextInt(4) == 0 ? edited.withAuth(other.auth()) : edited;
        edited = random.nextInt(4) == 0 ? edited.withScripts(other.scripts()) : edited;
        edited = random.nextInt(4) == 0 ? edited.withSettings(other.settings()) : edited;
        return random.nextInt(4) == 0 ? edited.withDescription(other.description()) : edited;
    }

    private static List<Entry> mixed(Random random, List<Entry> some, List<Entry> others) {
        var all = new ArrayList<>(some);
        all.addAll(others);
        java.util.Collections.shuffle(all, random);
        return all.subList(0, random.nextInt(all.size() + 1));
    }

    static Request random(Random random) {
        var query = rows(random, false);
        var url = "http://h.org/" + random.nextInt(9) + "/:id";
        var settings = Request.blank().settings();
        return new Request(random.nextBoolean() ? "GET" : "POST", RequestUrl.parse(url).withEntries(query).toString(), query, rows(random, true),
                rows(random, true), body(random), auth(random), scripts(random),
                random.nextBoolean() ? settings : settings.with("followRedirects", random.nextBoolean()).with("maxRedirects", random.nextInt(9)), word(random));
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    /// @param wild whether any text may occur; else only what can stand in a query as it is
    private static List<Entry> rows(Random random, boolean wild) {
        return Stream.generate(() -> new Entry("k" + random.nextInt(4), wild ? word(random) : "v" + random.nextInt(9), word(random), random.nextInt(3) > 0, false))
                .limit(random.nextInt(4)).toList();
    }

    private static Body body(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Body.Raw(word(random), random.nextBoolean() ? "json" : "text");
            case 1 -> new Body.UrlEncoded(rows(random, true));
            case 2 -> new Body.FormData(rows(random, true).stream().map(e -> random.nextBoolean() ? new Part(e, false, List.of(), word(random), random.nextInt(3) == 0 ? word(random) : "")
                    : new Part(e, true, List.of("f", "g").subList(0, random.nextInt(3)), "", random.nextInt(3) == 0 ? word(random) : "")).toList());
            case 3 -> new Body.Binary(word(random));
            case 4 -> new Body.GraphQl(word(random), word(random), word(random));
            default -> Body.none();
        };
    }

    private static Auth auth(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Auth.NONE;
            case 1 -> new Auth("basic", java.util.Map.of("username", word(random), "password", word(random)));
            case 2 -> new Auth("oauth2", java.util.Map.of("accessToken", word(random), "useBrowser", random.nextBoolean(), "n", random.nextInt(9),
                    "authRequestParams", List.of(java.util.Map.of("key", word(random)))));
            default -> Auth.INHERIT;
        };
    }

    private static List<Script> scripts(Random random) {
        var scripts = new ArrayList<Script>();
        if (random.nextBoolean()) {
            scripts.add(new Script(Script.Phase.PRE_REQUEST, "a();\n" + word(random) + "\nb();"));
        }
        if (random.nextBoolean() && !scripts.isEmpty()) {
            scripts.add(new Script(Script.Phase.TEST, "t" + word(random)));
        }
        return scripts;
    }
}
