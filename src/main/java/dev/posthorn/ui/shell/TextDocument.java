package dev.posthorn.ui.shell;

import dev.posthorn.model.BadItem;
import dev.posthorn.model.OtherItem;
import dev.posthorn.ui.editor.CodeEditor;
import dev.posthorn.ui.editor.Languages;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Variables;
import dev.posthorn.ui.sidebar.Place;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// Something of a collection that can be read here and not edited: an item of another kind, or a file with a mistake in it.
final class TextDocument extends Document {
    private final Background background;
    private final Runnable reveal;
    private final Label sentence = new Label();
    private Place place;
    private BorderPane view;
    private boolean bad;
    private String words;
    private String content = "";

    /// `reveal` shows the file in the system's file manager.
    TextDocument(Background background, Place place, OtherItem item, Runnable reveal) {
        this(background, place, item.name(), reveal);
        show(item);
    }

    /// One whose file cannot be read as what it should be; `content` is its text, empty where it has none.
    TextDocument(Background background, Place place, String name, String words, String content, Runnable reveal) {
        this(background, place, name, reveal);
        bad = true;
        this.words = words;
        this.content = content;
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
        var pane = new BorderPane(content.isEmpty() ? new VBox() : editor);
        pane.setTop(head);
        return pane;
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
        now.item(place).ifPresent(item -> {
            if (item instanceof OtherItem other && !other.text().equals(content)) {
                show(other);
                view = null;
            } else if (item instanceof BadItem broken && !broken.sentence().equals(words)) {
                words = broken.sentence();
                view = null;
            }
        });
    }

    @Override
    void dispose() {
        // Nothing is held outside of memory.
    }
}
