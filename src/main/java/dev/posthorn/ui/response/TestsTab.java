package dev.posthorn.ui.response;

import dev.posthorn.model.Assertion;
import dev.posthorn.model.ScriptReport;
import dev.posthorn.ui.kit.EmptyState;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.octicons.Octicons;

/// What the tests of the last send came to, script by script, with the reason under each that failed.
final class TestsTab extends BorderPane {

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final ListView<TestRow> list = new ListView<>();
    private final ToggleGroup group = new ToggleGroup();
    private final ToggleButton all = filter("tests-all");
    private final ToggleButton passed = filter("tests-passed");
    private final ToggleButton failed = filter("tests-failed");
    private final ToggleButton skipped = filter("tests-skipped");
    private final Label note = new Label();
    private final Button again = new Button("Run tests again");
    private final HBox bar;
    private TestActions actions = TestActions.NONE;
    private ScriptReport report = ScriptReport.NONE;

    TestsTab() {
        setId("tests");
        getStyleClass().add("tests-tab");
        list.setId("tests-list");
        list.getStyleClass().add("tests-list");
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(_ -> new TestCell(list, spot -> actions.go().accept(spot)));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        list.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                go();
            }
        });
        list.setContextMenu(new ContextMenu(item("Copy", () -> copy(list.getSelectionModel().getSelectedItems())), item("Copy all that are listed", () -> copy(list.getItems())),
                item("Go to the line in the script", this::go)));
        var segments = new HBox(all, passed, failed, skipped);
        segments.getStyleClass().add("segmented");
        segments.setMaxHeight(Region.USE_PREF_SIZE);
        segments.setMinWidth(Region.USE_PREF_SIZE);
        note.getStyleClass().add("muted");
        note.setMinWidth(0);
        note.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(note, Priority.ALWAYS);
        again.setId("tests-again");
        again.getStyleClass().add("quiet");
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setOnAction(_ -> actions.again().run());
        bar = new HBox(segments, note, again);
        bar.getStyleClass().add("body-bar");
        all.setSelected(true);
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                before.setSelected(true);
            } else {
                fill();
            }
        });
        clear();
    }

    private ToggleButton filter(String id) {
        var button = new ToggleButton();
        button.setId(id);
        button.setToggleGroup(group);
        return button;
    }

    private static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        item.setOnAction(_ -> action.run());
        return item;
    }

    void actions(TestActions now) {
        actions = now;
        again.setVisible(now.again() != null);
    }

    void clear() {
        show(ScriptReport.NONE, "");
    }

    /// @param about what is to be known of this run beside the tests; empty for nothing
    void show(ScriptReport now, String about) {
        report = now;
        note.setText(about);
        var counts = now.assertions().collect(Collectors.groupingBy(Assertion::verdict, Collectors.counting()));
        var faults = now.faults().count();
        count(all, "All", counts.values().stream().mapToLong(Long::longValue).sum() + faults);
        count(passed, "Passed", counts, Assertion.Verdict.PASSED);
        count(failed, "Failed", counts.getOrDefault(Assertion.Verdict.FAILED, 0L) + faults);
        count(skipped, "Skipped", counts, Assertion.Verdict.SKIPPED);
        fill();
    }

    private static void count(ToggleButton button, String title, Map<Assertion.Verdict, Long> counts, Assertion.Verdict of) {
        count(button, title, counts.getOrDefault(of, 0L));
    }

    private static void count(ToggleButton button, String title, long number) {
        button.setText(title + " " + number);
    }

    private Assertion.Verdict only() {
        var chosen = group.getSelectedToggle();
        return chosen == passed ? Assertion.Verdict.PASSED : chosen == failed ? Assertion.Verdict.FAILED : chosen == skipped ? Assertion.Verdict.SKIPPED : null;
    }

    private void fill() {
        list.getItems().setAll(TestRow.of(report, only()));
        if (TestRow.of(report, null).isEmpty()) {
            setTop(note.getText().isEmpty() ? null : bar);
            setCenter(new EmptyState(Octicons.CHECKLIST_24, "No tests were run. A test is a pm.test in a script after the response, or a row of the Assertions table.")
                    .action("Write a test", () -> actions.write().run()));
            return;
        }
        setTop(bar);
        if (list.getItems().isEmpty()) {
            setCenter(new EmptyState(Octicons.CHECKLIST_24, "None of the tests is of that kind."));
        } else {
            setCenter(list);
        }
    }

    private void key(KeyEvent key) {
        if (COPY.match(key)) {
            copy(list.getSelectionModel().getSelectedItems());
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
            go();
            key.consume();
        }
    }

    private static void copy(List<TestRow> rows) {
        if (!rows.isEmpty()) {
            var content = new ClipboardContent();
            content.putString(rows.stream().map(TestRow::text).collect(Collectors.joining("\n")));
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    private void go() {
        var spot = switch (list.getSelectionModel().getSelectedItem()) {
            case TestRow.Test(_, var at) -> at;
            case TestRow.Fault(_, var at) -> at;
            case TestRow.Head _ -> null;
            case null -> null;
        };
        if (spot != null) {
            actions.go().accept(spot);
        }
    }
}
