package dev.posthorn.ui.response;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/// Draws a row of the Tests tab: a long name or error breaks into lines, and a link leads to the line of the script.
final class TestCell extends ListCell<TestRow> {

    private static final double BESIDE = 150;
    private static final double LEAST = 60;

    private final Consumer<ScriptSpot> go;
    private final Label sign = new Label();
    private final Text name = new Text();
    private final Text error = new Text();
    private final Hyperlink line = new Hyperlink();
    private final VBox words = new VBox(2, name, error);
    private final HBox test = new HBox(8, sign, words, line);
    private final Label title = new Label();
    private final Label detail = new Label();
    private final HBox head = new HBox(8, title, detail);
    private ScriptSpot spot;

    TestCell(ListView<TestRow> list, Consumer<ScriptSpot> go) {
        this.go = go;
        name.getStyleClass().add("test-name");
        error.getStyleClass().add("test-error");
        for (var text : new Text[] {name, error}) {
            text.wrappingWidthProperty().bind(list.widthProperty().map(w -> Math.max(LEAST, w.doubleValue() - BESIDE)));
        }
        sign.setMinWidth(14);
        line.setMinWidth(Region.USE_PREF_SIZE);
        line.setFocusTraversable(false);
        line.setOnAction(_ -> {
            line.setVisited(false);
            go.accept(spot);
        });
        title.getStyleClass().add("test-title");
        title.setMinWidth(LEAST);
        detail.getStyleClass().add("muted");
        detail.setMinWidth(Region.USE_PREF_SIZE);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(TestRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        switch (row) {
            case TestRow.Head(var what, var more) -> {
                title.setText(what);
                detail.setText(more);
                setGraphic(head);
            }
            case TestRow.Test(var assertion, var at) -> test(assertion.verdict().name().toLowerCase(Locale.ROOT), TestRow.sign(assertion.verdict()), assertion.name(),
                    assertion.error() == null ? "" : assertion.error().text(), at);
            case TestRow.Fault(var fault, var at) -> test("failed", TestRow.sign(dev.posthorn.model.Assertion.Verdict.FAILED), "The script ended early", fault.text(), at);
        }
    }

    private void test(String style, String mark, String what, String why, ScriptSpot at) {
        spot = at;
        sign.setText(mark);
        sign.getStyleClass().setAll("label", "test-sign", style);
        name.setText(what);
        error.setText(why);
        error.setVisible(!why.isEmpty());
        error.setManaged(!why.isEmpty());
        line.setText(at == null ? "" : "line " + at.line());
        line.setVisible(at != null);
        setGraphic(test);
    }
}
