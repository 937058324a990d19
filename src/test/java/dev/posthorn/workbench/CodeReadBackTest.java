package dev.posthorn.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.util.JavacTask;
import dev.posthorn.auth.Surroundings;
import dev.posthorn.auth.TokenSource;
import dev.posthorn.codegen.Call;
import dev.posthorn.codegen.Content;
import dev.posthorn.codegen.Generators;
import dev.posthorn.codegen.Style;
import dev.posthorn.codegen.Text;
import dev.posthorn.formats.Document;
import dev.posthorn.formats.ReadResult;
import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.WireBody;
import dev.posthorn.imports.curl.CurlCommands;
import dev.posthorn.js.Sandbox;
import dev.posthorn.js.Syntax;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Request;
import dev.posthorn.model.Settings;
import dev.posthorn.workbench.CodeWriting.Fill;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Generated code is read back without the tools of its language: each request must be found in it again, or the code says what is not in it. `-Pcodegen` runs the same requests.
final class CodeReadBackTest {

    @TempDir
    private Path folder;

    private CodeCases cases;

    @BeforeEach
    void cases() throws IOException {
        cases = new CodeCases("http://127.0.0.1:9", "https://localhost:9", "http://[::1]:9", folder);
        // Which token there is, is a matter of the engine.
        cases.all().keySet().removeIf(name -> name.startsWith("oauth2"));
    }

