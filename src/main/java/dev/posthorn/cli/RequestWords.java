package dev.posthorn.cli;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Settings;
import dev.posthorn.store.LocalValues;
import dev.posthorn.workbench.Context;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;

/// The words of a command line that say where requests are and which variables they see.
abstract class RequestWords {

    @CommandLine.Parameters(index = "0", paramLabel = "SOURCE", description = "A collection, or a folder of collections; the ending of the file's name may be left out.")
    private Path source;

    @CommandLine.Option(names = {"-e", "--environment"}, paramLabel = "ENV", description = "An environment: a file, or the name of one beside the collection.")
    private String environment;

    @CommandLine.Option(names = {"-g", "--globals"}, paramLabel = "FILE", description = "A file of globals.")
    private Path globals;

    @CommandLine.Option(names = "--env-var", paramLabel = "NAME=VALUE", description = "A variable for this command alone, stronger than all others; may be repeated.")
    private final Map<String, String> variables = new LinkedHashMap<>();

    /// @param context with the request's folders
    record Chosen(RequestNames.Found found, Context context) {}

    /// What this machine and its process bring along.
    ///
    /// @param reader  reads what a path holds
    /// @param values  what variables are worth on this machine
    /// @param process the environment of the process
    record Machine(Function<Path, Given> reader, Supplier<LocalValues> values, Map<String, String> process, Terminal terminal) {}

    RequestNames names(Machine machine) throws Misuse {
        var files = machine.reader().apply(source);
        if (files.good().isEmpty()) {
            throw new Misuse(files.bad().isEmpty() ? "there is no collection in " + source + "." : files.bad().getFirst().reason());
        }
        return new RequestNames(files.good());
    }

    /// Reads the environments. Trouble with them is told to the terminal.
    ///
    /// @param sending whether a secret without a value keeps the request from being used
    Chosen chosen(RequestNames.Found found, Machine machine, boolean sending) throws Misuse {
        var environments = new Environments(machine.reader());
        var named = environment == null ? null : environments.named(environment, found.file().file());
        var shared = globals == null ? null : environments.at(globals);
        var seen = new RunVariables(machine.values(), machine.process(), variables);
        var context = seen.context(found.file(), named, shared, machine.terminal());
        if (sending) {
            var alone = new Folder(found.item().id(), found.item().name(), "", Auth.INHERIT, List.of(), List.of(), Settings.NONE, List.of(found.item()));
            seen.check(true, context, found.file(), named, shared, alone, machine.terminal());
        }
        return new Chosen(found, context.withFolders(context.collection().path(found.item().id()).stream().filter(Folder.class::isInstance).map(Folder.class::cast).toList()));
    }
}
