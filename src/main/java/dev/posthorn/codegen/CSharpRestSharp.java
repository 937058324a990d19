package dev.posthorn.codegen;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// C# with the library RestSharp, from version 112 on.
final class CSharpRestSharp implements Generator {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "MERGE", "COPY", "SEARCH");

    private static final List<Limit> LIMITS = List.of(
            new Limit("RestSharp knows the methods GET, POST, PUT, DELETE, HEAD, OPTIONS, PATCH, MERGE, COPY and SEARCH: GET stands here in place of the other.", call -> !METHODS.contains(call.method())),
            new Limit("RestSharp joins headers of one name with a comma.", Traits::repeated),
            new Limit("RestSharp sends headers in ASCII: other characters cannot be sent.", Traits::wideHeader),
            new Limit("RestSharp sends a Content-Type only with a body: it is left out.", call -> call.content().empty() && call.header("Content-Type") != null),
            new Limit("RestSharp takes empty pairs out of the query.", call -> call.url().literals().matches("(?s).*[?&]&.*")),
            new Limit("RestSharp encodes names of files that are beyond ASCII.", Traits.part(p -> p.fileName() != null && !p.fileName().ascii())),
            new Limit("RestSharp makes the header Content-Length itself: it is left out.", Traits.headers("Content-Length")),
            new Limit("RestSharp sends a text without a Content-Type as text/plain.", call -> !call.content().empty() && !(call.content() instanceof Content.Multipart) && call.header("Content-Type") == null),
            new Limit("RestSharp sends each text of a form as text/plain; charset=utf-8, and without a file name.", Traits.part(p -> p.file() == null)),
            new Limit("RestSharp sends multipart/form-data only: the other Content-Type is left out.", Traits.multipartType()),
            new Limit("Uri resolves . and .. in the path.", Traits::dots),
            new Limit("Uri encodes these characters: ^ ` { | }, and writes \\ as /.", Traits.inAddress("\\^`{|}\"<>")),
            new Limit("Uri encodes a % that two hexadecimal digits do not follow.", Traits::badPercent),
            new Limit("Uri decodes what needs no percent sign.", Traits::needlessPercent),
            new Limit("RestSharp has one limit for connecting and answer together.", call -> call.way().connectMillis() > 0),
            new Limit("RestSharp has no setting for the version of HTTP.", call -> !call.way().version().isEmpty()));

    private static final Target TARGET = Target.of("restsharp", "C# RestSharp", "csharp", "// ", LIMITS);

    @Override
    public Target target() {
        return TARGET;
    }

    @Override
    public String write(Call call, Style style) {
        var out = new CodeLines("    ");
        if (style == Style.LONG) {
            var basic = call.login() != null && call.login().basic();
            var login = call.login() != null && !basic;
            out.line(login, "using System.Net;").line("using RestSharp;").line(basic, "using RestSharp.Authenticators;").line("");
        }
        CSharpText.variables(call, out);
        client(call, out);
        var method = METHODS.contains(call.method()) ? call.method() : "GET";
        out.line("var request = new RestRequest(" + CSharpText.of(call.url()) + (method.equals("GET") ? "" : ", Method." + method.charAt(0) + method.substring(1).toLowerCase(Locale.ROOT)) + ");");
        Headers.sent(call).stream().filter(h -> !h.is("Content-Type") && !h.is("Content-Length")).forEach(h -> out.line("request.AddHeader(" + CSharpText.of(h.name()) + ", " + CSharpText.of(h.value()) + ");"));
        content(call, out);
        out.line("").line("var response = await client.ExecuteAsync(request);");
        if (style == Style.LONG) {
            out.line("Console.WriteLine((int) response.StatusCode);").line("Console.WriteLine(response.Content);");
        }
        return out.toString();
    }

    private static void client(Call call, CodeLines out) {
        var way = call.way();
        var login = call.login();
        if (way.equals(Call.Way.USUAL) && login == null) {
            out.line("using var client = new RestClient();");
            return;
        }
        out.line("var options = new RestClientOptions").open("{");
        out.line(!way.redirects() || way.mostRedirects() == 0, "FollowRedirects = false,");
        out.line(way.redirects() && way.mostRedirects() > 0, "MaxRedirects = " + way.mostRedirects() + ",");
        out.line(!way.verified(), "RemoteCertificateValidationCallback = (_, _, _, _) => true,");
        out.line(way.millis() > 0, "Timeout = TimeSpan.FromMilliseconds(" + way.millis() + "),");
        if (login != null && login.basic()) {
            out.line("Authenticator = new HttpBasicAuthenticator(" + CSharpText.of(login.user()) + ", " + CSharpText.of(login.password()) + "),");
        } else if (login != null && login.user().isEmpty()) {
            out.line("UseDefaultCredentials = true,");
        } else if (login != null) {
            out.line("Credentials = new NetworkCredential(" + CSharpText.of(login.user()) + ", " + CSharpText.of(login.password()) + "),");
        }
        out.close("};").line("using var client = new RestClient(options);");
    }

    private static void content(Call call, CodeLines out) {
        var given = call.header("Content-Type");
        var type = CSharpText.of(given == null ? Text.of("text/plain") : given);
        switch (call.content()) {
            case Content.None() -> { }
            case Content.Written(var text) -> out.line("request.AddStringBody(" + CSharpText.of(text, "    ") + ", " + type + ");");
            case Content.Form form when call.usualForm() && Traits.sameForm(form, Encoded::percent) && !call.method().equals("GET") ->
                form.fields().forEach(f -> out.line("request.AddParameter(" + CSharpText.of(f.name()) + ", " + CSharpText.of(f.value()) + ", ParameterType.GetOrPost);"));
            case Content.Form(_, var encoded) -> out.line("request.AddStringBody(" + CSharpText.of(encoded) + ", " + type + ");");
            case Content.Bytes(var bytes) -> out.line("request.AddBody(" + CSharpText.bytes(bytes) + ", " + type + ");");
            case Content.OfFile(var path) -> out.line("request.AddBody(File.ReadAllBytes(" + CSharpText.of(path) + "), " + type + ");");
            case Content.Multipart(var parts) -> {
                out.line("request.AlwaysMultipartFormData = true;");
                for (var part : parts) {
                    var name = CSharpText.of(part.name());
                    if (part.file() == null) {
                        out.line("request.AddParameter(" + name + ", " + CSharpText.of(part.value(), "    ") + ");");
                    } else {
                        var fileName = part.fileName() == null ? CSharpText.of("") : CSharpText.of(part.fileName());
                        out.line("request.AddFile(" + name + ", File.ReadAllBytes(" + CSharpText.of(part.file()) + "), " + fileName + (part.type().isEmpty() ? "" : ", " + CSharpText.of(part.type())) + ");");
                    }
                }
            }
        }
    }
}
