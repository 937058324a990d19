package dev.posthorn.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.http.Cookies;
import dev.posthorn.model.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The jar, seen and changed in the window.
final class CookiesJourneyTest {

    @TempDir
    private Path home;

    private static Cookies jar(OpenWindow window) {
        var found = new AtomicReference<Cookies>();
        FxThread.run(() -> window.shell().tabs().withJar(found::set));
        window.until("the engine is there", () -> found.get() != null);
        return found.get();
    }

    private static void fill(OpenWindow window, String id, String text) {
        var field = window.find(id, TextField.class);
        FxThread.run(() -> field.setText(text));
    }

    private static void fire(OpenWindow window, String id) {
        var button = window.find(id, ButtonBase.class);
        FxThread.run(button::fire);
    }

    private static List<String> names(Cookies jar) {
        return jar.all().stream().map(c -> c.name() + "=" + c.value() + (c.hostOnly() ? " " : " .") + c.domain()).toList();
    }

    @Test
    void cookiesAreAddedEditedDeletedAndBroughtBackAndOutliveTheWindow() throws Exception {
        try (var window = new OpenWindow(home, null)) {
            var jar = jar(window);
            jar.set("https://api.example.com/", "sid=1; HttpOnly");
            jar.set("http://localhost/", "j=2");
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
            window.until("the jar is open", () -> window.shows("#cookies-panel") && window.scene().lookup("#jar-table") instanceof TableView<?> table && table.getItems().size() == 2);

            fire(window, "#cookie-new");
            fill(window, "#cookie-edit-name", "made");
            fill(window, "#cookie-edit-value", "here");
            fill(window, "#cookie-edit-domain", "h.test");
            fire(window, "#cookie-edit-save");
            assertTrue(names(jar).contains("made=here h.test"), () -> names(jar).toString());
            fire(window, "#cookie-delete");
            assertEquals(2, jar.all().size());

            fire(window, "#cookie-new");
            fire(window, "#cookie-edit-mode");
            fill(window, "#cookie-edit-line", "line=yes; Domain=example.com; Secure; SameSite=Strict");
            fill(window, "#cookie-edit-domain", "www.example.com");
            fire(window, "#cookie-edit-save");
            assertTrue(names(jar).contains("line=yes .example.com"), () -> names(jar).toString());
            fill(window, "#cookie-edit-line", "line=no; Domain=other.com");
            fire(window, "#cookie-edit-save");
            window.until("a foreign domain is refused in words", () -> window.says("may not set cookies for other.com"));

            fire(window, "#cookies-remove-all");
            assertEquals(0, jar.all().size());
            fire(window, "#cookies-undo");
            assertEquals(3, jar.all().size());

            window.toSave = home.resolve("out.txt");
            fire(window, "#cookies-export");
            window.until("the file is written", () -> Files.exists(window.toSave) && window.says("with their values written to out.txt"));
            fire(window, "#cookies-remove-all");
            window.toChoose = List.of(window.toSave);
            fire(window, "#cookies-import");
            window.until("the cookies are back", () -> jar.all().size() == 3 && window.says("3 cookies imported."));
            assertTrue(jar.all().stream().anyMatch(c -> c.name().equals("sid") && c.httpOnly()));
            window.press(KeyCode.ESCAPE);
            window.until("Esc closes it", () -> !window.shows("#cookies-panel"));
            window.until("the bar counts them", () -> window.scene().lookup("#status-cookies") instanceof ButtonBase bar && bar.getText().equals("Cookies 3"));
        }
        try (var window = new OpenWindow(home, null)) {
            var jar = jar(window);
            assertEquals(3, jar.all().size());
            assertEquals(List.of("sid", "j", "line"), jar.all().stream().map(Cookie::name).toList());
        }
    }

    @Test
    void domainsForScriptsAreKeptWithTheJar() {
        try (var window = new OpenWindow(home, null)) {
            var jar = jar(window);
            window.perform(Action.COOKIES);
            window.until("the jar is open", () -> window.shows("#cookies-panel"));
            var tab = window.find("#jar-scripts", javafx.scene.Node.class);
            window.robot.clickOn(tab);
            window.until("the page is there", () -> window.shows("#script-domain"));
            fill(window, "#script-domain", "https://Api.Example.com:8443/x");
            fire(window, "#script-domain-add");
            assertEquals(List.of("api.example.com"), jar.scriptDomains());
        }
        try (var window = new OpenWindow(home, null)) {
            assertEquals(List.of("api.example.com"), jar(window).scriptDomains());
        }
    }
}
