package dev.posthorn.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.posthorn.codegen.Generator;
import dev.posthorn.codegen.Generators;
import dev.posthorn.codegen.Style;
import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.http.Progress;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Cookie;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.Settings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Generated programs are run, and must send what Posthorn sends: `mvn -Pcodegen verify`. A language that is not on this machine is left out, with a sentence.
/// axios is taken from `-Dcodegen.axios=…/node_modules`.
@Tag("codegen")
@Timeout(500)
final class GeneratedCodeTest {

    /// What each target cannot send, by the names of the cases. There the code must say so in a comment; everywhere else it must say nothing of the kind.
    private static final Map<String, Set<String>> CANNOT = Map.of(
            "curl", Set.of("multipart-equals", "head-body"),
            "fetch", Set.of("dots", "caret", "body-GET", "multipart-GET", "head-body", "small-method", "path-end", "header-repeated", "header-same-twice", "header-host", "multipart-newline", "multipart-text-typed",
                    "multipart-no-file", "digest", "digest-post", "unverified", "everything"),
            "axios", Set.of("dots", "caret", "small-method", "small-patch", "path-end", "multipart-newline", "multipart-text-typed", "multipart-no-file", "digest", "digest-post"),
            "java", Set.of("query-odd", "query-repeated", "query-json", "pipe", "caret", "braces", "bad-percent", "path-end", "header-unicode", "header-host", "digest", "digest-post"),
            "okhttp", Set.of("dots", "pipe", "caret", "bad-percent", "body-GET", "multipart-GET", "head-body", "digest", "digest-post"),
            "python", Set.of("query-odd", "query-repeated", "query-json", "dots", "pipe", "caret", "braces", "bad-percent", "needless-percent", "small-hex", "path-end", "small-method", "small-patch", "header-repeated",
                    "header-same-twice"));

    /// Where the code says that something cannot be set, and the request arrives equal all the same.
    private static final Map<String, Set<String>> SAID = Map.of("fetch", Set.of("header-length", "timeouts", "timeout-connect"), "axios", Set.of("header-length", "timeouts", "timeout-connect", "everything"),
            "java", Set.of("header-length"), "okhttp", Set.of("header-length"));

    @TempDir
    private Path folder;

    private RecordingServer server;
    private CodeCases cases;
    private Path files;

    @BeforeEach
    void begin() throws IOException {
        server = new RecordingServer();
        files = Files.createDirectories(folder.resolve("files"));
        cases = new CodeCases(server.base(), server.secureBase(), server.farBase(), files);
    }

    @AfterEach
    void end() {
        server.close();
    }

    private Context context() {
        var variables = List.of(Entry.of("folder", "in {{text}}"), Entry.of("text", "some 'text' \"$x\" ü"), Entry.of("number", "42"), Entry.of("token", "tok-en_1.2").withSecret(true), Entry.of("plain", CodeCases.ENVIRONMENT.get("PLAIN")), Entry.of("odd", CodeCases.ENVIRONMENT.get("ODD")));
        return new Context(new Collection("C", "", Auth.NONE, variables, List.of(), Settings.NONE, List.of()), List.of(), null, null, List.of(), files);
    }

