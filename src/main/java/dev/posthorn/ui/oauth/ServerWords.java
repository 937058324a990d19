package dev.posthorn.ui.oauth;

import dev.posthorn.model.Finding;
import dev.posthorn.model.Mend;
import dev.posthorn.oauth.Logins;
import dev.posthorn.store.Veil;
import dev.posthorn.ui.editor.Transcript;
import dev.posthorn.ui.kit.FindingCard;
import dev.posthorn.ui.kit.Icons;
import java.util.ArrayList;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// What the server told about a token or the person behind it, as pretty JSON with its secrets covered; or why it told nothing.
final class ServerWords extends VBox {

    private static final double HEIGHT = 190;

    ServerWords() {
        super(4);
        setId("token-told");
        clear();
    }

    void clear() {
        getChildren().clear();
        setManaged(false);
        setVisible(false);
    }

    void show(String title, Logins.Told told, Veil veil, Consumer<Mend> mend) {
        setManaged(true);
        setVisible(true);
        var name = new Label(title);
        name.getStyleClass().add("panel-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(4, name, gap);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(head);
        switch (told) {
            case Logins.Told.Answer(var json) -> {
                var pieces = new ArrayList<Transcript.Piece>();
                veil.body(json).forEach(p -> pieces.add(new Transcript.Piece(p.shown(), p.secret() ? "transcript-secret" : "", null)));
                var text = new Transcript();
                text.setPrefHeight(HEIGHT);
                text.setMinHeight(HEIGHT);
                text.show(pieces, false);
                head.getChildren().add(Copying.icon("told-copy", "Copy the answer, secrets covered", () -> Veil.covered(veil.body(json))));
                getChildren().add(text);
            }
            case Logins.Told.Nothing(Finding finding) -> getChildren().add(new FindingCard(FindingCard.Tone.BAD, finding, mend));
        }
        head.getChildren().add(Icons.button(Octicons.X_16, "Put away", this::clear));
    }
}
