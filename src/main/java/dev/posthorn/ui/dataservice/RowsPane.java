package dev.posthorn.ui.dataservice;

import dev.posthorn.dataservice.DataAnswer;
import dev.posthorn.dataservice.Kind;
import dev.posthorn.dataservice.Query;
import dev.posthorn.model.Outcome;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.EmptyState;
import dev.posthorn.ui.kit.Tips;
import dev.posthorn.workbench.TabState;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.octicons.Octicons;

/// The rows that the service answered, as a table that can be sorted, or in words why there are none.
final class RowsPane extends BorderPane {

    private static final int MOST = 64 << 20;
    private static final int WIDEST = 300;
    private static final int MEASURED = 100;

    private final Background.Latest<DataAnswer> latest;
    private final TableView<List<String>> table = new TableView<>();
    private final Label said = new Label();
    private final Button next;
    private TabState shown;
    private int asked = -1;

    RowsPane(Background background, Runnable nextRows) {
        setId("ds-rows");
        getStyleClass().add("ds-rows");
        latest = background.latest(this::show, e -> show(new DataAnswer(false, "The answer cannot be read: " + e.getMessage(), List.of(), List.of())));
        said.setId("ds-said");
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        next = Controls.button("ds-next", "Next rows", nextRows);
        next.setVisible(false);
        table.setId("ds-table");
        table.getStyleClass().add("ds-table");
        table.setFixedCellSize(26);
        table.setPlaceholder(new Label(""));
        var top = new HBox(8, said, next);
        top.getStyleClass().add("ds-said-row");
        setTop(top);
        empty();
    }

    private void empty() {
        said.setText("");
        setCenter(new EmptyState(Octicons.TABLE_16, "Send the query to see its rows here. Ctrl+Enter sends."));
    }

    /// Says what would happen, and sends only where that is wanted.
    void ask(String danger, Runnable all) {
        shown = null;
        latest.forget();
        said("Nothing was sent. " + danger, "ds-bad");
        next.setVisible(false);
        var send = Controls.button("ds-send-anyway", "Send it all the same", all);
        send.getStyleClass().add("danger");
        var box = new javafx.scene.layout.VBox(12, new Label("Add a filter on the left, or:"), send);
        box.getStyleClass().add("ds-ask");
        setCenter(box);
        send.requestFocus();
    }

    void show(TabState state, Query query) {
        if (state == shown) {
            return;
        }
        shown = state;
        switch (state) {
            case TabState.Idle _ -> empty();
            case TabState.Sending _ -> {
                said("Waiting for the answer…", "muted");
                if (getCenter() != table) {
                    setCenter(null);
                }
            }
            case TabState.Done(var outcome, _) when outcome instanceof Outcome.Received received -> {
                asked = query.kind() == Kind.SELECT ? query.json().number("rowCount", -1) : -1;
                latest.submit(() -> read(received, query.kind()));
            }
            case TabState.Done(var outcome, _) -> {
                latest.forget();
                show(new DataAnswer(false, Words.of(outcome), List.of(), List.of()));
            }
        }
    }

    private static DataAnswer read(Outcome.Received received, Kind kind) throws java.io.IOException {
        var response = received.response();
        return DataAnswer.read(kind, response.status(), response.mediaType(), Lookup.text(received, MOST));
    }

    private void said(String sentence, String style) {
        said.setText(sentence);
        said.getStyleClass().removeAll("muted", "ds-bad", "ds-good");
        said.getStyleClass().add(style);
    }

    private void show(DataAnswer answer) {
        said(answer.sentence(), answer.good() ? "ds-good" : "ds-bad");
        next.setVisible(asked > 0 && answer.rows().size() >= asked);
        table.getColumns().clear();
        for (var i = 0; i < answer.heads().size(); i++) {
            table.getColumns().add(column(i, answer.heads().get(i), answer.rows()));
        }
        table.setItems(FXCollections.observableArrayList(answer.rows()));
        setCenter(answer.heads().isEmpty() ? null : table);
    }

    private static TableColumn<List<String>, String> column(int at, DataAnswer.Head head, List<List<String>> rows) {
        var column = new TableColumn<List<String>, String>();
        var title = new Label(head.name());
        Tips.on(title, head.name() + ": " + (head.reference().isEmpty() ? head.type().words() : "lookup of " + head.reference()));
        column.setGraphic(title);
        column.setId("ds-column-" + at);
        var longest = rows.stream().limit(MEASURED).mapToInt(r -> r.get(at).length()).max().orElse(0);
        column.setPrefWidth(Math.clamp(Math.max(head.name().length(), longest) * 8L + 30, 90, WIDEST));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().get(at)));
        switch (head.type()) {
            case INTEGER, FLOAT, MONEY -> column.setComparator(RowsPane::numbers);
            default -> column.setComparator(String.CASE_INSENSITIVE_ORDER);
        }
        return column;
    }

    /// What is no number comes first.
    private static int numbers(String a, String b) {
        return Double.compare(number(a), number(b));
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NEGATIVE_INFINITY;
        }
    }
}
