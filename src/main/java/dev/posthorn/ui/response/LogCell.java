package dev.posthorn.ui.response;

import dev.posthorn.http.socket.CloseCode;
import dev.posthorn.http.socket.LoggedMessage;
import dev.posthorn.ui.kit.Amounts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// One line of the message log: which way it went, its first line, its size and its time.
final class LogCell extends ListCell<LoggedMessage> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private final ZoneId zone;
    private final Label arrow = new Label();
    private final Label kind = new Label();
    private final Label text = new Label();
    private final Label size = new Label();
    private final Label time = new Label();
    private final HBox row = new HBox(8, arrow, kind, text, size, time);

    LogCell(ZoneId zone) {
        this.zone = zone;
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPrefWidth(0);
        arrow.setMinWidth(16);
        arrow.setAlignment(Pos.CENTER);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setMinWidth(0);
        text.getStyleClass().add("code");
        for (var label : List.of(kind, size, time)) {
            label.setMinWidth(Region.USE_PREF_SIZE);
        }
        kind.getStyleClass().add("log-kind");
        size.getStyleClass().add("muted");
        time.getStyleClass().add("muted");
    }

    @Override
    protected void updateItem(LoggedMessage line, boolean empty) {
        super.updateItem(line, empty);
        setGraphic(empty || line == null ? null : row);
        if (!empty && line != null) {
            var note = line.kind() == LoggedMessage.Kind.NOTE;
            arrow.setText(note ? "·" : line.sent() ? "↑" : "↓");
            arrow.getStyleClass().setAll("label", "log-arrow", note ? "muted" : line.sent() ? "sent" : "received");
            kind.setText(line.kind() == LoggedMessage.Kind.TEXT || note ? "" : line.kind().name().toLowerCase(java.util.Locale.ROOT));
            kind.setManaged(!kind.getText().isEmpty());
            kind.setVisible(!kind.getText().isEmpty());
            text.setText(words(line));
            text.getStyleClass().remove("muted");
            if (note) {
                text.getStyleClass().add("muted");
            }
            size.setText(note ? "" : Amounts.bytes(line.size()));
            time.setText(TIME.format(line.at().atZone(zone)));
            setAccessibleText((note ? "" : line.sent() ? "sent " : "received ") + kind.getText() + " " + text.getText());
        }
    }

    /// The first line; of a close frame what its code means too.
    static String words(LoggedMessage line) {
        if (line.kind() != LoggedMessage.Kind.CLOSE || !line.first().matches("(?s)\\d{4}.*")) {
            return line.first();
        }
        var reason = line.first().substring(4).strip();
        return line.first().substring(0, 4) + " " + CloseCode.meaning(Integer.parseInt(line.first().substring(0, 4))) + (reason.isEmpty() ? "" : ": " + reason);
    }
}
