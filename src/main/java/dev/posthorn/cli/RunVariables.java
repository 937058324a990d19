package dev.posthorn.cli;

import dev.posthorn.model.Entry;
import dev.posthorn.model.Environment;
import dev.posthorn.model.Folder;
import dev.posthorn.store.LocalValues;
import dev.posthorn.store.LocalVariable;
import dev.posthorn.store.Opened;
import dev.posthorn.store.OpenedEnvironment;
import dev.posthorn.workbench.Context;
import dev.posthorn.workbench.MissingSecrets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// The variables of a run: those of the files with the values of this machine, those given on the command line, and secrets from the process.
///
/// A secret gets its value from `--env-var`, else from `POSTHORN_SECRET_NAME` of the process, else from what is kept on this machine, else from its file.
final class RunVariables {

    static final String PREFIX = "POSTHORN_SECRET_";

    private final Supplier<LocalValues> source;
    private final Map<String, String> process;
    private final Map<String, String> given;
    private LocalValues values;

    /// @param source  asked once, when a file is to be run
    /// @param process the environment variables of the process
    /// @param given   by `--env-var`
    RunVariables(Supplier<LocalValues> source, Map<String, String> process, Map<String, String> given) {
        this.source = source;
        this.process = process;
        this.given = given;
    }

    /// What the requests of a file see.
    ///
    /// @param environment null for none
    /// @param globals     null for none
    Context context(Opened.Good file, OpenedEnvironment environment, OpenedEnvironment globals, Terminal terminal) {
        if (values == null) {
            values = source.get();
        }
        var environments = new ArrayList<OpenedEnvironment>();
        var rows = new ArrayList<>(values.rows(file));
        for (var one : new OpenedEnvironment[] {environment, globals}) {
            if (one != null) {
                environments.add(one);
                rows.addAll(values.rows(one));
            }
        }
        values.load(environments, List.of(file)).forEach(terminal::complain);
        var files = file.file().toAbsolutePath().getParent();
        var without = new Context(values.applied(file), List.of(), environment == null ? null : values.applied(environment),
                globals == null ? null : values.applied(globals), List.of(), files);
        var secrets = new HashSet<>(MissingSecrets.of(without, values, file, environment, globals).names());
        rows.stream().map(LocalVariable::shared).filter(Entry::secret).forEach(v -> secrets.add(v.key()));
        var overrides = new ArrayList<Entry>();
        secrets.stream().filter(name -> !process.getOrDefault(variable(name), "").isEmpty())
                .forEach(name -> overrides.add(Entry.of(name, process.get(variable(name))).withSecret(true)));
        given.forEach((name, value) -> overrides.add(Entry.of(name, value).withSecret(secrets.contains(name))));
        return new Context(without.collection(), List.of(), without.environment(), without.globals(), overrides, files);
    }

    /// The same with global variables of the command line.
    static Context withGlobals(Context context, Map<String, String> given) {
        if (given.isEmpty()) {
            return context;
        }
        var rows = new ArrayList<>(context.globals() == null ? List.<Entry>of() : context.globals().variables());
        given.forEach((name, value) -> {
            var secret = rows.stream().anyMatch(r -> r.key().equals(name) && r.secret());
            rows.removeIf(r -> r.key().equals(name));
            rows.add(Entry.of(name, value).withSecret(secret));
        });
        return context.withGlobals(new Environment(context.globals() == null ? "globals" : context.globals().name(), true, rows));
    }

    /// Says which secrets the requests need that have no value here. Names that nothing declares may yet come from a script or a server: they are only told.
    ///
    /// @param strict such names, too, keep it from being sent
    void check(boolean strict, Context context, Opened.Good file, OpenedEnvironment environment, OpenedEnvironment globals, Folder part, Terminal terminal) throws Misuse {
        var all = MissingSecrets.of(context, values, file, environment, globals).neededBy(context, part).all();
        var missing = new MissingSecrets(all.stream().filter(m -> strict || m.key() != null).toList());
        if (!strict) {
            all.stream().filter(m -> m.key() == null).forEach(m -> terminal.complain("{{" + m.name() + "}} has no value so far (" + m.where() + ")."));
        }
        if (!missing.none()) {
            var text = new StringBuilder(missing.all().size() == 1 ? "a secret has" : missing.all().size() + " secrets have")
                    .append(" no value on this machine, so nothing of ").append(file.collection().name()).append(" was sent:");
            missing.all().forEach(m -> text.append("\n  ").append(m.name()).append(" (").append(m.where()).append(')'));
            var first = missing.all().getFirst().name();
            throw new Misuse(text.append("\nGive each with --env-var ").append(first).append("=VALUE, as ").append(variable(first))
                    .append(" in the environment of the process, or fill it in in the window.").toString());
        }
    }

    /// `api-key` is `POSTHORN_SECRET_API_KEY`.
    static String variable(String name) {
        return PREFIX + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
