package dev.posthorn.workbench;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Part;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestUrl;
import dev.posthorn.model.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Requests that generated code must send as Posthorn does: all bodies, authorizations, odd characters, files. Each has a name and the header X-Case with it.
final class CodeCases {

    /// Everything that a shell or a language could take for its own.
    static final String ODD = "it's \"q\" $HOME ${x} `id` \\ \\n \\u0041 %PATH% %s %% !! ^ & | < > ; # * ? ~ {{ }} {y} [z] ''' \"\"\" // /* */ @at";

    /// Cases whose code has all variables from the environment, and what they are worth there.
    static final Set<String> OPEN = Set.of("open-url", "open-header", "open-json", "open-text", "open-form", "open-multipart", "open-bearer", "open-basic", "open-key");

    static final Map<String, String> ENVIRONMENT = Map.of("PLAIN", "some-word", "ODD", "it's \"q\" $HOME \\ `x` ü 😀 %s {y}", "PASSWORD", "never-shown'\"$", "TOKEN", "never-shown.token", "X_KEY", "never-shown-key");

    private final Map<String, Request> all = new LinkedHashMap<>();
    private final String base;
    private final String secure;
    private final String far;

    /// @param secure the same server behind a certificate that nobody vouches for
    /// @param far    the same by an address of IPv6; null where this machine has none
    CodeCases(String base, String secure, String far, Path files) throws IOException {
        this.base = base;
        this.secure = secure;
        this.far = far;
        Files.writeString(files.resolve("text.txt"), "one\ntwo\r\nthree ü\n");
        Files.write(files.resolve("data.bin"), new byte[] {0, 1, (byte) 0xff, (byte) 0xfe, '\r', '\n', 0x1a, (byte) 0x80});
        Files.writeString(files.resolve("a b;c,d'e$f.json"), "{\"a\": 1}");
        Files.writeString(files.resolve("empty.xml"), "");
        Files.writeString(files.resolve("größe.txt"), "wide");
        Files.writeString(files.resolve("100% `x` ^&!.txt"), "percent");
        Files.writeString(files.resolve("日本 😀.txt"), "far");
        Files.write(files.resolve("none.bin"), new byte[0]);
        addresses();
        methods();
        headers();
        texts();
        forms();
        multiparts();
        others();
        logins();
        open();
        ofCollections();
        settings();
        vendors();
    }

    private void open() {
        add("open-url", get("/{{plain}}/x?q={{plain}}&r=1"));
        add("open-header", with(get("/h"), "X-A", "a {{plain}} $b \"c\" {{plain}}", "X-B", "{{plain}}"));
        add("open-json", raw("{\n  \"a\": \"{{plain}}\",\n  \"b$\": \"${c} %d {{plain}}!\"\n}", "json"));
        add("open-text", raw("'{{odd}}' \"{{odd}}\" ${x} {{odd}}$", "text"));
        add("open-form", form("a", "{{plain}}", "b", "c"));
        add("open-multipart", parts(Part.text("a", "x{{plain}}\"y\""), Part.text("b", "{{plain}}")));
        add("open-bearer", get("/auth").withAuth(auth("bearer", "token", "never-shown.token")));
        add("open-basic", get("/auth").withAuth(auth("basic", "username", "bob {{plain}}", "password", "never-shown'\"$")));
        add("open-key", get("/auth").withAuth(auth("apikey", "key", "X-Key", "value", "never-shown-key", "in", "header")));
    }

    Map<String, Request> all() {
        return all;
    }

    private void add(String name, Request request) {
        var headers = new ArrayList<>(request.headers());
        headers.add(Entry.of("X-Case", name));
        if (all.put(name, request.withHeaders(headers)) != null) {
            throw new IllegalStateException(name);
        }
    }

    private Request get(String rest) {
        var url = RequestUrl.parse(base + rest);
        return Request.get("").withAddress(url.toString(), url.entries(), List.of()).withAuth(Auth.NONE);
    }

