package dev.posthorn.codegen;

/// What both JavaScript targets write in the same way: the body of a request, and a multipart form.
final class JsParts {

    /// The methods that both make capital.
    static final String[] METHODS = {"GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS"};

    private JsParts() {}

    /// The head of the program: imports, and the variables.
    static void begin(Call call, CodeLines out, Style style, String... imports) {
        if (style == Style.LONG) {
            for (var one : imports) {
                out.line(!one.isEmpty(), one);
            }
            var files = call.content() instanceof Content.OfFile || call.content() instanceof Content.Multipart(var parts) && parts.stream().anyMatch(p -> p.file() != null);
            out.line(files, "import { openAsBlob } from 'node:fs';");
            out.line(files || imports.length > 0, "");
        }
        call.slots().forEach(name -> out.line("const " + name + " = process.env." + name + ";"));
        out.line(!call.slots().isEmpty(), "");
    }

    /// `const form = new FormData();` with its fields; nothing where the body is none.
    static void form(Call call, CodeLines out) {
        if (!(call.content() instanceof Content.Multipart(var parts))) {
            return;
        }
        out.line("const form = new FormData();");
        for (var part : parts) {
            var name = JsText.of(part.name());
            if (part.file() != null) {
                var type = part.type().isEmpty() ? "" : ", { type: " + JsText.of(part.type()) + " }";
                out.line("form.append(" + name + ", await openAsBlob(" + JsText.of(part.file()) + type + ")" + named(part) + ");");
            } else if (part.fileName() != null) {
                var type = part.type().isEmpty() ? "" : ", { type: " + JsText.of(part.type()) + " }";
                out.line("form.append(" + name + ", new Blob([" + JsText.of(part.value()) + "]" + type + ")" + named(part) + ");");
            } else {
                out.line("form.append(" + name + ", " + JsText.of(part.value()) + ");");
            }
        }
        out.line("");
    }

    private static String named(Content.Part part) {
        return part.fileName() == null ? "" : ", " + JsText.of(part.fileName());
    }

    /// A text that JavaScript's own writing of JSON gives again, as that; else null. The lines after the first are indented.
    static String stringified(Call call, String indent) {
        if (call.content() instanceof Content.Written(var text) && text.fixed() && Json.stringified(text.literals())) {
            return "JSON.stringify(" + Json.laidOut(text.literals()).replace("\n", "\n" + indent) + ")";
        }
        return null;
    }

    /// The fields as they are, where the encoding is the same.
    static String parameters(Call call, String indent) {
        if (call.content() instanceof Content.Form form && call.type().equals("application/x-www-form-urlencoded") && Traits.sameForm(form, Encoded::standard)) {
            var out = new StringBuilder("new URLSearchParams([\n");
            form.fields().forEach(f -> out.append(indent).append("  [").append(JsText.of(f.name())).append(", ").append(JsText.of(f.value())).append("],\n"));
            return out.append(indent).append("])").toString();
        }
        return null;
    }

    /// Bytes, whatever they are.
    static String bytes(byte[] bytes) {
        return "Buffer.from('" + java.util.Base64.getEncoder().encodeToString(bytes) + "', 'base64')";
    }
}
