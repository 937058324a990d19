package dev.posthorn.oauth.agent;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Opens a page in the user's own browser, the way the operating system has for it.
///
/// 1. No shell sees the address: it is one argument of one program, and begins with `http://` or `https://`.
/// 2. A starter that ends badly within three seconds has failed. One that is still there then is the browser itself.
/// 3. `$BROWSER` is asked where a Linux has no `xdg-open`, as desktop programs do.
public final class SystemBrowser implements Browser {

    private static final long PATIENCE = 3;

    /// What xdg-open says by its exit code.
    private static final Map<Integer, String> XDG = Map.of(1, "it was called wrongly", 2, "the page was not found", 3, "there is no browser that it knows", 4, "the browser could not be started");

    private final String system;
    private final Map<String, String> environment;
    private final Starter starter;

    /// Starts a program.
    interface Starter {
        Process start(List<String> command) throws IOException;
    }

    /// @param system      the property `os.name`
    /// @param environment of the process
    public SystemBrowser(String system, Map<String, String> environment) {
        this(system, environment, command -> new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }

    SystemBrowser(String system, Map<String, String> environment, Starter starter) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.environment = environment;
        this.starter = starter;
    }

    @Override
    public Optional<String> open(URI page) {
        var scheme = page.getScheme() == null ? "" : page.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https") || page.getHost() == null) {
            return Optional.of("Only http and https addresses are opened in the browser; this one begins with \"" + scheme + ":\".");
        }
        if (isLinux() && environment.getOrDefault("DISPLAY", "").isEmpty() && environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty()) {
            return Optional.of("There is no desktop here on which a browser could be opened. Open the address below in a browser elsewhere.");
        }
        String failure = null;
        for (var command : commands(page.toASCIIString())) {
            var trouble = start(command);
            if (trouble.isEmpty()) {
                return trouble;
            }
            failure = failure == null ? trouble.get() : failure;
        }
        return Optional.of("The browser could not be opened: " + failure + ". Open the address below in a browser yourself.");
    }

    private boolean isLinux() {
        return !system.startsWith("windows") && !system.startsWith("mac");
    }

    private List<List<String>> commands(String url) {
        if (system.startsWith("windows")) {
            return List.of(List.of("rundll32", "url.dll,FileProtocolHandler", url));
        }
        if (system.startsWith("mac")) {
            return List.of(List.of("open", url));
        }
        var own = environment.getOrDefault("BROWSER", "").split(":", 2)[0];
        return own.isBlank() || own.contains(" ") || own.contains("%") ? List.of(List.of("xdg-open", url)) : List.of(List.of("xdg-open", url), List.of(own, url));
    }

    /// What went wrong, completing "could not be opened: "; empty where nothing did.
    private Optional<String> start(List<String> command) {
        var program = command.getFirst();
        try {
            var process = starter.start(command);
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE, TimeUnit.SECONDS) || process.exitValue() == 0) {
                return Optional.empty();
            }
            var code = process.exitValue();
            return Optional.of(program + " ended with " + code + (program.equals("xdg-open") && XDG.containsKey(code) ? " (" + XDG.get(code) + ")" : ""));
        } catch (IOException e) {
            return Optional.of("there is no " + program);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the login was ended");
        }
    }
}
