package dev.posthorn.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.posthorn.formats.Report;
import dev.posthorn.formats.Source;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Example;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Header;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Settings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DocumentationTest {

    private static final String EVIL = "<script>alert(1)</script>";

    private static Collection collection(String description, Auth auth, List<Entry> variables, RequestItem... requests) {
        return new Collection("Shop " + EVIL, description, auth, variables, List.of(), Settings.NONE,
                List.of(new Folder("/item/0", "Folder " + EVIL, "", Auth.INHERIT, List.of(), List.of(), Settings.NONE, List.of(requests))));
    }

    private static RequestItem evil() {
        var request = new Request("GET\"" + EVIL, "http://h/" + EVIL + "?a=\"><img src=x onerror=alert(1)>", List.of(Entry.of("q" + EVIL, EVIL)), List.of(Entry.of(EVIL, EVIL)),
                List.of(new Entry("H" + EVIL, "\" onmouseover=\"x", EVIL, false, false)), new Body.Raw("{\"a\":\"" + EVIL + "\"}</code></pre>" + EVIL, "json"), Auth.NONE, List.of(), Settings.NONE,
                EVIL + "\n\n<img src=x onerror=alert(1)> [x](javascript:alert(1)) <a href='javascript:alert(1)'>y</a> <b onclick=x>bold</b>\n\n<div><script>\nalert(1)\n</script></div>\n\n</section></main>");
        return new RequestItem("/item/0/item/0", EVIL, request, List.of(new Example(EVIL, null, 200, EVIL, List.of(new Header(EVIL, EVIL)), EVIL)));
    }

    private static Exported export(String id, Collection collection) {
        return Exporters.byId(id).orElseThrow().export(new Source.OfCollection(collection.name(), Map.of(), collection, Report.EMPTY));
    }

    private static String text(Exported exported) {
        return new String(exported.files().getFirst().bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void everyExporterIsInTheList() {
        var all = Exporters.ALL.stream().map(e -> e.getClass().getName()).collect(Collectors.toSet());
        new ClassFileImporter().importPackages("dev.posthorn.exports").stream().filter(c -> c.isAssignableTo(Exporter.class) && !c.isInterface())
                .forEach(c -> assertTrue(all.contains(c.getName()), c.getName() + " is missing from Exporters.ALL"));
    }

    @Test
    void nothingOfTheCollectionRunsInThePage() {
        var html = text(export("html", collection("**bold** " + EVIL, Auth.NONE, List.of(Entry.of(EVIL, EVIL)), evil())));
        assertEquals(1, Pattern.compile("<script").matcher(html).results().count(), "only the page's own script");
        assertTrue(Pattern.compile("script-src 'sha256-[A-Za-z0-9+/=]{44}'").matcher(html).find());
        assertFalse(Pattern.compile("<[^>]*\\son\\w+\\s*=").matcher(html).find(), "no tag has a handler");
        assertFalse(html.contains("href=\"javascript:") || html.contains("href='javascript:"));
        assertEquals(1, Pattern.compile("</main>").matcher(html).results().count());
        assertTrue(html.contains("<strong>bold</strong>") && html.contains("<b>bold</b>"), "harmless markup stays");
    }

    @Test
    void theMarkdownPageHasNoLiveScriptEither() {
        var markdown = text(export("markdown", collection(EVIL, Auth.NONE, List.of(), evil())));
        var outside = markdown.replaceAll("(?s)(`{3,}).*?\n\\1", "").replaceAll("(`+)[^`]+?\\1", "");
        assertFalse(outside.contains("<script"), outside);
        assertFalse(outside.contains("onerror"), outside);
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "markdown"})
    void secretsAreMaskedWithARowAndVariablesStay(String id) {
        var request = new Request("POST", "https://user:urlsecret1@h.example/x?api_key=querysecret1", List.of(Entry.of("api_key", "querysecret1")), List.of(),
                List.of(Entry.of("Authorization", "Bearer headersecret1"), Entry.of("X-Api-Key", "{{key}}")), new Body.Raw("{\"t\":\"authsecret12\"}", "json"),
                new Auth("basic", Map.of("username", "ann", "password", "authsecret12")), List.of(), Settings.NONE, "use authsecret12");
        var answer = new Example("ok", request, 200, "OK", List.of(new Header("Set-Cookie", "sid=cookiesecret1")), "{}");
        var exported = export(id, collection("", new Auth("bearer", Map.of("token", "{{token}}")), List.of(new Entry("hidden", "varsecret12", "", true, true)),
                new RequestItem("/item/0/item/0", "R", request, List.of(answer))));
        var text = text(exported);
        for (var secret : List.of("urlsecret1", "querysecret1", "headersecret1", "authsecret12", "cookiesecret1", "varsecret12")) {
            assertFalse(text.contains(secret), secret);
        }
        assertTrue(text.contains("{{token}}") && text.contains("{{key}}") && text.contains("ann"));
        assertTrue(text.contains("Bearer " + SecretNames.MASK));
        assertTrue(exported.report().rows().stream().filter(r -> r.to().equals(SecretNames.MASK)).count() >= 6, exported.report().rows().toString());
        assertFalse(exported.report().rows().toString().contains("secret1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "markdown"})
    void aRequestIsDescribedWithAllItsParts(String id) {
        var request = new Request("PUT", "{{h}}/a/:id?q=1", List.of(new Entry("q", "1", "what", true, false)), List.of(new Entry("id", "7", "which", true, false)),
                List.of(Entry.of("X-A", "b")), new Body.UrlEncoded(List.of(Entry.of("field", "it's"))), Auth.INHERIT, List.of(), Settings.NONE, "# Title\n\n| a | b |\n| --- | --- |\n| c | d |\n");
        var text = text(export(id, collection("All", new Auth("oauth2", Map.of("grant_type", "client_credentials", "accessTokenUrl", "https://t")), List.of(Entry.of("h", "http://h")),
                new RequestItem("/item/0/item/0", "Put it", request, List.of(new Example("Good", null, 201, "Created", List.of(), "<x/>"))))));
        for (var part : List.of("Put it", "which", "what", "X-A", "field", "OAuth 2.0", "client credentials", "--data-urlencode", "/a/7", "Good", "201", "Variables")) {
            assertTrue(text.contains(part), part + " is missing");
        }
        assertTrue(id.equals("html") ? text.contains("<h4>Title</h4>") && text.contains("<td>c</td>") : text.contains("#### Title") && text.contains("|c|d|"), text);
    }

    @Test
    void aDeeplyNestedDescriptionDoesNotStopTheExport() {
        var text = text(export("html", collection("> ".repeat(5_000) + "x\n\n" + "<b>".repeat(5_000) + "*".repeat(5_000), Auth.NONE, List.of())));
        assertTrue(text.endsWith("</html>\n"));
    }
}
