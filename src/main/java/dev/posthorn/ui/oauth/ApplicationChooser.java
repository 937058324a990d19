package dev.posthorn.ui.oauth;

import dev.posthorn.oauth.Application;
import dev.posthorn.ui.kit.FieldForm;
import dev.posthorn.ui.kit.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Callback;
import org.kordamp.ikonli.octicons.Octicons;

/// Which OAuth application a request takes its settings from: none, so that its own fields count, or one of the list.
final class ApplicationChooser extends HBox {

    /// What can be chosen.
    private sealed interface Choice {
        record None() implements Choice {}

        record One(Application application) implements Choice {}

        /// The file names one that is not here.
        record Missing(String id) implements Choice {}
    }

    private final ComboBox<Choice> box = new ComboBox<>();
    private final Button edit = new Button();
    private boolean showing;

    /// @param chosen gets the id, empty for none
    /// @param open   shows the applications, one of them chosen; its id, or empty
    ApplicationChooser(Consumer<String> chosen, Consumer<String> open) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        var label = new Label("Application");
        label.getStyleClass().add("muted");
        label.setMinWidth(FieldForm.LABELS);
        label.setPrefWidth(FieldForm.LABELS);
        label.setLabelFor(box);
        HBox.setMargin(label, new javafx.geometry.Insets(0, -8, 0, 0));
        box.setId("oauth-application");
        box.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(box, Priority.ALWAYS);
        Callback<javafx.scene.control.ListView<Choice>, ListCell<Choice>> cells = _ -> new Cell();
        box.setCellFactory(cells);
        box.setButtonCell(new Cell());
        box.valueProperty().subscribe((_, now) -> {
            if (!showing && now != null) {
                chosen.accept(id(now));
            }
        });
        edit.setId("oauth-application-edit");
        edit.setMinWidth(USE_PREF_SIZE);
        edit.setOnAction(_ -> open.accept(box.getValue() instanceof Choice.One one ? one.application().id() : ""));
        getChildren().addAll(label, box, edit);
        show(List.of(), "");
    }

    private static String id(Choice choice) {
        return switch (choice) {
            case Choice.None() -> "";
            case Choice.One(var application) -> application.id();
            case Choice.Missing(var id) -> id;
        };
    }

    void show(List<Application> all, String id) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice.None());
        all.forEach(a -> choices.add(new Choice.One(a)));
        if (!id.isEmpty() && all.stream().noneMatch(a -> a.id().equals(id))) {
            choices.add(new Choice.Missing(id));
        }
        showing = true;
        if (!choices.equals(box.getItems())) {
            box.getItems().setAll(choices);
        }
        box.setValue(choices.stream().filter(c -> id(c).equals(id)).findFirst().orElseThrow());
        showing = false;
        edit.setText(box.getValue() instanceof Choice.One ? "Edit application" : "Applications…");
    }

    /// A line of the list.
    private static final class Cell extends ListCell<Choice> {
        @Override
        protected void updateItem(Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            setGraphic(null);
            setText(empty || choice == null ? "" : switch (choice) {
                case Choice.None() -> "None: the fields below count";
                case Choice.One(var application) -> application.name().isBlank() ? "Without a name" : application.name();
                case Choice.Missing(var id) -> "Not on this machine: " + id;
            });
            if (!empty && choice instanceof Choice.One(var application)) {
                setGraphic(new ApplicationIcon(application, 18));
            } else if (!empty && choice instanceof Choice.Missing) {
                setGraphic(Icons.of(Octicons.ALERT_16));
            }
        }
    }
}
