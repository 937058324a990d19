package dev.posthorn.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.formats.Report.Fate;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Script;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files as Hoppscotch writes them, of several of its versions.
final class HoppscotchTest {

    private static final String NEWEST = """
            {"v":12,"id":"c§1","_ref_id":"coll_§2","name":"Shop","description":"About §3","preRequestScript":"hopp.env.set('a','§4')","testScript":"",
             "auth":{"authType":"bearer","authActive":true,"token":"<<tok>>§5"},
             "headers":[{"key":"X-Tenant","value":"t§6","active":true,"description":"who §7"},{"key":"X-Off","value":"§8","active":false}],
             "variables":[{"key":"host","initialValue":"https://h§9","currentValue":"","secret":false},{"key":"pin","initialValue":"","currentValue":"","secret":true}],
             "requests":[{"v":"17","name":"All","method":"GET","endpoint":"<<host>>/items?a=1","params":[{"key":"q","value":"x§10","active":true,"description":"search §11"},
               {"key":"off","value":"§12","active":false}],"headers":[{"key":"x-tenant","value":"own§13","active":true}],"preRequestScript":"","testScript":"pw.test('§14')",
               "auth":{"authType":"inherit","authActive":true},"body":{"contentType":null,"body":null},"requestVariables":[{"key":"page","value":"3","active":true}],
               "responses":{"Good":{"name":"Good","status":"OK","code":200,"headers":[{"key":"A","value":"b§15"}],"body":"[§16]",
                 "originalRequest":{"v":"6","name":"All","method":"GET","endpoint":"<<host>>/items","headers":[],"params":[],"body":{"contentType":null,"body":null},
                 "auth":{"authType":"none","authActive":true},"requestVariables":[]}}},"description":"Gets §17"}],
             "folders":[{"v":12,"name":"In","folders":[],"headers":[],"variables":[],"auth":{"authType":"inherit","authActive":true},
               "requests":[{"v":"17","name":"Add","method":"POST","endpoint":"<<host>>/items","params":[],"headers":[],"preRequestScript":"","testScript":"",
               "auth":{"authType":"none","authActive":true},"body":{"contentType":"application/vnd.api+json","body":"{\\"n\\":\\"<<n>>§18\\"}"},"requestVariables":[],"responses":{}}]}]}
            """;

    @Test
    void aCollectionOfTheNewestVersionOpensWhole() {
        var opened = Foreign.text(NEWEST);
        var collection = opened.collection();
        assertEquals(List.of("In", "All"), opened.names());
        assertEquals(new Auth("bearer", java.util.Map.of("token", "{{tok}}§5")), collection.auth());
        assertEquals(List.of(Entry.of("host", "https://h§9"), Entry.of("pin", "").withSecret(true)), collection.variables());
        var all = opened.request("All");
        assertEquals("{{host}}/items?a=1&q=x§10", all.url());
        assertEquals("pm.variables.set(\"page\", \"3\");", all.script(Script.Phase.PRE_REQUEST));
        assertEquals(200, opened.item("All").examples().getFirst().status());
        assertEquals("[§16]", opened.item("All").examples().getFirst().body());
    }

    @Test
    void noValueOfItIsLostWithoutARow() {
        Foreign.text(NEWEST).nothingIsLost(NEWEST);
    }

    @Test
    void headersOfACollectionReachTheRequestsThatHaveNoneOfThatName() {
        var opened = Foreign.text(NEWEST);
        assertEquals(List.of("X-Off", "x-tenant"), opened.request("All").headers().stream().map(Entry::key).toList());
        assertEquals(List.of("X-Tenant", "X-Off", "Content-Type"), opened.request("Add").headers().stream().map(Entry::key).toList());
        assertTrue(opened.row(Fate.TRANSLATED, "/headers", "headers of each request below"));
    }

    @Test
    void aMediaTypeThatPostmanDoesNotSendByItselfBecomesAHeader() {
        var opened = Foreign.text(NEWEST);
        assertEquals(new Body.Raw("{\"n\":\"{{n}}§18\"}", "json"), opened.request("Add").body());
        assertTrue(opened.row(Fate.TRANSLATED, "/folders/0/requests/0/body/contentType", "Content-Type"));
        assertEquals(Auth.NONE, opened.request("Add").auth());
    }

    @Test
    void scriptsForItsOwnApiAreKeptAndTold() {
        assertTrue(Foreign.text(NEWEST).row(Fate.KEPT, "/requests/0/testScript", "rewritten to pm.*"));
    }

    @Test
    void theFirstVersionOpens() {
        var opened = Foreign.text("""
                [{"name":"Old","folders":[],"requests":[{"url":"https://x.test","path":"/get?a=b","headers":[],"params":[],"name":"R","method":"POST","preRequestScript":"",
                "testScript":"","contentType":"application/json","body":"{}","auth":"Basic Auth","httpUser":"u","httpPassword":"p","bearerToken":""}]}]""");
        var request = opened.request("R");
        assertEquals("https://x.test/get?a=b", request.url());
        assertEquals("u", request.auth().text("username"));
        assertEquals(new Body.Raw("{}", "json"), request.body());
    }

    @Test
    void aListOfCollectionsOpensAsSeveral() {
        assertEquals(2, Foreign.text("""
                [{"v":2,"name":"A","folders":[],"requests":[],"auth":{"authType":"none","authActive":true},"headers":[]},{"v":2,"name":"B","folders":[],"requests":[]}]""").parts().size());
    }

