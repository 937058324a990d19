package dev.posthorn.ui.shell;

import dev.posthorn.model.BadItem;
import dev.posthorn.model.OtherItem;
import dev.posthorn.tree.TextFile;
import dev.posthorn.ui.editor.CodeEditor;
import dev.posthorn.ui.editor.Languages;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Variables;
import dev.posthorn.ui.sidebar.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.octicons.Octicons;

/// Something of a collection that can be read here and not edited: an item of another kind, or a file with a mistake in it.
final class TextDocument extends Document {
    /// As much of a file as people read, in bytes.
    private static final int MOST = 512 * 1024;

    private final Background background;
    private final Runnable reveal;
    private final Label sentence = new Label();
    private Place place;
    private BorderPane view;
    private boolean bad;
    private Path file;
    private String words;
    private String content = "";

    /// `reveal` shows the file in the system's file manager.
    TextDocument(Background background, Place place, OtherItem item, Runnable reveal) {
        this(background, place, item.name(), reveal);
        show(item);
    }

    /// One whose file cannot be read as what it should be; `words` say why, the text of `file` is shown below them.
    TextDocument(Background background, Place place, String name, String words, Path file, Runnable reveal) {
        this(background, place, name, reveal);
        bad = true;
        this.words = words;
        this.file = file;
    }

    private TextDocument(Background background, Place place, String name, Runnable reveal) {
        this.background = background;
        this.place = place;
        this.reveal = reveal;
        title().set(name);
    }

    private void show(OtherItem item) {
        words = "A " + item.kind() + ": it is kept in the file as it is. This version of Posthorn shows it, but does not edit or send it.";
        content = item.text();
    }

    @Override
    Optional<Place> place() {
        return Optional.of(place);
    }

    @Override
    Node node() {
        if (view == null) {
            view = made();
        }
        return view;
    }

    private BorderPane made() {
        sentence.setId("text-sentence");
        sentence.setText(words);
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        var button = new Button("Show in the file manager");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> reveal.run());
        var head = new HBox(8, Icons.of(bad ? Octicons.ALERT_16 : Octicons.INFO_16), sentence, button);
        head.getStyleClass().addAll("note-bar", bad ? "bad" : "info");
        var editor = new CodeEditor(Languages.TEXT, Variables.none(), background);
        editor.setId("text-content");
        editor.readOnly();
        editor.show(content);
        if (file != null) {
            background.run(() -> beginning(file), editor::show, _ -> editor.show(""));
        }
        var pane = new BorderPane(editor);
        pane.setTop(head);
        return pane;
    }

    /// Of a folder, or of what is no file at all, nothing.
    private static String beginning(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (var stream = Files.newInputStream(file)) {
            return TextFile.of(stream.readNBytes(MOST)).text();
        }
    }

    @Override
    void shown() {
        // The text stands.
    }

    @Override
    void moved(Place now) {
        place = now;
    }

    @Override
    void follow(Desk now) {
        var item = now.item(place).orElse(null);
        if (item instanceof OtherItem other) {
            if (!other.text().equals(content)) {
                show(other);
                view = null;
            }
        } else if (now.read() && !(item instanceof BadItem) && now.bad(place).isEmpty()) {
            vanish();
        }
    }

    @Override
    void dispose() {
        // Nothing is held outside of memory.
    }
}