    private Request post(Body body) {
        return get("/body").withMethod("POST").withBody(body);
    }

    private Request raw(String text, String language) {
        return post(new Body.Raw(text, language));
    }

    private static Request with(Request request, String... headers) {
        return request.withHeaders(IntStream.range(0, headers.length / 2).mapToObj(i -> Entry.of(headers[2 * i], headers[2 * i + 1])).toList());
    }

    private void addresses() {
        add("plain", get("/"));
        add("no-path", get(""));
        add("query", get("/a/b?x=1&y=2&x=3&empty=&bare"));
        add("query-spaces", get("/a b?q=c d+e&f=%20"));
        add("query-odd", get("/p?q=a'b\"c$d`e&f=g!h*(i)&j=%25&k=a;b,c:d@e/f?g"));
        add("path-odd", get("/a'b$c!d(e)*f,g;h=i:j@k&l+m~n"));
        add("unicode-url", get("/größe/日本/😀?ü=é&emoji=🎉"));
        add("encoded-url", get("/a%2Fb%20c?d=%26%3D%2B"));
        add("path-variable", get("/users/:id/x").withAddress(base + "/users/:id/x", List.of(), List.of(Entry.of("id", "a b?c#d/ü"))));
        add("variables", get("/{{folder}}?q={{text}}"));
        add("dots", get("/a/./b/../c"));
        add("pipe", get("/a|b?c=d|e"));
        add("caret", get("/a^b?c=d^e"));
        add("braces", get("/a{b}?c={d}&e=[f]"));
        add("bad-percent", get("/a%zz?b=100%"));
        add("needless-percent", get("/%41%7Eb?c=%2D"));
        add("small-hex", get("/a%c3%a4?b=%c3"));
        add("fragment", get("/a?b=c#there"));
        add("double-slash", get("//a//b?c"));
    }

