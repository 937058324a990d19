package dev.posthorn.codegen;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// The request as HTTP/1.1 itself writes it (RFC 9112). Files stand as `< path`, variables as `<NAME>`.
final class RawHttp implements Generator {

    private static final String BOUNDARY = "----boundary";

    private static final List<Limit> LIMITS = List.of(
            new Limit("The server asks for this login by a challenge, which needs a second request.", Traits.login("digest", "ntlm", "negotiate")),
            new Limit("Bytes that are no text stand as base64.", call -> call.content() instanceof Content.Bytes));

    private static final Target TARGET = new Target("http", "Raw HTTP", "http", "# ", "To be filled in: ", LIMITS);

    @Override
    public Target target() {
        return TARGET;
    }

    @Override
    public String write(Call call, Style style) {
        var url = shown(call.url());
        var scheme = url.indexOf("://");
        var rest = scheme < 0 ? url : url.substring(scheme + 3);
        var end = rest.replaceAll("[/?].*", "").length();
        // A variable may hold the scheme, too.
        var whole = scheme < 0;
        var target = whole ? rest : end == rest.length() ? "/" : rest.startsWith("?", end) ? "/" + rest.substring(end) : rest.substring(end);
        var out = new StringBuilder(call.method()).append(' ').append(target).append(" HTTP/1.1\n");
        if (!whole && call.header("Host") == null) {
            out.append("Host: ").append(host(url.substring(0, scheme), rest.substring(0, end))).append('\n');
        }
        if (call.login() != null && call.login().basic()) {
            out.append("Authorization: Basic ").append(basic(call.login())).append('\n');
        }
        Headers.sent(call).forEach(h -> out.append(h.name()).append(": ").append(shown(h.value())).append('\n'));
        if (call.content() instanceof Content.Multipart) {
            out.append("Content-Type: multipart/form-data; boundary=").append(BOUNDARY).append('\n');
        }
        length(call, style, out);
        return out.append('\n').append(body(call)).toString();
    }

    private static String host(String scheme, String authority) {
        return authority.replaceFirst(scheme.equals("https") ? ":443$" : ":80$", "");
    }

    private static String basic(Call.Login login) {
        return login.pair().fixed() ? Base64.getEncoder().encodeToString(login.pair().literals().getBytes(StandardCharsets.UTF_8)) : "<base64 of " + login.pair().written(t -> t, n -> n) + ">";
    }

    private static void length(Call call, Style style, StringBuilder out) {
        if (style == Style.LONG && call.header("Content-Length") == null && call.header("Transfer-Encoding") == null && call.content().texts().allMatch(Text::fixed)) {
            switch (call.content()) {
                case Content.Written(var text) -> out.append("Content-Length: ").append(text.literals().getBytes(StandardCharsets.UTF_8).length).append('\n');
                case Content.Form(_, var encoded) -> out.append("Content-Length: ").append(encoded.literals().length()).append('\n');
                case Content.Bytes(var bytes) -> out.append("Content-Length: ").append(bytes.length).append('\n');
                case Content.None _, Content.OfFile _, Content.Multipart _ -> { }
            }
        }
    }

    private static String body(Call call) {
        return switch (call.content()) {
            case Content.None() -> "";
            case Content.Written(var text) -> shown(text);
            case Content.Form(_, var encoded) -> shown(encoded);
            case Content.Bytes(var bytes) -> Base64.getEncoder().encodeToString(bytes);
            case Content.OfFile(var path) -> "< " + shown(path);
            case Content.Multipart(var parts) -> {
                var out = new StringBuilder();
                for (var part : parts) {
                    out.append("--").append(BOUNDARY).append("\nContent-Disposition: ").append(PartHead.disposition(shown(part.name()), part.fileName() == null ? null : shown(part.fileName()))).append('\n');
                    out.append(part.type().isEmpty() ? "" : "Content-Type: " + shown(part.type()) + "\n");
                    out.append('\n').append(part.file() == null ? shown(part.value()) : "< " + shown(part.file())).append('\n');
                }
                yield out + "--" + BOUNDARY + "--";
            }
        };
    }

    private static String shown(Text text) {
        return text.written(t -> t, name -> "<" + name + ">");
    }
}
