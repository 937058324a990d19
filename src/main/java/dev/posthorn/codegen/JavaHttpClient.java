package dev.posthorn.codegen;

import java.util.Arrays;
import java.util.List;

/// Java with the client of the JDK, from version 17 on.
final class JavaHttpClient implements Generator {

    private static final String[] OWN = {"Connection", "Content-Length", "Expect", "Host", "Upgrade"};

    private static final List<Limit> LIMITS = List.of(
            new Limit("HttpClient makes the headers Connection, Content-Length, Expect, Host and Upgrade itself: they are left out.", Traits.headers(OWN)),
            new Limit("HttpClient sends the value of a header as ASCII: other characters arrive as question marks.", Traits::wideHeader),
            new Limit("HttpClient refuses the method CONNECT.", Traits.method("CONNECT")),
            new Limit("java.net.URI allows no \\ ^ ` { | } nor a second bracket: they are encoded here.", Traits.inAddress("\\^`{|}\"<>[]")),
            new Limit("java.net.URI allows no % that two hexadecimal digits do not follow: it is encoded here.", Traits::badPercent),
            new Limit("HttpClient leaves out a ? that nothing follows.", Traits::bareQuestion),
            new Limit("HttpClient knows no login by this scheme.", Traits.login("digest", "ntlm", "negotiate")),
            new Limit("HttpClient follows up to 5 redirects, or as many as -Djdk.httpclient.redirects.retrylimit says.", Traits::mostRedirects));

    private static final Target TARGET = Target.of("java", "Java HttpClient", "java", "// ", LIMITS);

    @Override
    public Target target() {
        return TARGET;
    }

    @Override
    public String write(Call call, Style style) {
        var program = new JavaProgram(call, style);
        program.use("java.net.URI", "java.net.http.HttpClient", "java.net.http.HttpRequest", "java.net.http.HttpResponse");
        var out = program.body();
        client(call, program);
        if (call.content() instanceof Content.Multipart) {
            program.use("java.util.UUID");
            out.line("var boundary = UUID.randomUUID().toString();");
        }
        out.line("var request = HttpRequest.newBuilder(URI.create(" + JavaText.of(call.url().with(JavaHttpClient::lawful)) + "))").in(2);
        if (call.login() != null && call.login().basic()) {
            program.use("java.nio.charset.StandardCharsets", "java.util.Base64");
            out.line(".header(\"Authorization\", \"Basic \" + Base64.getEncoder().encodeToString((" + JavaText.of(call.login().pair()) + ").getBytes(StandardCharsets.UTF_8)))");
        }
        Headers.sent(call).stream().filter(h -> Arrays.stream(OWN).noneMatch(h::is)).forEach(h -> out.line(".header(" + JavaText.of(h.name()) + ", " + JavaText.of(h.value()) + ")"));
        out.line(call.content() instanceof Content.Multipart, ".header(\"Content-Type\", \"multipart/form-data; boundary=\" + boundary)");
        method(call, program);
        if (call.way().millis() > 0) {
            program.use("java.time.Duration");
            out.line(".timeout(Duration.ofMillis(" + call.way().millis() + "))");
        }
        out.line(".build();").in(-2);
        if (style == Style.LONG) {
            out.line("var response = client.send(request, HttpResponse.BodyHandlers.ofString());").line("System.out.println(response.statusCode());").line("System.out.println(response.body());");
        } else {
            out.line("var response = client.send(request, HttpResponse.BodyHandlers.ofString());");
        }
        return program.toString();
    }

    private static void client(Call call, JavaProgram program) {
        var out = program.body();
        var way = call.way();
        if (!way.verified()) {
            program.anyCertificate();
        }
        out.line("var client = HttpClient.newBuilder()").in(2);
        out.line(way.redirects(), ".followRedirects(HttpClient.Redirect.NORMAL)");
        out.line(!way.verified(), ".sslContext(context)");
        out.line(way.version().equals("1.1"), ".version(HttpClient.Version.HTTP_1_1)");
        if (way.connectMillis() > 0) {
            program.use("java.time.Duration");
            out.line(".connectTimeout(Duration.ofMillis(" + way.connectMillis() + "))");
        }
        out.line(".build();").in(-2);
    }