    /// Always with the same time and the same random numbers, so that signatures are the same.
    private Workbench bench() {
        var automatic = new AutomaticHeaders("Posthorn/test");
        var jar = new Cookies(Clock.systemUTC());
        jar.addAll(List.of(new Cookie("sid", "it's", "127.0.0.1", true, "/jar", null, false, false, ""), new Cookie("lang", "\"de\"", "127.0.0.1", true, "/jar", null, false, false, "")));
        return new Workbench(new Engine(new BodyStore(folder.resolve("bodies")), automatic), automatic, jar, new DemoOnDemand(), Runnable::run,
                Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC), new Random(7));
    }

    private String code(Request request, Generator generator, CodeWriting.Fill fill) {
        try (var bench = bench()) {
            return bench.code(context()).code(request, generator, Style.LONG, fill);
        }
    }

    private Map<String, RecordingServer.Arrived> posthorn() {
        cases.all().forEach((name, request) -> {
            try (var bench = bench()) {
                var outcome = bench.sendNow(request, context(), Progress.silent(), new Cancellation());
                assertTrue(outcome instanceof Outcome.Received, () -> name + ": " + outcome);
                Workbench.release(outcome);
            }
        });
        return server.taken();
    }

    private interface Running {
        /// Runs the programs, by the names of their cases, with these variables, and returns what they printed.
        String run(Map<String, String> programs, Map<String, String> environment) throws Exception;
    }

    /// Filled in for each case, but for some that have their values from the environment.
    private void same(String target, Running running) throws Exception {
        var wanted = posthorn();
        assertTrue(wanted.size() >= 60, () -> wanted.size() + " requests");
        var generator = Generators.of(target).orElseThrow();
        var programs = new LinkedHashMap<String, String>();
        cases.all().forEach((name, request) -> programs.put(name, code(request, generator, CodeCases.OPEN.contains(name) ? CodeWriting.Fill.NOTHING : CodeWriting.Fill.SECRETS)));
        CodeCases.OPEN.forEach(name -> assertTrue(CodeCases.ENVIRONMENT.keySet().stream().anyMatch(programs.get(name)::contains), () -> programs.get(name)));
        assertTrue(programs.entrySet().stream().filter(p -> CodeCases.OPEN.contains(p.getKey())).noneMatch(p -> p.getValue().contains("never-shown")));
        var printed = running.run(programs, CodeCases.ENVIRONMENT);
        var got = server.taken();
        var wrong = new ArrayList<String>();
        cases.all().forEach((name, request) -> {
            var known = CANNOT.get(target).contains(name) || SAID.getOrDefault(target, Set.of()).contains(name);
            var silent = known == Generators.limits(generator, call(request)).isEmpty();
            if (silent) {
                wrong.add("== " + name + ": " + (known ? "the code does not say that this cannot be sent" : "the code says without need: " + Generators.limits(generator, call(request))));
            }
            if (!CANNOT.get(target).contains(name)) {
                var own = request.headers().stream().map(h -> h.key().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
                var expected = SameRequest.of(wanted.get(name), own);
                if (wanted.containsKey(name + RecordingServer.LANDED) != got.containsKey(name + RecordingServer.LANDED)) {
                    wrong.add("== " + name + ": a redirect is followed here and not there\n" + programs.get(name));
                }
                var actual = got.containsKey(name) ? SameRequest.of(got.get(name), own) : "nothing arrived";
                if (!expected.equals(actual)) {
                    wrong.add("== " + name + "\n-- Posthorn:\n" + expected + "\n-- " + target + ":\n" + actual + "\n-- code:\n" + programs.get(name));
                }
            }
        });
        assertEquals("", wrong.isEmpty() ? "" : wrong.size() + " of " + cases.all().size() + "\n" + String.join("\n", wrong) + "\n" + printed);
    }

    private dev.posthorn.codegen.Call call(Request request) {
        try (var bench = bench()) {
            return bench.code(context()).call(request, CodeWriting.Fill.SECRETS);
        }
    }

    private static boolean there(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String run(Path in, Map<String, String> environment, String... command) throws IOException, InterruptedException {
        var printed = in.resolve("printed.txt");
        var builder = new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true).redirectOutput(printed.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        if (!process.waitFor(400, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return Files.readString(printed);
    }

    /// With the long body beside the programs, as they ask for it.
    private Path place(String name) throws IOException {
        var at = Files.createDirectories(folder.resolve("run-" + name));
        Files.writeString(at.resolve("body.json"), ((Body.Raw) cases.all().get("text-million").body()).text());
        return at;
    }

    @Test
    void curlSendsTheSame() throws Exception {
        assumeTrue(there("curl", "--version") && there("bash", "--version"), "curl or bash is not on this machine: its code is not run.");
        same("curl", (programs, environment) -> {
            var at = place("curl");
            Files.writeString(at.resolve("all.sh"), programs.entrySet().stream().map(p -> "echo " + p.getKey() + "\n" + p.getValue()).collect(Collectors.joining("\n")));
            return run(at, environment, "bash", "all.sh");
        });
    }

    private String node(Path at, Map<String, String> programs, Map<String, String> environment) throws IOException, InterruptedException {
        for (var program : programs.entrySet()) {
            Files.writeString(at.resolve(program.getKey() + ".mjs"), program.getValue());
        }
        Files.writeString(at.resolve("run.mjs"), "for (const name of " + programs.keySet().stream().map(n -> "'" + n + "'").toList() + ") {\n"
                + "  try { await import('./' + name + '.mjs'); } catch (e) { console.log(name, e.message, String(e.cause ?? '')); }\n}\nprocess.exit(0);\n");
        return run(at, environment, "node", "run.mjs");
    }

    @Test
    void fetchSendsTheSame() throws Exception {
        assumeTrue(there("node", "--version"), "Node.js is not on this machine: the code for fetch is not run.");
        same("fetch", (programs, environment) -> node(place("fetch"), programs, environment));
    }

    @Test
    void axiosSendsTheSame() throws Exception {
        var modules = Path.of(System.getProperty("codegen.axios", "node_modules"));
        assumeTrue(there("node", "--version") && Files.isDirectory(modules.resolve("axios")), "axios is not on this machine: its code is not run; give -Dcodegen.axios=…/node_modules.");
        same("axios", (programs, environment) -> {
            var at = place("axios");
            Files.createSymbolicLink(at.resolve("node_modules"), modules.toAbsolutePath());
            return node(at, programs, environment);
        });
    }

    private String python(Map<String, String> programs, Map<String, String> environment) throws IOException, InterruptedException {
        var at = place("python");
        for (var program : programs.entrySet()) {
            Files.writeString(at.resolve("case_" + program.getKey() + ".py"), program.getValue());
        }
        Files.writeString(at.resolve("run_all.py"), """
                import sys
                for name in %s:
                    try:
                        exec(compile(open("case_" + name + ".py", encoding="utf-8").read(), name, "exec"), {})
                    except Exception as e:
                        print(name, repr(e))
                """.formatted(programs.keySet().stream().map(n -> '"' + n + '"').toList()));
        return run(at, environment, "python3", "run_all.py");
    }

    @Test
    void requestsSendsTheSame() throws Exception {
        assumeTrue(there("python3", "-c", "import requests"), "Python with requests is not on this machine: its code is not run.");
        same("python", (programs, environment) -> python(programs, environment));
    }

    /// All programs in one: each class by its own name.
    private String java(String target, Map<String, String> programs, Map<String, String> environment) throws IOException, InterruptedException {
        var at = place(target);
        var classes = new ArrayList<String>();
        for (var program : programs.entrySet()) {
            var name = "Case" + classes.size();
            classes.add(name);
            Files.writeString(at.resolve(name + ".java"), program.getValue().replace("public final class Main {", "public final class " + name + " {"));
        }
        Files.writeString(at.resolve("Run.java"), "public final class Run {\n    interface Main { void run(String[] args) throws Exception; }\n    public static void main(String[] args) {\n        for (var one : new Main[] {"
                + classes.stream().map(c -> c + "::main").collect(Collectors.joining(", ")) + "}) {\n            try {\n                one.run(args);\n            } catch (Throwable e) {\n                e.printStackTrace();\n            }\n"
                + "        }\n        System.exit(0);\n    }\n}\n");
        var home = Path.of(System.getProperty("java.home"), "bin");
        var path = System.getProperty("java.class.path") + File.pathSeparator + at;
        var words = new ArrayList<>(List.of(home.resolve("javac").toString(), "-proc:none", "-nowarn", "-d", at.toString(), "-cp", path));
        classes.forEach(c -> words.add(c + ".java"));
        words.add("Run.java");
        var compiled = run(at, Map.of(), words.toArray(String[]::new));
        return compiled + run(at, environment, home.resolve("java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", path, "Run");
    }

    @Test
    void javaSendsTheSame() throws Exception {
        same("java", (programs, environment) -> java("java", programs, environment));
    }

    @Test
    void okHttpSendsTheSame() throws Exception {
        same("okhttp", (programs, environment) -> java("okhttp", programs, environment));
    }
}
