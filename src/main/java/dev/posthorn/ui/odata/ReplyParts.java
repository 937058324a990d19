package dev.posthorn.ui.odata;

import dev.posthorn.odata.call.BatchAnswer;
import dev.posthorn.ui.editor.CodeEditor;
import dev.posthorn.ui.editor.Languages;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Tips;
import dev.posthorn.ui.kit.Variables;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/// The answer of a `$batch` taken apart: its replies as a list, the chosen one with headers and body.
public final class ReplyParts extends BorderPane {
    private final CodeEditor text;
    private final ListView<BatchAnswer.Reply> list = new ListView<>();

    /// @param back called when the user has seen enough
    public ReplyParts(List<BatchAnswer.Reply> replies, Background background, Runnable back) {
        setId("odata-replies");
        getStyleClass().addAll("odata-sheet", "odata-replies");
        getStylesheets().add(dev.posthorn.ui.kit.Theme.sheet(ReplyParts.class, "odata.css"));
        text = new CodeEditor(Languages.TEXT, Variables.none(), background);
        text.readOnly();
        list.setId("odata-reply-list");
        list.getStyleClass().add("odata-list");
        list.setFixedCellSize(28);
        list.getItems().setAll(replies);
        list.setCellFactory(_ -> new Cell());
        list.getSelectionModel().selectedItemProperty().subscribe(this::show);
        list.getSelectionModel().select(0);
        var good = replies.stream().filter(BatchAnswer.Reply::fine).count();
        var title = new Label("The batch has " + (replies.size() == 1 ? "1 answer" : replies.size() + " answers") + ", " + (good == replies.size() ? "all good" : replies.size() - good + " refused"));
        title.getStyleClass().add("panel-title");
        var close = new Button("Back");
        close.setOnAction(_ -> back.run());
        var head = new HBox(12, close, title);
        head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        setTop(head);
        var split = new SplitPane(list, text);
        split.setDividerPositions(0.38);
        setCenter(split);
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                back.run();
                key.consume();
            }
        });
    }

    public void focusList() {
        list.requestFocus();
    }

    private void show(BatchAnswer.Reply reply) {
        text.show(reply == null ? "" : "HTTP/1.1 " + reply.status() + " " + reply.reason() + "\n" + reply.headers().stream().map(h -> h.name() + ": " + h.value()).collect(Collectors.joining("\n"))
                + (reply.body().isBlank() ? "" : "\n\n" + reply.body()));
    }

    private static final class Cell extends ListCell<BatchAnswer.Reply> {
        Cell() {
            Tips.on(this, this::getText);
        }

        @Override
        protected void updateItem(BatchAnswer.Reply reply, boolean empty) {
            super.updateItem(reply, empty);
            getStyleClass().remove("odata-fault");
            if (empty || reply == null) {
                setText(null);
                return;
            }
            setText((getIndex() + 1) + (reply.changeSet() > 0 ? " · set " + reply.changeSet() : "") + " · " + BatchPane.words(reply));
            if (!reply.fine()) {
                getStyleClass().add("odata-fault");
            }
        }
    }
}
