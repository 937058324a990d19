package dev.posthorn.codegen;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Python with the library requests.
final class PythonRequests implements Generator {

    private static final Set<String> SHORTCUTS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    private static final List<Limit> LIMITS = List.of(
            new Limit("requests writes methods in capital letters.", Traits::smallLetters),
            new Limit("requests sends one header of each name: those of one name are joined with a comma.", Traits::repeated),
            new Limit("requests resolves . and .. in the path.", Traits::dots),
            new Limit("requests leaves out a ? that nothing follows.", Traits::bareQuestion),
            new Limit("requests encodes these characters of the URL: [ \\ ] ^ ` { | }", Traits.inAddress("[\\]^`{|}\"<>")),
            new Limit("requests encodes a % of the URL that two hexadecimal digits do not follow.", Traits::badPercent),
            new Limit("requests decodes what needs no percent sign in the URL.", Traits::needlessPercent),
            new Limit("requests writes the digits after a percent sign in capital letters.", Traits::smallHex),
            new Limit("requests knows no login by this scheme: see the packages requests-ntlm and requests-kerberos.", Traits.login("ntlm", "negotiate")),
            new Limit("requests follows up to 30 redirects.", Traits::mostRedirects),
            new Limit("requests sends multipart/form-data only: the other Content-Type is left out.", Traits.multipartType()),
            new Limit("requests speaks HTTP/1.1.", call -> call.way().version().equals("2")));

    private static final Target TARGET = Target.of("python", "Python requests", "python", "# ", LIMITS);

    @Override
    public Target target() {
        return TARGET;
    }

    @Override
    public String write(Call call, Style style) {
        var out = new CodeLines("    ");
        var digest = call.login() != null && call.login().scheme().equals("digest");
        if (style == Style.LONG) {
            out.line(!call.slots().isEmpty(), "import os").line(!call.slots().isEmpty(), "").line("import requests").line(digest, "from requests.auth import HTTPDigestAuth").line("");
        }
        call.slots().forEach(name -> out.line(name + " = os.environ[" + PythonText.of(name) + "]"));
        out.line(!call.slots().isEmpty(), "");
        var named = SHORTCUTS.contains(call.method());
        out.open("response = requests." + (named ? call.method().toLowerCase(java.util.Locale.ROOT) + "(" : "request("));
        out.line(!named, PythonText.of(call.method()) + ",");
        out.line(PythonText.of(call.url()) + ",");
        headers(call, out);
        body(call, out);
        login(call, out);
        way(call, out);
        out.close(")");
        if (style == Style.LONG) {
            out.line("").line("print(response.status_code)").line("print(response.text)");
        }
        return out.toString();
    }

    private static void headers(Call call, CodeLines out) {
        var sent = Headers.sent(call).stream().filter(h -> !(fields(call) && h.is("Content-Type"))).toList();
        if (sent.isEmpty()) {
            return;
        }
        out.open("headers={");
        for (var header : Headers.joined(sent)) {
            out.line(PythonText.of(header.name()) + ": " + (header.value().ascii() ? PythonText.of(header.value()) : PythonText.bytes(header.value())) + ",");
        }
        out.close("},");
    }

    /// Whether the fields of a form can be given one by one.
    private static boolean fields(Call call) {
        return call.content() instanceof Content.Form form && call.usualForm() && Traits.sameForm(form, Encoded::plus);
    }

    private static void body(Call call, CodeLines out) {
        switch (call.content()) {
            case Content.None() -> { }
            case Content.Written(var text) -> out.line("data=" + PythonText.bytes(text) + ",");
            case Content.Form form when fields(call) -> {
                out.open("data=[");
                form.fields().forEach(f -> out.line("(" + PythonText.of(f.name()) + ", " + PythonText.of(f.value()) + "),"));
                out.close("],");
            }
            case Content.Form(_, var encoded) -> out.line("data=" + PythonText.of(encoded) + ",");
            case Content.Bytes(var bytes) -> out.line("data=" + PythonText.bytes(bytes) + ",");
            case Content.OfFile(var path) -> out.line("data=open(" + PythonText.of(path) + ", \"rb\"),");
            case Content.Multipart(var parts) -> {
                out.open("files=[");
                parts.forEach(p -> out.line("(" + PythonText.of(p.name()) + ", (" + part(p) + ")),"));
                out.close("],");
            }
        }
    }

    private static String part(Content.Part part) {
        var name = part.fileName() == null ? "None" : PythonText.of(part.fileName());
        var value = part.file() == null ? PythonText.of(part.value()) : "open(" + PythonText.of(part.file()) + ", \"rb\")";
        return List.of(name, value, part.type().isEmpty() ? "" : PythonText.of(part.type())).stream().filter(s -> !s.isEmpty()).collect(Collectors.joining(", "));
    }

    private static void login(Call call, CodeLines out) {
        if (call.login() != null && (call.login().basic() || call.login().scheme().equals("digest"))) {
            var pair = argument(call.login().user()) + ", " + argument(call.login().password());
            out.line("auth=" + (call.login().basic() ? "(" + pair + ")" : "HTTPDigestAuth(" + pair + ")") + ",");
        }
    }

    /// requests writes a text as Latin-1, but bytes as they are.
    private static String argument(Text text) {
        return text.ascii() ? PythonText.of(text) : PythonText.bytes(text);
    }

    private static void way(Call call, CodeLines out) {
        var way = call.way();
        out.line(!way.redirects(), "allow_redirects=False,");
        out.line(way.redirects() && call.method().equals("HEAD"), "allow_redirects=True,");
        out.line(!way.verified(), "verify=False,");
        if (way.connectMillis() > 0 && way.millis() > 0) {
            out.line("timeout=(" + Seconds.of(way.connectMillis()) + ", " + Seconds.of(way.millis()) + "),");
        } else if (way.connectMillis() > 0) {
            out.line("timeout=(" + Seconds.of(way.connectMillis()) + ", None),");
        } else {
            out.line(way.millis() > 0, "timeout=" + Seconds.of(way.millis()) + ",");
        }
    }
}
