package dev.posthorn.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.auth.Admission;
import dev.posthorn.auth.SessionSource;
import dev.posthorn.auth.Surroundings;
import dev.posthorn.auth.Token;
import dev.posthorn.auth.TokenSource;
import dev.posthorn.codegen.Generators;
import dev.posthorn.codegen.Style;
import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.WireBody;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Cookie;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Part;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestUrl;
import dev.posthorn.model.Script;
import dev.posthorn.model.Settings;
import dev.posthorn.vendors.LaterAdmission;
import dev.posthorn.workbench.CodeWriting.Fill;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// What is filled into code, what is kept out of it, and what is said of that.
final class CodeWritingTest {

    private static final String SECRET = "never-shown-anywhere";

    private String demo = "http://127.0.0.1:1";
    private Function<String, List<Cookie>> jar = _ -> List.of();

    private String code(Request request, String target, Fill fill) {
        var variables = List.of(Entry.of("base", "https://{{host}}/v1"), Entry.of("host", "api.test"), Entry.of("id", "7"), Entry.of("pass", SECRET).withSecret(true));
        var context = new Context(new Collection("C", "", Auth.NONE, variables, List.of(), Settings.NONE, List.of()), List.of(), null, null, List.of(), Path.of("/files"));
        return new CodeWriting(context, context.scopes(List.of(new DemoScope(() -> demo))), around, new AutomaticHeaders("Posthorn/test"), jar, Set.of()).code(request, Generators.of(target).orElseThrow(), Style.LONG, fill);
    }

    private static Request get(String url) {
        var parts = RequestUrl.parse(url);
        return Request.get("").withAddress(parts.toString(), parts.entries(), List.of());
    }

    private static Auth auth(String type, String... pairs) {
        var values = new LinkedHashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return new Auth(type, values);
    }

    @Test
    void aSecretIsInTheCodeOnlyWhereItIsAskedFor() {
        var post = get("{{base}}/x").withMethod("POST");
        var requests = List.of(
                get("{{base}}/x").withAuth(auth("bearer", "token", SECRET)), get("{{base}}/x").withAuth(auth("bearer", "token", "{{pass}}")),
                get("{{base}}/x").withAuth(auth("basic", "username", "bob", "password", SECRET)), get("{{base}}/x").withAuth(auth("digest", "username", "bob", "password", "{{pass}}")),
                get("{{base}}/x").withAuth(auth("apikey", "key", "k", "value", SECRET, "in", "query")), get("{{base}}/x").withAuth(auth("oauth2", "accessToken", SECRET)),
                get("https://bob:" + SECRET + "@api.test/"), get("{{base}}/x?access_token=" + SECRET), get("{{base}}/x?q={{pass}}&other=" + SECRET),
                get("{{base}}/x").withHeaders(List.of(Entry.of("Authorization", "Bearer " + SECRET), Entry.of("Cookie", "sid=" + SECRET), Entry.of("X-Plain", SECRET))),
                post.withBody(new Body.Raw("{\"password\": \"" + SECRET + "\", \"again\": \"{{pass}}\"}", "json")),
                post.withBody(new Body.UrlEncoded(List.of(Entry.of("client_secret", SECRET), Entry.of("x", "{{pass}}")))),
                post.withBody(new Body.FormData(List.of(Part.text("password", SECRET), Part.text("x", "{{pass}}")))),
                post.withBody(new Body.GraphQl("{ a }", "{\"token\": \"" + SECRET + "\"}", "")));
        for (var request : requests) {
            for (var generator : Generators.ALL) {
                for (var fill : List.of(Fill.VALUES, Fill.NOTHING)) {
                    var code = code(request, generator.id(), fill);
                    assertFalse(code.contains(SECRET), code);
                    assertTrue(code.contains(generator.target().setting()), code);
                }
            }
            assertFalse(code(request, "curl", Fill.VALUES).matches("(?s).*(zqslot|\\u2022).*"), code(request, "curl", Fill.VALUES));
        }
        assertTrue(code(requests.get(1), "python", Fill.SECRETS).contains("Bearer " + SECRET));
    }

    @Test
    void signaturesAreVariablesAndWhatIsSignedByIsNotShown() {
        for (var auth : List.of(auth("jwt", "algorithm", "HS256", "secret", SECRET.repeat(2), "payload", "{}", "addTokenTo", "header"),
                auth("awsv4", "accessKey", "AKID", "secretKey", SECRET, "region", "r", "service", "s"), auth("hawk", "authId", "me", "authKey", SECRET, "algorithm", "sha256"),
                auth("oauth1", "consumerKey", "ck", "consumerSecret", SECRET, "token", "t", "tokenSecret", SECRET, "signatureMethod", "HMAC-SHA1", "addParamsToHeader", "true"))) {
            var code = code(get("{{base}}/x").withAuth(auth), "python", Fill.VALUES);
            assertTrue(code.contains("is worked out anew for each request") && code.contains("{AUTHORIZATION}"), code);
            assertFalse(code.contains(SECRET) || code.contains("eyJ"), code);
        }
    }

