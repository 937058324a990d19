package dev.posthorn.imports.curl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.formats.ReadResult;
import dev.posthorn.formats.Report;
import dev.posthorn.imports.Importers;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Part;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CurlCommandsTest {

    private static ReadResult read(String text) {
        return Importers.read(Path.of("pasted"), text.getBytes(StandardCharsets.UTF_8));
    }

    private static ReadResult.OfCollection imported(String text) {
        var read = read(text);
        return assertInstanceOf(ReadResult.OfCollection.class, read, () -> read.toString());
    }

    private static Request request(String text) {
        return imported(text).collection().requests().findFirst().orElseThrow().request();
    }

    private static List<Report.Row> rows(String text, Report.Fate fate) {
        return imported(text).report().rows().stream().filter(r -> r.fate() == fate).toList();
    }

    private static void aside(String text, String from, String reason) {
        var rows = rows(text, Report.Fate.ASIDE);
        assertTrue(rows.stream().anyMatch(r -> r.from().equals(from) && r.reason().contains(reason)), () -> rows.toString());
    }

    @Test
    void aBrokenQuoteIsToldWithItsLineAndColumn() {
        var refused = assertInstanceOf(ReadResult.NotOne.class, read("curl https://example.com \\\n  -H 'Accept: text"));
        assertEquals("This curl command cannot be read: the quote ' that opens here is never closed (line 2, column 6).", refused.sentence());
        assertEquals(2, refused.line());
        assertEquals(6, refused.column());
        for (var broken : List.of("curl \"x", "curl $'a\\'", "curl -d \"`x\" y", "curl -d $(cat", "curl -d \"${\" x", "curl x -d @- <<END\nabc", "curl x -H",
                "curl ^\"x ^\n -d 1", "curl.exe 'x `\n")) {
            assertTrue(assertInstanceOf(ReadResult.NotOne.class, read(broken), broken).sentence().matches("(?s)This curl command cannot be read: .* \\(line \\d+, column \\d+\\)\\."), broken);
        }
    }

    @Test
    void anOptionWithoutItsValueIsNamed() {
        assertEquals("This curl command cannot be read: the option --header needs a value behind it (line 1, column 15).",
                assertInstanceOf(ReadResult.NotOne.class, read("curl http://x -H")).sentence());
    }

    @Test
    void anUnknownOptionGetsARowAndTheRestIsRead() {
        assertEquals("https://example.com", request("curl --frobnicate https://example.com -sÜ").url());
        aside("curl --frobnicate https://example.com", "--frobnicate", "curl's manual does not have");
        aside("curl -sÜ https://example.com", "--(-Ü)", "curl's manual does not have");
    }

    @Test
    void whatIsASettingOfTheWorkspaceIsKeptAsideWithItsReason() {
        aside("curl -x http://proxy:3128 -U me:secret https://example.com", "--proxy", "a proxy is a setting of the workspace");
        aside("curl --cert me.pem --key me.key https://example.com", "--cert", "certificates are settings of the workspace");
        aside("curl --resolve a:443:127.0.0.1 https://a", "--resolve", "how the network is used");
        aside("curl -o out.json https://a", "--output", "curl's own output");
        aside("curl -b cookies.txt https://a", "--cookie cookies.txt", "cookie jar");
        aside("curl -K my.cfg https://a", "--config", "not read at import");
        aside("curl https://a | jq .", "jq", "only curl commands");
        aside("curl https://a > out.json", "> out.json", "Save response");
    }

    @Test
    void noRowTellsASecret() {
        var all = imported("curl -u me:hunter2 -U p:hunter2 --oauth2-bearer hunter2 --pass hunter2 --proxy-pass=hunter2 -E c.pem:hunter2 --tlspassword hunter2 https://a:hunter2@b/ -H 'X-Key: hunter2'"
                + " --next --aws-sigv4 aws:amz:eu:s3 -u AK:hunter2 https://c").report().rows().toString();
        assertFalse(all.contains("hunter2"), all);
    }

    @Test
    void everyKindOfAuthorizationIsTheOneOfTheModel() {
        assertEquals(new Auth("basic", Map.of("username", "me", "password", "a:b")), request("curl -u me:a:b https://x").auth());
        assertEquals(new Auth("digest", Map.of("username", "me", "password", "p")), request("curl --digest -u me:p https://x").auth());
        assertEquals(new Auth("ntlm", Map.of("username", "DOM\\me", "password", "p")), request("curl --ntlm -u 'DOM\\me:p' https://x").auth());
        assertEquals(new Auth("bearer", Map.of("token", "t")), request("curl --oauth2-bearer t https://x").auth());
        assertEquals(new Auth("awsv4", Map.of("accessKey", "A", "secretKey", "S", "region", "eu-west-1", "service", "s3")),
                request("curl --aws-sigv4 aws:amz:eu-west-1:s3 -u A:S https://x").auth());
        assertEquals("basic", request("curl https://me:p%40ss@x/y").auth().type());
        assertEquals("p@ss", request("curl https://me:p%40ss@x/y").auth().text("password"));
        assertEquals("https://x/y", request("curl https://me:p%40ss@x/y").url());
        assertEquals(new Auth("negotiate", Map.of("credential", "ticket")), request("curl --negotiate -u : https://x").auth());
        assertEquals(new Auth("negotiate", Map.of("credential", "password", "principal", "ann@EXAMPLE.COM", "password", "p")),
                request("curl --negotiate -u ann@EXAMPLE.COM:p https://x").auth());
        assertEquals(new Auth("netrc", Map.of()), request("curl -n https://x").auth());
        assertEquals(new Auth("netrc", Map.of("file", "my.netrc")), request("curl --netrc-file my.netrc https://x").auth());
        assertEquals("basic", request("curl -n -u me:p https://x").auth().type());
        aside("curl --ntlm-wb -u : https://x", "--ntlm-wb", "account of the system");
    }

    @Test
    void settingsHaveTheNamesOfTheModel() {
        assertEquals(Map.of("strictSSL", false, "protocolVersion", "http1", "maxRedirects", 3, "requestTimeout", 2500),
                request("curl -kL --http1.1 --max-redirs 3 -m 2.5 https://x").settings().values());
        assertEquals(Map.of("followRedirects", false), request("curl https://x").settings().values());
        assertEquals(Map.of("followOriginalHttpMethod", true, "followAuthorizationHeader", true), request("curl --location-trusted --post302 -d a https://x").settings().values());
        assertEquals(Map.of("followRedirects", false, "disabledSystemHeaders", Map.of("accept", true, "user-agent", true)),
                request("curl -H Accept: -A '' https://x").settings().values());
    }

    @Test
    void variablesOfTheShellBecomeVariables() {
        var read = imported("BASE=https://api.example.com\nexport KEY='k 1'\ncurl \"$BASE/users/${ID:-7}\" -H \"X: $(date +%s)\" -H \"K: $KEY\" -d '$literal'");
        var request = read.collection().requests().findFirst().orElseThrow().request();
        assertEquals("{{BASE}}/users/{{ID}}", request.url());
        assertEquals(List.of(Entry.of("X", "{{date_s}}"), Entry.of("K", "{{KEY}}"), Entry.of("Content-Type", "application/x-www-form-urlencoded")), request.headers());
        assertEquals(new Body.Raw("$literal", "text"), request.body());
        assertEquals(List.of(Entry.of("BASE", "https://api.example.com"), Entry.of("KEY", "k 1"), Entry.of("ID", "7")), read.collection().variables());
        assertTrue(read.report().rows().stream().anyMatch(r -> r.from().equals("$(date +%s)") && r.to().equals("{{date_s}}")));
    }

    @Test
    void aFormOfFieldsBecomesATableOnlyWhereItIsSentTheSame() {
        assertEquals(new Body.UrlEncoded(List.of(Entry.of("a b", "1"), Entry.of("c", "ü"))), request("curl -d 'a%20b=1' -d c=%C3%BC https://x").body());
        assertEquals(new Body.Raw("a+b=1", "text"), request("curl -d a+b=1 https://x").body());
        assertEquals(new Body.Raw("{\"a\":1}", "json"), request("curl -d '{\"a\":1}' https://x").body());
    }

    @Test
    void aCommentNamesTheRequestBelowIt() {
        var names = imported("# List users\ncurl https://x/users\n\n# Create one\ncurl https://x/users -d a=1\ncurl https://x/other").collection().requests().map(RequestItem::name).toList();
        assertEquals(List.of("List users", "Create one", "GET /other"), names);
    }

    @Test
    void filesOfABodyAreNamedAndWhatCannotBeReadIsSaid() {
        assertEquals(new Body.Binary("a.json"), request("curl -d @a.json https://x").body());
        aside("curl -d x=1 -d @a.json https://x", "--data @a.json", "one text or one file");
        aside("curl --data-urlencode q@a.txt https://x", "--data-urlencode q@a.txt", "not read at import");
        aside("curl -d @- https://x", "--data @-", "put it into the body");
        aside("curl -F 'a=<a.txt' https://x", "--form a=<a.txt", "not read at import");
        aside("curl -F 'a=@a.txt;filename=c.txt,b.txt' https://x", "--form ;filename=c.txt", "own name");
        aside("curl -H @headers.txt https://x", "--header @headers.txt", "not read at import");
    }

    @Test
    void aPartHasTheFileNameThatTheCommandGivesIt() {
        assertEquals(new Body.FormData(List.of(new Part(Entry.of("a", ""), true, List.of("a.txt"), "", "b c.txt"),
                new Part(Entry.of("t", "v"), false, List.of(), "", "t.json"))), request("curl -F 'a=@a.txt;filename=\"b c.txt\"' -F 't=v;filename=t.json' https://x").body());
    }

    @Test
    void halfASurrogatePairIsNoCharacterAndAddsNone() {
        assertEquals(new Body.Raw("x\ufffdy", "text"), request("curl -H 'Content-Type: text/plain' -d $'x\\ud83dy' https://x").body());
        assertEquals(new Body.Raw("\ufffd\n", "text"), request("curl -H 'Content-Type: text/plain' -d $'\\ud83d\\n' https://x").body());
        assertEquals(new Body.Raw("\ufffdA", "text"), request("curl -H 'Content-Type: text/plain' -d $'\\ud83d\\u0041' https://x").body());
        assertEquals(new Body.Raw("\ufffd", "text"), request("curl -H 'Content-Type: text/plain' -d $'\\ude00' https://x").body());
        assertEquals(new Body.Raw("😀", "text"), request("curl -H 'Content-Type: text/plain' -d $'\\ud83d\\ude00' https://x").body());
    }

    @Test
    void aUrlThatStandsForTooManyIsKeptAsWritten() {
        assertEquals("https://x/[1-1000]", request("curl 'https://x/[1-1000]'").url());
        aside("curl 'https://x/[1-1000]'", "a URL that stands for more than 100", "kept as written");
        assertEquals(6, imported("curl 'https://x/{a,b,c}?n=[1-2]'").collection().requests().count());
        assertEquals("https://x/{{id}}", request("curl 'https://x/{{id}}'").url());
        assertEquals("https://x/?filter[name]=1", request("curl 'https://x/?filter[name]=1'").url());
    }

    @ParameterizedTest
    @ValueSource(strings = {"# how to\n$ curl https://x", "PS C:\\> curl.exe https://x", "user@host:~/a$ curl https://x", "#!/bin/bash\nset -e\necho start\nif true; then\n  curl https://x\nfi",
            "```bash\ncurl https://x\n```", "sudo /usr/bin/curl https://x", "\uFEFFcurl https://x", "A=1 B='2' curl https://x", "curl\\\n https://x", "CURL https://x",
            "C:\\Users\\me>curl https://x"})
    void aCommandIsRecognisedByItsContent(String text) {
        assertEquals("https://x", request(text).url());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "curly braces", "openapi: 3.0.0\npaths:\n  /x: {}\n# curl https://x", "name: x\nrun: |\n  curl https://x", "GET https://x\n\n###\ncurl https://y", "Use curl https://x please"})
    void otherTextsAreNotTakenForCommands(String text) {
        assertFalse(new CurlCommands().recognises(dev.posthorn.formats.Document.of(Path.of("x"), text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "$(", "[", "{", "'\\''", "\\", "\"$(", "`", "<", "^", "&", "{a,", "[1-9]", "-", "\0", "$'\\x", "%A%"})
    void aLongHostileTextEndsWithAnAnswer(String piece) {
        for (var start : List.of("curl ", "curl ^\"x^\" ", "curl.exe 'x' $env:a `\n ", "curl -F a=", "curl -d ", "curl https://x/")) {
            var result = read(start + piece.repeat(20_000));
            assertTrue(result instanceof ReadResult.OfCollection || result instanceof ReadResult.NotOne);
        }
    }
}
