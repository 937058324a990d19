package dev.posthorn.codegen;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// C# with the HttpClient of .NET, from version 7 on, as top-level statements with implicit usings.
final class CSharpHttpClient implements Generator {

    private static final Set<String> OF_CONTENT = Set.of("allow", "content-disposition", "content-encoding", "content-language", "content-length", "content-location", "content-md5", "content-range",
            "content-type", "expires", "last-modified");
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT");

    /// What `MediaTypeHeaderValue.Parse` takes for sure; other types are put in as they are.
    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w.+-]+/[\\w.+-]+(; ?[\\w.-]+=(?:[\\w.+-]+|\"[^\"\\\\]*\"))*");

    private static final List<Limit> LIMITS = List.of(
            new Limit("HttpClient sends no body with TRACE.", Traits.bodyOn("TRACE")),
            new Limit("HttpClient joins headers of one name with a comma.", Traits::repeated),
            new Limit("HttpClient sends headers of a body, such as Content-Language, only with a body: without one they are left out.",
                    call -> call.content().empty() && call.headers().stream().anyMatch(h -> OF_CONTENT.contains(h.name().toLowerCase(Locale.ROOT)))),
            new Limit("HttpClient makes the header Content-Length itself: it is left out.", Traits.headers("Content-Length")),
            new Limit("HttpClient writes the usual methods in capital letters.", Traits.smallMethod("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE")),
            new Limit("HttpClient announces the name of a file twice: as filename, and as filename*.", Traits.part(p -> p.fileName() != null && !odd(p))),
            new Limit("Uri resolves . and .. in the path.", Traits::dots),
            new Limit("Uri encodes these characters: ^ ` { | }, and writes \\ as /.", Traits.inAddress("\\^`{|}\"<>")),
            new Limit("Uri encodes a % that two hexadecimal digits do not follow.", Traits::badPercent),
            new Limit("Uri decodes what needs no percent sign.", Traits::needlessPercent));

    private static final Target TARGET = Target.of("csharp", "C# HttpClient", "csharp", "// ", LIMITS);

    @Override
    public Target target() {
        return TARGET;
    }

    @Override
    public String write(Call call, Style style) {
        var out = new CodeLines("    ");
        var basic = call.login() != null && call.login().basic();
        if (style == Style.LONG) {
            var net = call.login() != null && !basic || call.way().version().equals("2");
            out.line(net, "using System.Net;").line(typed(call) || basic, "using System.Net.Http.Headers;");
            var text = basic || untyped(call) || odd(call.content()) || Traits.wideHeader(call);
            out.line(text, "using System.Text;").line(net || typed(call) || text, "");
        }
        CSharpText.variables(call, out);
        client(call, out);
        out.line("using var request = new HttpRequestMessage(" + method(call) + ", " + CSharpText.of(call.url()) + ");");
        if (call.way().version().equals("2")) {
            out.line("request.Version = HttpVersion.Version20;").line("request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;");
        }
        if (basic) {
            out.line("request.Headers.Authorization = new AuthenticationHeaderValue(\"Basic\", Convert.ToBase64String(Encoding.UTF8.GetBytes(" + CSharpText.of(call.login().pair()) + ")));");
        }
        var sent = Headers.sent(call);
        sent.stream().filter(h -> !OF_CONTENT.contains(h.name().toLowerCase(Locale.ROOT)))
                .forEach(h -> out.line("request.Headers.TryAddWithoutValidation(" + CSharpText.of(h.name()) + ", " + CSharpText.of(h.value()) + ");"));
        if (!call.content().empty()) {
            content(call, out);
            sent.stream().filter(h -> OF_CONTENT.contains(h.name().toLowerCase(Locale.ROOT)) && !h.is("Content-Length") && !h.is("Content-Type"))
                    .forEach(h -> out.line("request.Content.Headers.TryAddWithoutValidation(" + CSharpText.of(h.name()) + ", " + CSharpText.of(h.value()) + ");"));
        }
        out.line("").line("using var response = await client.SendAsync(request);");
        if (style == Style.LONG) {
            out.line("Console.WriteLine((int) response.StatusCode);").line("Console.WriteLine(await response.Content.ReadAsStringAsync());");
        }
        return out.toString();
    }

    private static boolean typed(Call call) {
        return !call.content().empty() && call.header("Content-Type") != null && !fields(call) || call.content() instanceof Content.Multipart(var parts) && parts.stream().anyMatch(p -> !p.type().isEmpty());
    }

    /// Whether the fields of a form can be given one by one.
    private static boolean fields(Call call) {
        return call.content() instanceof Content.Form form && call.usualForm() && Traits.sameForm(form, Encoded::plus);
    }

    private static boolean untyped(Call call) {
        return (call.content() instanceof Content.Written || call.content() instanceof Content.Form) && call.header("Content-Type") == null;
    }

    private static void client(Call call, CodeLines out) {
        var way = call.way();
        var login = call.login() != null && !call.login().basic();
        var wide = Traits.wideHeader(call);
        var follows = way.redirects() && way.mostRedirects() != 0;
        if (!follows || way.mostRedirects() > 0 || !way.verified() || way.connectMillis() > 0 || login || wide) {
            out.line("using var handler = new SocketsHttpHandler").open("{");
            out.line(!follows, "AllowAutoRedirect = false,");
            out.line(follows && way.mostRedirects() > 0, "MaxAutomaticRedirections = " + way.mostRedirects() + ",");
            out.line(!way.verified(), "SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true },");
            out.line(way.connectMillis() > 0, "ConnectTimeout = TimeSpan.FromMilliseconds(" + way.connectMillis() + "),");
            out.line(wide, "RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,");
            if (login && call.login().user().isEmpty()) {
                out.line("Credentials = CredentialCache.DefaultNetworkCredentials,");
            } else if (login) {
                out.line("Credentials = new NetworkCredential(" + CSharpText.of(call.login().user()) + ", " + CSharpText.of(call.login().password()) + "),");
            }
            out.close("};").line("using var client = new HttpClient(handler);");
        } else {
            out.line("using var client = new HttpClient();");
        }
        out.line(way.millis() > 0, "client.Timeout = TimeSpan.FromMilliseconds(" + way.millis() + ");");
    }

    private static String method(Call call) {
        var name = call.method();
        return METHODS.contains(name) && !name.equals("CONNECT") ? "HttpMethod." + name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT) : "new HttpMethod(" + CSharpText.of(name) + ")";
    }

    private static void content(Call call, CodeLines out) {
        var type = call.header("Content-Type");
        switch (call.content()) {
            case Content.None() -> { }
            case Content.Written(var text) -> out.line("request.Content = " + string(text, type != null, out) + ";");
            case Content.Form form when fields(call) -> {
                out.open("request.Content = new FormUrlEncodedContent(").line("[");
                out.in(1);
                form.fields().forEach(f -> out.line("new(" + CSharpText.of(f.name()) + ", " + CSharpText.of(f.value()) + "),"));
                out.in(-1).line("]);").in(-1);
                return;
            }
            case Content.Form(_, var encoded) -> out.line("request.Content = " + string(encoded, type != null, out) + ";");
            case Content.Bytes(var bytes) -> out.line("request.Content = new ByteArrayContent(" + CSharpText.bytes(bytes) + ");");
            case Content.OfFile(var path) -> out.line("request.Content = new StreamContent(File.OpenRead(" + CSharpText.of(path) + "));");
            case Content.Multipart(var parts) -> {
                multipart(parts, out);
                return;
            }
        }
        if (type != null && type.fixed() && !MEDIA_TYPE.matcher(type.literals()).matches()) {
            out.line("request.Content.Headers.ContentType = null;").line("request.Content.Headers.TryAddWithoutValidation(\"Content-Type\", " + CSharpText.of(type) + ");");
        } else {
            out.line(type != null, "request.Content.Headers.ContentType = " + (type == null ? "" : parsed(type)) + ";");
        }
    }

    private static String parsed(Text type) {
        return "MediaTypeHeaderValue.Parse(" + CSharpText.of(type) + ")";
    }

    /// A text without a type would be sent as text/plain.
    private static String string(Text text, boolean typed, CodeLines out) {
        var literal = CSharpText.of(text, out.indent() + "    ");
        return typed ? "new StringContent(" + literal + ")" : "new ByteArrayContent(Encoding.UTF8.GetBytes(" + literal + "))";
    }

    /// Names that the client refuses, or would encode: empty, with quotes, beyond ASCII.
    private static boolean odd(Content.Part part) {
        return Stream.of(part.name(), part.fileName() == null ? Text.of("file") : part.fileName())
                .anyMatch(t -> t.fixed() && t.literals().isBlank() || !t.ascii() || t.has("\"\\") || t.literals().chars().anyMatch(c -> c < ' ' || c == 0x7f));
    }

    private static boolean odd(Content content) {
        return content instanceof Content.Multipart(var parts) && parts.stream().anyMatch(CSharpHttpClient::odd);
    }

    private static void multipart(List<Content.Part> parts, CodeLines out) {
        out.line("var form = new MultipartFormDataContent();");
        // Such heads are beyond ASCII, or have quotes in them: the client would refuse or encode them.
        out.line(parts.stream().anyMatch(CSharpHttpClient::odd), "form.HeaderEncodingSelector = (_, _) => Encoding.UTF8;");
        for (var i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var name = "part" + (i + 1);
            out.line("var " + name + " = " + (part.file() != null ? "new StreamContent(File.OpenRead(" + CSharpText.of(part.file()) + "))" : "new StringContent(" + CSharpText.of(part.value(), "    ") + ")") + ";");
            // StringContent would add text/plain.
            out.line(part.file() == null || !part.type().isEmpty(), name + ".Headers.ContentType = " + (part.type().isEmpty() ? "null" : parsed(part.type())) + ";");
            if (odd(part)) {
                out.line(name + ".Headers.TryAddWithoutValidation(\"Content-Disposition\", " + CSharpText.of(PartHead.disposition(part)) + ");").line("form.Add(" + name + ");");
            } else {
                out.line("form.Add(" + name + ", " + CSharpText.of(part.name()) + (part.fileName() == null ? "" : ", " + CSharpText.of(part.fileName())) + ");");
            }
        }
        out.line("request.Content = form;");
    }
}