    @Test
    void graphqlRequestsOpen() {
        var opened = Foreign.text("""
                {"v":3,"name":"G","folders":[],"requests":[{"v":4,"name":"Q","url":"https://x.test/graphql","headers":[{"key":"A","value":"b","active":true}],
                "query":"query Q { a }","variables":"{\\"id\\": \\"<<id>>\\"}","auth":{"authType":"none","authActive":true}}]}""");
        assertEquals(new Body.GraphQl("query Q { a }", "{\"id\": \"{{id}}\"}", ""), opened.request("Q").body());
        assertEquals("POST", opened.request("Q").method());
    }

    @Test
    void formsOpenWithRowsThatAreOff() {
        var opened = Foreign.text("""
                {"v":4,"name":"F","folders":[],"requests":[
                {"v":"8","name":"url","method":"POST","endpoint":"h","params":[],"headers":[],"auth":{"authType":"none","authActive":true},"preRequestScript":"","testScript":"","requestVariables":[],
                 "body":{"contentType":"application/x-www-form-urlencoded","body":"a: 1\\n# b: 2\\n\\"c: d\\": \\"e\\\\nf\\""}},
                {"v":"8","name":"parts","method":"POST","endpoint":"h","params":[],"headers":[],"auth":{"authType":"none","authActive":true},"preRequestScript":"","testScript":"","requestVariables":[],
                 "body":{"contentType":"multipart/form-data","body":[{"key":"k","value":"v","active":true,"isFile":false,"contentType":"text/csv"},{"key":"f","value":[{}],"active":false,"isFile":true}]}}]}""");
        assertEquals(List.of(Entry.of("a", "1"), Entry.of("b", "2").withEnabled(false), Entry.of("c: d", "e\nf")),
                assertInstanceOf(Body.UrlEncoded.class, opened.request("url").body()).fields());
        var parts = assertInstanceOf(Body.FormData.class, opened.request("parts").body()).parts();
        assertEquals("text/csv", parts.getFirst().contentType());
        assertTrue(parts.get(1).file() && !parts.get(1).entry().enabled());
        assertTrue(opened.row(Fate.KEPT, "/requests/1/body/body/1/key", "choose it again"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"authType\":\"api-key\",\"key\":\"K\",\"value\":\"V\",\"addTo\":\"QUERY_PARAMS\" | apikey | in | query",
        "\"authType\":\"aws-signature\",\"accessKey\":\"a\",\"secretKey\":\"s\",\"region\":\"r\",\"serviceName\":\"n\",\"addTo\":\"HEADERS\" | awsv4 | service | n",
        "\"authType\":\"digest\",\"username\":\"u\",\"password\":\"p\",\"nc\":\"1\",\"cnonce\":\"c\",\"disableRetry\":true | digest | clientNonce | c",
        "\"authType\":\"hawk\",\"authId\":\"i\",\"authKey\":\"k\",\"algorithm\":\"sha256\",\"ext\":\"e\",\"includePayloadHash\":false | hawk | extraData | e",
        "\"authType\":\"akamai-eg\",\"accessToken\":\"a\",\"host\":\"https://h\" | edgegrid | baseURL | https://h",
        "\"authType\":\"jwt\",\"secret\":\"s\",\"algorithm\":\"HS256\",\"payload\":\"{}\",\"addTo\":\"QUERY_PARAMS\",\"paramName\":\"t\" | jwt | addTokenTo | queryParam",
        "\"authType\":\"oauth-2\",\"addTo\":\"HEADERS\",\"grantTypeInfo\":{\"grantType\":\"AUTHORIZATION_CODE\",\"authEndpoint\":\"a\",\"tokenEndpoint\":\"t\",\"clientID\":\"c\",\"isPKCE\":true,\"codeVerifierMethod\":\"S256\"} | oauth2 | grant_type | authorization_code_with_pkce",
        "\"authType\":\"oauth-2\",\"addTo\":\"QUERY_PARAMS\",\"grantTypeInfo\":{\"grantType\":\"CLIENT_CREDENTIALS\",\"tokenEndpoint\":\"t\",\"scopes\":\"s\"} | oauth2 | scope | s",
    })
    void authorizationsGetPostmansNames(String auth, String type, String key, String value) {
        var opened = Foreign.text("{\"v\":6,\"name\":\"A\",\"folders\":[],\"requests\":[{\"v\":\"12\",\"name\":\"R\",\"method\":\"GET\",\"endpoint\":\"h\",\"params\":[],\"headers\":[],\"auth\":{\"authActive\":true,"
                + auth + "},\"body\":{\"contentType\":null,\"body\":null}}]}");
        assertEquals(type, opened.request("R").auth().type());
        assertEquals(value, opened.request("R").auth().text(key));
    }

    @Test
    void environmentsOpenAndSecretsKeepTheirMark() {
        var environment = Foreign.text("""
                {"v":2,"id":"e","name":"Prod","variables":[{"key":"a","initialValue":"1","currentValue":"2","secret":false},{"key":"s","initialValue":"","currentValue":"","secret":true}]}""");
        assertEquals(List.of(Entry.of("a", "1"), Entry.of("s", "").withSecret(true)), environment.environments().getFirst().variables());
        assertTrue(environment.row(Fate.ASIDE, "/variables/0/currentValue", "one machine"));
        assertEquals(2, Foreign.text("[{\"name\":\"A\",\"variables\":[{\"key\":\"k\",\"value\":\"v\"}]},{\"v\":1,\"id\":\"x\",\"name\":\"B\",\"variables\":[]}]").environments().size());
    }

    @Test
    void absurdNestingIsASentenceAndDeepFoldersAreNone() {
        assertTrue(Foreign.text(nested(1_010)).refused().sentence().contains("levels deep"));
        assertInstanceOf(Folder.class, Foreign.text(nested(190)).collection().items().getFirst());
    }

    private static String nested(int depth) {
        return "{\"v\":1,\"name\":\"f\",\"requests\":[],\"folders\":[".repeat(depth) + "]}".repeat(depth);
    }
}
