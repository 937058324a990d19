package dev.posthorn.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.formats.Report.Fate;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Folder;
import dev.posthorn.model.OtherItem;
import dev.posthorn.model.Script;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files as Insomnia writes them: versions 2, 4 and 5, JSON and YAML.
final class InsomniaTest {

    private static final String FOUR = """
            {"_type":"export","__export_format":4,"__export_date":"2023-01-01§0","__export_source":"insomnia.desktop.app:v2023.5.8§1","resources":[
            {"_id":"req_2","parentId":"fld_1","modified":1,"created":1,"url":"{{ _.base_url }}/pets/:id","name":"Get pet","description":"One §2","method":"GET","body":{},
             "parameters":[{"id":"pair_1","name":"full","value":"yes§3","description":"d§4","disabled":true}],"headers":[{"name":"Accept","value":"application/json"}],
             "authentication":{"type":"iam","accessKeyId":"a§5","secretAccessKey":"{{ _.key }}","region":"r§6","service":"s3"},"metaSortKey":-1,"isPrivate":false,
             "pathParameters":[{"name":"id","value":"7§7"}],"preRequestScript":"insomnia.environment.set('a','§8')","settingStoreCookies":true,"settingSendCookies":false,
             "settingDisableRenderRequestBody":false,"settingEncodeUrl":false,"settingRebuildPath":true,"settingFollowRedirects":"off","_type":"request"},
            {"_id":"fld_1","parentId":"wrk_1","name":"Pets","description":"About §9","environment":{"own":"§10"},"environmentPropertyOrder":null,"metaSortKey":5,"_type":"request_group"},
            {"_id":"req_1","parentId":"wrk_1","url":"http://h/q","name":"Ask","method":"POST","body":{"mimeType":"application/graphql","text":"{\\"query\\":\\"{ a }\\",\\"variables\\":{\\"n\\": 1}}"},
             "parameters":[],"headers":[],"authentication":{},"metaSortKey":1,"_type":"request"},
            {"_id":"grpc_1","parentId":"wrk_1","url":"h:1","name":"Call","protoMethodName":"/a/b§11","metaSortKey":9,"_type":"grpc_request"},
            {"_id":"wrk_1","parentId":null,"name":"Shop","description":"Whole §12","scope":"collection","_type":"workspace"},
            {"_id":"env_1","parentId":"wrk_1","name":"Base Environment","data":{"base_url":"https://{{ _.host }}","user":{"id":1,"tags":["x§13"]}},"dataPropertyOrder":{},"color":null,"_type":"environment"},
            {"_id":"env_2","parentId":"env_1","name":"Prod","data":{"host":"prod§14"},"color":"#aa00ff","_type":"environment"},
            {"_id":"jar_1","parentId":"wrk_1","name":"Jar","cookies":[{"key":"c","value":"§15"}],"_type":"cookie_jar"},
            {"_id":"spc_1","parentId":"wrk_1","fileName":"Shop","contents":"openapi: §16","contentType":"yaml","_type":"api_spec"},
            {"_id":"uts_1","parentId":"wrk_1","name":"Suite","_type":"unit_test_suite"},{"_id":"ut_1","parentId":"uts_1","name":"T","code":"§17","requestId":"req_1","_type":"unit_test"}]}
            """;

    @Test
    void versionFourOpensAsATreeInItsOrder() {
        var opened = Foreign.text(FOUR);
        assertEquals(List.of("Ask", "Pets", "Call"), opened.names());
        assertEquals("Whole §12", opened.collection().description());
        var pet = opened.request("Get pet");
        assertEquals("{{base_url}}/pets/:id", pet.url());
        assertEquals(List.of(new Entry("full", "yes§3", "d§4", false, false)), pet.query());
        assertEquals(List.of(Entry.of("id", "7§7")), pet.pathVariables());
        assertEquals(new Auth("awsv4", Map.of("accessKey", "a§5", "secretKey", "{{key}}", "region", "r§6", "service", "s3")), pet.auth());
        assertEquals(Map.of("followRedirects", false, "disableUrlEncoding", true, "disableCookies", true), pet.settings().values());
        assertEquals(List.of(Entry.of("own", "§10")), assertInstanceOf(Folder.class, opened.collection().items().get(1)).variables());
        assertEquals(new Body.GraphQl("{ a }", "{\"n\": 1}", ""), opened.request("Ask").body());
        assertEquals("gRPC request", assertInstanceOf(OtherItem.class, opened.collection().items().get(2)).kind());
    }

    @Test
    void noValueOfVersionFourIsLostWithoutARow() {
        var opened = Foreign.text(FOUR);
        opened.nothingIsLost(FOUR);
        assertTrue(opened.row(Fate.ASIDE, "/resources/8", "import it as OpenAPI"));
        assertTrue(opened.row(Fate.ASIDE, "/resources/0/modified", "modified"));
        assertTrue(opened.row(Fate.TRANSLATED, "/resources/0/authentication/accessKeyId", "accessKeyId accessKey"));
    }

