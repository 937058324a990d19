package dev.posthorn.imports.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.formats.Document;
import dev.posthorn.formats.ReadResult;
import dev.posthorn.formats.Report;
import dev.posthorn.imports.Importers;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OpenApiTest {

    private static final String SHOP = """
            openapi: 3.0.3
            info: {title: Shop, version: '2.1', description: Sells *things*., contact: {email: a@b.example}}
            servers:
              - {url: 'https://{region}.shop.example/v1/', variables: {region: {default: eu, enum: [eu, us], description: Where}}}
              - {url: 'http://localhost:8080', description: At home}
            security: [{key: []}]
            tags: [{name: things, description: What is sold}, {name: empty}]
            paths:
              /things/{id}:
                parameters:
                  - {name: id, in: path, required: true, description: The thing, schema: {type: integer, minimum: 1, maximum: 99}, example: 7}
                get:
                  tags: [things, extra]
                  summary: Get a thing
                  operationId: getThing
                  description: Reads **one**.
                  deprecated: true
                  x-internal: {a: 1, b: 2}
                  parameters:
                    - {name: fields, in: query, required: true, schema: {type: array, items: {type: string}, example: [name, price]}}
                    - {name: lang, in: query, schema: {type: string, enum: [en, de], default: en}}
                    - {name: X-Trace, in: header, required: true, schema: {type: string, format: uuid}}
                    - {name: session, in: cookie, required: true, schema: {type: string}, example: abc}
                  responses:
                    '200':
                      description: The thing
                      headers: {X-Left: {schema: {type: integer}, example: 3}}
                      content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
                      links: {next: {operationId: getThing}}
                    4XX: {description: No}
              /things:
                post:
                  tags: [things]
                  operationId: addThing
                  security: []
                  requestBody:
                    required: true
                    content:
                      application/json: {schema: {$ref: '#/components/schemas/Thing'}}
                      application/xml: {schema: {$ref: '#/components/schemas/Thing'}}
                  callbacks: {done: {'{$request.body#/url}': {post: {responses: {'200': {description: ok}}}}}}
                  responses: {'201': {description: Made}}
              /upload:
                put:
                  requestBody:
                    content:
                      multipart/form-data:
                        schema: {type: object, required: [file], properties: {file: {type: string, format: binary}, note: {type: string, description: Why}}}
                        encoding: {note: {contentType: text/plain}}
                  responses: {}
            components:
              schemas:
                Thing:
                  type: object
                  required: [name]
                  properties:
                    id: {type: integer, readOnly: true}
                    name: {type: string, example: Ball}
                    parts: {type: array, items: {$ref: '#/components/schemas/Thing'}}
                    colour: {oneOf: [{type: string, enum: [red]}, {type: integer}]}
                    made: {type: string, format: date}
                Unused: {type: string, maxLength: 3}
              securitySchemes:
                key: {type: apiKey, in: header, name: X-Key, description: Ask us}
            """;

    private static ReadResult.OfCollection read(String text) {
        return assertInstanceOf(ReadResult.OfCollection.class, Importers.read(Path.of("api.yaml"), text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Request request(Collection collection, String name) {
        return collection.requests().filter(r -> r.name().equals(name)).findFirst().orElseThrow().request();
    }

    private static Request only(String operation) {
        return read("{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"T\"},\"paths\":{\"/p\":{\"post\":" + operation + "}}}").collection().requests().findFirst().orElseThrow().request();
    }

    @Test
    void anOperationBecomesARequestWithEachOfItsParameters() {
        var collection = read(SHOP).collection();
        var request = request(collection, "Get a thing");
        assertEquals("GET", request.method());
        assertEquals("{{baseUrl}}/things/:id?fields=name&fields=price", request.url());
        assertEquals(List.of("fields", "fields", "lang"), request.query().stream().map(Entry::key).toList());
        assertEquals(List.of(true, true, false), request.query().stream().map(Entry::enabled).toList());
        assertEquals("(string, default en, one of: en, de)", request.query().get(2).description());
        assertEquals(List.of(new Entry("id", "7", "The thing (integer, 1 to 99)", true, false)), request.pathVariables());
        assertEquals(List.of("Accept", "X-Trace", "Cookie"), request.headers().stream().map(Entry::key).toList());
        assertEquals("session=abc", request.headers().getLast().value());
        assertEquals("**Deprecated.**\n\nReads **one**.", request.description());
        assertEquals(Auth.INHERIT, request.auth());
        assertEquals(Auth.NONE, request(collection, "addThing").auth());
    }

    @Test
    void serversAndSecretsBecomeVariables() {
        var collection = read(SHOP).collection();
        assertEquals(List.of("region=eu", "baseUrl=https://{{region}}.shop.example/v1", "baseUrl=http://localhost:8080", "apiKey="),
                collection.variables().stream().map(v -> v.key() + "=" + v.value()).toList());
        assertEquals(List.of(true, true, false, true), collection.variables().stream().map(Entry::enabled).toList());
        assertTrue(collection.variables().getLast().secret());
        assertEquals("apikey", collection.auth().type());
        assertEquals("{{apiKey}}", collection.auth().text("value"));
        assertEquals("X-Key", collection.auth().text("key"));
    }

    @Test
    void foldersAreTagsAndTheRestGoesByPath() {
        var items = read(SHOP).collection().items();
        var folder = assertInstanceOf(Folder.class, items.getFirst());
        assertEquals("things", folder.name());
        assertEquals("What is sold", folder.description());
        assertEquals(2, folder.items().size());
        assertEquals("PUT /upload", assertInstanceOf(RequestItem.class, items.get(1)).name());
        var byPath = (ReadResult.OfCollection) new OpenApi(Grouping.PATHS).read(Document.of(Path.of("x"), SHOP));
        assertEquals(List.of("things", "PUT /upload"), byPath.collection().items().stream().map(i -> i.name()).toList());
    }

    @Test
    void bodiesAreMadeFromSchemasAndEndWhereASchemaBeginsAgain() {
        var collection = read(SHOP).collection();
        var json = assertInstanceOf(Body.Raw.class, request(collection, "addThing").body());
        assertEquals("json", json.language());
        assertEquals("{\"name\":\"Ball\",\"parts\":[],\"colour\":\"red\",\"made\":\"2026-01-15\"}", json.text().replaceAll("\\s", ""));
        var form = assertInstanceOf(Body.FormData.class, request(collection, "PUT /upload").body());
        assertTrue(form.parts().getFirst().file());
        assertEquals("text/plain", form.parts().get(1).contentType());
        assertFalse(form.parts().get(1).entry().enabled());
    }

    @Test
    void answersBecomeExamples() {
        var examples = read(SHOP).collection().requests().findFirst().orElseThrow().examples();
        assertEquals(List.of("The thing", "No"), examples.stream().map(e -> e.name()).toList());
        assertEquals(List.of(200, 400), examples.stream().map(e -> e.status()).toList());
        assertTrue(examples.getFirst().body().contains("\"id\": 1"), examples.getFirst().body());
        assertEquals("3", examples.getFirst().headers().getLast().value());
        assertEquals("GET", examples.getFirst().request().method());
    }

    @Test
    void everyValueOfTheDescriptionIsCountedOnceAndNothingIsDroppedWithoutARow() {
        var report = read(SHOP).report();
        var aside = report.rows().stream().filter(r -> r.fate() == Report.Fate.ASIDE).collect(Collectors.toMap(Report.Row::pointer, r -> r, (a, b) -> a));
        assertEquals(2, aside.get("/paths/~1things~1{id}/get/x-internal").count());
        assertEquals("things / Get a thing", aside.get("/paths/~1things~1{id}/get/x-internal").item());
        for (var pointer : List.of("/paths/~1things~1{id}/get/operationId", "/paths/~1things~1{id}/get/responses/200/links", "/paths/~1things~1{id}/get/tags/1",
                "/paths/~1things/post/callbacks", "/paths/~1things/post/requestBody/content/application~1xml", "/components/schemas/Unused", "/tags/1/name")) {
            assertTrue(aside.containsKey(pointer) || aside.containsKey(pointer.replaceFirst("/[^/]+$", "")), pointer + " is not in " + aside.keySet());
        }
    }

    @Test
    void theSumOfTheReportIsTheNumberOfValues() {
        var text = """
                {"openapi":"3.0.0","info":{"title":"T","version":"1"},"servers":[{"url":"http://h"}],"paths":{"/a":{"get":{"operationId":"a","x-y":[1,2,3],
                "responses":{"200":{"description":"d","content":{"application/json":{"example":{"a":[1,2]}}}}}}}},"x-top":{"k":"v","e":""}}""";
        assertEquals(12, read(text).report().rows().stream().mapToInt(Report.Row::count).sum());
    }

    @Test
    void swagger2IsReadWithItsOwnPlaces() {
        var collection = read("""
                {"swagger":"2.0","info":{"title":"Old","version":"1"},"host":"old.example","basePath":"/api","schemes":["http","https"],
                "consumes":["application/json"],"produces":["application/xml","application/json"],
                "securityDefinitions":{"login":{"type":"oauth2","flow":"accessCode","authorizationUrl":"https://a/x","tokenUrl":"https://a/t","scopes":{"read":"r"}},"plain":{"type":"basic"}},
                "paths":{"/p/{a}":{"post":{"summary":"P","security":[{"login":["read"]},{"plain":[]}],"parameters":[{"$ref":"#/parameters/A"},
                {"name":"ids","in":"query","required":true,"type":"array","collectionFormat":"pipes","items":{"type":"integer"},"minItems":2},
                {"name":"body","in":"body","schema":{"$ref":"#/definitions/B"}}],"responses":{"200":{"description":"ok","schema":{"$ref":"#/definitions/B"}}}},
                "put":{"summary":"F","consumes":["multipart/form-data"],"parameters":[{"$ref":"#/parameters/A"},{"name":"f","in":"formData","type":"file"},
                {"name":"n","in":"formData","type":"integer","required":true}],"responses":{}}}},
                "parameters":{"A":{"name":"a","in":"path","required":true,"type":"string","x-example":"q"}},
                "definitions":{"B":{"allOf":[{"type":"object","properties":{"x":{"type":"integer"}}},{"properties":{"y":{"type":"boolean"}}}]}}}""").collection();
        var request = request(collection, "P");
        assertEquals("{{baseUrl}}/p/:a?ids=1|1", request.url());
        assertEquals("q", request.pathVariables().getFirst().value());
        assertEquals("{\"x\":1,\"y\":true}", ((Body.Raw) request.body()).text().replaceAll("\\s", ""));
        assertEquals("oauth2", request.auth().type());
        assertEquals("authorization_code", request.auth().text("grant_type"));
        assertEquals("read", request.auth().text("scope"));
        assertEquals("https://old.example/api", collection.variables().getFirst().value());
        var form = assertInstanceOf(Body.FormData.class, request(collection, "F").body());
        assertTrue(form.parts().getFirst().file());
        assertEquals("1", form.parts().get(1).entry().value());
    }

    @Test
    void openApi31KnowsListsOfTypesConstantsAndSchemasThatAreTrue() {
        var request = only("""
                {"requestBody":{"content":{"application/json":{"schema":{"type":["object","null"],"properties":{"a":{"type":["null","integer"],"exclusiveMinimum":4},
                "b":{"const":"k"},"c":{"type":"string","examples":["e1","e2"]},"d":true,"e":{"type":"array","prefixItems":[{"type":"boolean"},{"type":"string","maxLength":3}]}}}}}}}""");
        assertEquals("{\"a\":5,\"b\":\"k\",\"c\":\"e1\",\"d\":\"any\",\"e\":[true,\"str\"]}", ((Body.Raw) request.body()).text().replaceAll("\\s", ""));
    }

    @Test
    void xmlIsWrittenAsTheSchemaNamesIt() {
        var request = only("""
                {"requestBody":{"content":{"application/xml":{"schema":{"type":"object","xml":{"name":"book"},"properties":{"id":{"type":"integer","xml":{"attribute":true}},
                "tags":{"type":"array","xml":{"wrapped":true},"items":{"type":"string","example":"a<b","xml":{"name":"tag"}}}}}}}}}""");
        assertEquals("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<book id=\"1\">\n  <tags>\n    <tag>a&lt;b</tag>\n  </tags>\n</book>\n", ((Body.Raw) request.body()).text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', value = {
        "form ! true ! [1,2] ! a=1&a=2", "form ! false ! [1,2] ! a=1,2", "pipeDelimited ! false ! [1,2] ! a=1|2", "spaceDelimited ! false ! [1,2] ! a=1 2",
        "deepObject ! true ! {\"x\":1,\"y\":{\"z\":2}} ! a[x]=1&a[y][z]=2", "form ! true ! {\"x\":1,\"y\":2} ! x=1&y=2", "form ! false ! {\"x\":1} ! a=x,1",
        "form ! true ! \"p&q#r\" ! a=p%26q%23r"})
    void listsAndObjectsAreWrittenInTheStyleOfTheParameter(String style, boolean explode, String example, String query) {
        var request = only("{\"parameters\":[{\"name\":\"a\",\"in\":\"query\",\"required\":true,\"style\":\"" + style + "\",\"explode\":" + explode + ",\"example\":" + example + "}]}");
        assertEquals("{{baseUrl}}/p?" + query, request.url());
    }

    @ParameterizedTest
    @CsvSource({"'\"type\":\"http\",\"scheme\":\"Basic\"', basic, username", "'\"type\":\"http\",\"scheme\":\"bearer\"', bearer, token", "'\"type\":\"http\",\"scheme\":\"digest\"', digest, password",
        "'\"type\":\"apiKey\",\"in\":\"query\",\"name\":\"k\"', apikey, value", "'\"type\":\"apiKey\",\"in\":\"cookie\",\"name\":\"sid\"', apikey, value",
        "'\"type\":\"openIdConnect\",\"openIdConnectUrl\":\"https://i/.well-known/openid-configuration\"', oauth2, clientSecret",
        "'\"type\":\"oauth2\",\"flows\":{\"implicit\":{\"authorizationUrl\":\"https://a\",\"scopes\":{}},\"clientCredentials\":{\"tokenUrl\":\"https://t\",\"scopes\":{\"s\":\"\"}}}', oauth2, clientSecret",
        "'\"type\":\"http\",\"scheme\":\"hoba\"', apikey, value"})
    void eachSecuritySchemeBecomesAnAuthorizationWithVariables(String scheme, String type, String attribute) {
        var collection = read("{\"openapi\":\"3.0.0\",\"info\":{},\"security\":[{\"s\":[\"one\"]}],\"paths\":{},\"components\":{\"securitySchemes\":{\"s\":{" + scheme + "}}}}").collection();
        assertEquals(type, collection.auth().type());
        assertTrue(collection.auth().text(attribute).contains("{{"), collection.auth().toString());
    }

    @Test
    void anOpenIdConnectAddressIsTheIssuerThatIsAskedForTheOthers() {
        var scheme = "{\"openapi\":\"3.0.0\",\"info\":{},\"security\":[{\"s\":[]}],\"paths\":{},\"components\":{\"securitySchemes\":{\"s\":{\"type\":\"openIdConnect\",\"openIdConnectUrl\":\"%s\"}}}}";
        assertEquals("https://i/tenant", read(scheme.formatted("https://i/tenant/.well-known/openid-configuration")).collection().auth().text("issuer"));
        assertEquals("https://i/about.json", read(scheme.formatted("https://i/about.json")).collection().auth().text("issuer"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', value = {"other.yaml#/Thing ! points out of the file", "https://x.example/a.json ! points out of the file", "#/components/schemas/None ! nothing stands there",
        "#/paths/~1p/post/requestBody/content/application~1json/schema ! nothing stands there"})
    void aReferenceThatCannotBeFollowedIsARowAndNeverAFetch(String reference, String reason) {
        var result = read("{\"openapi\":\"3.0.0\",\"info\":{},\"paths\":{\"/p\":{\"post\":{\"requestBody\":{\"content\":{\"application/json\":{\"schema\":{\"$ref\":\"" + reference + "\"}}}}}}}}");
        assertTrue(result.report().rows().stream().anyMatch(r -> r.fate() == Report.Fate.ASIDE && r.reason().contains(reason)), result.report().rows().toString());
    }

    @Test
    void aVariableInsideASegmentAndAServerOfAnOperationAreKept() {
        var collection = read("""
                {"openapi":"3.0.0","info":{"title":"T"},"servers":[{"url":"/v1"}],"paths":{"/a/{n}.json":{"get":{"servers":[{"url":"https://other.example"}],
                "parameters":[{"name":"n","in":"path","required":true,"schema":{"type":"string"},"example":"x1"}]}}}}""").collection();
        assertEquals("{{serverUrl}}/a/{{n}}.json", collection.requests().findFirst().orElseThrow().request().url());
        assertEquals(List.of("baseUrl=http://localhost/v1", "serverUrl=https://other.example", "n=x1"), collection.variables().stream().map(v -> v.key() + "=" + v.value()).sorted(java.util.Comparator.comparing(v -> v.startsWith("n") ? 2 : v.startsWith("s") ? 1 : 0)).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"openapi: 3.0.0\ninfo: [\n", "openapi: 3.0.0\npaths: 5", "openapi: 4.0.0\n", "{\"swagger\":\"1.2\"}", "openapi: 3.0.0\ninfo: &a [*a]"})
    void aBrokenDescriptionGetsASentence(String text) {
        var result = Importers.read(Path.of("x.yaml"), text.getBytes(StandardCharsets.UTF_8));
        assertTrue(assertInstanceOf(ReadResult.NotOne.class, result).sentence().endsWith("."), result.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"openapi\":\"3.0.0\",\"paths\":{\"/a\":null,\"/b\":[],\"/c\":{\"get\":null,\"put\":5,\"post\":{\"parameters\":[null,4,{}],\"requestBody\":{\"content\":{\"x\":null}},\"responses\":{\"200\":null}}}}}",
        "{\"openapi\":\"3.1.0\",\"servers\":[null,{}],\"security\":[null,{\"x\":null}],\"tags\":[{},null,{\"name\":5}],\"components\":{\"securitySchemes\":{\"x\":5}},\"paths\":{\"\":{\"get\":{\"tags\":[null,\"\"],\"security\":5}}}}",
        "{\"openapi\":\"3.0.0\",\"paths\":{\"/a\":{\"get\":{\"parameters\":[{\"in\":\"query\",\"name\":\"q\",\"required\":true,\"schema\":{\"$ref\":\"#/components/schemas/A\"}}]}}},\"components\":{\"schemas\":{\"A\":{\"$ref\":\"#/components/schemas/B\"},\"B\":{\"$ref\":\"#/components/schemas/A\"}}}}"})
    void whatIsMissingOrOfAnotherTypeIsReadAsFarAsItGoes(String text) {
        assertFalse(read(text).report().rows().isEmpty());
    }

    @Test
    void schemasThatUnfoldWithoutEndStayBounded() {
        var properties = new StringBuilder();
        for (var i = 0; i < 30; i++) {
            properties.append(i == 0 ? "" : ",").append("\"p").append(i).append("\":{\"$ref\":\"#/components/schemas/S").append(i).append("\"}");
        }
        var schemas = new StringBuilder();
        for (var i = 0; i < 30; i++) {
            schemas.append(i == 0 ? "" : ",").append("\"S").append(i).append("\":{\"type\":\"object\",\"required\":[\"p1\",\"p2\"],\"properties\":{").append(properties).append("}}");
        }
        var collection = read("{\"openapi\":\"3.0.0\",\"paths\":{\"/p\":{\"post\":{\"requestBody\":{\"content\":{\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/S0\"}}}}}}},\"components\":{\"schemas\":{"
                + schemas + "}}}").collection();
        var length = ((Body.Raw) collection.requests().findFirst().orElseThrow().request().body()).text().length();
        assertTrue(length < 200_000, "the sample has " + length + " characters");
    }
}
