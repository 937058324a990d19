package dev.posthorn.codegen;

import java.util.List;

/// JavaScript with `fetch`, for Node.js from version 20 on; without files also for browsers.
final class JavaScriptFetch implements Generator {

    private static final String[] OWN = {"Connection", "Content-Length", "Expect", "Host", "Keep-Alive", "Transfer-Encoding", "Upgrade"};

    private static final List<Limit> LIMITS = List.of(
            new Limit("fetch sends no body with GET and HEAD: it is left out.", Traits.bodyOn("GET", "HEAD")),
            new Limit("fetch refuses the methods CONNECT, TRACE and TRACK.", Traits.method("CONNECT", "TRACE", "TRACK")),
            new Limit("fetch writes the names of the usual methods in capital letters.", Traits.smallMethod(JsParts.METHODS)),
            new Limit("fetch joins headers of one name with a comma.", Traits::repeated),
            new Limit("fetch makes the headers Connection, Content-Length, Expect, Host, Keep-Alive, Transfer-Encoding and Upgrade itself, or refuses them: they are left out.",
                    Traits.headers(OWN)),
            new Limit("fetch resolves . and .. in the path.", Traits::dots),
            new Limit("fetch leaves out a ? that nothing follows.", Traits::bareQuestion),
            new Limit("fetch encodes a ^ in the path.", Traits.inPath("^")),
            new Limit("fetch writes a \\ in the path as /.", Traits.inPath("\\")),
            new Limit("FormData gives a text no Content-Type of its own.", Traits.part(p -> p.file() == null && p.fileName() == null && !p.type().isEmpty())),
            new Limit("FormData leaves an empty file name away.", Traits.part(p -> p.fileName() != null && p.fileName().isEmpty())),
            new Limit("FormData writes line ends in a text as \\r\\n.", Traits.part(p -> p.file() == null && p.fileName() == null && p.value().literals().replace("\r\n", "").matches("(?s).*[\r\n].*"))),
            new Limit("FormData sends a file without a Content-Type as application/octet-stream.", Traits.part(p -> (p.file() != null || p.fileName() != null) && p.type().isEmpty())),
            new Limit("FormData sends multipart/form-data only: the other Content-Type is left out.", Traits.multipartType()),
            new Limit("fetch knows no login by this scheme.", Traits.login("digest", "ntlm", "negotiate")),
            new Limit("fetch follows up to 20 redirects.", Traits::mostRedirects),
            new Limit("fetch has no setting to accept any certificate: start Node.js with NODE_TLS_REJECT_UNAUTHORIZED=0.", call -> !call.way().verified()),
            new Limit("fetch has one limit for connecting and answer together.", call -> call.way().connectMillis() > 0),
            new Limit("fetch speaks HTTP/1.1 here.", call -> call.way().version().equals("2")));

    private static final Target TARGET = Target.of("fetch", "JavaScript fetch", "javascript", "// ", LIMITS);

    @Override
    public Target target() {
        return TARGET;
    }

    @Override
    public String write(Call call, Style style) {
        var out = new CodeLines("  ");
        JsParts.begin(call, out, style);
        var bodiless = Traits.bodyOn("GET", "HEAD").test(call);
        if (!bodiless) {
            JsParts.form(call, out);
        }
        var options = new CodeLines("  ").in(1);
        options.line(!call.method().equals("GET"), "method: " + JsText.of(call.method()) + ",");
        headers(call, options);
        if (!bodiless) {
            body(call, options);
        }
        options.line(!call.way().redirects(), "redirect: 'manual',");
        options.line(call.way().millis() > 0, "signal: AbortSignal.timeout(" + call.way().millis() + "),");
        var given = options.toString();
        out.line("const response = await fetch(" + JsText.of(call.url()) + (given.isEmpty() ? ");" : ", {\n" + given + "});"));
        if (style == Style.LONG) {
            out.line("").line("console.log(response.status, await response.text());");
        }
        return out.toString();
    }

    private static void headers(Call call, CodeLines out) {
        var sent = Headers.joined(Headers.sent(call).stream().filter(h -> java.util.Arrays.stream(OWN).noneMatch(h::is)).toList());
        var basic = call.login() != null && call.login().basic();
        if (sent.isEmpty() && !basic) {
            return;
        }
        out.open("headers: {");
        out.line(basic, "Authorization: " + (basic ? "'Basic ' + Buffer.from(" + JsText.of(call.login().pair()) + ").toString('base64')," : ""));
        sent.forEach(h -> out.line(JsText.name(h.name()) + ": " + JsText.header(h.value()) + ","));
        out.close("},");
    }

    private static void body(Call call, CodeLines out) {
        var typed = call.header("Content-Type") != null;
        switch (call.content()) {
            case Content.None() -> { }
            case Content.Written(var text) -> {
                var json = JsParts.stringified(call, out.indent());
                var body = json == null ? JsText.of(text) : json;
                // A text without a type would be sent as text/plain.
                out.line("body: " + (typed ? body : "Buffer.from(" + body + ")") + ",");
            }
            case Content.Form(_, var encoded) -> {
                var parameters = JsParts.parameters(call, out.indent());
                out.line("body: " + (parameters != null ? parameters : typed ? JsText.of(encoded) : "Buffer.from(" + JsText.of(encoded) + ")") + ",");
            }
            case Content.Bytes(var bytes) -> out.line("body: " + JsParts.bytes(bytes) + ",");
            case Content.OfFile(var path) -> out.line("body: await openAsBlob(" + JsText.of(path) + "),");
            case Content.Multipart _ -> out.line("body: form,");
        }
    }
}
