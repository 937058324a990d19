package dev.posthorn.ui.odata;

import dev.posthorn.odata.call.BatchAnswer;
import dev.posthorn.ui.kit.EmptyState;
import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Methods;
import dev.posthorn.ui.kit.Tips;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// Changes that were collected to be sent together in one `$batch`, and what became of each.
final class BatchPane extends BorderPane {
    private static final double ROW = 30;

    /// What is asked for.
    interface Events {
        void send(Form form);

        void open(Form form);

        void show(BatchAnswer.Reply reply);

        void back();
    }

    /// How the batch is written.
    ///
    /// @param whole all or none: one change set
    /// @param json  as JSON (OData 4.01), not as multipart
    record Form(boolean whole, boolean json) {}

    /// A change, and what the service answered to it; null before.
    record Part(Changing changing, BatchAnswer.Reply reply) {}

    private final ObservableList<Part> parts = FXCollections.observableArrayList();
    private final ListView<Part> list = new ListView<>(parts);
    private final CheckBox whole = new CheckBox("All or none");
    private final CheckBox json = new CheckBox("As JSON");
    private final Label verdict = new Label();
    private final Button send = new Button("Send together");

    /// @param four whether the service is of version 4, whose batches may be JSON
    BatchPane(boolean four, Events events) {
        setId("odata-batch");
        getStyleClass().add("odata-sheet");
        list.setId("odata-batch-list");
        list.setFixedCellSize(ROW);
        list.getStyleClass().add("odata-list");
        list.setPlaceholder(new EmptyState(Octicons.ARCHIVE_16, "Nothing is collected yet. Change, create or delete something and choose “Send together later”."));
        list.setCellFactory(_ -> new Cell());
        list.setOnKeyPressed(key -> {
            var part = list.getSelectionModel().getSelectedItem();
            if (part != null && key.getCode() == KeyCode.DELETE) {
                parts.remove(part);
                key.consume();
            } else if (part != null && part.reply() != null && key.getCode() == KeyCode.ENTER) {
                events.show(part.reply());
                key.consume();
            }
        });
        list.setOnMouseClicked(click -> {
            var part = list.getSelectionModel().getSelectedItem();
            if (click.getClickCount() == 2 && part != null && part.reply() != null) {
                events.show(part.reply());
            }
        });
        whole.setId("odata-batch-whole");
        whole.setSelected(true);
        Tips.on(whole, "One change set: where one change is refused, none is made");
        json.setId("odata-batch-json");
        json.setVisible(four);
        json.setManaged(four);
        Tips.on(json, "A batch in JSON, which services of OData 4.01 read; older ones want multipart");
        send.setId("odata-batch-send");
        send.getStyleClass().add("accent");
        send.setOnAction(_ -> events.send(form()));
        var open = new Button("Open as a request");
        open.setId("odata-batch-open");
        open.setOnAction(_ -> events.open(form()));
        var clear = new Button("Clear");
        clear.setId("odata-batch-clear");
        clear.setOnAction(_ -> parts.clear());
        var back = new Button("Back");
        back.setOnAction(_ -> events.back());
        verdict.setId("odata-batch-verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(USE_PREF_SIZE);
        var title = new Label("Send together");
        title.getStyleClass().add("panel-title");
        var buttons = new FlowPane(8, 8, send, whole, json, open, clear, back);
        buttons.setRowValignment(javafx.geometry.VPos.CENTER);
        setTop(new VBox(8, title, buttons, verdict));
        setCenter(list);
        setMargin(list, new javafx.geometry.Insets(8, 0, 0, 0));
        send.disableProperty().bind(javafx.beans.binding.Bindings.isEmpty(parts));
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                events.back();
                key.consume();
            }
        });
    }

    private Form form() {
        return new Form(whole.isSelected(), json.isSelected());
    }

    ObservableList<Part> parts() {
        return parts;
    }

    void focusList() {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().select(0);
        }
    }

    void add(Changing changing) {
        // What was answered before is over.
        parts.removeIf(p -> p.reply() != null && p.reply().fine());
        parts.add(new Part(changing, null));
        verdict.setText("");
    }

    List<Changing> changes() {
        return parts.stream().map(Part::changing).toList();
    }

    void verdict(String words, boolean bad) {
        verdict.setText(words);
        verdict.getStyleClass().setAll("label", bad ? "odata-fault" : "muted");
    }

    private final class Cell extends ListCell<Part> {
        private final Label method = new Label();
        private final Label title = new Label();
        private final Label said = new Label();
        private final HBox row = new HBox(8, method, title, said);

        Cell() {
            method.setMinWidth(52);
            title.setMinWidth(80);
            said.setMinWidth(0);
            HBox.setHgrow(said, Priority.ALWAYS);
            row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            var remove = Icons.button(Octicons.X_16, "Take it out (Delete)", () -> parts.remove(getItem()));
            remove.setFocusTraversable(false);
            said.setMaxWidth(Double.MAX_VALUE);
            row.getChildren().add(remove);
            Tips.on(this, () -> said.getText());
        }

        @Override
        protected void updateItem(Part part, boolean empty) {
            super.updateItem(part, empty);
            if (empty || part == null) {
                setGraphic(null);
                return;
            }
            Methods.show(method, part.changing().request().method());
            title.setText(part.changing().title());
            said.setText(part.reply() == null ? "" : words(part.reply()));
            said.getStyleClass().setAll("label", part.reply() == null || part.reply().fine() ? "muted" : "odata-fault");
            setGraphic(row);
        }
    }

    /// "204 No Content", or why it was refused.
    static String words(BatchAnswer.Reply reply) {
        var line = (reply.status() + " " + reply.reason()).strip();
        return reply.refusal().isEmpty() ? line : line + ": " + reply.refusal();
    }
}
