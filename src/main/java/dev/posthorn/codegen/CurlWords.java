package dev.posthorn.codegen;

import dev.posthorn.codegen.Call.Login;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The words of a curl command, line by line, for whatever shell.
final class CurlWords {

    /// What curl cannot send, in any shell.
    static final List<Limit> LIMITS = List.of(
            new Limit("curl sends no body with HEAD: it is left out.", Traits.bodyOn("HEAD")),
            new Limit("curl has no way to write a \"=\" in the name of a form field: such fields are left out.", Traits.part(p -> p.name().has("="))),
            new Limit("curl sends multipart/form-data only: the other Content-Type is left out.", Traits.multipartType()));

    private final Call call;
    private final boolean brief;
    private final ShellText shell;
    private final List<String> lines = new ArrayList<>();

    CurlWords(Call call, Style style, ShellText shell) {
        this.call = call;
        this.brief = style == Style.SHORT;
        this.shell = shell;
    }

    /// @param input true where the body comes in by a pipe
    String command(boolean input) {
        lines.add(start());
        way();
        if (call.login() != null) {
            login(call.login());
        }
        // Of a form curl says so itself.
        var usual = call.content() instanceof Content.Form && call.usualForm() && !input;
        Headers.sent(call).stream().filter(h -> !(usual && h.is("Content-Type"))).forEach(h -> header(h.name(), h.value()));
        if (!call.content().empty() && !(call.content() instanceof Content.Multipart) && call.header("Content-Type") == null) {
            option("--header", "-H", Text.of("Content-Type:"));
        }
        if (input) {
            option("--data-binary", "--data-binary", Text.of("@-"));
        } else if (!call.method().equals("HEAD")) {
            body();
        }
        return String.join(shell.next, lines);
    }

    private String word(String text) {
        return shell.quoted(Text.of(text));
    }

    private void option(String name, String letter, Text value) {
        lines.add((brief ? letter : name) + " " + shell.quoted(value));
    }

    private void header(String name, Text value) {
        option("--header", "-H", value.isEmpty() ? Text.of(name + ";") : Text.of(name + ": ").and(value));
    }

    /// `curl --location --request PUT --globoff 'https://…'`
    private String start() {
        var words = new ArrayList<>(List.of("curl"));
        if (call.way().redirects()) {
            words.add(brief ? "-L" : "--location");
        }
        var sends = !call.content().empty();
        if (call.method().equals("HEAD")) {
            words.add(brief ? "-I" : "--head");
        } else if (!call.method().equals(sends ? "POST" : "GET")) {
            words.add(brief ? "-X" : "--request");
            words.add(word(call.method()));
        }
        if (call.url().has("{}[]")) {
            words.add(brief ? "-g" : "--globoff");
        }
        if (Traits.dots(call)) {
            words.add("--path-as-is");
        }
        if (Traits.strangeMethod(call)) {
            words.add("--http1.1");
        }
        words.add(shell.quoted(call.url()));
        return String.join(" ", words);
    }

    private void way() {
        var way = call.way();
        if (!way.verified()) {
            lines.add(brief ? "-k" : "--insecure");
        }
        if (Traits.mostRedirects(call)) {
            lines.add("--max-redirs " + way.mostRedirects());
        }
        if (way.connectMillis() > 0) {
            lines.add("--connect-timeout " + Seconds.of(way.connectMillis()));
        }
        if (way.millis() > 0) {
            lines.add((brief ? "-m " : "--max-time ") + Seconds.of(way.millis()));
        }
        switch (way.version()) {
            case "1.1" -> lines.add("--http1.1");
            case "2" -> lines.add("--http2");
            default -> { }
        }
    }

    private void login(Login login) {
        if (!login.basic()) {
            lines.add("--" + login.scheme());
        }
        option("--user", "-u", login.pair());
    }

    private void body() {
        switch (call.content()) {
            case Content.None() -> { }
            case Content.Written(var text) -> data(text);
            case Content.Form(var fields, var encoded) -> form(fields, encoded);
            case Content.Bytes(var bytes) -> data(Text.of(new String(bytes, StandardCharsets.UTF_8)));
            case Content.OfFile(var path) -> option("--data-binary", "--data-binary", Text.of("@").and(path));
            case Content.Multipart(var parts) -> parts.stream().filter(p -> !p.name().has("=")).forEach(this::part);
        }
    }

    private void data(Text text) {
        option("--data-raw", text.startsWith("@") ? "--data-raw" : "-d", text);
    }

    /// A line for each field; a value that is not known yet is encoded by curl.
    private void form(List<Content.Field> fields, Text encoded) {
        if (fields.stream().allMatch(f -> f.name().fixed() && f.value().fixed())) {
            for (var pair : encoded.literals().split("&", -1)) {
                data(Text.of(pair));
            }
        } else {
            fields.forEach(f -> option("--data-urlencode", "--data-urlencode", Text.of(Encoded.percent(f.name().literals()) + "=").and(f.value())));
        }
    }

    private static final Set<Character> SPECIAL = Set.of('@', '<', '"', '(', ' ', '\t');

    private void part(Content.Part part) {
        var name = part.name().and("=");
        var type = part.type().isEmpty() ? Text.EMPTY : Text.of(";type=").and(part.type());
        var fileName = part.fileName() == null ? Text.EMPTY : Text.of(";filename=").and(quoted(part.fileName()));
        if (part.file() != null) {
            option("--form", "-F", name.and("@").and(part.file().has(";,\"\\ ") || !part.file().fixed() ? quoted(part.file()) : part.file()).and(type).and(fileName));
            return;
        }
        var value = part.value().literals();
        var plain = part.value().fixed() && (value.isEmpty() || !SPECIAL.contains(value.charAt(0)) && value.indexOf(';') < 0 && value.equals(value.strip()));
        if (type.isEmpty() && fileName.isEmpty()) {
            option(plain ? "--form" : "--form-string", plain ? "-F" : "--form-string", name.and(part.value()));
        } else {
            option("--form", "-F", name.and(quoted(part.value())).and(type).and(fileName));
        }
    }

    private static Text quoted(Text text) {
        return Text.of("\"").and(text.with(t -> t.replace("\\", "\\\\").replace("\"", "\\\""))).and("\"");
    }

    /// The bytes of a body that no argument of a program can hold: with a NUL, or no UTF-8; null for others.
    static byte[] unspeakable(Call call) {
        return switch (call.content()) {
            case Content.Bytes(var bytes) -> bytes;
            case Content.Written(var text) when text.fixed() && text.has("\0") -> text.literals().getBytes(StandardCharsets.UTF_8);
            case Content.None _, Content.Written _, Content.Form _, Content.OfFile _, Content.Multipart _ -> null;
        };
    }

}
