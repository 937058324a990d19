package dev.posthorn.ui.request;

import dev.posthorn.model.Assertion;
import dev.posthorn.model.Check;
import dev.posthorn.ui.kit.Variables;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The rows of the Assertions table, with an empty one at the end. Tab goes from part to part; Alt+Up and Alt+Down move a row, Alt+Delete takes it away,
/// Alt+Z brings back what was moved or taken away last.
final class CheckTable extends VBox {

    private static final int UNDO_DEPTH = 50;

    private final Variables variables;
    private final Consumer<List<Check>> changed;
    private final UnaryOperator<String> resolve;
    private final List<CheckRow> rows = new ArrayList<>();
    private final VBox body = new VBox();
    private final Deque<List<Check>> undo = new ArrayDeque<>();
    private Map<String, Assertion> judged = Map.of();

    CheckTable(Variables variables, UnaryOperator<String> resolve, Consumer<List<Check>> changed) {
        this.variables = variables;
        this.resolve = resolve;
        this.changed = changed;
        setId("checks");
        getStyleClass().add("entry-table");
        getChildren().addAll(header(), body);
        show(List.of());
    }

    private static HBox header() {
        var lead = new Region();
        lead.setMinWidth(CheckRow.GRIP + CheckRow.SWITCH);
        var tail = new Region();
        tail.setMinWidth(CheckRow.REMOVE);
        var header = new HBox(lead, title("Check", CheckRow.SUBJECT), wide("Where", 48), title("", CheckRow.OPERATOR), wide("Expected", 48), wide("Result", 24), tail);
        header.getStyleClass().add("table-header");
        header.setAlignment(Pos.CENTER_LEFT);
        header.setMinHeight(26);
        return header;
    }

    private static Label title(String text, double width) {
        var label = new Label(text);
        label.setMinWidth(width);
        label.setPrefWidth(width);
        return label;
    }

    private static Label wide(String text, double least) {
        var label = new Label(text);
        label.setPrefWidth(0);
        label.setMinWidth(least);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    /// The rows that say something, in order.
    List<Check> checks() {
        return rows.stream().filter(r -> !r.blank()).map(CheckRow::check).toList();
    }

    /// Shows these rows; what is shown already stays as it is, with the keyboard in it.
    void show(List<Check> checks) {
        if (!rows.isEmpty() && checks.equals(checks())) {
            return;
        }
        while (rows.size() > checks.size() + 1) {
            rows.removeLast();
        }
        while (rows.size() < checks.size() + 1) {
            rows.add(row());
        }
        for (var i = 0; i < checks.size(); i++) {
            rows.get(i).show(checks.get(i));
        }
        rows.getLast().show(CheckRow.BLANK);
        place();
    }

    private void place() {
        body.getChildren().setAll(rows);
        rows.forEach(this::mark);
    }

    private CheckRow row() {
        var holder = new CheckRow[1];
        var row = new CheckRow(variables, _ -> edited(holder[0]), () -> remove(holder[0]));
        holder[0] = row;
        row.addEventFilter(KeyEvent.KEY_PRESSED, key -> key(row, key));
        row.grip().addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> remember());
        row.grip().addEventHandler(MouseEvent.MOUSE_DRAGGED, mouse -> {
            var y = body.sceneToLocal(mouse.getSceneX(), mouse.getSceneY()).getY();
            swap(row, (int) Math.floor(y / Math.max(1, row.getHeight())));
        });
        return row;
    }

    private void edited(CheckRow row) {
        if (row == rows.getLast() && !row.blank()) {
            var next = row();
            rows.add(next);
            body.getChildren().add(next);
        }
        mark(row);
        changed.accept(checks());
    }

    private void key(CheckRow row, KeyEvent key) {
        if (!key.isAltDown() || key.isShortcutDown()) {
            return;
        }
        switch (key.getCode()) {
            case UP, DOWN -> {
                remember();
                var part = row.part();
                swap(row, rows.indexOf(row) + (key.getCode() == KeyCode.UP ? -1 : 1));
                if (part != null) {
                    row.focus(part);
                }
            }
            case DELETE, BACK_SPACE -> remove(row);
            case Z -> undo();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void remember() {
        undo.push(checks());
        while (undo.size() > UNDO_DEPTH) {
            undo.removeLast();
        }
    }

    private void swap(CheckRow row, int to) {
        var from = rows.indexOf(row);
        if (row.blank() || to < 0 || to >= rows.size() - 1 || to == from) {
            return;
        }
        rows.remove(from);
        rows.add(to, row);
        place();
        changed.accept(checks());
    }

    private void remove(CheckRow row) {
        if (row.blank() && row == rows.getLast()) {
            return;
        }
        remember();
        var at = rows.indexOf(row);
        rows.remove(row);
        place();
        rows.get(Math.min(at, rows.size() - 1)).focus(CheckRow.Part.SUBJECT);
        changed.accept(checks());
    }

    private void undo() {
        if (!undo.isEmpty()) {
            show(undo.pop());
            changed.accept(checks());
        }
    }

    /// What became of the rows, by their sentences.
    void judged(Map<String, Assertion> verdicts) {
        judged = verdicts;
        rows.forEach(this::mark);
    }

    private void mark(CheckRow row) {
        row.judged(judged.get(row.check().sentence()), resolve);
    }

    void recolour() {
        rows.forEach(row -> {
            row.recolour();
            mark(row);
        });
    }

    /// The first row that says nothing yet, at its end; the table is never without one.
    void focusFirst() {
        rows.getFirst().focus(CheckRow.Part.SUBJECT);
    }
}
