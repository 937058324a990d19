package dev.posthorn.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import picocli.CommandLine;

/// `posthorn train`, hidden: does what users do most, one command after the other in this one JVM, so that the packaged program's AOT cache
/// knows the classes. `window` opens the window, which closes itself where `-Dposthorn.rehearsal` is set; `load NAME` only loads a class. Stops at the first command that fails, since a cache of a failure would make every start slow.
@CommandLine.Command(mixinStandardHelpOptions = true)
public final class TrainCommand implements Callable<Integer> {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @CommandLine.Parameters(paramLabel = "FILE", description = "The commands, one a line; lines with # are comments.")
    private Path script;

    @CommandLine.Option(names = "--collections", required = true, description = "Stands for {collections} in FILE.")
    private Path collections;

    @CommandLine.Option(names = "--temp", required = true, description = "Stands for {temp} in FILE.")
    private Path temp;

    private final ToIntFunction<String[]> commands;
    private final Terminal terminal;

    public TrainCommand(ToIntFunction<String[]> commands, Terminal terminal) {
        this.commands = commands;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        for (var line : Files.readAllLines(script)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var words = words(line);
            if (words.getFirst().equals("load")) {
                load(words.get(1));
                continue;
            }
            var code = commands.applyAsInt(words.getFirst().equals("window") ? new String[0] : words.toArray(String[]::new));
            if (code != Commands.OK) {
                terminal.complain("the training stopped at `" + line + "`, which ended with " + code + ".");
                return Commands.FAILED;
            }
        }
        return Commands.OK;
    }

    /// A class that only a real display needs; it is not run here, and need not be there on this system.
    private static void load(String name) {
        try {
            // Looking at its methods links it: the cache takes no class that is not.
            Class.forName(name, false, TrainCommand.class.getClassLoader()).getDeclaredMethods();
        } catch (ClassNotFoundException | LinkageError elsewhere) {
            // Nothing to prepare then.
        }
    }

    private List<String> words(String line) {
        return WORD.matcher(line).results().map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .map(word -> word.replace("{collections}", collections.toString()).replace("{temp}", temp.toString())).toList();
    }
}
