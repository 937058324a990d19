package dev.posthorn.cli;

import dev.posthorn.cli.report.ScopeForm;
import dev.posthorn.exports.Exporters;
import dev.posthorn.formats.Source;
import dev.posthorn.model.Jar;
import dev.posthorn.script.VariableScope;
import dev.posthorn.store.AtomicFile;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import dev.posthorn.workbench.Context;
import dev.posthorn.workbench.RunResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Writes what is left of a run into files that Postman reads: environment, globals, collection, cookies. Values of secret variables stay out.
final class RunExports {

    private final RunFlags.Exports flags;
    private final SourceReader sources;
    private final Terminal terminal;
    private final String version;
    private final Clock clock;

    RunExports(RunFlags.Exports flags, SourceReader sources, Terminal terminal, String version, Clock clock) {
        this.flags = flags;
        this.sources = sources;
        this.terminal = terminal;
        this.version = version;
        this.clock = clock;
    }

    /// True where all that was asked for is written; what is not is said.
    ///
    /// @param given  what the run was started with
    /// @param number of the collection among those of this run, from 1
    boolean write(String given, int number, Context context, RunResult result, Jar jar) throws Misuse {
        var secrets = ScopeForm.secrets(context);
        var values = result.variables();
        var done = true;
        if (flags.environment != null) {
            done &= write(flags.environment, "newman-environment.json", number, scope(values.environment(), "environment", secrets));
        }
        if (flags.globals != null) {
            done &= write(flags.globals, "newman-globals.json", number, scope(values.globals(), "globals", secrets));
        }
        if (flags.collection != null) {
            done &= write(flags.collection, "newman-collection.json", number, collection(given, context.collection().name(), values.collection()));
        }
        if (flags.jar != null) {
            done &= write(flags.jar, "newman-cookie-jar.json", number, ToughCookies.write(jar, clock.instant()));
        }
        return done;
    }

    private boolean write(String named, String preset, int number, String text) throws Misuse {
        var file = RunReports.numbered(RunReports.target(named, preset, clock), number);
        try {
            AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (IOException e) {
            terminal.complain(unwritten(file, e));
            return false;
        }
    }

    static String unwritten(Path file, IOException e) {
        return file + " could not be written: " + (e instanceof FileSystemException system && system.getReason() == null ? "the folder cannot be made or written to" : e.getMessage()) + ".";
    }

    /// The system's own message may be no more than the name of a file that stands for the real one until that is whole.
    static String said(IOException e) {
        return e instanceof FileSystemException system && system.getReason() == null && system.getFile() != null
                ? "the folder " + Path.of(system.getFile()).toAbsolutePath().getParent() + " cannot be made or written to" : String.valueOf(e.getMessage());
    }

    private String scope(VariableScope scope, String kind, Set<String> secrets) {
        var form = new LinkedHashMap<>(ScopeForm.of(scope, secrets));
        form.putIfAbsent("name", kind);
        form.put("_postman_variable_scope", kind);
        form.put("_postman_exported_at", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        form.put("_postman_exported_using", "Posthorn/" + version);
        return JsonWriter.pretty(form);
    }

    /// All that the collection's file holds, as Postman 2.1, with its variables replaced.
    private String collection(String given, String name, VariableScope variables) throws Misuse {
        var all = sources.read(given).stream().filter(Source.OfCollection.class::isInstance).toList();
        var source = all.stream().filter(s -> s.name().equals(name)).findFirst().orElse(all.isEmpty() ? null : all.getFirst());
        if (source == null) {
            throw new Misuse(given + " holds no collection any more.");
        }
        var bytes = Exporters.byId("v2.1").orElseThrow().export(source).files().getFirst().bytes();
        try {
            var tree = new LinkedHashMap<>(((Json.Obj) JsonReader.read(new String(bytes, StandardCharsets.UTF_8))).map());
            place(tree).put("variable", ScopeForm.values(variables, Set.of()));
            return JsonWriter.pretty(tree);
        } catch (JsonProblem e) {
            throw new IllegalStateException(e);
        }
    }

    /// Where the collection stands: some files have it inside `{"collection": …}`.
    private static Map<String, Object> place(Map<String, Object> file) {
        if (file.containsKey("info") || !(file.get("collection") instanceof Map<?, ?> inner)) {
            return file;
        }
        var copy = new LinkedHashMap<String, Object>();
        inner.forEach((key, value) -> copy.put(String.valueOf(key), value));
        file.put("collection", copy);
        return copy;
    }
}
