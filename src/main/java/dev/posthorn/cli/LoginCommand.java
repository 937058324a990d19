package dev.posthorn.cli;

import dev.posthorn.auth.AuthTypes;
import dev.posthorn.auth.CreatioSessionAuth;
import dev.posthorn.auth.SessionSource;
import dev.posthorn.http.Cancellation;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Finding;
import dev.posthorn.oauth.LoginResult;
import dev.posthorn.oauth.LoginStep;
import dev.posthorn.oauth.OAuthSettings;
import dev.posthorn.oauth.StoredToken;
import dev.posthorn.oauth.UserAgent;
import dev.posthorn.store.LocalValues;
import dev.posthorn.vendors.SessionView;
import dev.posthorn.workbench.Context;
import dev.posthorn.workbench.Workbench;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;

/// `posthorn login`: gets a token for the OAuth 2.0 authorization of a request and keeps it, so that `send`, `run` and the window have it.
@CommandLine.Command(mixinStandardHelpOptions = true, sortOptions = false,
        description = "Logs in for the authorization that a request has or inherits (OAuth 2.0, Creatio, Bizagi, Workflow Server), and keeps the token on this machine; exits with 1 where the login failed, and with 2 where it could not be begun.",
        footer = {"", "The request is named by its path, \"Folder/Name\", or by its name alone where only one has it.", "Nothing secret is printed, unless --print is given."})
public final class LoginCommand implements Callable<Integer> {

    /// Chooses where the person logs in.
    public interface Agents {
        /// @param paste whether the redirected URL shall be pasted rather than waited for
        UserAgent of(OAuthSettings settings, boolean paste);
    }

    @CommandLine.Mixin
    private OneRequest request;

    @CommandLine.Option(names = "--paste", description = "Open no browser: show the address, and take the redirected URL from the input.")
    private boolean paste;

    @CommandLine.Option(names = "--print", description = "Print the access token to the output, for a script.")
    private boolean print;

    @CommandLine.Option(names = {"-v", "--verbose"}, description = "Print every step of the login to the error stream.")
    private boolean verbose;

    private final Function<Path, Given> reader;
    private final Supplier<Workbench> workbench;
    private final Supplier<LocalValues> values;
    private final Map<String, String> variablesOfProcess;
    private final Agents agents;
    private final Clock clock;
    private final Terminal terminal;

    /// @param reader    reads what a path holds
    /// @param workbench makes one for this login, which closes it
    /// @param values    what variables are worth on this machine
    public LoginCommand(Function<Path, Given> reader, Supplier<Workbench> workbench, Supplier<LocalValues> values, Map<String, String> variablesOfProcess, Agents agents, Clock clock,
            Terminal terminal) {
        this.reader = reader;
        this.workbench = workbench;
        this.values = values;
        this.variablesOfProcess = Map.copyOf(variablesOfProcess);
        this.agents = agents;
        this.clock = clock;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try {
            var chosen = request.read(reader, values, variablesOfProcess, terminal);
            var auth = chosen.context().auth(chosen.found().item().request().auth());
            if (auth.auth().type().equals(CreatioSessionAuth.ID)) {
                return session(auth.auth(), chosen.context());
            }
            if (AuthTypes.oauth(auth.auth()).isEmpty()) {
                throw new Misuse("\"" + chosen.found().item().name() + "\" has no authorization that logs in" + (auth.from().isEmpty() ? "." : ": " + auth.from() + " sets another type."));
            }
            return login(auth.auth(), chosen.context());
        } catch (Misuse misuse) {
            terminal.complain(misuse.getMessage());
            return Commands.MISUSED;
        }
    }

    private int login(Auth typed, Context context) throws Misuse {
        var cancellation = new Cancellation();
        try (var bench = workbench.get(); var _ = new Interrupt(cancellation::cancel)) {
            var settings = new OAuthSettings(AuthTypes.oauth(bench.authToSend(typed, context)).orElseThrow());
            if (settings.grant().isEmpty()) {
                throw new Misuse("the authorization does not say which grant it wants: choose one in its form.");
            }
            try (var agent = agents.of(settings, paste)) {
                return told(bench.logins(context).login(settings, settings.text("application"), agent, this::step, cancellation));
            }
        }
    }

    /// A session ends with the program: this says whether the login is right.
    private int session(Auth typed, Context context) {
        var cancellation = new Cancellation();
        try (var bench = workbench.get(); var _ = new Interrupt(cancellation::cancel)) {
            var resolved = bench.authToSend(typed, context);
            if (bench.sessions().logIn(resolved, cancellation) instanceof SessionSource.Got.None(var failure)) {
                Mending.tell(terminal, failure);
                return Commands.FAILED;
            }
            terminal.say("Logged in as " + bench.sessions().of(resolved).map(SessionView::name).orElse(resolved.text("username")) + ". The session is not kept: a run logs in by itself, once.");
            return Commands.OK;
        }
    }

    private void step(LoginStep step) {
        if (verbose || step.kind() == LoginStep.Kind.BAD && step.hop() == null) {
            terminal.say((step.kind() == LoginStep.Kind.BAD ? "! " : "  ") + step.title() + (step.text().isEmpty() ? "" : ": " + step.text()));
        }
    }

    private int told(LoginResult result) {
        return switch (result) {
            case LoginResult.In(var token, var notes) -> {
                terminal.say("Logged in" + (token.who().isEmpty() ? "" : " as " + token.who()) + ": " + life(token) + (token.granted().isEmpty() ? "" : "; scopes " + String.join(" ", token.granted())) + ".");
                notes(notes);
                if (print) {
                    terminal.out().println(token.accessToken());
                    terminal.out().flush();
                }
                yield Commands.OK;
            }
            case LoginResult.Failed(var finding) -> {
                Mending.tell(terminal, finding);
                yield Commands.FAILED;
            }
            case LoginResult.Ended(var reason) -> {
                terminal.complain("the login was ended: " + reason + ".");
                yield Commands.FAILED;
            }
        };
    }

    private String life(StoredToken token) {
        var renewed = token.refreshToken().isEmpty() ? "" : ", renewed by itself";
        return token.expires().map(at -> "the token holds for " + words(Duration.between(clock.instant(), at))).orElse("the server gave the token no end") + renewed;
    }

    private static String words(Duration left) {
        return left.toHours() >= 48 ? left.toDays() + " days" : left.toMinutes() >= 120 ? left.toHours() + " h" : left.toSeconds() >= 120 ? left.toMinutes() + " min" : Math.max(0, left.toSeconds()) + " s";
    }

    private void notes(List<Finding> notes) {
        for (var note : notes) {
            terminal.say("  " + Mending.sentence(note));
            Mending.lines(note).forEach(line -> terminal.say("    - " + line));
        }
    }
}