    @Test
    void variablesAreValuesOrStayVariables() {
        var request = get("{{base}}/users/{{id}}?host={{host}}:{{id}}");
        assertEquals("curl --location 'https://api.test/v1/users/7?host=api.test:7'\n", code(request, "curl", Fill.VALUES));
        assertEquals("# Set in the environment first: BASE, ID, HOST_VALUE\n\ncurl --location \"${BASE}/users/${ID}?host=${HOST_VALUE}:${ID}\"\n", code(request, "curl", Fill.NOTHING));
        assertTrue(code(get("{{host}}:{{id}}/x"), "curl", Fill.NOTHING).endsWith("\"http://${HOST_VALUE}:${ID}/x\"\n"));
        assertTrue(code(get("https://{{host}}/x"), "fetch", Fill.NOTHING).contains("fetch(`https://${HOST_VALUE}/x`)"));
    }

    @Test
    void variablesWithNamesAlikeAreToldApart() {
        var code = code(get("http://h.test/{{a-b}}/{{aB}}?token=one-secret&x=1&token=other-secret&path={{path}}"), "curl", Fill.NOTHING);
        assertTrue(code.endsWith("\"http://h.test/${A_B}/${A_B_2}?token=${TOKEN}&x=1&token=${TOKEN_2}&path=${PATH_VALUE}\"\n"), code);
    }

    @Test
    void whatHasNoValueIsSaidAndStaysAVariable() {
        assertEquals("# {{nobody}} has no value.\n# Set in the environment first: NOBODY\n\ncurl --location \"${NOBODY}/x\"\n", code(get("{{nobody}}/x"), "curl", Fill.SECRETS));
        assertTrue(code(Request.blank(), "java", Fill.VALUES).startsWith("// The request has no URL yet.\n"));
        assertTrue(code(get("wss://h.test/"), "java", Fill.VALUES).startsWith("// This is the address of a WebSocket"));
        assertTrue(code(get("http://a b/"), "python", Fill.VALUES).startsWith("# This URL cannot be sent to: "));
        assertTrue(code(get("http://h.test/").withAuth(auth("oauth2")), "curl", Fill.SECRETS).contains("# There is no token of OAuth 2.0 for this yet: log in first, or put one in."));
        assertTrue(code(get("http://h.test/").withAuth(auth("jwt")), "curl", Fill.VALUES).contains("# The authorization (JWT Bearer) is not in this code: "));
        var scripted = get("http://h.test/").withScripts(Script.with(List.of(), Script.Phase.PRE_REQUEST, "pm.variables.set('a', 1)"));
        assertTrue(code(scripted, "curl", Fill.VALUES).startsWith("# The script before the request is not part of this code.\n"));
    }

    private Surroundings around = new Surroundings(Clock.systemUTC(), new Random(1), new WireBody(), TokenSource.NONE, Path.of("/nowhere"), Map.of());

    /// What stands for a token and a session before they are got.
    private void nothingGotYet() {
        around = around.withTokens(new TokenSource() {
            @Override
            public Got token(Auth values) {
                return new Got.Has(new Token("", Token.LATER, Optional.empty()));
            }

            @Override
            public Got instead(Token refused, Auth values) {
                return token(values);
            }

            @Override
            public Optional<Token> known(Auth values) {
                return Optional.empty();
            }
        }).withSessions(new SessionSource() {
            @Override
            public Got enter(Door door) {
                return new Got.In(new LaterAdmission(_ -> Token.LATER));
            }

            @Override
            public Got instead(Admission lost, Door door) {
                return enter(door);
            }
        });
    }

    @Test
    void aSessionAtCreatioIsItsCookiesAndItsHeaderInAllFills() {
        nothingGotYet();
        var request = get("{{base}}/0/rest/x").withHeaders(List.of(Entry.of("Cookie", "own=1"))).withAuth(auth("creatioSession", "baseUrl", "https://api.test/v1", "username", "Supervisor", "password", SECRET));
        for (var fill : Fill.values()) {
            var code = code(request, "curl", fill);
            assertTrue(code.contains("Cookie: own=") && code.contains("; BPMLOADER=${BPMLOADER}; .ASPXAUTH=${ASPXAUTH}; BPMCSRF=${BPMCSRF}; UserName=${USER_NAME}") && code.contains("\"BPMCSRF: ${BPMCSRF}\""), code);
            assertTrue(code.contains("/ServiceModel/AuthService.svc/Login") && !code.contains(SECRET) && !code.contains("got when sent"), code);
        }
        var elsewhere = code(request.withAuth(request.auth().with("baseUrl", "https://other.test")), "curl", Fill.VALUES);
        assertTrue(elsewhere.contains("# Nothing is added: the request goes to https://api.test"), elsewhere);
    }

