package dev.posthorn.http.proxy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// The proxy settings of the desktop: GNOME's and KDE's, those of macOS, those of Windows. Each is asked by the program that comes with it, which
/// has two seconds; where it is missing or silent, nothing is set.
final class DesktopProxies implements SystemSettings.Origin {

    private static final int MOST = 1 << 20;

    private final String system;
    private final Map<String, String> environment;
    private final Path home;
    private final Function<List<String>, String> programs;

    /// @param system   `os.name`
    /// @param programs runs a command and gives what it printed; empty where it cannot be run
    DesktopProxies(String system, Map<String, String> environment, Path home, Function<List<String>, String> programs) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.environment = environment;
        this.home = home;
        this.programs = programs;
    }

    static DesktopProxies ofThisMachine() {
        return new DesktopProxies(System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home")), DesktopProxies::output);
    }

    @Override
    public String name() {
        return system.startsWith("mac") ? "macOS" : system.startsWith("windows") ? "Windows" : "the desktop";
    }

    @Override
    public Optional<SystemSettings.Settings> read() {
        if (system.startsWith("mac")) {
            return MacProxies.read(programs.apply(List.of("scutil", "--proxy")));
        }
        if (system.startsWith("windows")) {
            return WindowsProxies.read(programs.apply(List.of("reg", "query", "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings")));
        }
        var desktop = (environment.getOrDefault("XDG_CURRENT_DESKTOP", "") + ":" + environment.getOrDefault("DESKTOP_SESSION", "")).toLowerCase(Locale.ROOT);
        if (desktop.contains("kde") || desktop.contains("plasma")) {
            return KdeProxies.read(text(home.resolve(".config/kioslaverc")));
        }
        // Without a desktop nobody has set anything there, and asking would take its time.
        return desktop.equals(":") ? Optional.empty() : GnomeProxies.read(programs.apply(List.of("gsettings", "list-recursively", "org.gnome.system.proxy")));
    }

    private static String text(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MOST ? Files.readString(file) : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static String output(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(false).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            try {
                process.getOutputStream().close();
                var end = process.onExit().orTimeout(2, TimeUnit.SECONDS).exceptionally(_ -> process.destroyForcibly());
                var bytes = process.getInputStream().readNBytes(MOST);
                return end.join().isAlive() || process.exitValue() != 0 ? "" : new String(bytes, StandardCharsets.UTF_8);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException | IllegalThreadStateException e) {
            return "";
        }
    }
}
