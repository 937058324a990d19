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

/// The words of a command line that name one request and the variables it sees.
final class OneRequest {

    @CommandLine.Parameters(index = "0", paramLabel = "SOURCE", description = "A collection, or a folder of collections; the ending of the file's name may be left out.")
    private Path source;

    @CommandLine.Parameters(index = "1", paramLabel = "REQUEST", description = "The request: \"Folder/Name\".")
    private String name;

    @CommandLine.Option(names = {"-e", "--environment"}, paramLabel = "ENV", description = "An environment: a file, or the name of one beside the collection.")
    private String environment;

    @CommandLine.Option(names = {"-g", "--globals"}, paramLabel = "FILE", description = "A file of globals.")
    private Path globals;

    @CommandLine.Option(names = "--env-var", paramLabel = "NAME=VALUE", description = "A variable for this command alone, stronger than all others; may be repeated.")
    private final Map<String, String> variables = new LinkedHashMap<>();

    /// @param context with the request's folders
    record Chosen(RequestNames.Found found, Context context) {}

    /// Reads the files; variables without a value are told to the terminal.
    ///
    /// @param reader    reads what a path holds
    /// @param values    what variables are worth on this machine
    /// @param ofProcess the environment of the process
    Chosen read(Function<Path, Given> reader, Supplier<LocalValues> values, Map<String, String> ofProcess, Terminal terminal) throws Misuse {
        var files = reader.apply(source);
        if (files.good().isEmpty()) {
            throw new Misuse(files.bad().isEmpty() ? "there is no collection in " + source + "." : files.bad().getFirst().reason());
        }
        var found = new RequestNames(files.good()).named(name);
        var environments = new Environments(reader);
        var chosen = environment == null ? null : environments.named(environment, found.file().file());
        var shared = globals == null ? null : environments.at(globals);
        var seen = new RunVariables(values, ofProcess, variables);
        var context = seen.context(found.file(), chosen, shared, terminal);
        seen.check(true, context, found.file(), chosen, shared, new Folder(found.item().id(), found.item().name(), "", Auth.INHERIT, List.of(), List.of(), Settings.NONE, List.of(found.item())), terminal);
        return new Chosen(found, context.withFolders(context.collection().path(found.item().id()).stream().filter(Folder.class::isInstance).map(Folder.class::cast).toList()));
    }
}
