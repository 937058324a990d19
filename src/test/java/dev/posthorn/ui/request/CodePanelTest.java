package dev.posthorn.ui.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.auth.Surroundings;
import dev.posthorn.auth.TokenSource;
import dev.posthorn.codegen.Generators;
import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Request;
import dev.posthorn.store.Preferences;
import dev.posthorn.store.Preferences.CodeView;
import dev.posthorn.ui.editor.CodeEditor;
import dev.posthorn.ui.kit.OnFx;
import dev.posthorn.workbench.CodeWriting;
import dev.posthorn.workbench.Draft;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CodePanelTest {

    private final FakeServices services = new FakeServices();
    private CodeView view = CodeView.DEFAULT;
    private Draft<Request> draft;
    private RequestPane pane;
    private Stage stage;

    private void open(double width) {
        draft = new Draft<>(Request.get("{{creatio}}/odata/Account"));
        pane = OnFx.get(() -> {
            var made = new RequestPane(draft, services);
            made.code(new CodeSource() {
                @Override
                public CodeWriting writing() {
                    var around = new Surroundings(Clock.systemUTC(), new Random(1), (_, _) -> { }, TokenSource.NONE, Path.of(""), Map.of());
                    return new CodeWriting(services.context(), services.scopes(), around, new AutomaticHeaders("Posthorn/test"), _ -> List.of(), Set.of());
                }

                @Override
                public Preferences.CodeView view() {
                    return view;
                }

                @Override
                public void view(Preferences.CodeView changed) {
                    view = changed;
                }
            });
            return made;
        });
        stage = OnFx.show(pane, width, 600);
    }

    @AfterEach
    void close() {
        if (stage != null) {
            OnFx.run(stage::close);
        }
    }

    private Node find(String id) {
        return OnFx.get(() -> pane.lookup(id));
    }

    private String code() {
        return OnFx.get(() -> pane.lookup("#code-text") instanceof CodeEditor editor ? editor.text() : "");
    }

    private void says(String text) {
        OnFx.until("the code says " + text, () -> pane.lookup("#code-text") instanceof CodeEditor editor && editor.text().contains(text));
    }

    private void toggle() {
        OnFx.run(() -> ((ToggleButton) pane.lookup("#code-toggle")).fire());
    }

    @Test
    void theCodeFollowsTheRequestAndKeepsSecretsOut() {
        open(1100);
        assertNull(find("#code-panel"));
        toggle();
        says("curl --location https://mycreatio.com/odata/Account");
        says("Authorization: Bearer ${TOKEN}");
        OnFx.run(() -> draft.edit(r -> r.withMethod("DELETE").withHeaders(List.of(Entry.of("X-Odd", "it's")))));
        says("--request DELETE");
        says("'X-Odd: it'\\''s'");
        assertFalse(code().contains("s3cr3t"), code());
        OnFx.run(() -> pane.select("headers"));
        assertNotNull(find("#code-panel"), "there is room for both");
    }

    @Test
    void languageAndWhatIsFilledInAreRemembered() {
        open(1100);
        toggle();
        says("curl");
        OnFx.run(() -> chooser().setValue(Generators.of("python").orElseThrow()));
        says("requests.get(");
        assertEquals(new CodeView(true, "python", false, "values"), view);
        OnFx.run(() -> {
            view = view.withFill("secrets").withBrief(true);
            pane.environmentChanged();
        });
        says("Bearer s3cr3t-token");
        assertFalse(code().contains("import"), code());
        toggle();
        assertNull(find("#code-panel"));
        assertFalse(view.shown());
    }

    @SuppressWarnings("unchecked")
    private ComboBox<dev.posthorn.codegen.Generator> chooser() {
        return (ComboBox<dev.posthorn.codegen.Generator>) pane.lookup("#code-target");
    }

    @Test
    void theCodeIsCopiedAlsoWhereItIsNotShown() {
        open(1100);
        var said = new AtomicReference<String>();
        OnFx.run(() -> pane.copyCode(said::set));
        OnFx.until("it is copied", () -> said.get() != null);
        assertEquals("Copied as cURL (bash)", said.get());
        assertTrue(OnFx.get(() -> Clipboard.getSystemClipboard().getString()).contains("curl --location https://mycreatio.com/odata/Account"));
    }

    @Test
    void inANarrowPaneTheCodeTakesThePlaceOfThePageUntilOneIsChosen() {
        open(520);
        toggle();
        says("curl");
        assertTrue(OnFx.get(() -> pane.getCenter() == pane.lookup("#code-panel")));
        OnFx.run(() -> pane.select("headers"));
        assertNull(find("#code-panel"));
    }
}
