package dev.posthorn.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.formats.ReadResult;
import dev.posthorn.formats.Report;
import dev.posthorn.formats.Source;
import dev.posthorn.imports.Importers;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Request;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OpenApiExporterTest {

    private static final String SHOP = """
            {"info":{"name":"Shop","description":"All of it.\\n\\n**Version** 3.2","schema":"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
            "auth":{"type":"bearer","bearer":[{"key":"token","value":"very-secret-token","type":"string"}]},
            "event":[{"listen":"prerequest","script":{"exec":["x();"]}}],
            "variable":[{"key":"baseUrl","value":"https://{{region}}.shop.example/v1"},{"key":"region","value":"eu"},{"key":"other","value":"1"},
            {"key":"baseUrl","value":"http://localhost","disabled":true,"description":"At home"}],
            "item":[{"name":"Things","description":"What is sold","item":[
            {"name":"Get a thing","request":{"method":"GET","description":"Reads <one>.","header":[{"key":"X-Trace","value":"abc"},{"key":"Accept","value":"application/json"},
            {"key":"X-Off","value":"1","disabled":true},{"key":"X-Api-Key","value":"literal-secret"},{"key":"Cookie","value":"a={{a}}; lang={{lang}}"}],
            "url":{"raw":"{{baseUrl}}/things/:id/parts/{{part}}?q=a%26b&ids=1&ids=2","query":[{"key":"q","value":"a%26b","description":"What"},{"key":"ids","value":"1"},{"key":"ids","value":"2"},{"key":"off","value":"x","disabled":true}],
            "variable":[{"key":"id","value":"7","description":"Which"}]}},
            "response":[{"name":"Found","code":200,"status":"OK","header":[{"key":"Content-Type","value":"application/json"},{"key":"X-Left","value":"3"}],"body":"{\\"a\\":[1,null,{\\"b\\":true}]}"},
            {"name":"Gone","code":404,"status":"Not Found","header":[],"body":"no"}]},
            {"name":"Same again","request":{"method":"GET","url":"{{baseUrl}}/things/:key/parts/:n?more=1"}},
            {"name":"Inner","item":[{"name":"Add","request":{"method":"POST","auth":{"type":"noauth"},"header":[],"body":{"mode":"raw","raw":"{\\"name\\":\\"Ball\\",\\"n\\":1.5}","options":{"raw":{"language":"json"}}},"url":"{{baseUrl}}/things"}},
            {"name":"Template","request":{"method":"PUT","body":{"mode":"raw","raw":"{\\"n\\": {{n}}}","options":{"raw":{"language":"json"}}},"url":"{{baseUrl}}/things"}}]}]},
            {"name":"Form","request":{"method":"POST","auth":{"type":"apikey","apikey":[{"key":"key","value":"k"},{"key":"value","value":"{{key}}"},{"key":"in","value":"query"}]},
            "body":{"mode":"urlencoded","urlencoded":[{"key":"a","value":"1"},{"key":"b","value":"two","disabled":true}]},"url":"https://other.example/form"}},
            {"name":"Upload","request":{"method":"POST","auth":{"type":"oauth2","oauth2":[{"key":"grant_type","value":"client_credentials"},{"key":"accessTokenUrl","value":"https://t.example/token"},
            {"key":"scope","value":"read write"},{"key":"clientSecret","value":"s3cr3t-value"}]},"body":{"mode":"formdata","formdata":[{"key":"f","type":"file","src":"x.png"},{"key":"t","value":"v","type":"text","contentType":"text/csv"}]},"url":"{{baseUrl}}/upload"}},
            {"name":"Odd","request":{"method":"PROPFIND","url":"{{baseUrl}}/x"}}]}""";

    private static Collection read(String text) {
        return assertInstanceOf(ReadResult.OfCollection.class, Importers.read(Path.of("c"), text.getBytes(StandardCharsets.UTF_8))).collection();
    }

    private static Exported export(String id) {
        var collection = read(SHOP);
        return Exporters.byId(id).orElseThrow().export(new Source.OfCollection(collection.name(), Map.of(), collection, Report.EMPTY));
    }

    private static String text(Exported exported) {
        return new String(exported.files().getFirst().bytes(), StandardCharsets.UTF_8);
    }

    private static Request request(Collection collection, String name) {
        return collection.requests().filter(r -> r.name().equals(name)).findFirst().orElseThrow(() -> new AssertionError(name)).request();
    }

    @ParameterizedTest
    @CsvSource({"issuer, https://login.example/t, https://login.example/t/.well-known/openid-configuration", "issuer, https://login.example/about.json, https://login.example/about.json",
        "discoveryUrl, https://login.example/.well-known/openid-configuration, https://login.example/.well-known/openid-configuration"})
    void anIssuerIsWrittenAsTheAddressOfOpenIdConnectUnlessTheOthersAreThere(String key, String value, String address) {
        var oauth = """
                {"info":{"name":"S","schema":"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},"item":[{"name":"r","request":{"method":"GET","url":"https://x.example/a",
                "auth":{"type":"oauth2","oauth2":[{"key":"grant_type","value":"authorization_code_with_pkce"},{"key":"%s","value":"%s"}%s]}}}]}""";
        var alone = written(oauth.formatted(key, value, ""));
        assertTrue(alone.contains("\"openIdConnectUrl\": \"" + address + "\""), alone);
        var whole = written(oauth.formatted(key, value, ",{\"key\":\"authUrl\",\"value\":\"https://a.example\"},{\"key\":\"accessTokenUrl\",\"value\":\"https://t.example\"}"));
        assertTrue(whole.contains("https://a.example") && !whole.contains("openIdConnectUrl"), whole);
    }

    private static String written(String collection) {
        var read = read(collection);
        return text(Exporters.byId("openapi-json").orElseThrow().export(new Source.OfCollection(read.name(), Map.of(), read, Report.EMPTY)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"openapi", "openapi-json"})
    void whatIsWrittenIsASoundDescription(String id) {
        var options = new ParseOptions();
        options.setResolve(false);
        var parsed = new OpenAPIV3Parser().readContents(text(export(id)), null, options);
        assertEquals(List.of(), parsed.getMessages());
        assertEquals("3.2", parsed.getOpenAPI().getInfo().getVersion());
        assertEquals("All of it.", parsed.getOpenAPI().getInfo().getDescription());
        assertEquals("https://{region}.shop.example/v1", parsed.getOpenAPI().getServers().getFirst().getUrl());
        assertEquals("At home", parsed.getOpenAPI().getServers().get(1).getDescription());
        assertEquals(List.of("Things", "Things / Inner"), parsed.getOpenAPI().getTags().stream().map(t -> t.getName()).toList());
        var get = parsed.getOpenAPI().getPaths().get("/things/{id}/parts/{part}").getGet();
        assertEquals(List.of("200", "404"), List.copyOf(get.getResponses().keySet()));
        assertEquals("getAThing", get.getOperationId());
    }

    @Test
    void readAgainItGivesTheSameRequests() {
        var before = read(SHOP);
        var after = read(text(export("openapi")));
        for (var name : List.of("Get a thing", "Add", "Template", "Form", "Upload")) {
            var one = request(before, name);
            var two = request(after, name);
            assertEquals(one.method(), two.method(), name);
            assertEquals(one.body().mode(), two.body().mode(), name);
        }
        var get = request(after, "Get a thing");
        assertEquals("{{baseUrl}}/things/:id/parts/:part?q=a%26b&ids=1&ids=2", get.url());
        assertEquals("{{part}}", get.pathVariables().get(1).value());
        assertEquals("a={{a}}; lang={{lang}}", get.headers().stream().filter(h -> h.key().equals("Cookie")).findFirst().orElseThrow().value());
        assertFalse(get.headers().stream().filter(h -> h.key().equals("X-Off")).findFirst().orElseThrow().enabled());
        assertEquals("Reads <one>.", get.description());
        assertEquals("{\"n\":{{n}}}", ((dev.posthorn.model.Body.Raw) request(after, "Template").body()).text().replace(" ", ""));
        assertEquals("{{serverUrl}}/form", request(after, "Form").url());
        assertEquals("apikey", request(after, "Form").auth().type());
        assertEquals("noauth", request(after, "Add").auth().type());
        assertEquals("client_credentials", request(after, "Upload").auth().text("grant_type"));
        assertEquals("read write", request(after, "Upload").auth().text("scope"));
        assertEquals("bearer", after.auth().type());
        var examples = after.requests().filter(r -> r.name().equals("Get a thing")).findFirst().orElseThrow().examples();
        assertEquals(List.of("Found", "Gone"), examples.stream().map(e -> e.name()).toList());
        assertEquals("{\"a\":[1,null,{\"b\":true}]}", examples.getFirst().body().replaceAll("\\s", ""));
    }

    @Test
    void secretsAreNotWritten() {
        for (var id : List.of("openapi", "openapi-json")) {
            var text = text(export(id));
            for (var secret : List.of("very-secret-token", "literal-secret", "s3cr3t-value")) {
                assertFalse(text.contains(secret), secret + " stands in " + id);
            }
        }
    }

    @Test
    void whatHasNoPlaceIsARow() {
        var rows = export("openapi").report().rows().stream().map(r -> r.item() + ": " + r.from()).toList();
        for (var row : List.of(": a pre-request script", ": the variable other", "Odd: a request with the method PROPFIND", "Things / Same again: the request Same again",
                "Things / Inner: a folder in a folder", "Things / Get a thing: the value of X-Api-Key", ": the token of the authorization")) {
            assertTrue(rows.contains(row), row + " is not in " + rows);
        }
    }

    @Test
    void textsThatYamlWouldMisreadAreQuoted() {
        var tree = Map.<String, Object>of("list", List.of("no", "2026-01-15", "1_000", "0x1f", "null", "a: b", "", "line\nline", "tab\tx", "~", "- x", "trailing ", "\r\n", "1.5e3", "'", "{{v}}"));
        assertEquals(tree, readYaml(BlockYaml.write(tree)));
        var old = (Map<?, ?>) new org.yaml.snakeyaml.Yaml().load(BlockYaml.write(tree));
        assertEquals(tree, old);
    }

    private static Object readYaml(String text) {
        try {
            return dev.posthorn.tree.Yaml.read(text);
        } catch (dev.posthorn.tree.YamlProblem e) {
            throw new AssertionError(text, e);
        }
    }
}
