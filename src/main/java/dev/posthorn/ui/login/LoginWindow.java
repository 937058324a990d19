package dev.posthorn.ui.login;

import dev.posthorn.oauth.Doctor;
import dev.posthorn.oauth.UserAgent.Came;
import dev.posthorn.oauth.agent.RedirectCatch;
import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.concurrent.Worker;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.scene.web.WebEngine;
import javafx.scene.web.WebView;
import javafx.stage.Stage;
import org.kordamp.ikonli.octicons.Octicons;

/// The window with the provider's login page: whose page it is stands above it, beside Back, Reload and the way out into the system's browser.
final class LoginWindow {

    private static final double WIDTH = 520;
    private static final double HEIGHT = 720;
    private static final double LEAST_WIDTH = 360;
    private static final double LEAST_HEIGHT = 320;

    private final LoginWindows windows;
    private final LoginTraffic traffic;
    private final RedirectCatch redirect;
    private final URI page;
    private final Stage stage = new Stage();
    private final WebView view = new WebView();
    private final WebEngine engine = view.getEngine();
    private final AddressBar bar;
    private final VBox notes = new VBox();
    private final Path storage;
    private Consumer<Came> ended = _ -> { };
    private boolean begun;

    LoginWindow(LoginWindows windows, LoginTraffic traffic, RedirectCatch redirect, URI page) {
        this.windows = windows;
        this.traffic = traffic;
        this.redirect = redirect;
        this.page = page;
        storage = ownStorage(engine);
        view.getStyleClass().add("login-page");
        bar = new AddressBar(this::back, this::reload, this::elsewhere, this::closeByHand);
        engine.locationProperty().addListener((_, _, to) -> arrived(to));
        engine.titleProperty().addListener((_, _, title) -> redirect.stopsTitle(title, ofProvider(engine.getLocation())));
        engine.getLoadWorker().stateProperty().addListener((_, _, now) -> loaded(now));
        bar.progress().progressProperty().bind(engine.getLoadWorker().progressProperty());
        bar.progress().visibleProperty().bind(engine.getLoadWorker().runningProperty());
        var root = new BorderPane(view, new VBox(bar, notes), null, null, null);
        root.setId("login-window");
        root.getStyleClass().add("login-window");
        var scene = new Scene(root, WIDTH, HEIGHT);
        windows.look().accept(scene);
        scene.getStylesheets().add(Theme.sheet(LoginWindow.class, "login.css"));
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.ESCAPE), this::closeByHand);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN), this::reload);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN), this::back);
        stage.setScene(scene);
        stage.setTitle("Log in · Posthorn");
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        var owner = windows.owner().get();
        if (owner != null) {
            stage.initOwner(owner);
        }
        stage.setOnCloseRequest(_ -> givenUp());
    }

    /// What a page keeps beside cookies goes into a folder of its own, which ends with the login.
    private static Path ownStorage(WebEngine engine) {
        try {
            var folder = Files.createTempDirectory("posthorn-login");
            engine.setUserDataDirectory(folder.toFile());
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param over called when the person closes it, and not at `close`; also where the provider's first page is a refusal already
    void show(Consumer<Came> over) {
        ended = over;
        stage.show();
        bar.show(page.toString());
        engine.load(page.toASCIIString());
    }

    void close() {
        ended = _ -> { };
        engine.getLoadWorker().cancel();
        engine.load("about:blank");
        stage.hide();
        Thread.ofVirtual().name("login storage").start(() -> removed(storage));
    }

    private static void removed(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // The system clears its temporary files.
        }
    }

    private void closeByHand() {
        givenUp();
        stage.hide();
    }

    private void givenUp() {
        ended.accept(new Came.Ended("you closed the window"));
    }

    private void arrived(String to) {
        if (to == null || to.equals("about:blank")) {
            return;
        }
        if (!redirect.stopsForm(to, PostedForm.fields(engine, to)) && !redirect.stops(to)) {
            bar.show(to);
            if (to.contains("disallowed_useragent")) {
                refusedHere();
            }
        }
    }

    private boolean ofProvider(String location) {
        try {
            var here = URI.create(location == null ? "" : location);
            return page.getScheme().equals(here.getScheme()) && page.getAuthority().equals(here.getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void loaded(Worker.State now) {
        if (redirect.over()) {
            return;
        }
        switch (now) {
            case SUCCEEDED -> {
                var text = engine.getDocument() == null ? null : engine.executeScript("document.body ? document.body.innerHTML.trim() === '' ? '' : document.body.innerText.slice(0, 20000) || ' ' : ''");
                succeeded(text instanceof String words ? words : "");
            }
            case FAILED -> failed(traffic.trouble());
            case READY, SCHEDULED, RUNNING, CANCELLED -> { }
        }
    }

    /// WebKit calls it an empty page where a request was refused at once.
    private void succeeded(String words) {
        var trouble = words.isEmpty() ? traffic.trouble() : "";
        if (!trouble.isEmpty()) {
            failed(trouble);
            return;
        }
        refused(words);
        if (words.contains("disallowed_useragent") || words.contains("This browser or app may not be secure")) {
            refusedHere();
        }
    }

    private void failed(String trouble) {
        note("bad", (trouble.isEmpty() ? "The page of " + host() + " could not be loaded" : trouble) + ". Reload tries again.");
    }

    /// A first page with nothing to fill in that speaks of our redirect URL or client: no redirect will come of it.
    private void refused(String words) {
        var first = !begun;
        begun = true;
        if (first && Doctor.refusal(words) && engine.executeScript("document.querySelectorAll('input:not([type=hidden])').length") instanceof Number fields && fields.intValue() == 0) {
            ended.accept(new Came.Refused(engine.getLocation().replaceFirst("[?#].*$", ""), words));
        }
    }

    private String host() {
        try {
            return URI.create(engine.getLocation()).getHost();
        } catch (IllegalArgumentException e) {
            return page.getHost();
        }
    }

    private void refusedHere() {
        note("warning", "This provider lets nobody log in in a window of another program. Use the system's browser: register a redirect URL of this machine at the provider, or paste "
                + "the address that the browser ends at.");
    }

    /// Shows a sentence above the page, in place of the last one of its kind.
    void note(String kind, String sentence) {
        notes.getChildren().removeIf(old -> old.getStyleClass().contains(kind));
        notes.getChildren().add(new WindowNote(kind, sentence, kind.equals("warning") ? Icons.button(Octicons.LINK_EXTERNAL_16, "Open in the system's browser", this::elsewhere) : null));
    }

    private void back() {
        if (engine.getHistory().getCurrentIndex() > 0) {
            engine.getHistory().go(-1);
        }
    }

    private void reload() {
        notes.getChildren().removeIf(old -> old.getStyleClass().contains("bad"));
        // After a failure the engine has no page to load again.
        if (engine.getLoadWorker().getState() == Worker.State.FAILED) {
            engine.load(engine.getLocation());
        } else {
            engine.reload();
        }
    }

    /// The login goes on in the system's browser; what it ends at is pasted at the login sheet.
    private void elsewhere() {
        Thread.ofVirtual().name("browser").start(() -> {
            var trouble = windows.browser().open(page);
            dev.posthorn.ui.kit.Fx.run(() -> note("info", trouble.orElse("The page is open in your browser. When it has arrived at " + redirect.address().uri()
                    + ", copy the whole address and paste it in Posthorn.")));
        });
    }
}
