package dev.posthorn.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Whether a window can be opened here, asked before JavaFX is, since JavaFX answers with a stack trace.
public final class Display {

    private static final String INSTEAD = " Without a display there are still `posthorn run`, `posthorn demo` and `posthorn snapshot`; `posthorn --help` lists them.";
    private static final List<String> FOLDERS = List.of("/usr/lib64", "/lib64", "/usr/lib", "/lib", "/usr/local/lib");
    private static final int X_PORT = 6000;
    private static final int CONNECT_MILLIS = 1500;

    /// A library that JavaFX loads, and the Debian packages that have it.
    private record Library(String file, String packages) {}

    private static final List<Library> NEEDED = List.of(
            new Library("libgtk-3.so.0", "libgtk-3-0t64 (libgtk-3-0 before Debian 13 and Ubuntu 24.04, gtk3 elsewhere)"),
            new Library("libXtst.so.6", "libxtst6"),
            new Library("libX11.so.6", "libx11-6"));

    private final Map<String, String> environment;
    private final Predicate<String> installed;
    private final boolean linux;

    Display(Map<String, String> environment, Predicate<String> installed, boolean linux) {
        this.environment = environment;
        this.installed = installed;
        this.linux = linux;
    }

    public static Display ofProcess(Map<String, String> environment) {
        return new Display(environment, Display::loadable, System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux"));
    }

    /// Why no window can be opened and what to do about it; empty where one can.
    public Optional<String> trouble() {
        if (!linux || "Headless".equals(System.getProperty("glass.platform"))) {
            return Optional.empty();
        }
        for (var library : NEEDED) {
            if (!installed.test(library.file())) {
                return Optional.of("the window needs GTK 3 and " + library.file() + " is missing: install the package " + library.packages() + "." + INSTEAD);
            }
        }
        return screen(environment.getOrDefault("DISPLAY", "")).map(why -> why + INSTEAD);
    }

    private Optional<String> screen(String display) {
        if (display.isBlank()) {
            return Optional.of(environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank()
                    ? "there is no display to open the window on: start it in a desktop session, or as `xvfb-run ./posthorn` (package xvfb)."
                    : "the window needs X11 and DISPLAY is not set: install and enable Xwayland (package xwayland), then start again.");
        }
        return answers(display) ? Optional.empty() : Optional.of("the display \"" + display
                + "\" does not answer: check DISPLAY, or start it as `xvfb-run ./posthorn` (package xvfb).");
    }

    /// True where an X server listens at `[host]:number[.screen]`. A form that is not understood is left to the toolkit.
    private static boolean answers(String display) {
        var colon = display.lastIndexOf(':');
        var number = colon < 0 ? "" : display.substring(colon + 1).split("\\.", 2)[0];
        if (!number.matches("\\d{1,4}")) {
            return colon >= 0;
        }
        var host = display.substring(0, colon);
        if (host.isEmpty() || host.equals("unix") || host.startsWith("/")) {
            return host.startsWith("/") || Files.exists(Path.of("/tmp/.X11-unix/X" + number)) || abstractSocket(number);
        }
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, X_PORT + Integer.parseInt(number)), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean abstractSocket(String number) {
        try (var sockets = Files.lines(Path.of("/proc/net/unix"))) {
            return sockets.anyMatch(line -> line.endsWith("@/tmp/.X11-unix/X" + number));
        } catch (IOException e) {
            return true;
        }
    }

    /// Looked for in the usual folders first, since asking the loader costs some 50 ms.
    private static boolean loadable(String library) {
        var multiarch = switch (System.getProperty("os.arch")) {
            case "amd64" -> "x86_64-linux-gnu";
            case "aarch64" -> "aarch64-linux-gnu";
            default -> "";
        };
        return Files.exists(Path.of("/usr/lib", multiarch, library)) || FOLDERS.stream().anyMatch(f -> Files.exists(Path.of(f, library))) || found(library);
    }

    @SuppressWarnings("restricted")
    private static boolean found(String library) {
        try (var arena = java.lang.foreign.Arena.ofConfined()) {
            return java.lang.foreign.SymbolLookup.libraryLookup(library, arena) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
