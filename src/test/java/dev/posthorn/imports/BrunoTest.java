package dev.posthorn.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.formats.Report.Fate;
import dev.posthorn.model.Auth;
import dev.posthorn.model.BadItem;
import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Folders and files as Bruno writes them, `.bru` and OpenCollection.
final class BrunoTest {

    @TempDir
    Path folder;

    private void file(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Foreign shop() throws IOException {
        file("bruno.json", "{\"version\":\"1\",\"name\":\"Shop\",\"type\":\"collection\",\"ignore\":[\"skipped\"],\"presets\":{\"requestUrl\":\"http://p\"}}");
        file("collection.bru", "headers {\n  X-All: yes\n}\n\nauth {\n  mode: basic\n}\n\nauth:basic {\n  username: u\n  password: {{process.env.PASS}}\n}\n\nvars:pre-request {\n  host: http://h\n}\n\ndocs {\n  # The shop\n}\n");
        file("environments/Prod.bru", "vars {\n  host: https://prod\n  ~old: 1\n  @number\n  size: 5\n}\nvars:secret [\n  pin,\n  ~key\n]\ncolor: #112233\n");
        file("skipped/Not.bru", "meta {\n  name: Not\n}\n\nget {\n  url: x\n}\n");
        file("Orders/folder.bru", "meta {\n  name: All orders\n  seq: 1\n}\n\nauth {\n  mode: none\n}\n\nscript:pre-request {\n  bru.setVar('a', 1);\n}\n");
        file("Orders/second.bru", "meta {\n  name: Second\n  type: http\n  seq: 2\n}\n\nget {\n  url: {{host}}/b\n  body: none\n  auth: inherit\n}\n");
        file("Orders/first.bru", """
                meta {
                  name: First
                  type: http
                  seq: 1
                  tags: [
                    smoke
                  ]
                }

                post {
                  url: {{host}}/a/:id?q=1
                  body: json
                  auth: bearer
                }

                params:query {
                  q: 1
                  @description('''
                    A long
                    story
                  ''')
                  ~"odd: key": off
                }

                params:path {
                  id: 7
                }

                headers {
                  x-all: own
                }

                auth:bearer {
                  token: {{tok}}
                }

                body:json {
                  {
                    "a": {
                      "b": 1
                    }
                  }
                }

                body:text {
                  never sent
                }

                vars:pre-request {
                  page: 3
                }

                vars:post-response {
                  id: res.body.id
                }

                assert {
                  res.status: eq 200
                  ~res.body.ok: eq true
                }

                tests {
                  test("ok", function() {
                  });
                }

                settings {
                  encodeUrl: false
                  timeout: 0
                }

                docs {
                  Makes one.
                }

                example {
                  name: Good
                  response: {
                    status: {
                      code: 201
                      text: Created
                    }
                    body: {
                      type: json
                      content: '''
                        {"id": 1}
                      '''
                    }
                  }
                }
                """);
        file("Broken.bru", "meta {\n  name: Broken\n}\n\nget {\n  url http://x\n}\n");
        file("notes.txt", "hello");
        return Foreign.folder(folder);
    }

    @Test
    void aFolderOfBruFilesOpensInItsOrder() throws IOException {
        var opened = shop();
        assertEquals("Shop", opened.collection().name());
        assertEquals("# The shop", opened.collection().description());
        assertEquals(List.of("All orders", "Broken.bru"), opened.names());
        var orders = assertInstanceOf(Folder.class, opened.collection().items().getFirst());
        assertEquals(List.of("First", "Second"), orders.items().stream().map(i -> i.name()).toList());
        assertEquals(Auth.NONE, orders.auth());
        assertEquals("Orders/first.bru", orders.items().getFirst().id());
        assertEquals(new Auth("basic", Map.of("username", "u", "password", "{{process.env.PASS}}")), opened.collection().auth());
    }

    @Test
    void aRequestHasAllItsBlocks() throws IOException {
        var opened = shop();
        var first = opened.request("First");
        assertEquals("POST", first.method());
        assertEquals("{{host}}/a/:id?q=1", first.url());
        assertEquals(List.of(Entry.of("q", "1"), new Entry("odd: key", "off", "A long\nstory", false, false)), first.query());
        assertEquals(List.of(Entry.of("id", "7")), first.pathVariables());
        assertEquals(List.of(Entry.of("x-all", "own")), first.headers());
        assertEquals(new Body.Raw("{\n  \"a\": {\n    \"b\": 1\n  }\n}", "json"), first.body());
        assertEquals(Map.of("disableUrlEncoding", true), first.settings().values());
        assertEquals("Makes one.", first.description());
        assertEquals("pm.variables.set(\"page\", \"3\");", first.script(Script.Phase.PRE_REQUEST));
        var tests = first.script(Script.Phase.TEST);
        assertTrue(tests.contains("pm.collectionVariables.set(\"id\", pm.response.json().id);"), tests);
        assertTrue(tests.contains("pm.test(\"res.status: eq 200\", () => pm.expect(pm.response.code).to.eql(200));"), tests);
        assertEquals(201, opened.item("First").examples().getFirst().status());
        assertEquals("{\"id\": 1}", opened.item("First").examples().getFirst().body());
        assertEquals(List.of(Entry.of("X-All", "yes")), opened.request("Second").headers());
    }

    @Test
    void theReportNamesFilesAndLines() throws IOException {
        var opened = shop();
        assertTrue(opened.row(Fate.ASIDE, "bruno.json: /presets/requestUrl", "requestUrl"));
        assertTrue(opened.row(Fate.KEPT, "collection.bru: line 11", "process.env.PASS"));
        assertTrue(opened.row(Fate.ASIDE, "Orders/first.bru: line 5", "tags[0]"));
        assertTrue(opened.row(Fate.ASIDE, "Orders/first.bru: line 45", "body:text"));
        assertTrue(opened.row(Fate.KEPT, "Orders/first.bru: line 62", "Bruno's own"));
        assertTrue(opened.row(Fate.ASIDE, "notes.txt", "no request"));
    }

    @Test
    void aBrokenFileIsShownWithItsLineAndTheRestOpens() throws IOException {
        var broken = assertInstanceOf(BadItem.class, shop().collection().items().get(1));
        assertEquals(6, broken.line());
        assertTrue(broken.sentence().contains("name: value"), broken.sentence());
    }

    @Test
    void environmentsHaveTheirSecretsWithoutValues() throws IOException {
        var environment = shop().environments().getFirst();
        assertEquals(List.of(Entry.of("host", "https://prod"), Entry.of("old", "1").withEnabled(false), Entry.of("size", "5"), Entry.of("pin", "").withSecret(true),
                Entry.of("key", "").withSecret(true).withEnabled(false)), environment.variables());
        assertEquals("#112233", environment.colour());
    }

    @Test
    void formsFilesAndGraphqlOpen() {
        var form = Foreign.text("meta {\n  name: F\n}\n\npost {\n  url: h\n  body: multipartForm\n}\n\nbody:multipart-form {\n  a: '''\n    one\n    two\n  '''\n  f: @file(x.png|y.png) @contentType(image/png)\n  ~t: off\n}\n");
        var parts = assertInstanceOf(Body.FormData.class, form.request("F").body()).parts();
        assertEquals("one\ntwo", parts.getFirst().entry().value());
        assertEquals(List.of("x.png", "y.png"), parts.get(1).files());
        assertEquals("image/png", parts.get(1).contentType());
        assertTrue(!parts.get(2).entry().enabled());
        var graphql = Foreign.text("meta {\n  name: G\n  type: graphql\n}\n\npost {\n  url: h\n  body: graphql\n}\n\nbody:graphql {\n  { a }\n}\n\nbody:graphql:vars {\n  {\"n\": 1}\n}\n");
        assertEquals(new Body.GraphQl("{ a }", "{\"n\": 1}", ""), graphql.request("G").body());
        var file = Foreign.text("meta {\n  name: B\n}\n\nput {\n  url: h\n  body: file\n}\n\nbody:file {\n  ~file: @file(a.bin) @contentType(x/a)\n  file: @file(b.bin) @contentType(x/b)\n}\n");
        assertEquals(new Body.Binary("b.bin"), file.request("B").body());
        assertEquals(List.of(Entry.of("Content-Type", "x/b")), file.request("B").headers());
    }

    @Test
    void oauthOfABruFileGetsPostmansKeys() {
        var auth = Foreign.text("meta {\n  name: O\n}\n\nget {\n  url: h\n  auth: oauth2\n}\n\nauth:oauth2 {\n  grant_type: authorization_code\n  callback_url: http://c\n  authorization_url: http://a\n  access_token_url: http://t\n  client_id: i\n"
                + "  client_secret: s\n  scope: r\n  pkce: true\n  credentials_placement: basic_auth_header\n  token_placement: url\n}\n\nauth:oauth2:additional_params:access_token_req:body {\n  aud: x\n}\n").request("O").auth();
        assertEquals("authorization_code_with_pkce", auth.text("grant_type"));
        assertEquals("http://a", auth.text("authUrl"));
        assertEquals("http://c", auth.text("redirect_uri"));
        assertEquals("header", auth.text("client_authentication"));
        assertEquals("queryParams", auth.text("addTokenTo"));
        assertEquals(List.of(Map.of("key", "aud", "value", "x", "enabled", true, "send_as", "request_body")), auth.values().get("tokenRequestParams"));
    }

    @Test
    void aFolderOfOpenCollectionOpens() throws IOException {
        file("opencollection.yml", "opencollection: \"1.0.0\"\ninfo:\n  name: OC\nrequest:\n  variables:\n    - name: n\n      value:\n        type: number\n        data: \"5\"\n  auth:\n    type: bearer\n    token: \"{{t}}\"\n");
        file("bruno.json", "{\"version\":\"1\",\"name\":\"Old\",\"type\":\"collection\"}");
        file("environments/Dev.yml", "name: Dev\nvariables:\n  - name: a\n    value: b\n  - name: s\n    secret: true\n");
        file("In/folder.yml", "info:\n  name: Inner\n  type: folder\n  seq: 1\n");
        file("In/r.yml", "info:\n  name: R\n  type: http\n  seq: 1\nhttp:\n  method: POST\n  url: http://h\n  body:\n    type: form-urlencoded\n    data:\n      - name: k\n        value: v\n        disabled: true\n  auth: inherit\n"
                + "runtime:\n  assertions:\n    - expression: res.headers['content-type']\n      operator: contains\n      value: json\n");
        var opened = Foreign.folder(folder);
        assertEquals("OC", opened.collection().name());
        assertEquals(List.of(Entry.of("n", "5")), opened.collection().variables());
        assertEquals(List.of("Inner"), opened.names());
        assertEquals(new Body.UrlEncoded(List.of(Entry.of("k", "v").withEnabled(false))), opened.request("R").body());
        assertTrue(opened.request("R").script(Script.Phase.TEST).contains("pm.expect(pm.response.headers.get(\"content-type\")).to.include(\"json\")"));
        assertEquals(List.of(Entry.of("a", "b"), Entry.of("s", "").withSecret(true)), opened.environments().getFirst().variables());
    }

    @Test
    void anOpenCollectionInOneFileOpens() {
        var text = """
                opencollection: "1.0.0"
                info: {name: One, version: "2§1"}
                config:
                  environments:
                    - {name: E, variables: [{name: a, value: "b§2", description: "d§3"}]}
                items:
                  - info: {name: R, type: http, seq: 1, description: "about §4"}
                    http:
                      method: GET
                      url: "http://h?x=1"
                      params:
                        - {name: x, value: "1", type: query, description: {content: "why §5", type: text/markdown}}
                      auth: {type: oauth2, flow: client_credentials, accessTokenUrl: "http://t§6", credentials: {clientId: "c§7", placement: body}}
                    examples:
                      - {name: Ok, response: {status: 200, statusText: OK, body: {type: json, data: "{§8}"}}}
                  - info: {name: F, type: folder}
                    items: []
                """;
        var opened = Foreign.text(text);
        assertEquals(List.of("F", "R"), opened.names());
        assertEquals(new Entry("x", "1", "why §5", true, false), opened.request("R").query().getFirst());
        assertEquals("client_credentials", opened.request("R").auth().text("grant_type"));
        opened.nothingIsLost(text);
    }

    @Test
    void whatIsNoBruFileIsRefusedWithItsLine() {
        assertTrue(Foreign.text("meta {\n  name: X\n}\n\nget {\n  url: h\n").refused().sentence().contains("line 5"));
        assertTrue(Foreign.text("meta {\n  name: X\n}\nget {\n}\nwhat is this\n").refused().sentence().contains("(line 6)"));
    }
}