    /// What the collections of others have: rows that are switched off, the same name more than once, hosts and paths as people paste them.
    private void ofCollections() {
        add("disabled-rows", with(get("/a?x=1&y=2&x=3"), "X-On", "1", "X-Off", "2").withHeaders(List.of(Entry.of("X-On", "1"), Entry.of("X-Off", "2").withEnabled(false))));
        add("query-repeated", get("/a?x=1&x=1&x=&x&=v&&y[]=1&y[]=2"));
        add("query-question", get("/a??b=c?d&e=/f"));
        add("query-plus", get("/a+b?c+d=e%2Bf+g"));
        add("query-json", get("/a?filter={\"where\":{\"n\":\"O'N\"}}&$top=10&$filter=Name eq 'x''y'"));
        add("odata-key", get("/odata/Account(guid'1f-2')/Contacts?$expand=Account($select=Id,Name)&$orderby=Name desc"));
        add("path-encoded-odd", get("/a%25b%23c%3Fd/e%20f/%E2%82%AC"));
        add("path-end", get("/a/b/?"));
        add("fragment-odd", get("/a#b?c=d/e f"));
        add("host-capital", get("/h").withAddress(base.replace("127.0.0.1", "LocalHost") + "/h", List.of(), List.of()));
        add("head-body", raw("{\"a\":1}", "json").withMethod("HEAD"));
        add("method-own", raw("x", "text").withMethod("MERGE"));
        add("method-odd", get("/m").withMethod("M-SEARCH"));
        add("header-same-twice", with(get("/h"), "X-Same", "a", "x-same", "a"));
        add("header-spaces", with(get("/h"), "X-Pad", "  in the middle  of  it "));
        add("header-long", with(get("/h"), "X-Long", "0123456789".repeat(400)));
        add("header-host", with(get("/h"), "Host", "other.test"));
        add("header-length", with(raw("abc", "text"), "Content-Length", "3"));
        add("jar-cookies", get("/jar/a"));
        add("jar-and-header", with(get("/jar/b"), "Cookie", "own=1"));
        add("form-repeated", form("a", "1", "a", "", "b", "", "a", "1"));
        add("form-odd-names", form("", "x", "a[0][b]", "1", "c.d", "é&=+ %", "💡", "'\"`$\\"));
        add("form-disabled", post(new Body.UrlEncoded(List.of(Entry.of("a", "1"), Entry.of("b", "2").withEnabled(false)))));
        add("form-empty", post(new Body.UrlEncoded(List.of())));
        add("multipart-file-percent", parts(file("f", "100% `x` ^&!.txt"), file("g", "日本 😀.txt")));
        add("multipart-file-empty", parts(file("f", "none.bin"), Part.text("", "nameless"), Part.text("x", "1")));
        add("multipart-disabled", post(new Body.FormData(List.of(Part.text("a", "1"), new Part(Entry.of("b", "2").withEnabled(false), false, List.of(), "")))));
        add("multipart-GET", parts(Part.text("a", "1")).withMethod("GET"));
        add("multipart-long-name", parts(Part.text("n".repeat(300), "v")));
        add("file-empty", post(new Body.Binary("none.bin")));
        add("file-put", post(new Body.Binary("100% `x` ^&!.txt")).withMethod("PUT"));
        add("text-empty", raw("", "text"));
        add("text-spaces", raw("   ", "text"));
        add("text-lone-surrogate", raw("a\ud83dz", "text"));
        add("text-million", raw("0123456789abcdef '\"`$\\\n".repeat(48_000), "json"));
        add("json-deep", raw("[".repeat(300) + "]".repeat(300), "json"));
        add("json-long-line", raw("{\"a\":\"" + "x y".repeat(4_000) + "\"}", "json"));
        add("graphql-odd", post(new Body.GraphQl("mutation { a(t: \"it's \\\"q\\\" $x `y`\", e: \"😀\") }\n# done", "{\n \"b\": \"\\u00e9 {{text}}\"\n}", "")));
    }

