package dev.posthorn.ui.runner;

import dev.posthorn.store.RunRow;
import dev.posthorn.ui.kit.Amounts;
import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Methods;
import dev.posthorn.ui.kit.Tips;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.octicons.Octicons;

/// One request of a run: what came of it, method, name, what went wrong, tests, status, time and size. Or the heading of an iteration.
final class ResultCell extends ListCell<ResultLine> {

    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final double WIDE = 520;
    private static final double WIDER = 620;

    private final FontIcon sign = Icons.of(Octicons.CHECK_16);
    private final Label method = new Label();
    private final Label name = new Label();
    private final Label trouble = new Label();
    private final Label tests = new Label();
    private final Label status = new Label();
    private final Label time = new Label();
    private final Label size = new Label();
    private final HBox row = new HBox(new StackPane(sign), method, name, trouble, tests, status, time, size);
    private final Label heading = new Label();
    private final Label counted = new Label();
    private final HBox head = new HBox(heading, counted);
    private String tip = "";

    ResultCell() {
        row.getStyleClass().add("result-row");
        head.getStyleClass().add("result-head");
        heading.getStyleClass().add("strong");
        trouble.getStyleClass().add("result-trouble");
        trouble.setMinWidth(0);
        trouble.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(trouble, Priority.ALWAYS);
        name.setMinWidth(60);
        method.setMinWidth(42);
        tests.getStyleClass().add("result-tests");
        time.getStyleClass().add("result-time");
        size.getStyleClass().add("result-size");
        for (var fixed : new Label[] {tests, status, time, size}) {
            fixed.setMinWidth(Region.USE_PREF_SIZE);
        }
        Tips.on(this, () -> tip);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(ResultLine line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        pseudoClassStateChanged(HEADING, !empty && line instanceof ResultLine.Round);
        tip = "";
        setGraphic(null);
        if (empty || line == null) {
            return;
        }
        switch (line) {
            case ResultLine.Round round -> {
                heading.setText("Iteration " + (round.number() + 1));
                counted.setText(round.bad() == 0 ? Amounts.count(round.requests(), "request") : round.bad() + " of " + Amounts.count(round.requests(), "request") + " went wrong");
                counted.getStyleClass().setAll("label", round.bad() == 0 ? "muted" : "run-bad");
                setGraphic(head);
            }
            case ResultLine.Request(var request) -> {
                show(request);
                setGraphic(row);
            }
        }
    }

    private void show(RunRow request) {
        sign(request);
        Methods.show(method, request.method());
        name.setText(request.name());
        trouble.setText(request.bad() ? request.trouble().replace('\n', ' ') : request.end() == RunRow.End.SKIPPED ? "skipped by a script" : request.end() == RunRow.End.CANCELLED ? "stopped" : "");
        trouble.getStyleClass().setAll("label", request.bad() ? "result-trouble" : "subtle");
        tests.setText(request.tests() == 0 ? "" : request.passed() + "/" + request.tests());
        tests.getStyleClass().setAll("label", "result-tests", request.failed() > 0 ? "bad" : "good");
        status.setText(request.status() == 0 ? request.end() == RunRow.End.FAILED ? "failed" : "" : Integer.toString(request.status()));
        status.getStyleClass().setAll("label", "result-status", style(request));
        time.setText(request.end() == RunRow.End.ANSWERED ? Amounts.micros(request.micros()) : "");
        size.setText(request.end() == RunRow.End.ANSWERED ? Amounts.bytes(request.size()) : "");
        wide(size, WIDER);
        wide(tests, 0);
        wide(trouble, WIDE - 140);
        tip = request.name() + (request.path().isEmpty() ? "" : "\n" + request.path()) + "\n" + request.method() + " " + brief(request.url()) + (request.bad() ? "\n" + request.trouble() : "");
        setAccessibleText((request.bad() ? "failed: " : "") + request.method() + " " + request.name() + " " + status.getText());
    }

    private void wide(Label label, double from) {
        var shown = getListView() == null || getListView().getWidth() >= from;
        label.setManaged(shown);
        label.setVisible(shown);
    }

    private void sign(RunRow request) {
        var bad = request.bad();
        var quiet = request.end() == RunRow.End.SKIPPED || request.end() == RunRow.End.CANCELLED;
        sign.setIconCode(bad ? Octicons.X_16 : quiet ? Octicons.SKIP_16 : Octicons.CHECK_16);
        sign.getStyleClass().setAll("ikonli-font-icon", "result-sign", bad ? "bad" : quiet ? "quiet" : "good");
    }

    private static String style(RunRow request) {
        return switch (request.status() / 100) {
            case 2 -> "success";
            case 3 -> "info";
            case 4 -> "warning";
            case 5 -> "danger";
            default -> request.end() == RunRow.End.FAILED ? "danger" : "plain";
        };
    }

    private static String brief(String url) {
        return url.length() > 200 ? url.substring(0, 200) + "…" : url;
    }
}
