package dev.posthorn.cli;

import dev.posthorn.model.Folder;
import dev.posthorn.store.LocalValues;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;

/// The words of a command line that name one request and the variables it sees.
final class OneRequest extends RequestWords {

    @CommandLine.Parameters(index = "1", paramLabel = "REQUEST", description = "The request: \"Folder/Name\".")
    private String name;

    /// Reads the files; variables without a value are told to the terminal.
    ///
    /// @param reader    reads what a path holds
    /// @param values    what variables are worth on this machine
    /// @param ofProcess the environment of the process
    Chosen read(Function<Path, Given> reader, Supplier<LocalValues> values, Map<String, String> ofProcess, Terminal terminal) throws Misuse {
        var machine = new Machine(reader, values, ofProcess, terminal);
        return chosen(names(machine).named(name), machine, true);
    }
}
