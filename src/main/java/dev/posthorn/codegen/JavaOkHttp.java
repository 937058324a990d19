package dev.posthorn.codegen;

import java.util.List;
import java.util.Set;

/// Java with the library OkHttp, version 4 or 5.
final class JavaOkHttp implements Generator {

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH", "PROPPATCH", "REPORT");

    private static final List<Limit> LIMITS = List.of(
            new Limit("OkHttp sends no body with GET and HEAD: it is left out.", call -> !call.content().empty() && Set.of("GET", "HEAD").contains(call.method())),
            new Limit("OkHttp resolves . and .. in the path.", Traits::dots),
            new Limit("OkHttp encodes these characters of the path: [ ] ^ ` { | }", Traits.inPath("[]^`{|}\"<>")),
            new Limit("OkHttp writes a \\ in the path as /.", Traits.inPath("\\")),
            new Limit("OkHttp encodes these characters of the query: ' \" < >", Traits.inQuery("'\"<>")),
            new Limit("OkHttp encodes a % of the URL that two hexadecimal digits do not follow.", Traits::badPercent),
            new Limit("OkHttp makes the header Content-Length itself: it is left out.", Traits.headers("Content-Length")),
            new Limit("OkHttp knows no login by this scheme.", Traits.login("digest", "ntlm", "negotiate")),
            new Limit("OkHttp follows up to 20 redirects.", Traits::mostRedirects));

    private static final Target TARGET = Target.of("okhttp", "Java OkHttp", "java", "// ", LIMITS);

    @Override
    public Target target() {
        return TARGET;
    }

    @Override
    public String write(Call call, Style style) {
        var program = new JavaProgram(call, style);
        program.use("okhttp3.OkHttpClient", "okhttp3.Request");
        var out = program.body();
        client(call, program);
        var body = LIMITS.getFirst().concerns().test(call) ? "" : body(call, program);
        if (!body.isEmpty()) {
            program.use(body.contains("RequestBody.") ? "okhttp3.RequestBody" : "okhttp3.OkHttpClient");
            out.line("var body = " + body + ";");
        }
        out.line("var request = new Request.Builder()").in(2).line(".url(" + JavaText.of(call.url()) + ")");
        headers(call, program);
        method(call, !body.isEmpty(), program);
        out.line(".build();").in(-2);
        if (style == Style.LONG) {
            out.open("try (var response = client.newCall(request).execute()) {").line("System.out.println(response.code());").line("System.out.println(response.body().string());").close("}");
        } else {
            out.line("var response = client.newCall(request).execute();");
        }
        return program.toString();
    }

    private static void client(Call call, JavaProgram program) {
        var out = program.body();
        var way = call.way();
        if (!way.verified()) {
            program.anyCertificate();
        }
        if (way.redirects() && way.verified() && way.connectMillis() == 0 && way.millis() == 0 && way.version().isEmpty()) {
            out.line("var client = new OkHttpClient();");
            return;
        }
        out.line("var client = new OkHttpClient.Builder()").in(2);
        out.line(!way.redirects(), ".followRedirects(false)");
        out.line(!way.verified(), ".sslSocketFactory(context.getSocketFactory(), ANYBODY)").line(!way.verified(), ".hostnameVerifier((host, session) -> true)");
        if (way.connectMillis() > 0 || way.millis() > 0) {
            program.use("java.time.Duration");
        }
        out.line(way.connectMillis() > 0, ".connectTimeout(Duration.ofMillis(" + way.connectMillis() + "))");
        out.line(way.millis() > 0, ".callTimeout(Duration.ofMillis(" + way.millis() + "))");
        if (!way.version().isEmpty()) {
            program.use("java.util.List", "okhttp3.Protocol");
            out.line(".protocols(List.of(" + (way.version().equals("2") ? "Protocol.HTTP_2, " : "") + "Protocol.HTTP_1_1))");
        }
        out.line(".build();").in(-2);
    }

    private static void headers(Call call, JavaProgram program) {
        var out = program.body();
        var sent = Headers.sent(call).stream().filter(h -> !h.is("Content-Length") && !(fields(call) && h.is("Content-Type"))).toList();
        if (!sent.stream().allMatch(h -> h.value().ascii())) {
            program.use("okhttp3.Headers");
            out.line(".headers(new Headers.Builder()").in(2);
            sent.forEach(h -> out.line((h.value().ascii() ? ".add(" : ".addUnsafeNonAscii(") + JavaText.of(h.name()) + ", " + JavaText.of(h.value()) + ")"));
            out.line(".build())").in(-2);
        } else {
            sent.forEach(h -> out.line(".addHeader(" + JavaText.of(h.name()) + ", " + JavaText.of(h.value()) + ")"));
        }
        if (call.login() != null && call.login().basic()) {
            program.use("java.nio.charset.StandardCharsets", "okhttp3.Credentials");
            out.line(".addHeader(\"Authorization\", Credentials.basic(" + JavaText.of(call.login().user()) + ", " + JavaText.of(call.login().password()) + ", StandardCharsets.UTF_8))");
        }
    }

