package dev.posthorn.ui.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Cookie;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.Script;
import dev.posthorn.model.Settings;
import dev.posthorn.ui.kit.EntryTable;
import dev.posthorn.ui.kit.OnFx;
import dev.posthorn.workbench.Draft;
import dev.posthorn.workbench.TabState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RequestPaneTest {

    private final FakeServices services = new FakeServices();
    private final List<String> heard = new ArrayList<>();
    private Draft<Request> draft;
    private RequestPane pane;
    private Stage stage;

    private void open(Request request) {
        draft = new Draft<>(request);
        pane = OnFx.get(() -> new RequestPane(draft, services));
        pane.onSend(() -> heard.add("send"));
        pane.onCancel(() -> heard.add("cancel"));
        pane.onSave(() -> heard.add("save"));
        stage = OnFx.show(pane, 900, 600);
    }

    @AfterEach
    void close() {
        if (stage != null) {
            OnFx.run(stage::close);
        }
    }

    private <T extends Node> T find(String selector, Class<T> type) {
        return OnFx.get(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            return type.cast(assertFound(selector, pane.lookup(selector)));
        });
    }

    private static Node assertFound(String selector, Node node) {
        assertNotNull(node, selector);
        return node;
    }

    private void select(String page) {
        OnFx.run(() -> {
            pane.select(page);
            pane.applyCss();
            pane.layout();
        });
    }

    private String texts() {
        return OnFx.get(() -> pane.lookupAll(".label").stream().map(n -> ((Label) n).getText()).filter(t -> t != null && !t.isEmpty())
                .collect(Collectors.joining("|")));
    }

    private String sendText() {
        return OnFx.get(() -> ((Button) pane.lookup("#send")).getText());
    }

    @Test
    void typingAUrlFillsTheParamsTable() {
        open(Request.blank());
        OnFx.run(pane::focusUrl);
        OnFx.type(stage, "http://h/:id?a=1&b");
        assertEquals("http://h/:id?a=1&b", draft.value().url());
        assertEquals(List.of(Entry.of("a", "1"), Entry.of("b", "")), OnFx.get(() -> ((EntryTable) pane.lookup("#query")).entries()));
        assertEquals(List.of(Entry.of("id", "")), draft.value().pathVariables());
        assertTrue(draft.dirty());
    }

    @Test
    void typingInTheParamsTableWritesTheUrlWhileTheCaretStays() {
        open(RequestPictures.sample());
        var list = find("#query .rows", ListView.class);
        OnFx.run(() -> {
            list.requestFocus();
            list.getSelectionModel().select(1);
        });
        OnFx.press(stage, KeyCode.ENTER);
        OnFx.press(stage, KeyCode.TAB);
        OnFx.run(() -> ((TextField) stage.getScene().getFocusOwner()).positionCaret(0));
        OnFx.type(stage, "x&y");
        assertEquals("{{creatio}}/0/odata/:entity?$top={{page}}&$count=x%26ytrue&trace={{nobody}}", draft.value().url());
        assertEquals("x&ytrue", OnFx.get(() -> ((TextField) stage.getScene().getFocusOwner()).getText()));
        assertEquals(3, OnFx.get(() -> ((TextField) stage.getScene().getFocusOwner()).getCaretPosition()).intValue());
        assertEquals("rows in one answer", draft.value().query().getFirst().description());
    }

    @Test
    void anUncommonMethodCanBeTyped() {
        open(Request.get("http://h"));
        OnFx.run(() -> find2("#method", ComboBox.class).getEditor().setText("PROPFIND"));
        assertEquals("PROPFIND", draft.value().method());
    }

    private <T extends Node> T find2(String selector, Class<T> type) {
        return type.cast(pane.lookup(selector));
    }

    @Test
    void controlEnterSendsFromATableAndControlSSaves() {
        open(RequestPictures.sample());
        var list = find("#query .rows", ListView.class);
        OnFx.run(list::requestFocus);
        OnFx.press(stage, KeyCode.ENTER, KeyCode.CONTROL);
        OnFx.press(stage, KeyCode.ENTER);
        OnFx.press(stage, KeyCode.ENTER, KeyCode.CONTROL);
        OnFx.press(stage, KeyCode.S, KeyCode.CONTROL);
        assertEquals(List.of("send", "send", "save"), heard);
    }

    @Test
    void sendBecomesCancelWithTimeAndBytesAndBack() {
        open(RequestPictures.sample());
        OnFx.run(() -> pane.show(new TabState.Sending(Instant.now().minusSeconds(3), 200, 9_000_000, 2_097_152)));
        assertTrue(sendText().matches("Cancel  [34]\\.\\d s · 2\\.0 MB"), sendText());
        OnFx.run(() -> find2("#send", Button.class).fire());
        OnFx.run(() -> pane.show(new TabState.Idle()));
        assertEquals("Send", sendText());
        OnFx.run(() -> find2("#send", Button.class).fire());
        assertEquals(List.of("cancel", "send"), heard);
    }

    @Test
    void escapeCancelsWhatIsBeingSent() {
        open(RequestPictures.sample());
        OnFx.run(pane::focusUrl);
        OnFx.press(stage, KeyCode.ESCAPE);
        OnFx.run(() -> pane.show(new TabState.Sending(Instant.now(), 0, 0, 0)));
        OnFx.press(stage, KeyCode.ESCAPE);
        assertEquals(List.of("cancel"), heard);
    }

    @Test
    void anAutomaticHeaderIsSwitchedOffByItsName() {
        open(RequestPictures.sample());
        select("headers");
        press(2);
        assertEquals(Map.of("user-agent", true), draft.value().settings().values().get("disabledSystemHeaders"));
        press(2);
        assertFalse(draft.dirty());
        press(5);
        assertEquals(Map.of("postman-token", true), draft.value().settings().values().get("disabledSystemHeaders"));
    }

    /// Space on a row of the headers.
    private void press(int row) {
        var list = find("#headers .rows", ListView.class);
        OnFx.run(() -> {
            list.requestFocus();
            list.getSelectionModel().select(row);
        });
        OnFx.press(stage, KeyCode.SPACE);
    }

    @Test
    void anAutomaticHeaderThatOnesOwnRowStandsForHasNoSwitch() {
        open(RequestPictures.sample());
        var rows = HeadersTab.automatic(draft.value(), services);
        var accept = rows.get(3);
        assertEquals("Accept", accept.name());
        assertEquals("your own row is sent instead", accept.note());
        assertTrue(accept.fixed() && !accept.on());
        select("headers");
        press(3);
        assertFalse(draft.dirty());
    }

    @Test
    void aHeaderThatAFolderSwitchesOffSaysSoAndComesBackHere() {
        services.settings = Settings.NONE.with("disabledSystemHeaders", Map.of("cache-control", true));
        open(RequestPictures.sample());
        assertEquals("switched off in Creatio", HeadersTab.automatic(draft.value(), services).get(4).note());
        select("headers");
        press(4);
        assertEquals(Map.of(), draft.value().settings().values().get("disabledSystemHeaders"));
        assertEquals("on here, off in Creatio", HeadersTab.automatic(draft.value(), services).get(4).note());
        press(4);
        assertFalse(draft.dirty());
    }

    @Test
    void aWrongUrlIsMarkedWhereItIsWrong() {
        open(Request.get("http://a b/x"));
        var failed = new Outcome.Failed(new Failure.BadUrl("http://a b/x", "no", 8), null, null, List.of());
        OnFx.run(() -> {
            pane.show(new TabState.Done(failed));
            pane.focus(Failure.Focus.URL);
        });
        assertEquals(8, find("#url", dev.posthorn.ui.editor.VariableField.class).selection().getStart());
        assertEquals(9, find("#url", dev.posthorn.ui.editor.VariableField.class).selection().getEnd());
    }

    @Test
    void aPresetReplacesHeadersOfTheSameNameAndAddsTheOthers() {
        assertEquals(List.of(Entry.of("accept", "text/xml"), Entry.of("X", "1"), Entry.of("New", "2")), HeaderPresets.merged(
                List.of(Entry.of("Accept", "a"), Entry.of("X", "1")), List.of(Entry.of("accept", "text/xml"), Entry.of("New", "2"))));
    }

    @Test
    void changingTheBodyModeKeepsWhatWasTypedInTheOthers() {
        open(RequestPictures.sample());
        var typed = draft.value().body();
        select("body");
        OnFx.run(() -> find2("#mode-urlencoded", ButtonBase.class).fire());
        assertEquals(new Body.UrlEncoded(List.of()), draft.value().body());
        OnFx.run(() -> find2("#mode-none", ButtonBase.class).fire());
        OnFx.run(() -> find2("#mode-raw", ButtonBase.class).fire());
        assertEquals(typed, draft.value().body());
        assertFalse(draft.dirty());
    }

    @Test
    void beautifyLaysJsonOutAroundBareVariables() {
        open(RequestPictures.sample().withBody(new Body.Raw("{\"a\":{{n}},\"b\":\"{{s}}\"}", "json")));
        select("body");
        OnFx.run(() -> find2("#beautify", ButtonBase.class).fire());
        OnFx.until("the body is laid out", () -> ((Body.Raw) draft.value().body()).text().equals("{\n  \"a\": {{n}},\n  \"b\": \"{{s}}\"\n}"));
    }

    @Test
    void beautifySaysWhyItCannot() {
        open(RequestPictures.sample().withBody(new Body.Raw("{\n\"a\": 1]", "json")));
        select("body");
        OnFx.run(() -> find2("#beautify", ButtonBase.class).fire());
        OnFx.until("the sentence", () -> pane.lookup(".editor-notice") instanceof Labeled l && l.getText().contains("not well-formed JSON"));
        assertFalse(draft.dirty());
    }

    @Test
    void chosenFilesGoIntoTheBody() {
        open(RequestPictures.sample().withBody(new Body.Binary("")));
        services.files = List.of(Path.of("pom.xml"));
        select("body");
        OnFx.run(() -> find2("#choose-file", ButtonBase.class).fire());
        assertEquals(new Body.Binary("pom.xml"), draft.value().body());
        OnFx.until("the size", () -> texts().contains("streamed from disk when sent"));
    }

    @Test
    void aHugeBodyIsNotPutIntoTheEditorUnasked() {
        open(RequestPictures.sample().withBody(new Body.Raw("x".repeat(5_000_000), "text")));
        select("body");
        assertTrue(texts().contains("4.8 MB"), texts());
        assertFalse(draft.dirty());
    }

    @Test
    void anEditedScriptReplacesThoseOfItsPhaseAlone() {
        var scripts = List.of(new Script(Script.Phase.TEST, "a"), new Script(Script.Phase.PRE_REQUEST, "p"), new Script(Script.Phase.TEST, "b"));
        assertEquals(List.of(new Script(Script.Phase.TEST, "c"), new Script(Script.Phase.PRE_REQUEST, "p")), ScriptsTab.replaced(scripts, Script.Phase.TEST, "c"));
        assertEquals(List.of(new Script(Script.Phase.PRE_REQUEST, "p")), ScriptsTab.replaced(scripts, Script.Phase.TEST, ""));
    }

    @Test
    void cookiesAreAddedAndDeleted() {
        open(Request.get("{{creatio}}/0"));
        select("cookies");
        OnFx.run(() -> {
            find2("#cookie-name", TextField.class).setText("a");
            find2("#cookie-value", TextField.class).setText("1");
            find2("#add-cookie", ButtonBase.class).fire();
        });
        assertEquals(List.of(new Cookie("a", "1", "mycreatio.com", true, "/", null, false, false, "")), services.jar);
        OnFx.run(() -> {
            find2("#cookies", TableView.class).getSelectionModel().select(0);
            find2("#remove-cookie", ButtonBase.class).fire();
        });
        assertEquals(List.of(), services.jar);
    }

    @Test
    void aSettingSaysWhereItComesFromAndCanBeReset() {
        services.settings = Settings.NONE.with("followRedirects", false);
        open(Request.get("http://h"));
        select("settings");
        assertTrue(OnFx.get(() -> pane.lookupAll(".hyperlink").stream().anyMatch(l -> ((Hyperlink) l).getText().equals("inherited from Creatio"))), texts());
        var box = find("#setting-followRedirects", CheckBox.class);
        assertFalse(OnFx.get(box::isSelected));
        OnFx.run(box::fire);
        assertEquals(Map.of("followRedirects", true), draft.value().settings().values());
        OnFx.run(() -> find2("#reset-followRedirects", Hyperlink.class).fire());
        assertFalse(draft.dirty());
        assertFalse(OnFx.get(box::isSelected));
    }

    @Test
    void aFailureOpensThePageThatMendsIt() {
        open(RequestPictures.sample());
        OnFx.run(() -> pane.focus(Failure.Focus.SETTINGS));
        assertEquals("settings", OnFx.get(pane::selected));
        OnFx.run(() -> pane.focus(Failure.Focus.BODY));
        assertEquals("body", OnFx.get(pane::selected));
        OnFx.run(() -> pane.focus(Failure.Focus.URL));
        assertTrue(OnFx.get(() -> pane.lookup("#url").isFocusWithin()));
    }

    @Test
    void pagesThatWereNotOpenedAreNotMade() {
        open(RequestPictures.sample());
        assertEquals(1, OnFx.get(() -> pane.lookupAll(".entry-table").size() > 2 ? 2 : 1).intValue());
        assertTrue(OnFx.get(() -> pane.lookup(".code-editor") == null));
    }
}
