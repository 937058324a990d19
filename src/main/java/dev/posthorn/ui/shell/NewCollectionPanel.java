package dev.posthorn.ui.shell;

import dev.posthorn.store.Workspace;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Asks for the name, the form and the place of a new collection.
final class NewCollectionPanel extends Sheet {
    /// What the user decided.
    interface Decided {
        void make(String name, Path folder, Workspace.Kind kind);
    }

    private final TextField name = new TextField("New collection");
    private final TextField folder = new TextField();
    private final RadioButton v3 = new RadioButton("Folder of YAML files (Postman 3.0): reads well in git");
    private final RadioButton v21 = new RadioButton("One JSON file (Postman 2.1): reads everywhere");
    private final Label file = new Label();

    /// `start` is the folder that is suggested; `choose` lets the user pick another one.
    NewCollectionPanel(Path start, Supplier<Optional<Path>> choose, Decided decided, Runnable close) {
        super("new-collection", "New collection", 520, close);
        name.setId("new-collection-name");
        folder.setId("new-collection-folder");
        folder.setText(start.toString());
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox.setHgrow(folder, Priority.ALWAYS);
        var group = new ToggleGroup();
        v3.setToggleGroup(group);
        v21.setToggleGroup(group);
        v3.setId("new-collection-v3");
        v21.setId("new-collection-v21");
        v3.setSelected(true);
        var other = new Button("Choose…");
        other.setMinWidth(USE_PREF_SIZE);
        other.setOnAction(_ -> choose.get().ifPresent(path -> folder.setText(path.toString())));
        file.getStyleClass().addAll("muted", "small");
        file.setId("new-collection-file");
        name.textProperty().subscribe(this::tell);
        folder.textProperty().subscribe(this::tell);
        group.selectedToggleProperty().subscribe(this::tell);
        tell();
        body(row("Name", name), row("In", folder, other), row("As", new VBox(6, v3, v21)), file);
        button("new-collection-cancel", "Cancel", close);
        var make = accent("new-collection-make", "Create", () -> {
            close.run();
            decided.make(name.getText().strip(), Path.of(folder.getText().strip()), v3.isSelected() ? Workspace.Kind.V3 : Workspace.Kind.V21);
        });
        make.disableProperty().bind(name.textProperty().map(String::isBlank).orElse(true).flatMap(blank -> folder.textProperty().map(f -> blank || f.isBlank())));
    }

    private void tell() {
        var clean = name.getText().strip().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", "-");
        file.setText("Makes " + (v3.isSelected() ? "postman/collections/" + clean + "/" : clean + ".postman_collection.json") + " in that folder.");
    }

    void focusName() {
        name.requestFocus();
        name.selectAll();
    }
}
