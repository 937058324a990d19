package dev.posthorn.ui.sidebar;

import dev.posthorn.ui.kit.Methods;
import dev.posthorn.ui.kit.Tips;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A row of the history: method, name, status, time of day.
final class HistoryCell extends ListCell<HistoryLine> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final ZoneId zone;
    private final IntConsumer shown;
    private final Label method = new Label();
    private final Label name = new Label();
    private final Label status = new Label();
    private final Label when = new Label();
    private final HBox row = new HBox(method, name, new Region(), status, when);
    private String tip = "";

    /// `shown` hears which line comes into view.
    HistoryCell(ZoneId zone, IntConsumer shown) {
        this.shown = shown;
        this.zone = zone;
        Tips.on(this, () -> tip);
        row.getStyleClass().add("side-row");
        HBox.setHgrow(row.getChildren().get(2), Priority.ALWAYS);
        when.getStyleClass().add("when");
        name.setMinWidth(20);
        for (var fixed : new Label[] {method, status, when}) {
            fixed.setMinWidth(Region.USE_PREF_SIZE);
        }
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(HistoryLine item, boolean empty) {
        super.updateItem(item, empty);
        getStyleClass().remove("day");
        tip = "";
        setText(null);
        setGraphic(null);
        if (empty || item == null) {
            return;
        }
        shown.accept(getIndex());
        switch (item) {
            case HistoryLine.Day day -> {
                setText(day.name());
                getStyleClass().add("day");
            }
            case HistoryLine.Sent(var sent) -> {
                Methods.show(method, sent.method());
                name.setText(sent.name().isBlank() ? sent.url() : sent.name());
                status.setText(sent.status() == 0 ? "failed" : Integer.toString(sent.status()));
                status.getStyleClass().setAll("label", "status-" + sent.status() / 100);
                when.setText(TIME.format(sent.at().atZone(zone)));
                tip = sent.method() + " " + (sent.url().length() > 300 ? sent.url().substring(0, 300) + "…" : sent.url())
                        + "\n" + (sent.collection().isBlank() ? "no collection" : sent.collection()) + " · " + sent.took().toMillis() + " ms · " + sent.size() + " bytes";
                setGraphic(row);
            }
        }
    }
}