    /// What `URI` refuses, encoded; brackets only after the host.
    private static String lawful(String url) {
        var out = new StringBuilder();
        var host = url.indexOf("://");
        for (var i = 0; i < url.length(); i++) {
            var c = url.charAt(i);
            var bad = "\\^`{|}\"<>".indexOf(c) >= 0 || c == '%' && !url.substring(i).matches("(?s)%[0-9a-fA-F]{2}.*")
                    || (c == '[' || c == ']') && (host < 0 || url.substring(host + 3, i).matches("(?s).*[/?].*"));
            out.append(bad ? "%%%02X".formatted((int) c) : String.valueOf(c));
        }
        return out.toString();
    }

    private static void method(Call call, JavaProgram program) {
        var out = program.body();
        var body = body(call, program);
        switch (call.method()) {
            case "GET" -> out.line(!body.isEmpty(), ".method(\"GET\", " + body + ")");
            case "POST", "PUT" -> out.line("." + call.method() + "(" + (body.isEmpty() ? "HttpRequest.BodyPublishers.noBody()" : body) + ")");
            case "DELETE" -> out.line(body.isEmpty() ? ".DELETE()" : ".method(\"DELETE\", " + body + ")");
            default -> out.line(".method(" + JavaText.of(call.method()) + ", " + (body.isEmpty() ? "HttpRequest.BodyPublishers.noBody()" : body) + ")");
        }
    }

    private static String body(Call call, JavaProgram program) {
        var indent = program.body().indent() + "    ";
        return switch (call.content()) {
            case Content.None() -> "";
            case Content.Written(var text) -> "HttpRequest.BodyPublishers.ofString(" + JavaText.of(text, indent) + ")";
            case Content.Form(_, var encoded) -> "HttpRequest.BodyPublishers.ofString(" + JavaText.of(encoded) + ")";
            case Content.Bytes(var bytes) -> {
                program.use("java.util.Base64");
                yield "HttpRequest.BodyPublishers.ofByteArray(" + JavaText.bytes(bytes) + ")";
            }
            case Content.OfFile(var path) -> ofFile(path, program);
            case Content.Multipart(var parts) -> multipart(parts, program, indent);
        };
    }

    private static String ofFile(Text path, JavaProgram program) {
        program.use("java.nio.file.Path");
        return "HttpRequest.BodyPublishers.ofFile(Path.of(" + JavaText.of(path) + "))";
    }

    private static String multipart(List<Content.Part> parts, JavaProgram program, String indent) {
        var out = new StringBuilder("HttpRequest.BodyPublishers.concat(\n");
        for (var part : parts) {
            var head = Text.of("\r\nContent-Disposition: ").and(PartHead.disposition(part)).and(part.type().isEmpty() ? Text.EMPTY : Text.of("\r\nContent-Type: ").and(part.type())).and("\r\n\r\n");
            var begin = indent + "HttpRequest.BodyPublishers.ofString(\"--\" + boundary + ";
            if (part.file() == null) {
                out.append(begin).append(line(head.and(part.value()).and("\r\n"))).append("),\n");
            } else {
                out.append(begin).append(line(head)).append("),\n").append(indent).append(ofFile(part.file(), program)).append(",\n");
                out.append(indent).append("HttpRequest.BodyPublishers.ofString(\"\\r\\n\"),\n");
            }
        }
        return out.append(indent).append("HttpRequest.BodyPublishers.ofString(\"--\" + boundary + \"--\\r\\n\"))").toString();
    }

    /// In one line, though there are line ends in it.
    private static String line(Text text) {
        return text.pieces().stream().map(p -> p instanceof Text.Piece.Literal(var literal) ? JavaText.of(literal) : ((Text.Piece.Slot) p).name()).reduce((a, b) -> a + " + " + b).orElse("\"\"");
    }
}
