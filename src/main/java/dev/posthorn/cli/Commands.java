package dev.posthorn.cli;

import java.util.List;
import java.util.function.IntSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/// What `posthorn …` does: finds the command by its name and runs it; without a name it opens the window.
///
/// Exit codes: 0 all is well, 1 something that was asked for failed, 2 it could not be asked for (a wrong option, a file that is no collection).
public final class Commands {

    public static final int OK = 0;
    public static final int FAILED = 1;
    public static final int MISUSED = 2;

    private final List<Command> all;
    private final IntSupplier window;
    private final Terminal terminal;
    private final String version;

    public Commands(List<Command> all, IntSupplier window, Terminal terminal, String version) {
        this.all = List.copyOf(all);
        this.window = window;
        this.terminal = terminal;
        this.version = version;
    }

    public int run(String... arguments) {
        // The window's start does not pay for picocli.
        var code = arguments.length == 0 ? window.getAsInt() : line(arguments[0]).execute(arguments);
        terminal.out().flush();
        terminal.err().flush();
        return code;
    }

    /// The command line with `asked` made whole; the others are only names and summaries, for the help and for "did you mean".
    private CommandLine line(String asked) {
        var top = CommandSpec.create().name("posthorn").version("Posthorn " + version);
        top.usageMessage().customSynopsis("posthorn [COMMAND]").description("Without a command the window opens.")
                .commandListHeading("%nCommands:%n").optionListHeading("%nOptions:%n")
                .footer("%n`posthorn COMMAND --help` says more of one.");
        top.addOption(OptionSpec.builder("-h", "--help").usageHelp(true).description("Say this.").build());
        top.addOption(OptionSpec.builder("-V", "--version").versionHelp(true).description("Say which Posthorn this is.").build());
        for (var command : all) {
            top.addSubcommand(command.name(), command.name().equals(asked) ? whole(command) : named(command));
        }
        return new CommandLine(top).setOut(terminal.out()).setErr(terminal.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF))
                .setParameterExceptionHandler((wrong, words) -> misused(wrong))
                .setExecutionExceptionHandler((bug, line, parsed) -> broke(bug));
    }

    private static CommandLine whole(Command command) {
        var line = new CommandLine(command.task().get());
        line.getCommandSpec().name(command.name()).usageMessage().hidden(command.hidden());
        if (line.getCommandSpec().usageMessage().description().length == 0) {
            line.getCommandSpec().usageMessage().description(command.summary());
        }
        return line;
    }

    private static CommandLine named(Command command) {
        var spec = CommandSpec.create().name(command.name());
        spec.usageMessage().description(command.summary()).hidden(command.hidden());
        return new CommandLine(spec);
    }

    private int misused(ParameterException wrong) {
        var line = wrong.getCommandLine();
        terminal.complain(sentence(wrong) + " `" + line.getCommandSpec().qualifiedName() + " --help` says what there is.");
        if (wrong instanceof CommandLine.UnmatchedArgumentException unmatched && !unmatched.getSuggestions().isEmpty()) {
            terminal.err().println("Did you mean " + String.join(" or ", unmatched.getSuggestions().stream().limit(3).toList()) + "?");
        }
        return MISUSED;
    }

    private static String sentence(ParameterException wrong) {
        if (wrong instanceof CommandLine.UnmatchedArgumentException unmatched) {
            var name = unmatched.getUnmatched().getFirst();
            if (name.startsWith("-")) {
                return "there is no option \"" + name + "\".";
            }
            return wrong.getCommandLine().getParent() == null ? "there is no command \"" + name + "\"." : "\"" + name + "\" is one argument too many.";
        }
        var text = wrong.getMessage();
        return text.endsWith(".") ? text : text + ".";
    }

    private int broke(Exception bug) {
        var ours = List.of(bug.getStackTrace()).stream().filter(f -> f.getClassName().startsWith("dev.posthorn.")).findFirst();
        terminal.complain("stopped by a mistake of its own: " + bug + ours.map(f -> " (at " + f + ")").orElse("") + ". Please report it.");
        return MISUSED;
    }
}
