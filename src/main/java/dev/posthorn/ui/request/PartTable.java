package dev.posthorn.ui.request;

import dev.posthorn.model.Part;
import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.RowTable;
import dev.posthorn.ui.kit.TableOptions;
import dev.posthorn.ui.kit.Tips;
import dev.posthorn.ui.kit.Variables;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// The parts of a multipart/form-data body: text or files in each row, and a Content-Type of its own where it needs one.
final class PartTable extends BorderPane {

    private static final RowTable.Shape<Part> SHAPE = new RowTable.Shape<>(Part::entry, Part::withEntry, () -> Part.text("", ""));

    private final RequestServices services;
    private final RowTable<Part> table;

    PartTable(Variables variables, RequestServices services) {
        this.services = services;
        table = new RowTable<>(SHAPE, TableOptions.<Part>with(variables).drawing(this::kind, this::files));
        table.setId("formdata");
        var title = new Label("Form parts");
        title.getStyleClass().add("panel-title");
        var bar = new HBox(title);
        bar.getStyleClass().add("table-bar");
        setTop(bar);
        setCenter(table);
    }

    void show(List<Part> parts) {
        table.show(parts);
    }

    void onChange(Consumer<List<Part>> listener) {
        table.onChange(listener);
    }

    void recolour() {
        table.recolour();
    }

    void focusFirst() {
        table.focusFirst();
    }

    /// The small chooser at the end of the key: text or file, the part's Content-Type and the file name that is announced.
    private Node kind(Part part, Consumer<Part> changed) {
        var menu = new MenuButton(label(part));
        menu.getStyleClass().add("cell-menu");
        menu.setFocusTraversable(false);
        Tips.on(menu, "Text or file, the part's own Content-Type and file name");
        menu.getItems().add(new MenuItem());
        menu.setOnShowing(_ -> {
            var text = new MenuItem("Text");
            text.setOnAction(_ -> changed.accept(part.withFile(false)));
            var file = new MenuItem("File");
            file.setOnAction(_ -> changed.accept(part.withFile(true)));
            menu.getItems().setAll(text, file, new SeparatorMenuItem(), details(part, changed, menu));
        });
        return menu;
    }

    private static String label(Part part) {
        return (part.file() ? "File" : "Text") + (part.contentType().isEmpty() ? "" : " · " + part.contentType());
    }

    private static MenuItem details(Part part, Consumer<Part> changed, MenuButton menu) {
        var type = field("part-type", part.contentType(), "Content-Type (automatic)");
        var name = field("part-name", part.fileName(), part.file() ? "File name (that of the file)" : "File name (none)");
        var set = new Button("Set");
        Runnable apply = () -> {
            menu.hide();
            changed.accept(part.withContentType(type.getText().strip()).withFileName(name.getText().strip()));
        };
        set.setOnAction(_ -> apply.run());
        type.setOnAction(_ -> apply.run());
        name.setOnAction(_ -> apply.run());
        return new CustomMenuItem(new VBox(8, type, new HBox(8, name, set)), false);
    }

    private static TextField field(String id, String text, String prompt) {
        var field = new TextField(text);
        field.setId(id);
        field.setPromptText(prompt);
        field.setPrefColumnCount(20);
        return field;
    }

    /// In place of the value of a file part: what is chosen, and the button to choose.
    private Node files(Part part, Consumer<Part> changed) {
        if (!part.file()) {
            return null;
        }
        var names = new Label(part.files().isEmpty() ? "No file chosen" : part.files().stream().map(PartTable::name).collect(Collectors.joining(", "))
                + (part.fileName().isEmpty() ? "" : " as " + part.fileName()));
        names.setMinWidth(0);
        names.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(names, Priority.ALWAYS);
        if (part.files().isEmpty()) {
            names.getStyleClass().add("subtle");
        } else {
            Tips.on(names, String.join("\n", part.files()));
        }
        var choose = Icons.button(Octicons.FILE_DIRECTORY_16, "Choose files", () -> services.chooseFiles("Files of the part " + part.entry().key(), true,
                chosen -> changed.accept(part.withFiles(chosen.stream().map(Path::toString).toList()))));
        choose.getStyleClass().add("row-button");
        var row = new HBox(4, names, choose);
        row.getStyleClass().add("link-row");
        return row;
    }

    private static String name(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
