package dev.posthorn.ui.shell;

import dev.posthorn.cli.report.Reporters;
import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.model.Outcome;
import dev.posthorn.oauth.agent.Browser;
import dev.posthorn.store.ApplicationFile;
import dev.posthorn.store.HistoryRow;
import dev.posthorn.store.Home;
import dev.posthorn.store.KeptTokens;
import dev.posthorn.store.NetworkFile;
import dev.posthorn.store.Preferences;
import dev.posthorn.store.Secrets;
import dev.posthorn.ui.kit.Theme;
import dev.posthorn.workbench.Console;
import dev.posthorn.workbench.DemoOnDemand;
import dev.posthorn.workbench.Keepers;
import dev.posthorn.workbench.TabState;
import dev.posthorn.workbench.Workbench;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;

/// The whole window of a test, with real files, a real engine and the demo server, and a robot at its keyboard.
final class OpenWindow implements AutoCloseable {
    final FxRobot robot = new FxRobot();
    private final Keyboard keyboard = new Keyboard();
    final AtomicBoolean closed = new AtomicBoolean();
    private final Parts parts;
    private final Home home;
    private Shell shell;
    private Scene scene;
    private Stage stage;
    List<Path> toChoose = List.of();
    Path toSave;

    /// `samples` is null for an empty workspace.
    OpenWindow(Path folder, Path samples) {
        this(folder, samples, new SecretsInMemory(), _ -> Optional.of("There is no browser here."));
    }

    /// @param secrets the keychain, which outlasts the window
    /// @param browser opens the pages of logins
    OpenWindow(Path folder, Path samples, Secrets secrets, Browser browser) {
        FxThread.start();
        home = new Home(folder);
        var clock = Clock.systemDefaultZone();
        var stores = Stores.of(home, samples, secrets, clock);
        var keepers = new Keepers(new KeptTokens(home, secrets), new ApplicationFile(home, secrets), folder, Map.of());
        parts = new Parts(stores, () -> engine(folder, clock, stores.network(), keepers), Executors.newVirtualThreadPerTaskExecutor(), clock, "test", browser);
        parts.runExports(() -> Reporters.forms("test", clock));
        var settings = parts.preferences().load().preferences();
        FxThread.run(() -> show(settings));
        until("the window is ready", () -> shell.tabs().started());
    }

    private static Workbench engine(Path folder, Clock clock, NetworkFile network, Keepers keepers) {
        var automatic = new AutomaticHeaders("Posthorn/test");
        var console = new Console(clock);
        return new Workbench(new Engine(new BodyStore(folder.resolve("bodies")), automatic, network::now, console::exchanged), automatic, new Cookies(clock),
                new DemoOnDemand(), Executors.newVirtualThreadPerTaskExecutor(), clock, new SecureRandom(), console, keepers);
    }

    private void show(Preferences settings) {
        Theme.loadFonts();
        shell = new Shell(parts, settings, new Choices());
        if (settings.theme() == Preferences.Theme.SYSTEM) {
            shell.perform(Action.THEME_LIGHT);
        }
        scene = shell.scene(820, 560);
        shell.onClose(() -> closed.set(true));
        stage = new Stage();
        stage.setScene(scene);
        stage.show();
        stage.requestFocus();
        // What is minimized is laid out and has the keyboard, but is not painted: that would cost half of the time.
        stage.setIconified(true);
        shell.start();
    }

    Shell shell() {
        return shell;
    }

    Scene scene() {
        return scene;
    }

    /// Makes the window as wide and as high. What is resized is no longer minimized, and would be painted.
    void size(double width, double height) {
        FxThread.run(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
            stage.setIconified(false);
            stage.setIconified(true);
        });
    }

    void perform(Action action) {
        FxThread.run(() -> shell.perform(action));
    }

    /// Keys go to the window that has the keyboard: where the one of an earlier test took it with itself, to ours.
    void press(KeyCode... keys) {
        FxThread.run(() -> {
            if (Window.getWindows().stream().noneMatch(Window::isFocused)) {
                stage.requestFocus();
            }
        });
        keyboard.press(keys);
    }

    void type(String text) {
        keyboard.type(scene, text);
    }

    void until(String what, java.util.function.BooleanSupplier state) {
        FxThread.until(what, state);
    }

    <N extends Node> N find(String selector, Class<N> type) {
        return FxThread.get(() -> type.cast(Optional.ofNullable(scene.lookup(selector)).orElseThrow(() -> new AssertionError("not there: " + selector))));
    }

    boolean shows(String selector) {
        return scene.lookup(selector) instanceof Node node && treeVisible(node);
    }

    private static boolean treeVisible(Node node) {
        for (var at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /// True where some visible label or button says so.
    boolean says(String text) {
        return scene.getRoot().lookupAll(".label").stream().anyMatch(n -> n instanceof Labeled l && l.getText() != null && l.getText().contains(text) && treeVisible(n));
    }

    Document front() {
        return shell.documents().front().get();
    }

    RequestDocument request() {
        return (RequestDocument) front();
    }

    /// The outcome of the last send of the tab in front; null while there is none.
    Outcome outcome() {
        return front() instanceof RequestDocument document && document.state() instanceof TabState.Done(var outcome, _) ? outcome : null;
    }

    void openThroughPalette(String words) {
        press(KeyCode.CONTROL, KeyCode.K);
        until("the palette is open", () -> shows("#palette-field"));
        type(words);
        until("the palette has found " + words, () -> scene.lookup("#palette-list") instanceof javafx.scene.control.ListView<?> list
                && list.getItems().size() > 0 && list.getItems().getFirst() instanceof Finding f && new Fuzzy(words).score(f.hay()) > 0 && f.method() != null);
        press(KeyCode.ENTER);
    }

    List<HistoryRow> history() {
        return parts.history().recent(100, "").join();
    }

    NetworkFile network() {
        return parts.network();
    }

    Workbench workbench() {
        return parts.workbench();
    }

    dev.posthorn.store.Drafts drafts() {
        return parts.stores().drafts();
    }

    @Override
    public void close() {

        FxThread.run(() -> {
            shell.memory().stop();
            stage.hide();
        });
        parts.close();
    }

    /// Choosers that answer at once.
    private final class Choices implements Choosers {
        @Override
        public List<Path> files(String title) {
            return toChoose;
        }

        @Override
        public Optional<Path> file(String title) {
            return toChoose.stream().findFirst();
        }

        @Override
        public Optional<Path> folder(String title) {
            return toChoose.stream().findFirst();
        }

        @Override
        public Optional<Path> saveAs(String title, String name) {
            return Optional.ofNullable(toSave);
        }

        @Override
        public void reveal(Path file) {
            // Nothing to see in a test.
        }
    }
}