    private static Request set(Request request, String... pairs) {
        var values = new LinkedHashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1].matches("\\d+") ? (Object) Integer.valueOf(pairs[i + 1]) : pairs[i + 1].matches("true|false") ? (Object) Boolean.valueOf(pairs[i + 1]) : pairs[i + 1]);
        }
        return request.withSettings(new Settings(values));
    }

    private void settings() {
        add("redirect", get("/redirect"));
        add("redirect-off", set(get("/redirect"), "followRedirects", "false"));
        add("redirect-post", raw("moved", "text").withAddress(base + "/redirect", List.of(), List.of()));
        add("timeouts", set(get("/t"), "requestTimeout", "20000", "connectTimeout", "15000"));
        add("timeout-connect", set(raw("x", "text"), "connectTimeout", "15000"));
        add("version-1", set(raw("x", "text"), "protocolVersion", "http1"));
        add("unverified", set(raw("sure", "text").withAddress(secure + "/tls?a=b", RequestUrl.parse(secure + "/tls?a=b").entries(), List.of()), "strictSSL", "false"));
        add("everything", with(set(raw("{\"a\": \"it's\"}", "json").withAddress(secure + "/tls", List.of(), List.of()).withMethod("PATCH"), "strictSSL", "false", "followRedirects", "false", "requestTimeout", "20000",
                "connectTimeout", "15000", "protocolVersion", "http1"), "X-A", "b").withAuth(auth("basic", "username", "me", "password", "it's")));
        if (far != null) {
            add("ipv6", get("/v6").withAddress(far + "/v6?a=b", RequestUrl.parse(far + "/v6?a=b").entries(), List.of()));
        }
    }

    private void vendors() {
        add("workflow-query", get("/wf?a=b").withAuth(auth("workflowServer", "serverUrl", base, "mode", "token", "token", "t o&k'n")));
        add("workflow-body", raw("{\n  \"a\": 1\n}", "json").withAuth(auth("workflowServer", "serverUrl", base, "mode", "token", "token", "to\"k\\n")));
        add("workflow-open", get("/wf").withAuth(auth("workflowServer", "serverUrl", base, "mode", "open")));
        add("digest-post", raw("{}", "json").withAddress(base + RecordingServer.DIGEST, List.of(), List.of()).withAuth(auth("digest", "username", "bob", "password", RecordingServer.PASSWORD)));
        add("edgegrid", get("/auth").withAuth(auth("edgegrid", "accessToken", "at", "clientToken", "ct", "clientSecret", "never", "baseURL", base)));
        add("api-key-both", get("/auth?k=1").withAuth(auth("apikey", "key", "k", "value", "2 +", "in", "query")));
    }

    private void methods() {
        for (var method : List.of("HEAD", "DELETE", "OPTIONS", "PATCH", "PUT", "POST", "PURGE", "PROPFIND")) {
            add("bare-" + method, get("/m").withMethod(method));
        }
        for (var method : List.of("GET", "DELETE", "PATCH", "PUT", "OPTIONS", "QUERY")) {
            add("body-" + method, raw("{\"m\": 1}", "json").withMethod(method));
        }
        add("small-method", get("/m").withMethod("get"));
        add("small-patch", raw("x", "text").withMethod("patch"));
    }

    private void headers() {
        add("headers", with(get("/h"), "X-One", "1", "x-two", "two words", "Accept", "application/json", "User-Agent", "me/1.0"));
        add("header-odd", with(get("/h"), "X-Odd", ODD, "X-Percent", "%41 %PATH%", "X.dot_and!", "colon: semi; comma, equals="));
        add("header-empty", with(get("/h"), "X-Empty", "", "X-Full", "f"));
        add("header-repeated", with(get("/h"), "X-Many", "1", "X-Other", "o", "X-Many", "2"));
        add("header-unicode", with(get("/h"), "X-Wide", "grün 日本 😀"));
        add("header-tab", with(get("/h"), "X-Tab", "a\tb"));
        add("cookie", with(get("/h"), "Cookie", "a=b; c=\"d e\"", "Cookie", "f=g"));
        add("header-json", with(get("/h"), "X-Json", "{\"a\": [1, 2], \"b\": \"c\"}"));
        add("header-credentials", with(get("/h"), "Authorization", "Custom abc.def==", "X-API-Key", "k e y"));
        add("content-type-without-body", with(get("/h"), "Content-Type", "application/json"));
    }

    private void texts() {
        add("json", raw("{\n  \"name\": \"O'Neil ü 😀\",\n  \"path\": \"C:\\\\users\",\n  \"list\": [1, 2.50, 1e3, null, true]\n}", "json"));
        add("json-minified", raw("{\"a\":\"b\",\"c\":[1,2,{\"d\":null}],\"e\":\"f\\n\\\"g\\\"\",\"ü\":\"$x `y`\"}", "json"));
        add("json-comments", raw("{\n  // said\n  \"a\": 1 /* more */\n}", "json"));
        add("json-spaces", raw("  {\"a\":1}\n\n", "json"));
        add("json-bad", raw("{not json", "json"));
        add("json-number", raw("42", "json"));
        add("json-variables", raw("{\"n\": {{number}}, \"t\": \"{{text}}\"}", "json"));
        add("json-big-numbers", raw("{\"a\":12345678901234567890,\"b\":1.0,\"c\":\"\\u00e9\\/\"}", "json"));
        add("xml", raw("<?xml version=\"1.0\"?>\n<a b='c'>&lt;d&gt;<![CDATA[e]]></a>\n", "xml"));
        add("html", raw("<!DOCTYPE html><p title=\"x\">'y'</p>", "html"));
        add("javascript", raw("const a = `b ${c} \\` `; // d\n", "javascript"));
        add("text", raw("just words", "text"));
        add("text-odd", raw(ODD, "text"));
        add("text-odd-lines", raw(ODD + "\n\n  indented \t\n\ttabbed\n" + ODD + "\n", "text"));
        add("text-crlf", raw("one\r\ntwo\rthree\r\n", "text"));
        add("text-quotes-at-end", raw("a\n\"\"\"b\"\n'''c\"\"", "text"));
        add("text-backslash-at-end", raw("a\nb\\", "text"));
        add("text-dollar-at-end", raw("a\nb$", "text"));
        add("text-at", raw("@file", "text"));
        add("text-controls", raw("a\u0001b\u001bc\u007fd\u0085e\u2028f\u2029g\ufeffh\bi\fj", "text"));
        add("text-nul", raw("a\0b\u00001\n%s'\\x", "text"));
        add("text-emoji", raw("👩‍👩‍👧‍👦 e\u0301 עברית 日本語 \ud83d\ude00", "text"));
        add("text-newline-only", raw("\n", "text"));
        add("text-leading-newline", raw("\n  a\n   b\n", "text"));
        add("text-unicode-escape", raw("\\u0022 \\u000a \\N{BULLET} \\x41 \\101 \\0", "text"));
        add("own-type", with(raw("a=b", "text"), "Content-Type", "text/csv; charset=utf-8; header=present"));
        add("own-type-json-text", with(raw("not json", "text"), "Content-Type", "application/json"));
        add("no-type", raw("typeless", "text").withSettings(new Settings(Map.of("disabledSystemHeaders", Map.of("content-type", true)))));
        add("text-long", raw("0123456789 'abc' \"def\"\n".repeat(800), "text"));
    }

    private Request form(String... pairs) {
        return post(new Body.UrlEncoded(IntStream.range(0, pairs.length / 2).mapToObj(i -> Entry.of(pairs[2 * i], pairs[2 * i + 1])).toList()));
    }

    private void forms() {
        add("form", form("a", "1", "b", "2", "a", "3"));
        add("form-spaces", form("a b", "c d", "e", "f+g"));
        add("form-odd", form("odd", ODD, "a=b&c", "d=e&f", "star*", "tilde~"));
        add("form-unicode", form("größe", "日本 😀", "line", "one\ntwo\r\n"));
        add("form-empty-value", form("a", "", "b", "x"));
        add("form-variables", form("a", "{{text}}", "b", "{{number}}"));
    }

    private Request parts(Part... parts) {
        return post(new Body.FormData(Arrays.asList(parts)));
    }

    private static Part file(String key, String... paths) {
        return new Part(Entry.of(key, ""), true, List.of(paths), "");
    }

    private void multiparts() {
        add("multipart", parts(Part.text("a", "1"), Part.text("b", "two words"), Part.text("a", "3")));
        add("multipart-odd", parts(Part.text("odd", ODD), Part.text("at", "@x"), Part.text("less", "<x"), Part.text("semi", "a;type=b"), Part.text("quote", "\"q\""), Part.text("space", " s ")));
        add("multipart-names", parts(Part.text("a b", "1"), Part.text("q\"uo'te", "2"), Part.text("größe[0]", "3"), Part.text("$x`y`", "4")));
        add("multipart-equals", parts(Part.text("a=b", "1"), Part.text("c", "2")));
        add("multipart-lines", parts(Part.text("crlf", "one\r\ntwo\r\n"), Part.text("tab", "a\tb")));
        add("multipart-newline", parts(Part.text("lf", "one\ntwo\n")));
        add("multipart-unicode", parts(Part.text("emoji", "😀 日本"), Part.text("empty", "")));
        add("multipart-file", parts(Part.text("a", "1"), file("f", "text.txt"), Part.text("z", "26")));
        add("multipart-files", parts(file("f", "text.txt", "data.bin"), file("g", "empty.xml")));
        add("multipart-file-odd", parts(file("f", "a b;c,d'e$f.json")));
        add("multipart-file-wide", parts(file("f", "größe.txt")));
        add("multipart-file-named", parts(file("f", "text.txt").withFileName("other \"n\".md").withContentType("text/markdown")));
        add("multipart-text-typed", parts(Part.text("j", "{\"a\": \"b;c\"}").withContentType("application/json")));
        add("multipart-text-named", parts(Part.text("t", "as a file").withFileName("t.txt")));
        add("multipart-no-file", parts(file("f"), Part.text("a", "1")));
    }

    private void others() {
        add("file", post(new Body.Binary("data.bin")));
        add("file-text", post(new Body.Binary("text.txt")));
        add("file-odd", with(post(new Body.Binary("a b;c,d'e$f.json")), "Content-Type", "application/vnd.x+json"));
        add("file-content", post(new Body.Binary("", "kept here\n")));
        add("graphql", post(new Body.GraphQl("query Q($a: Int) {\n  me(a: $a) { name }\n}", "{\"a\": 1}", "Q")));
        add("graphql-plain", post(new Body.GraphQl("{ me { id } }", "", "")));
    }

    private static Auth auth(String type, String... pairs) {
        var values = new LinkedHashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return new Auth(type, values);
    }

    private void logins() {
        add("basic", get("/auth").withAuth(auth("basic", "username", "bob", "password", "p:a s$s'w\"o`r\\d!%")));
        add("basic-unicode", get("/auth").withAuth(auth("basic", "username", "böb", "password", "日本😀")));
        add("basic-post", raw("{}", "json").withAuth(auth("basic", "username", "bob", "password", "")));
        add("user-in-url", get("/auth").withAddress(base.replace("://", "://u%40x:p%3Aw@") + "/auth", List.of(), List.of()));
        add("bearer", get("/auth").withAuth(auth("bearer", "token", "{{token}}")));
        add("bearer-prefix", get("/auth").withAuth(auth("bearer", "token", "abc", "prefix", "Token")));
        add("api-key-header", get("/auth").withAuth(auth("apikey", "key", "X-Key", "value", "a$b'c", "in", "header")));
        add("api-key-query", get("/auth?a=b").withAuth(auth("apikey", "key", "api key", "value", "a b&c", "in", "query")));
        add("digest", get(RecordingServer.DIGEST).withAuth(auth("digest", "username", "bob", "password", RecordingServer.PASSWORD)));
        add("oauth2", get("/auth").withAuth(auth("oauth2", "accessToken", "tok.en", "addTokenTo", "header")));
        add("oauth2-query", get("/auth").withAuth(auth("oauth2", "accessToken", "tok.en", "addTokenTo", "queryParams")));
        add("jwt", get("/auth").withAuth(auth("jwt", "algorithm", "HS256", "secret", "s".repeat(40), "payload", "{\"sub\":\"me\"}", "addTokenTo", "header")));
        add("aws", raw("{\"a\": 1}", "json").withAuth(auth("awsv4", "accessKey", "AKID", "secretKey", "never", "region", "eu-west-1", "service", "execute-api")));
        add("hawk", get("/auth").withAuth(auth("hawk", "authId", "me", "authKey", "never", "algorithm", "sha256")));
        add("oauth1", form("a", "b c").withAuth(auth("oauth1", "consumerKey", "ck", "consumerSecret", "cs", "token", "t", "tokenSecret", "ts", "signatureMethod", "HMAC-SHA1", "addParamsToHeader", "true")));
        add("oauth1-body", form("a", "b c").withAuth(auth("oauth1", "consumerKey", "ck", "consumerSecret", "cs", "token", "t", "tokenSecret", "ts", "signatureMethod", "HMAC-SHA1")));
        add("wsse", get("/auth").withAuth(auth("wsse", "username", "me", "password", "never")));
    }

}