    @Test
    void aTokenThatIsNotThereYetIsAVariableAndNoMark() {
        nothingGotYet();
        for (var auth : List.of(auth("creatioOAuth", "identityUrl", "https://id.test", "clientId", "c", "clientSecret", SECRET), auth("bizagi", "projectUrl", "https://p.test", "clientId", "c", "clientSecret", SECRET),
                auth("workflowServer", "serverUrl", "https://w.test", "mode", "oidc", "clientId", "c", "token", SECRET), auth("oauth2", "grant_type", "client_credentials", "accessTokenUrl", "https://t.test"))) {
            for (var fill : Fill.values()) {
                var code = code(get("{{base}}/x").withAuth(auth), "curl", fill);
                assertTrue(code.contains("\"Authorization: Bearer ${ACCESS_TOKEN}\""), code);
                assertEquals(fill == Fill.SECRETS, code.contains("# There is no token of OAuth 2.0 for this yet"), code);
            }
        }
        var query = code(get("{{base}}/x?a=1").withAuth(auth("workflowServer", "serverUrl", "https://w.test", "mode", "token", "token", SECRET)), "curl", Fill.VALUES);
        assertEquals("# Set in the environment first: TOKEN\n\ncurl --location \"https://api.test/v1/x?a=1&token=${TOKEN}\"\n", query);
    }

    @Test
    void theDemoServerThatDoesNotRunIsAVariable() {
        demo = Workbench.DEMO_HOST;
        var code = code(get("{{demo}}/creatio/x"), "curl", Fill.SECRETS);
        assertEquals("# {{demo}} is the address of the demo server, which does not run now.\n# Set in the environment first: DEMO\n\ncurl --location \"${DEMO}/creatio/x\"\n", code);
        demo = "http://127.0.0.1:8123";
        assertEquals("curl --location http://127.0.0.1:8123/creatio/x\n", code(get("{{demo}}/creatio/x"), "curl", Fill.VALUES));
    }

    @Test
    void theSamePairTwiceCanBeSigned() {
        var code = code(get("{{base}}/x?a=1&a=1").withAuth(auth("oauth1", "consumerKey", "ck", "consumerSecret", SECRET, "token", "t", "tokenSecret", SECRET, "signatureMethod", "HMAC-SHA1")), "curl", Fill.VALUES);
        assertTrue(code.contains("x?a=1&a=1&") && code.contains("oauth_signature=${OAUTH_SIGNATURE}"), code);
    }

    @Test
    void filesNeedNotBeThereAndALongBodyIsOne() {
        assertTrue(code(get("http://h.test/").withMethod("POST").withBody(new Body.Binary("gone.bin")), "curl", Fill.VALUES).contains("--data-binary @/files/gone.bin"));
        var form = get("http://h.test/").withMethod("POST").withBody(new Body.FormData(List.of(new Part(Entry.of("f", ""), true, List.of("gone.txt"), ""))));
        assertTrue(code(form, "python", Fill.VALUES).contains("(\"f\", (\"gone.txt\", open(\"/files/gone.txt\", \"rb\"), \"text/plain\"))"));
        var longest = code(get("http://h.test/").withMethod("POST").withBody(new Body.Raw("x".repeat(60_000), "json")), "fetch", Fill.VALUES);
        assertTrue(longest.startsWith("// The body has 58 KB: save it as body.json beside this code.\n") && longest.contains("openAsBlob('body.json')"), longest);
    }

    @Test
    void cookiesOfTheJarGoAlong() {
        jar = _ -> List.of(new Cookie("sid", SECRET, "api.test", true, "/", null, false, false, ""), new Cookie("lang", "de", "api.test", true, "/", null, false, false, ""));
        assertTrue(code(get("{{base}}/x"), "curl", Fill.VALUES).contains("\"Cookie: sid=${SID}; lang=${LANG_VALUE}\""), code(get("{{base}}/x"), "curl", Fill.VALUES));
        assertTrue(code(get("{{base}}/x"), "curl", Fill.SECRETS).contains("'Cookie: sid=" + SECRET + "; lang=de'"));
    }
}