    /// Whether the fields of a form can be given one by one.
    private static boolean fields(Call call) {
        return call.content() instanceof Content.Form form && call.usualForm() && Traits.sameForm(form, Encoded::standard);
    }

    private static void method(Call call, boolean body, JavaProgram program) {
        var out = program.body();
        var given = body ? "body" : WITH_BODY.contains(call.method()) ? "RequestBody.create(new byte[0])" : "";
        if (given.startsWith("R")) {
            program.use("okhttp3.RequestBody");
        }
        switch (call.method()) {
            case "GET" -> { }
            case "HEAD" -> out.line(".head()");
            case "POST", "PUT", "PATCH" -> out.line("." + call.method().toLowerCase(java.util.Locale.ROOT) + "(" + given + ")");
            case "DELETE" -> out.line(body ? ".delete(body)" : ".method(\"DELETE\", null)");
            default -> out.line(".method(" + JavaText.of(call.method()) + ", " + (given.isEmpty() ? "null" : given) + ")");
        }
    }

    private static String body(Call call, JavaProgram program) {
        var indent = program.body().indent() + "        ";
        return switch (call.content()) {
            case Content.None() -> "";
            case Content.Written(var text) -> "RequestBody.create(" + JavaText.of(text, indent) + ", null)";
            case Content.Form form when fields(call) -> {
                program.use("okhttp3.FormBody");
                var out = new StringBuilder("new FormBody.Builder()\n");
                form.fields().forEach(f -> out.append(indent).append(".add(").append(JavaText.of(f.name())).append(", ").append(JavaText.of(f.value())).append(")\n"));
                yield out.append(indent).append(".build()").toString();
            }
            case Content.Form(_, var encoded) -> "RequestBody.create(" + JavaText.of(encoded) + ", null)";
            case Content.Bytes(var bytes) -> {
                program.use("java.util.Base64");
                yield "RequestBody.create(" + JavaText.bytes(bytes) + ", null)";
            }
            case Content.OfFile(var path) -> {
                program.use("java.io.File");
                yield "RequestBody.create(new File(" + JavaText.of(path) + "), null)";
            }
            case Content.Multipart(var parts) -> {
                program.use("okhttp3.MultipartBody");
                var out = new StringBuilder("new MultipartBody.Builder()\n").append(indent).append(".setType(MultipartBody.FORM)\n");
                parts.forEach(p -> out.append(indent).append(part(p, program)).append('\n'));
                yield out.append(indent).append(".build()").toString();
            }
        };
    }

    private static String part(Content.Part part, JavaProgram program) {
        var name = JavaText.of(part.name());
        if (part.file() == null && part.fileName() == null && part.type().isEmpty()) {
            return ".addFormDataPart(" + name + ", " + oneLine(part.value()) + ")";
        }
        var type = "null";
        if (!part.type().isEmpty()) {
            program.use("okhttp3.MediaType");
            type = "MediaType.parse(" + JavaText.of(part.type()) + ")";
        }
        if (part.file() != null) {
            program.use("java.io.File");
        } else {
            program.use("java.nio.charset.StandardCharsets");
        }
        var body = "RequestBody.create(" + (part.file() != null ? "new File(" + JavaText.of(part.file()) + ")" : bytes(part.value())) + ", " + type + ")";
        if (part.fileName() != null) {
            return ".addFormDataPart(" + name + ", " + JavaText.of(part.fileName()) + ", " + body + ")";
        }
        program.use("okhttp3.Headers");
        return ".addPart(Headers.of(\"Content-Disposition\", " + oneLine(PartHead.disposition(part)) + "), " + body + ")";
    }

    /// As bytes: to the type of a text OkHttp adds a charset.
    private static String bytes(Text text) {
        return (text.pieces().size() > 1 ? "(" + oneLine(text) + ")" : oneLine(text)) + ".getBytes(StandardCharsets.UTF_8)";
    }

    private static String oneLine(Text text) {
        return text.isEmpty() ? "\"\"" : text.pieces().stream().map(p -> p instanceof Text.Piece.Literal(var literal) ? JavaText.of(literal) : ((Text.Piece.Slot) p).name()).reduce((a, b) -> a + " + " + b).orElseThrow();
    }
}
