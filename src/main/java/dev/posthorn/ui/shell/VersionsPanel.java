package dev.posthorn.ui.shell;

import dev.posthorn.model.Request;
import dev.posthorn.store.Version;
import dev.posthorn.ui.kit.Background;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The earlier versions of a request: when each was replaced, what differed from the next, the two beside each other, and the way back.
final class VersionsPanel extends Sheet {
    private final Request now;
    private final LocalDate today;
    private final ZoneId zone;
    private final Consumer<Request> restore;
    private final Runnable close;
    private final ListView<Version> list = new ListView<>();
    private final CompareView view = new CompareView();
    private final StackPane deck = new StackPane();
    private final Button back;
    private List<Version> versions = List.of();

    /// `now` is the request as it is in the tab; `restore` puts an earlier one into it as a change.
    VersionsPanel(String name, Request now, LocalDate today, ZoneId zone, Consumer<Request> restore, Runnable close) {
        super("versions-panel", "Earlier versions of “" + name + "”", 980, close);
        this.now = now;
        this.today = today;
        this.zone = zone;
        this.restore = restore;
        this.close = close;
        list.setId("versions-list");
        list.getStyleClass().add("palette-list");
        list.setPrefWidth(260);
        list.setMinWidth(160);
        list.setFixedCellSize(44);
        list.setCellFactory(_ -> new Row());
        list.getSelectionModel().selectedItemProperty().addListener((_, _, version) -> compare(version));
        list.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                restore();
                key.consume();
            }
        });
        HBox.setHgrow(view, Priority.ALWAYS);
        deck.setMinHeight(160);
        VBox.setVgrow(deck, Priority.ALWAYS);
        deck.getChildren().setAll(words("Reading the versions …"));
        body(deck);
        beside(words("The last 50 saved versions are kept on this machine."));
        button("versions-close", "Close", close);
        back = button("versions-restore", "Restore this version", this::restore);
        back.getStyleClass().add("accent");
        back.setDisable(true);
    }

    /// Reads them off the window's thread.
    VersionsPanel read(Background background, Callable<List<Version>> reading) {
        background.run(reading, this::show, e -> deck.getChildren().setAll(words("The versions cannot be read: " + e.getMessage())));
        return this;
    }

    private void show(List<Version> read) {
        versions = read;
        if (read.isEmpty()) {
            deck.getChildren().setAll(words("No earlier version yet. Each save keeps what was there before."));
            return;
        }
        list.getItems().setAll(read);
        deck.getChildren().setAll(new HBox(12, list, view));
        list.getSelectionModel().select(0);
        list.requestFocus();
    }

    private void compare(Version version) {
        back.setDisable(version == null);
        if (version != null) {
            view.show("Until " + when(version), RequestText.of(version.request()), "Now, in this tab", RequestText.of(now));
        }
    }

    private void restore() {
        var version = list.getSelectionModel().getSelectedItem();
        if (version != null) {
            close.run();
            restore.accept(version.request());
        }
    }

    private String when(Version version) {
        var at = version.at().atZone(zone);
        var time = at.format(DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH));
        return at.toLocalDate().equals(today) ? "today, " + time : at.format(DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH));
    }

    /// One version: until when it was there, and what the next one changed.
    private final class Row extends ListCell<Version> {
        private final Label time = new Label();
        private final Label words = new Label();
        private final VBox row = new VBox(time, words);

        Row() {
            words.getStyleClass().addAll("muted", "small");
            words.setMinWidth(20);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Version version, boolean empty) {
            super.updateItem(version, empty);
            setText(null);
            if (empty || version == null) {
                setGraphic(null);
                return;
            }
            var next = getIndex() == 0 ? now : versions.get(getIndex() - 1).request();
            time.setText("Until " + when(version));
            words.setText("Then changed: " + RequestText.changes(version.request(), next));
            setGraphic(row);
        }
    }
}
