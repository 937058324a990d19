package dev.posthorn.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.ui.runner.RunnerPane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person does with the runner: choose, order, run, look at what failed, compare, export; by the keyboard where it can be.
final class RunnerJourneyTest {
    private static final String TEXT = """
            {
              "info": {"name": "Shop", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
              "item": [
                {"name": "Orders", "item": [
                  {"name": "List", "request": {"method": "GET", "url": "{{base}}/get?row={{row}}"},
                   "event": [{"listen": "test", "script": {"exec": ["if (pm.iterationData.get('row') == 2) pm.test('row ' + pm.iterationData.get('row') + ' is there', () => pm.expect(pm.response.json().args.row).to.eql('2'));",
                     "pm.collectionVariables.set('last', pm.iterationData.get('row'));"]}}]},
                  {"name": "Add", "request": {"method": "POST", "url": "{{demo}}/post"}}
                ]},
                {"name": "Never", "request": {"method": "GET", "url": "http://127.0.0.1:1/"}}
              ]
            }
            """;

    @TempDir
    Path folder;

    private OpenWindow window;

    @AfterEach
    void close() {
        if (window != null) {
            window.close();
        }
    }

    private void open() throws IOException {
        var file = folder.resolve("shop.postman_collection.json");
        if (!Files.exists(file)) {
            Files.writeString(file, TEXT);
        }
        var first = window == null;
        window = new OpenWindow(folder.resolve("home"), null);
        if (first) {
            window.toChoose = List.of(file);
            window.perform(Action.OPEN);
        }
        window.until("the collection is open", () -> window.shell().desk().collections().size() == 1);
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
        window.until("the runner is there", () -> window.front() instanceof RunnerDocument && pane().ready() && window.shows("#run-order"));
    }

    private RunnerPane pane() {
        return ((RunnerDocument) window.front()).pane();
    }

    private void fire(String id) {
        var button = window.find(id, Button.class);
        FxThread.run(button::fire);
    }

    private int lines(String id) {
        return window.scene().lookup(id) instanceof ListView<?> list ? list.getItems().size() : -1;
    }

    private int rows(String id) {
        return window.scene().lookup(id) instanceof TableView<?> table ? table.getItems().size() : -1;
    }

    private void ran(int kept) {
        window.until("the run is over and kept", () -> pane().kept() == kept && !pane().running());
    }

    @Test
    void aCollectionIsSetUpRunLookedAtComparedAndExported() throws Exception {
        open();
        assertEquals("Run: Shop", window.front().title().get());
        assertEquals(3, lines("#run-order"));

        // The last one is not sent, the second comes first; three rows make three iterations.
        var order = window.find("#run-order", ListView.class);
        FxThread.run(order::requestFocus);
        window.press(KeyCode.END);
        window.press(KeyCode.SPACE);
        window.until("a tick less is counted", () -> window.says("2 of 3 requests"));
        window.press(KeyCode.HOME);
        window.press(KeyCode.ALT, KeyCode.DOWN);
        window.until("it can be put back", () -> window.shows("#run-order-reset"));
        var data = folder.resolve("rows.csv");
        Files.writeString(data, "row,base,who\n1,http://127.0.0.1:1,a\n2,{{demo}},\"b, c\"\n3,http://127.0.0.1:1,d\n");
        window.toChoose = List.of(data);
        fire("#run-data-choose");
        window.until("its rows are previewed", () -> rows("#run-data-table") == 3);
        assertEquals("3", window.find("#run-rounds", TextField.class).getText());

        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        ran(1);
        // Three headings and six requests; two rows name a server that is not there.
        assertEquals(9, lines("#run-list"));
        window.until("the verdict is shown", () -> window.says("2 failures") && window.says("6 requests · 1 test passed"));
        var failed = window.find("#run-filter-failed", ToggleButton.class);
        FxThread.run(failed::fire);
        assertEquals(4, lines("#run-list"));
        FxThread.run(() -> window.find("#run-list", ListView.class).getSelectionModel().select(1));
        window.until("it is explained", () -> transcript().contains("127.0.0.1:1"));
        exported();
        FxThread.run(() -> pane().select("runner-charts"));
        window.until("the charts are there", () -> rows("#chart-table") == 2);

        fire("#run-failed");
        ran(2);
        assertEquals(4, lines("#run-list"), "the one request that failed was sent three times, and failed twice again");
        FxThread.run(() -> pane().select("runner-compare"));
        window.until("both runs are compared", () -> rows("#compare-table") == 2 && window.says("1 gone"));
        window.toSave = folder.resolve("times.csv");
        FxThread.run(() -> window.find("#run-export", MenuButton.class).getItems().getLast().fire());
        window.until("the times are written", () -> Files.exists(window.toSave) && window.says("Results written to times.csv"));
        assertEquals(4, Files.readAllLines(window.toSave).size());

        window.close();
        open();
        assertEquals("rows.csv", folder.relativize(data).toString());
        window.until("how it was run is known again", () -> window.says("2 of 3 requests") && window.scene().lookup("#run-rounds") instanceof TextField rounds && rounds.getText().equals("3") && window.shows("#run-data-table"));
        assertEquals(2, pane().kept());
        FxThread.run(() -> pane().select("runner-earlier"));
        window.until("the earlier runs are listed", () -> rows("#run-earlier") == 2);
        FxThread.run(() -> window.find("#run-earlier", TableView.class).getSelectionModel().select(1));
        fire("#earlier-open");
        window.until("the first run is shown again", () -> lines("#run-list") == 9 && window.says("2 failures"));
    }

    /// As the reports of the command line are, with the row's test in each.
    private void exported() throws IOException {
        var forms = FxThread.get(() -> window.find("#run-export", MenuButton.class).getItems().stream().map(MenuItem::getText).toList());
        for (var form : List.of("JSON", "JUnit", "HTML")) {
            var place = forms.indexOf(forms.stream().filter(f -> f.contains(form)).findFirst().orElseThrow());
            var file = folder.resolve("report-" + form);
            window.toSave = file;
            FxThread.run(() -> window.find("#run-export", MenuButton.class).getItems().get(place).fire());
            window.until(form + " is written", () -> window.says("Results written to report-" + form));
            assertTrue(Files.readString(file).contains("row 2 is there"), form);
        }
    }

    private String transcript() {
        return window.scene().lookup("#run-detail #transcript") instanceof org.fxmisc.richtext.StyledTextArea<?, ?> area ? area.getText()
                : window.scene().lookup("#run-detail #transcript") instanceof org.fxmisc.richtext.GenericStyledArea<?, ?, ?> area ? area.getText() : "";
    }

    @Test
    void aRunIsPausedAndStoppedAndWhatCameStays() throws Exception {
        open();
        FxThread.run(() -> {
            window.find("#run-rounds", TextField.class).setText("400");
            window.find("#run-delay", TextField.class).setText("20");
            window.find("#run-bail", CheckBox.class).setSelected(false);
            window.find("#run-environment", ChoiceBox.class).getSelectionModel().select(1);
        });
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("rows come in", () -> pane().running() && pane().rows() > 0 && window.shows("#run-progress"));
        assertTrue(window.front().busy().get());
        fire("#run-pause");
        window.until("it says so", () -> window.says("Paused"));
        window.press(KeyCode.ESCAPE);
        ran(1);
        assertFalse(window.front().busy().get());
        window.until("what came stays", () -> window.shows("#run-verdict") && pane().rows() > 0 && pane().rows() < 1_200);
        window.until("it can be run again", () -> window.shows("#run-start") && !window.shows("#run-stop"));
    }
}
