package dev.posthorn.ui.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Await;
import dev.posthorn.model.Check;
import dev.posthorn.model.Request;
import dev.posthorn.ui.kit.OnFx;
import dev.posthorn.workbench.Answers;
import dev.posthorn.workbench.Draft;
import dev.posthorn.workbench.TabState;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The Assertions table and the waiting under it, as people use them.
final class AssertionsTabTest {

    private final Draft<Request> draft = new Draft<>(Request.get("http://h/"));
    private RequestPane pane;
    private Stage stage;

    @BeforeEach
    void open() {
        pane = OnFx.get(() -> new RequestPane(draft, new FakeServices()));
        stage = OnFx.show(pane, 1000, 600);
        OnFx.run(() -> pane.select("assertions"));
        layout();
    }

    @AfterEach
    void close() {
        OnFx.run(stage::close);
    }

    private void layout() {
        OnFx.run(() -> {
            pane.applyCss();
            pane.layout();
        });
    }

    private CheckRow row(int number) {
        return OnFx.get(() -> (CheckRow) pane.lookupAll(".check-row").stream().toList().get(number));
    }

    private int rows() {
        return OnFx.get(() -> pane.lookupAll(".check-row").size());
    }

    private String result(int row) {
        return OnFx.get(() -> ((Label) row(row).lookup(".check-result")).getText());
    }

    private void type(int row, CheckRow.Part part, String text) {
        OnFx.run(() -> row(row).focus(part));
        OnFx.type(stage, text);
        layout();
    }

    private List<String> sentences() {
        return OnFx.get(() -> Check.of(draft.value().settings()).stream().map(Check::sentence).toList());
    }

    @Test
    void rowsAreTypedMovedSwitchedOffAndTakenAwayWithTheKeyboard() {
        type(0, CheckRow.Part.OF, "$.id");
        type(0, CheckRow.Part.EXPECTED, "42");
        type(1, CheckRow.Part.OF, "$.name");
        assertEquals(3, rows());
        assertEquals(List.of("$.id equals 42", "$.name equals (nothing)"), sentences());
        OnFx.press(stage, KeyCode.UP, KeyCode.ALT);
        assertEquals(List.of("$.name equals (nothing)", "$.id equals 42"), sentences());
        OnFx.type(stage, "X");
        assertEquals("$.nameX equals (nothing)", sentences().getFirst());
        OnFx.press(stage, KeyCode.DELETE, KeyCode.ALT);
        assertEquals(List.of("$.id equals 42"), sentences());
        OnFx.press(stage, KeyCode.Z, KeyCode.ALT);
        assertEquals(List.of("$.nameX equals (nothing)", "$.id equals 42"), sentences());
    }

    @Test
    void aRowSaysWhatTheLastAnswerHadAndWhatIsWrongWithIt() {
        OnFx.run(() -> pane.show(new TabState.Done(Answers.json("{\"id\": 42, \"name\": \"Ada\"}"))));
        type(0, CheckRow.Part.OF, "$.id");
        type(0, CheckRow.Part.EXPECTED, "42");
        type(1, CheckRow.Part.OF, "$.name");
        type(1, CheckRow.Part.EXPECTED, "Bob");
        OnFx.until("the rows were judged", () -> result(1).equals("✗ \"Ada\"") && result(0).equals("✓"));
        type(2, CheckRow.Part.OF, "$.[");
        assertTrue(result(2).startsWith("! The JSONPath $.[ cannot be read"), result(2));
    }

    @Test
    void anExampleIsARowToBeginWith() {
        var button = OnFx.get(() -> (Button) pane.lookup("#check-examples .button"));
        OnFx.run(button::fire);
        assertEquals(List.of("status equals 2xx"), sentences());
        assertEquals(2, rows());
    }

    @Test
    void awaitSaysWhatWillHappenAndIsKept() {
        var on = OnFx.get(() -> (CheckBox) pane.lookup("#await-on"));
        OnFx.run(on::fire);
        var sentence = OnFx.get(() -> (Label) pane.lookup("#await-sentence"));
        assertEquals("The row does not say where in the JSON: a path such as $.data.id is missing.", OnFx.get(sentence::getText));
        OnFx.run(() -> draft.edit(r -> r.withSettings(Await.into(r.settings(), new Await(new Check(true, Check.Subject.JSON_PATH, "$.status", Check.Operator.EQUALS, "done"),
                Await.INTERVAL, Await.TIMEOUT), true))));
        OnFx.run(() -> ((TextField) pane.lookup("#await-interval")).setText("0.5"));
        assertEquals("Sent again every 500 ms until $.status equals done, for at most 60 s. The tests then judge the last answer.", OnFx.get(sentence::getText));
        assertEquals(Duration.ofMillis(500), Await.of(draft.value().settings()).orElseThrow().interval());
        OnFx.run(() -> ((TextField) pane.lookup("#await-interval")).setText("soon"));
        assertEquals("\"every\" needs seconds from 0.05 to 86400; what was there before counts.", OnFx.get(sentence::getText));
        OnFx.run(on::fire);
        assertTrue(Await.of(draft.value().settings()).isEmpty());
        assertEquals("done", Await.kept(draft.value().settings()).orElseThrow().until().expected());
    }
}
