package dev.posthorn.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// JavaScript with the library axios, for Node.js from version 20 on.
final class JavaScriptAxios implements Generator {

    private static final String[] OWN = {"Content-Length", "Expect", "Transfer-Encoding", "Upgrade"};

    private static final List<Limit> LIMITS = List.of(
            new Limit("axios writes methods in capital letters.", Traits::smallLetters),
            new Limit("Node.js makes the headers Content-Length, Expect, Transfer-Encoding and Upgrade itself: they are left out.", Traits.headers(OWN)),
            new Limit("axios resolves . and .. in the path.", Traits::dots),
            new Limit("axios leaves out a ? that nothing follows.", Traits::bareQuestion),
            new Limit("axios encodes a ^ in the path.", Traits.inPath("^")),
            new Limit("axios writes a \\ in the path as /.", Traits.inPath("\\")),
            new Limit("FormData gives a text no Content-Type of its own.", Traits.part(p -> p.file() == null && p.fileName() == null && !p.type().isEmpty())),
            new Limit("FormData leaves an empty file name away.", Traits.part(p -> p.fileName() != null && p.fileName().isEmpty())),
            new Limit("axios writes line ends in a text of a form as \\r\\n.", Traits.part(p -> p.file() == null && p.fileName() == null && p.value().literals().replace("\r\n", "").matches("(?s).*[\r\n].*"))),
            new Limit("axios sends a file without a Content-Type as application/octet-stream.", Traits.part(p -> (p.file() != null || p.fileName() != null) && p.type().isEmpty())),
            new Limit("FormData sends multipart/form-data only: the other Content-Type is left out.", Traits.multipartType()),
            new Limit("axios knows no login by this scheme.", Traits.login("digest", "ntlm", "negotiate")),
            new Limit("axios has one limit for connecting and answer together.", call -> call.way().connectMillis() > 0),
            new Limit("axios speaks HTTP/1.1.", call -> call.way().version().equals("2")));

    private static final Target TARGET = Target.of("axios", "JavaScript axios", "javascript", "// ", LIMITS);

    @Override
    public Target target() {
        return TARGET;
    }

    @Override
    public String write(Call call, Style style) {
        var out = new CodeLines("  ");
        JsParts.begin(call, out, style, "import axios from 'axios';", call.way().verified() ? "" : "import https from 'node:https';");
        JsParts.form(call, out);
        out.open("const response = await axios.request({");
        out.line(!call.method().equals("GET"), "method: " + JsText.of(call.method()) + ",");
        out.line("url: " + JsText.of(call.url()) + ",");
        headers(call, out);
        body(call, out);
        login(call, out);
        way(call, out);
        out.close("});");
        if (style == Style.LONG) {
            out.line("").line("console.log(response.status, response.data);");
        }
        return out.toString();
    }

    /// Where the library would add a type that nobody asked for.
    private static boolean untyped(Call call) {
        var empty = call.content().empty() && !Set.of("POST", "PUT", "PATCH").contains(call.method());
        return !empty && !(call.content() instanceof Content.Multipart) && call.header("Content-Type") == null;
    }

    /// The library encodes a password as UTF-8, but not a name.
    private static boolean ownHeader(Call call) {
        return call.login() != null && call.login().basic() && !call.login().pair().ascii();
    }

    private static void headers(Call call, CodeLines out) {
        var lines = new ArrayList<String>();
        if (ownHeader(call)) {
            lines.add("Authorization: 'Basic ' + Buffer.from(" + JsText.of(call.login().pair()) + ").toString('base64'),");
        }
        Headers.grouped(Headers.sent(call).stream().filter(h -> java.util.Arrays.stream(OWN).noneMatch(h::is)).toList()).values().forEach(same -> {
            var values = same.stream().map(h -> JsText.header(h.value())).collect(Collectors.joining(", "));
            lines.add(JsText.name(same.getFirst().name()) + ": " + (same.size() == 1 ? values : "[" + values + "]") + ",");
        });
        if (untyped(call)) {
            lines.add("'Content-Type': false,");
        }
        if (!lines.isEmpty()) {
            out.open("headers: {");
            lines.forEach(out::line);
            out.close("},");
        }
    }

    private static void body(Call call, CodeLines out) {
        switch (call.content()) {
            case Content.None() -> { }
            case Content.Written(var text) -> out.line("data: " + written(call, text, out.indent()) + ",");
            case Content.Form(_, var encoded) -> {
                var parameters = JsParts.parameters(call, out.indent());
                out.line("data: " + (parameters == null ? JsText.of(encoded) : parameters) + ",");
            }
            case Content.Bytes(var bytes) -> out.line("data: " + JsParts.bytes(bytes) + ",");
            case Content.OfFile(var path) -> out.line("data: Buffer.from(await (await openAsBlob(" + JsText.of(path) + ")).arrayBuffer()),");
            case Content.Multipart _ -> out.line("data: form,");
        }
    }

    /// A text that is sent as JSON is read by the library first: what it would change goes as bytes.
    private static String written(Call call, Text text, String indent) {
        var json = JsParts.stringified(call, indent);
        if (json != null) {
            return json;
        }
        var literal = JsText.of(text);
        var kept = !call.type().contains("json") || text.fixed() && Json.is(text.literals()) && text.literals().equals(text.literals().strip());
        return kept ? literal : "Buffer.from(" + literal + ")";
    }

    private static void login(Call call, CodeLines out) {
        if (call.login() != null && call.login().basic() && !ownHeader(call)) {
            out.line("auth: { username: " + JsText.of(call.login().user()) + ", password: " + JsText.of(call.login().password()) + " },");
        }
    }

    private static void way(Call call, CodeLines out) {
        var way = call.way();
        out.line(!way.redirects(), "maxRedirects: 0,");
        out.line(Traits.mostRedirects(call), "maxRedirects: " + way.mostRedirects() + ",");
        out.line(!way.verified(), "httpsAgent: new https.Agent({ rejectUnauthorized: false }),");
        out.line(way.millis() > 0, "timeout: " + way.millis() + ",");
    }
}