    @Test
    void theBaseEnvironmentBecomesVariablesOfTheCollectionAndTheOthersEnvironments() {
        var opened = Foreign.text(FOUR);
        assertEquals(List.of(Entry.of("base_url", "https://{{host}}"), Entry.of("user.id", "1"), Entry.of("user.tags.0", "x§13")), opened.collection().variables());
        assertEquals("#aa00ff", opened.environments().getFirst().colour());
        assertEquals(List.of(Entry.of("host", "prod§14")), opened.environments().getFirst().variables());
    }

    private static final String FIVE = """
            type: collection.insomnia.rest/5.0
            schema_version: "5.1"
            name: Five
            meta: {id: wrk_1, created: 1, modified: 2, description: "About §1"}
            collection:
              - name: Second
                meta: {id: fld_1, sortKey: 2, description: "Folder §2"}
                headers:
                  - {name: X-Team, value: "t§3"}
                authentication: {type: bearer, token: "{{ _.tok }}", prefix: ""}
                scripts: {preRequest: "insomnia.test('§4')"}
                children:
                  - url: "{{ _.base_url }}/upload"
                    name: Upload
                    meta: {id: req_1, created: 1, modified: 1, isPrivate: false, sortKey: 1, description: "Send §5"}
                    method: PUT
                    body:
                      mimeType: multipart/form-data
                      params:
                        - {id: pair_1, name: f, type: file, fileName: /tmp/a§6.png}
                        - {id: pair_2, name: t, value: "v§7", disabled: true}
                    scripts: {afterResponse: "insomnia.expect('§8')"}
                    settings: {renderRequestBody: true, encodeUrl: true, followRedirects: global, cookies: {send: true, store: true}, rebuildPath: true}
              - url: http://h/raw
                name: First
                meta: {id: req_2, sortKey: 1}
                method: POST
                body: {mimeType: application/yaml, text: "a: {% uuid 'v4' %} {% response 'body', 'req_1' %} §9"}
              - url: wss://h/socket
                name: Socket
                meta: {id: ws-req_1, sortKey: 3}
            cookieJar: {name: Jar, meta: {id: jar_1}, cookies: [{key: c, value: "§10"}]}
            environments:
              name: Base
              meta: {id: env_1}
              data: {base_url: "https://h§11"}
              subEnvironments:
                - {name: Dev, meta: {id: env_2}, data: {tok: "§12"}, color: "#00ff00"}
            testSuites:
              - {name: S, tests: [{name: T, code: "§13"}]}
            """;

    @Test
    void versionFiveOpens() {
        var opened = Foreign.text(FIVE);
        assertEquals(List.of("First", "Second", "Socket"), opened.names());
        var folder = assertInstanceOf(Folder.class, opened.collection().items().get(1));
        assertEquals("Folder §2", folder.description());
        assertEquals(new Auth("bearer", Map.of("token", "{{tok}}")), folder.auth());
        assertEquals("insomnia.test('§4')", Script.code(folder.scripts(), Script.Phase.PRE_REQUEST));
        assertEquals(List.of(Entry.of("X-Team", "t§3")), opened.request("Upload").headers());
        var parts = assertInstanceOf(Body.FormData.class, opened.request("Upload").body()).parts();
        assertEquals(List.of("/tmp/a§6.png"), parts.getFirst().files());
        assertTrue(!parts.get(1).entry().enabled());
        assertEquals("Dev", opened.environments().getFirst().name());
        opened.nothingIsLost(FIVE);
    }

    @Test
    void tagsThatPostmanHasAreTranslatedAndOthersKeptWithAWord() {
        var opened = Foreign.text(FIVE);
        assertEquals(new Body.Raw("a: {{$guid}} {% response 'body', 'req_1' %} §9", "text"), opened.request("First").body());
        assertEquals(List.of(Entry.of("Content-Type", "application/yaml")), opened.request("First").headers());
        assertTrue(opened.row(Fate.KEPT, "/collection/1/body/text", "another answer"));
        assertTrue(opened.row(Fate.TRANSLATED, "/collection/1/body/text", "{{$guid}}"));
    }

    @Test
    void globalEnvironmentsOfVersionFiveHoldTheBaseToo() {
        var opened = Foreign.text("""
                {"type":"environment.insomnia.rest/5.0","name":"Globals","environments":{"name":"Base","data":{"a":"1","b":"2"},"subEnvironments":[{"name":"Dev","data":{"b":"3"}}]}}""");
        assertEquals(List.of("Globals", "Dev"), opened.environments().stream().map(e -> e.name()).toList());
        assertEquals(List.of(Entry.of("a", "1"), Entry.of("b", "3")), opened.environments().get(1).variables());
    }

