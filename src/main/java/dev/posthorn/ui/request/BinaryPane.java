package dev.posthorn.ui.request;

import dev.posthorn.ui.editor.VariableField;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Variables;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A file as the body: its path, a button to choose it, and its size.
final class BinaryPane extends VBox {

    private final RequestServices services;
    private final VariableField path;
    private final Label size = new Label();
    private String content = "";
    private final Background.Latest<String> measure;

    BinaryPane(Variables variables, RequestServices services, Consumer<String> changed) {
        this.services = services;
        getStyleClass().add("tab-padding");
        path = new VariableField(variables);
        path.setId("binary-path");
        path.prompt("Path of the file, or choose one");
        measure = services.background().latest(size::setText, _ -> size.setText(""));
        path.onEdit(text -> {
            changed.accept(text);
            measure(text);
        });
        HBox.setHgrow(path, Priority.ALWAYS);
        var choose = new Button("Choose file…");
        choose.setId("choose-file");
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(_ -> services.chooseFiles("The file to send", false, files -> files.stream().findFirst().ifPresent(file -> {
            path.show(file.toString());
            changed.accept(file.toString());
            measure(file.toString());
        })));
        size.getStyleClass().addAll("muted", "small");
        getChildren().addAll(new HBox(8, path, choose), size);
        setSpacing(8);
    }

    void show(String source, String within) {
        var other = !within.equals(content);
        content = within;
        if (other || !source.equals(path.text()) || size.getText().isEmpty()) {
            path.show(source);
            measure(source);
        }
    }

    void recolour() {
        path.recolour();
        measure(path.text());
    }

    @Override
    public void requestFocus() {
        path.requestFocus();
    }

    private void measure(String source) {
        var folder = services.context().files();
        var name = services.scopes().resolve(source).text();
        var within = content;
        measure.submit(() -> name.isBlank() && !within.isEmpty()
                ? "No file is chosen: the text that the collection holds in its place is sent, of " + within.length() + " characters." : sentence(folder, name));
    }

    /// What is known of a file: its size, or why it cannot be sent.
    static String sentence(Path folder, String name) {
        if (name.isBlank()) {
            return "No file is chosen: nothing would be sent.";
        }
        try {
            var file = folder == null ? Path.of(name) : folder.resolve(name);
            return Files.isRegularFile(file) ? Bytes.brief(Files.size(file)) + ", streamed from disk when sent"
                    : Files.isDirectory(file) ? file + " is a folder; choose a file." : "There is no file " + file + " now; the request cannot be sent until there is.";
        } catch (InvalidPathException | java.io.IOException e) {
            return "\"" + name + "\" cannot be read as a file: " + e.getMessage();
        }
    }
}
