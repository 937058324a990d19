package dev.posthorn.ui.runner;

import dev.posthorn.store.RunHead;
import dev.posthorn.ui.kit.EmptyState;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// The earlier runs of a collection: opened, compared with the one that is shown, deleted.
final class EarlierPage extends StackPane {

    private static final double ROW = 26;

    /// What it asks for.
    interface Events {
        void open(RunHead head);

        void compare(RunHead head);

        void delete(RunHead head);
    }

    private final TableView<RunHead> table = new TableView<>();
    private final EmptyState empty = new EmptyState(Octicons.HISTORY_16, "The results of runs are kept here, the newest 50, without secrets.");
    private final VBox page;

    EarlierPage(Events events, Function<RunHead, String> when) {
        table.setId("run-earlier");
        table.getStyleClass().addAll("quiet-table", "run-table");
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("When", 160, when));
        var outcome = new TableColumn<RunHead, RunHead>("Outcome");
        outcome.setPrefWidth(100);
        outcome.setMinWidth(96);
        outcome.setSortable(false);
        outcome.setCellValueFactory(c -> new SimpleObjectProperty<>(c.getValue()));
        outcome.setCellFactory(_ -> new OutcomeCell());
        table.getColumns().add(outcome);
        table.getColumns().add(column("Environment", 110, h -> h.environment().isEmpty() ? "–" : h.environment()));
        table.getColumns().add(column("Requests", 90, h -> h.requests() + (h.rounds() > 1 ? " in " + h.rounds() : "")));
        table.getColumns().add(column("Tests", 80, h -> h.tests() == 0 ? "–" : (h.tests() - h.failedTests()) + "/" + h.tests()));
        table.getColumns().add(column("Took", 90, h -> Figures.time(h.took())));
        table.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2 && chosen() != null) {
                events.open(chosen());
            }
        });
        table.setOnKeyPressed(key -> {
            if (chosen() != null && (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.DELETE)) {
                if (key.getCode() == KeyCode.ENTER) {
                    events.open(chosen());
                } else {
                    events.delete(chosen());
                }
                key.consume();
            }
        });
        var bar = new HBox(button("earlier-open", "Open", () -> events.open(chosen())), button("earlier-compare", "Compare with the run shown", () -> events.compare(chosen())),
                button("earlier-delete", "Delete", () -> events.delete(chosen())));
        bar.getStyleClass().add("run-bar");
        VBox.setVgrow(table, Priority.ALWAYS);
        page = new VBox(bar, table);
        getChildren().setAll(empty);
    }

    private RunHead chosen() {
        return table.getSelectionModel().getSelectedItem();
    }

    private Button button(String id, String text, Runnable action) {
        var button = new Button(text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static TableColumn<RunHead, String> column(String title, double width, Function<RunHead, String> text) {
        var column = new TableColumn<RunHead, String>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(c -> new SimpleStringProperty(text.apply(c.getValue())));
        return column;
    }

    private static final class OutcomeCell extends TableCell<RunHead, RunHead> {
        private final Label pill = new Label();

        @Override
        protected void updateItem(RunHead head, boolean none) {
            super.updateItem(head, none);
            if (none || head == null) {
                setGraphic(null);
                return;
            }
            pill.setText(Verdicts.words(head));
            pill.getStyleClass().setAll("label", "pill", "small-pill", Verdicts.style(head.verdict()));
            setGraphic(pill);
        }
    }

    void show(List<RunHead> heads) {
        var chosen = chosen();
        table.getItems().setAll(heads);
        if (!heads.isEmpty()) {
            table.getSelectionModel().select(heads.stream().filter(h -> chosen != null && h.id().equals(chosen.id())).findFirst().orElse(heads.getFirst()));
        }
        getChildren().setAll(heads.isEmpty() ? empty : page);
    }
}