    @Test
    void theSecondVersionOpensWithoutAWorkspace() {
        var opened = Foreign.text("""
                {"_type":"export","__export_format":2,"resources":[{"_id":"__GRP_1__","_type":"request_group","parentId":"__WORKSPACE_ID__","name":"F","environment":{"k":"v"}},
                {"_id":"__REQ_1__","_type":"request","parentId":"__GRP_1__","url":"{{ base_url }}/u","name":"R","method":"POST","body":"{\\"a\\":1}",
                "headers":[{"name":"Content-Type","value":"application/json"}],"authentication":{"username":"{{ api_key }}","password":""}}]}""");
        assertEquals(List.of("F"), opened.names());
        assertEquals(new Body.Raw("{\"a\":1}", "json"), opened.request("R").body());
        assertEquals(new Auth("basic", Map.of("username", "{{api_key}}")), opened.request("R").auth());
    }

    @Test
    void severalWorkspacesAreSeveralCollections() {
        assertEquals(2, Foreign.text("""
                _type: export
                __export_format: 4
                resources:
                  - {_id: wrk_1, _type: workspace, name: A}
                  - {_id: wrk_2, _type: workspace, name: B}
                  - {_id: req_1, _type: request, parentId: wrk_2, name: R, url: http://x, method: GET}
                """).parts().size());
    }

    @Test
    void itemsThatAreTheirOwnParentsDoNotHangTheReader() {
        var opened = Foreign.text("""
                {"_type":"export","__export_format":4,"resources":[{"_id":"wrk_1","_type":"workspace","name":"A"},{"_id":"x","parentId":"wrk_1","_type":"request_group","name":"F"},
                {"_id":"x","parentId":"x","_type":"request_group","name":"G§"},{"_id":"y","parentId":"y","_type":"request","name":"H§"}]}""");
        assertEquals(List.of("F"), opened.names());
        assertTrue(opened.row(Fate.ASIDE, "/resources/3/name", "name"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"type\":\"apikey\",\"key\":\"k\",\"value\":\"v\",\"addTo\":\"queryParams\" | apikey | in | query",
        "\"type\":\"apikey\",\"key\":\"k\",\"value\":\"v\",\"addTo\":\"cookie\" | apikey | value | k=v",
        "\"type\":\"bearer\",\"token\":\"t\",\"prefix\":\"Token\" | bearer | prefix | Token",
        "\"type\":\"hawk\",\"id\":\"i\",\"key\":\"k\",\"algorithm\":\"sha256\",\"ext\":\"e\" | hawk | authId | i",
        "\"type\":\"asap\",\"issuer\":\"i\",\"audience\":\"a\",\"keyId\":\"k\",\"privateKey\":\"p\" | asap | kid | k",
        "\"type\":\"oauth1\",\"consumerKey\":\"c\",\"tokenKey\":\"t\" | oauth1 | token | t",
        "\"type\":\"oauth2\",\"grantType\":\"authorization_code\",\"usePkce\":true,\"authorizationUrl\":\"a\" | oauth2 | grant_type | authorization_code_with_pkce",
        "\"type\":\"oauth2\",\"grantType\":\"password\",\"credentialsInBody\":true | oauth2 | client_authentication | body",
        "\"type\":\"netrc\" | netrc | x | ``",
        "\"type\":\"basic\",\"username\":\"u\",\"disabled\":true | noauth | x | ``",
    })
    void authorizationsGetPostmansNames(String auth, String type, String key, String value) {
        var opened = Foreign.text("{\"_type\":\"export\",\"__export_format\":4,\"resources\":[{\"_id\":\"r\",\"_type\":\"request\",\"parentId\":\"w\",\"name\":\"R\",\"url\":\"h\",\"authentication\":{" + auth + "}}]}");
        assertEquals(type, opened.request("R").auth().type());
        assertEquals(value, opened.request("R").auth().text(key));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{{ _.a }} | {{a}}", "{{a}} | {{a}}", "{{ _['a b'].c[0] }} | {{a b.c.0}}", "{% now 'iso-8601', '' %} | {{$isoTimestamp}}",
        "{% now 'unix' %} | {{$timestamp}}", "{% faker 'randomCity' %} | {{$randomCity}}", "{% base64 'encode' %} | {% base64 'encode' %}",
    })
    void templatesAreTranslatedOrKeptAsTheyAre(String insomnia, String postman) {
        var opened = Foreign.text("{\"_type\":\"export\",\"__export_format\":4,\"resources\":[{\"_id\":\"r\",\"_type\":\"request\",\"parentId\":\"w\",\"name\":\"R\",\"url\":\"h\",\"headers\":[{\"name\":\"H\",\"value\":\"" + insomnia + "\"}]}]}");
        assertEquals(postman, opened.request("R").headers().getFirst().value());
    }
}
