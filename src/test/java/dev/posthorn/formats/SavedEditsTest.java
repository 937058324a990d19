package dev.posthorn.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.imports.Importers;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Part;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.RequestUrl;
import dev.posthorn.model.Script;
import dev.posthorn.tree.Fields;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonPatch;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonStyle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random files, random edits: what is read back is what was saved, and nothing outside the edited item moves by a byte.
final class SavedEditsTest {

    private static final List<String> WORDS = List.of("a", "B c", "ü", "😀", "{{v}}", "x/y", "\"q\"", "\\", "line\nline", "tab\t", "1", "", "true");

    static Stream<Integer> seeds() {
        return Stream.iterate(1, i -> i + 1).limit(400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anEditIsReadBackAndNothingElseChanges(int seed) {
        var random = new Random(seed);
        var requests = Stream.generate(() -> random(random)).limit(3).toList();
        var file = file(random, requests);
        var index = random.nextInt(3);
        var id = "/item/" + index;
        var edited = edit(random, request(file, id), random(random));
        var result = new CollectionText(Path.of("c.json"), file.getBytes(StandardCharsets.UTF_8)).save(id, edited);
        if (edited.equals(request(file, id))) {
            assertInstanceOf(Edited.Unchanged.class, result);
            return;
        }
        var text = new String(bytes(result), StandardCharsets.UTF_8);
        assertEquals(edited, request(text, id), text);
        var root = assertInstanceOf(Json.Obj.class, assertSound(file));
        var item = root.list("item").get(index);
        assertTrue(text.startsWith(file.substring(0, item.start())), text);
        assertTrue(text.endsWith(file.substring(item.end())), text);
        assertTrue(text.contains("\"stranger\": 1.50E+2") || text.contains("\"stranger\":1.50E+2"), text);
    }

    private static Json assertSound(String text) {
        try {
            return JsonReader.read(text);
        } catch (JsonProblem e) {
            throw new AssertionError(e.getMessage() + " in " + text, e);
        }
    }

    private static Request request(String file, String id) {
        var read = assertInstanceOf(ReadResult.OfCollection.class, Importers.read(Path.of("c.json"), file.getBytes(StandardCharsets.UTF_8)));
        return assertInstanceOf(RequestItem.class, read.collection().path(id).getLast()).request();
    }

    /// A file in one of several layouts, each item with a field that no program knows.
    private static String file(Random random, List<Request> requests) {
        var style = List.of(JsonStyle.TABS, JsonStyle.COMPACT, new JsonStyle("  ", "\r\n", ": ", ", ", false, false),
                new JsonStyle("    ", "\n", ": ", ", ", true, true)).get(random.nextInt(4));
        var items = new ArrayList<>();
        for (var request : requests) {
            items.add(RequestJson.item("r", request, random.nextBoolean()).put("stranger", new Fields.RawJson("1.50E+2")));
        }
        var info = new LinkedHashMap<String, Object>();
        info.put("name", "C");
        info.put("schema", "https://schema.getpostman.com/json/collection/v2." + random.nextInt(2) + ".0/collection.json");
        return JsonPatch.text(new Fields(null).put("info", info).put("item", items), style);
    }

    /// Some parts of `from` with those of `other` in their place.
    private static Request edit(Random random, Request from, Request other) {
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

    private static Request random(Random random) {
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

    private static byte[] bytes(Edited edited) {
        return assertInstanceOf(FileChange.Write.class, assertInstanceOf(Edited.Changed.class, edited).changes().getFirst()).bytes();
    }
}
