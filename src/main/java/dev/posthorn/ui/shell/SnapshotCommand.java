package dev.posthorn.ui.shell;

import dev.posthorn.store.CollectionPath;
import dev.posthorn.ui.kit.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `posthorn snapshot`: draws the real window without a display and writes it as a PNG.
@Command(name = "snapshot", mixinStandardHelpOptions = true, description = "Draws the window with a collection in it and writes it as a PNG. Needs no display.")
public final class SnapshotCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("(\\d{3,4})[x×](\\d{3,4})");
    private static final int WRONG_ORDER = 2;
    private static final int FAILED = 1;

    @Option(names = "--open", paramLabel = "PATH", description = "A collection, an environment or a folder of them; may be given more than once.")
    private List<Path> open = List.of();

    @Option(names = "--request", paramLabel = "FOLDER/NAME", description = "The request to open. With --send alone the first one.")
    private String request = "";

    @Option(names = "--send", description = "Send it and wait for the answer, of a stream for its first events; connect a WebSocket and send its saved messages.")
    private boolean send;

    @Option(names = {"-e", "--environment"}, paramLabel = "NAME", description = "The environment to use.")
    private String environment = "";

    @Option(names = "--theme", paramLabel = "light|dark", description = "Default: light.")
    private String theme = "light";

    @Option(names = "--size", paramLabel = "WIDTHxHEIGHT", description = "Default: 1440x900.")
    private String size = "1440x900";

    @Option(names = "--tab", paramLabel = "NAME", description = "The part of the editor to show: params, authorization, headers, body, scripts, cookies, settings, docs; of a WebSocket message too.")
    private String tab = "";

    @Option(names = "--answer", paramLabel = "NAME", description = "The part of the answer to show: body, headers, cookies, tests, visual, exchange, raw-heads, frames.")
    private String answer = "";

    @Option(names = "--filter", paramLabel = "TEXT", description = "Filter the tree.")
    private String filter = "";

    @Option(names = "--palette", paramLabel = "TEXT", arity = "0..1", fallbackValue = "", description = "Open the palette, with this text typed.")
    private String palette;

    @Option(names = "--beside", description = "Put the response beside the request.")
    private boolean beside;

    @Option(names = "--show", paramLabel = "NAME", description = "A panel or tab to open: collection, folder, new-collection, import, export, report, versions, conflict, "
            + "deleted, compare, folder-conflict, folder-compare, environment-conflict, environment, environments, history, fill-in, cookies, rename, menu, undo, console, network, event, message, "
            + "applications, login, login-waiting, login-device, token, auth-types, code, dataservice, api, runner, runner-setup, runner-charts, runner-compare, runner-earlier (these run the collection), odata, odata-filter, odata-text, odata-edit.")
    private String show = "";

    @Option(names = "--out", paramLabel = "FILE.png", required = true, description = "Where to write the picture.")
    private Path out;

    @Spec
    private CommandSpec spec;

    private final Function<Path, Parts> parts;

    /// `parts` makes the program's parts over a home folder of their own, so that the user's is not touched.
    public SnapshotCommand(Function<Path, Parts> parts) {
        this.parts = parts;
    }

    /// What to draw.
    record Order(List<Path> open, String request, boolean send, String environment, Theme theme, int width, int height, String tab, String answer, String filter, String palette, boolean beside, SnapshotScene show) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        var measures = SIZE.matcher(size);
        if (!measures.matches()) {
            return complain(WRONG_ORDER, "\"" + size + "\" is no size: write it as 1440x900.");
        }
        var look = Arrays.stream(Theme.values()).filter(t -> t != Theme.SYSTEM && t.label().equalsIgnoreCase(theme)).findFirst();
        if (look.isEmpty()) {
            return complain(WRONG_ORDER, "There is no theme \"" + theme + "\": choose light or dark.");
        }
        var paths = open.stream().map(p -> CollectionPath.resolve(p.toAbsolutePath().normalize())).toList();
        var missing = paths.stream().filter(p -> !Files.exists(p)).findFirst();
        if (missing.isPresent()) {
            return complain(WRONG_ORDER, "There is no file or folder " + missing.get() + ".");
        }
        var scene = SnapshotScene.of(show);
        if (!show.isEmpty() && scene.isEmpty()) {
            return complain(WRONG_ORDER, "There is nothing called \"" + show + "\" to show: see --help.");
        }
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        return draw(new Order(paths, request, send, environment, look.get(),
                Integer.parseInt(measures.group(1)), Integer.parseInt(measures.group(2)), tab.toLowerCase(Locale.ROOT), answer.toLowerCase(Locale.ROOT), filter, palette, beside, scene.orElse(null)));
    }

    private int draw(Order order) throws IOException, InterruptedException {
        var home = Files.createTempDirectory("posthorn-snapshot");
        try (var window = parts.apply(home)) {
            var result = new Snapshot(window, order).take();
            return switch (result) {
                case Snapshot.Result.Drawn drawn -> {
                    write(drawn);
                    spec.commandLine().getOut().println(out + ": " + order.width() + "x" + order.height() + drawn.note());
                    yield 0;
                }
                case Snapshot.Result.NotThere(var sentence) -> complain(WRONG_ORDER, sentence);
                case Snapshot.Result.TookTooLong(var what) -> complain(FAILED, "No picture: " + what + " took more than " + Pulses.PATIENCE.toSeconds() + " s.");
            };
        } finally {
            delete(home);
        }
    }

    private void write(Snapshot.Result.Drawn drawn) throws IOException {
        var target = out.toAbsolutePath();
        var temp = Files.createTempFile(target.getParent(), ".posthorn", ".png");
        try {
            try (var stream = Files.newOutputStream(temp)) {
                PngImage.write(drawn.image(), stream);
            }
            Files.move(temp, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temp);
        }
    }

    private int complain(int code, String sentence) {
        spec.commandLine().getErr().println("posthorn: " + sentence);
        return code;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (java.io.UncheckedIOException | java.nio.file.NoSuchFileException gone) {
            // A temporary file that went while we looked is what we wanted.
        }
    }
}