    private CodeWriting writing() {
        var variables = List.of(Entry.of("folder", "in {{text}}"), Entry.of("text", "some 'text' \"$x\" ü"), Entry.of("number", "42"), Entry.of("token", "tok-en_1.2").withSecret(true), Entry.of("plain", "p"),
                Entry.of("odd", "o"));
        var context = new Context(new Collection("C", "", Auth.NONE, variables, List.of(), Settings.NONE, List.of()), List.of(), null, null, List.of(), folder);
        var around = new Surroundings(Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC), new Random(7), new WireBody(), TokenSource.NONE, folder, Map.of());
        return new CodeWriting(context, context.scopes(List.of()), around, new AutomaticHeaders("Posthorn/test"), _ -> List.of(), Set.of());
    }

    private String code(Request request, String target, Style style) {
        return writing().code(request, Generators.of(target).orElseThrow(), style, Fill.SECRETS);
    }

    private static boolean sendsAll(String target, Call call) {
        return Generators.limits(Generators.of(target).orElseThrow(), call).isEmpty();
    }

    /// What of a call must be the same after it was written and read: a text without the settings of the way.
    private static String told(Call call) {
        var headers = call.headers().stream().map(h -> h.name().toLowerCase(Locale.ROOT) + ": " + h.value().literals()).sorted().collect(Collectors.joining("\n"));
        var login = call.login() == null ? "" : call.login().scheme() + " " + call.login().user().literals() + ":" + call.login().password().literals();
        return call.method() + " " + call.url().literals() + "\n" + headers + "\n" + login + "\n" + told(call.content());
    }

    private static String told(Content content) {
        return switch (content) {
            case Content.None() -> "";
            case Content.Written(var text) -> text.literals();
            case Content.Form(_, var encoded) -> encoded.literals();
            case Content.Bytes(var bytes) -> new String(bytes, StandardCharsets.ISO_8859_1);
            case Content.OfFile(var path) -> "< " + path.literals();
            case Content.Multipart(var parts) -> parts.stream().map(p -> Stream.of(p.name(), p.value(), p.file(), p.fileName(), p.type()).map(t -> t == null ? "-" : t.literals()).collect(Collectors.joining(" | ")))
                    .collect(Collectors.joining("\n"));
        };
    }

    /// Writes each case but those named, has it read, and compares; those that the target cannot send whole are passed over.
    private void same(String target, Set<String> but, BiFunction<String, Call, String> reading) {
        var wrong = new ArrayList<String>();
        var compared = 0;
        for (var one : cases.all().entrySet()) {
            var call = writing().call(one.getValue(), Fill.SECRETS);
            if (but.contains(one.getKey()) || !sendsAll(target, call)) {
                continue;
            }
            compared++;
            var code = code(one.getValue(), target, Style.LONG);
            var read = reading.apply(code, call);
            if (!told(call).equals(read)) {
                wrong.add("== " + one.getKey() + "\n-- wanted\n" + told(call) + "\n-- read\n" + read + "\n-- code\n" + code);
            }
        }
        assertEquals("", String.join("\n", wrong));
        assertTrue(compared >= 100, "only " + compared);
    }

    private String imported(String command) {
        var read = new CurlCommands().read(Document.of(Path.of("x.sh"), command));
        if (!(read instanceof ReadResult.OfCollection(_, var collection, _))) {
            return read.toString();
        }
        return told(writing().call(collection.requests().findFirst().orElseThrow().request(), Fill.SECRETS));
    }

    @Test
    void curlIsReadAsTheSameRequest() {
        same("curl", Set.of("text-nul", "text-million", "multipart-no-file"), (code, _) -> imported(code));
    }

    @Test
    void theCommandPromptGivesCurlTheSameWords() {
        same("curl-cmd", Set.of("text-million", "multipart-no-file"), (code, _) -> imported(WindowsWords.of(code).stream().map(w -> "'" + w.replace("'", "'\\''") + "'").collect(Collectors.joining(" ")).replaceFirst("'curl'", "curl")));
    }

    @Test
    void ourOwnReaderOfTheCommandPromptReadsItTheSame() {
        same("curl-cmd", Set.of("text-million", "multipart-no-file", "text-odd", "text-odd-lines", "header-odd", "form-odd", "multipart-odd"), (code, _) -> imported(code.replaceFirst("\\A(rem [^\n]*\n)+\n", "")));
    }

    @Test
    void rawHttpHasHeadAndBody() {
        for (var one : cases.all().entrySet()) {
            var call = writing().call(one.getValue(), Fill.SECRETS);
            var text = code(one.getValue(), "http", Style.LONG).replaceFirst("(?s)\\A(# [^\n]*\n)+\n", "");
            var lines = text.split("\n", -1);
            assertTrue(lines[0].startsWith(call.method() + " /") && lines[0].endsWith(" HTTP/1.1"), text);
            var head = List.of(lines).subList(1, List.of(lines).contains("") ? List.of(lines).indexOf("") : lines.length);
            call.headers().stream().filter(h -> !(call.content() instanceof Content.Multipart && h.name().equals("Content-Type")))
                    .forEach(h -> assertTrue(head.contains(h.name() + ": " + h.value().literals()), () -> one.getKey() + "\n" + text));
            if (call.content() instanceof Content.Written(var body)) {
                assertTrue(text.endsWith("\n\n" + body.literals().stripTrailing() + "\n") || body.literals().isBlank(), () -> one.getKey() + "\n" + text);
            }
        }
    }

    @Test
    void allJavaIsJava() throws IOException {
        var sources = new ArrayList<JavaFileObject>();
        for (var target : List.of("java", "okhttp")) {
            for (var one : cases.all().entrySet()) {
                var code = code(one.getValue(), target, Style.LONG);
                sources.add(new SimpleJavaFileObject(URI.create("string:///" + target + "/" + one.getKey() + "/Main.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignored) {
                        return code;
                    }
                });
            }
        }
        var said = new DiagnosticCollector<JavaFileObject>();
        var task = assertInstanceOf(JavacTask.class, ToolProvider.getSystemJavaCompiler().getTask(null, null, said, List.of("-proc:none"), null, sources));
        task.parse().forEach(unit -> assertEquals(1, unit.getTypeDecls().size()));
        assertEquals("", said.getDiagnostics().stream().map(d -> d.getSource().getName() + ": " + d).collect(Collectors.joining("\n")));
    }

    @Test
    void allJavaScriptIsJavaScript() {
        var all = new StringBuilder();
        for (var one : cases.all().entrySet()) {
            for (var target : List.of("fetch", "axios")) {
                all.append("async function of_").append(target).append('_').append(one.getKey().replace('-', '_')).append("() {\n").append(code(one.getValue(), target, Style.SHORT)).append("}\n");
            }
        }
        try (var sandbox = new Sandbox(); var syntax = new Syntax(sandbox)) {
            var fault = syntax.check(all.toString());
            assertEquals("", fault.map(f -> f + "\n" + all.toString().lines().skip(Math.max(0, f.line() - 12)).limit(14).collect(Collectors.joining("\n"))).orElse(""));
            assertTrue(syntax.check("const a = `${1`;").isPresent());
        }
    }

    @Test
    void cSharpSaysTheSameByTheRulesOfItsStrings() {
        for (var target : List.of("csharp", "restsharp")) {
            for (var one : cases.all().entrySet()) {
                var call = writing().call(one.getValue(), Fill.SECRETS);
                var code = code(one.getValue(), target, Style.LONG);
                var strings = CSharpStrings.of(code);
                if (sendsAll(target, call)) {
                    wanted(call).forEach(text -> assertTrue(strings.contains(text), () -> target + " " + one.getKey() + " lacks: " + text + "\nof " + strings + "\n" + code));
                }
            }
        }
    }

    private static List<String> wanted(Call call) {
        var texts = new ArrayList<Text>(List.of(call.url()));
        call.headers().stream().filter(h -> !h.name().equalsIgnoreCase("Content-Type")).forEach(h -> texts.add(h.value()));
        if (call.content() instanceof Content.Written(var text)) {
            texts.add(text);
        }
        if (call.content() instanceof Content.Multipart(var parts)) {
            parts.stream().map(p -> p.value() == null ? p.file() : p.value()).forEach(texts::add);
        }
        UnaryOperator<String> slot = name -> "{" + name + "}";
        return texts.stream().map(t -> t.written(l -> l, slot)).toList();
    }

    @Test
    void theReaderOfCSharpSeesWhatIsWrong() {
        assertEquals(List.of("a\"b", "x{n}y{z}", " one\ntwo{n}{x}"), CSharpStrings.of("f(\"a\\\"b\", $\"x{n}y{{z}}\"); // \"no\"\ng($$\"\"\"\n     one\n    two{{n}}{x}\n    \"\"\");"));
        for (var bad : List.of("f(\"a);", "f(\"a\\q\");", "f(\"\"\"\n x\n  \"\"\");", "f((1);", "f($\"{\");")) {
            assertThrows(IllegalArgumentException.class, () -> CSharpStrings.of(bad), bad);
        }
    }
}
