package dev.posthorn.ui.request;

import dev.posthorn.auth.Field;
import dev.posthorn.model.SecretPlaces;
import dev.posthorn.store.SecretMoves;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.FieldForm;
import dev.posthorn.ui.kit.Icons;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.util.StringConverter;
import org.kordamp.ikonli.octicons.Octicons;

/// A warning sign at the end of a secret's row while a literal stands in it; pressed, it makes a secret variable of the literal. For as long as the variable stands there, another button
/// puts the literal back; the variable stays declared.
public final class LiteralSecret implements FieldForm.Beside {

    private final Field field;
    private final AuthEditing editing;
    private final SecretMoves moves;
    private final Supplier<Path> collection;
    private final Background background;
    private final Button sign;
    private final Popup popup = new Popup();
    private final Button back;
    private final HBox node;
    private String literal = "";
    private String moved = "";
    private String reference = "";

    /// @param collection the file of the collection that is edited; null for none
    public LiteralSecret(Field field, AuthEditing editing, SecretMoves moves, Supplier<Path> collection, Background background) {
        this.field = field;
        this.editing = editing;
        this.moves = moves;
        this.collection = collection;
        this.background = background;
        sign = Icons.button(Octicons.ALERT_16, SecretMoves.warning(field.label()), this::ask);
        sign.setId("literal-" + field.key());
        sign.getStyleClass().add("warning");
        sign.setVisible(false);
        sign.managedProperty().bind(sign.visibleProperty());
        back = Icons.button(Octicons.REPLY_16, "Undo: put the value back in place of the variable", this::putBack);
        back.setId("literal-undo-" + field.key());
        back.setVisible(false);
        back.managedProperty().bind(back.visibleProperty());
        node = new HBox(sign, back);
        node.managedProperty().bind(sign.visibleProperty().or(back.visibleProperty()));
        popup.setAutoHide(true);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(String text) {
        literal = text;
        sign.setVisible(SecretPlaces.literal(text));
        back.setVisible(!moved.isEmpty() && text.equals(reference));
    }

    private void putBack() {
        var value = moved;
        var now = reference;
        editing.change(auth -> now.equals(auth.text(field.key())) ? auth.with(field.key(), value) : auth);
    }

    private void ask() {
        if (popup.isShowing()) {
            popup.hide();
            return;
        }
        background.run(() -> moves.places(collection.get()), this::choose, _ -> choose(List.of()));
    }

    private void choose(List<SecretMoves.Place> places) {
        if (sign.getScene() == null || sign.getScene().getWindow() == null) {
            return;
        }
        popup.getContent().setAll(places.isEmpty() ? nowhere() : form(places));
        Bounds at = sign.localToScreen(sign.getBoundsInLocal());
        popup.show(sign, at.getMinX(), at.getMaxY());
    }

    private static VBox nowhere() {
        var why = new Label("There is no place for a variable yet: choose an environment, or save the request into a collection.");
        why.setWrapText(true);
        why.setMaxWidth(320);
        return box(why);
    }

    private VBox form(List<SecretMoves.Place> places) {
        var name = new TextField(moves.suggest(places.getFirst(), field.key()));
        name.setId("secret-name");
        var where = new ChoiceBox<SecretMoves.Place>();
        where.setId("secret-place");
        where.setConverter(new StringConverter<>() {
            @Override
            public String toString(SecretMoves.Place place) {
                return place == null ? "" : place.label();
            }

            @Override
            public SecretMoves.Place fromString(String label) {
                return null;
            }
        });
        where.getItems().setAll(places);
        where.getSelectionModel().selectFirst();
        var trouble = new Label();
        trouble.setId("secret-trouble");
        trouble.setWrapText(true);
        trouble.setMaxWidth(320);
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        var move = new Button("Move to secrets");
        move.setId("secret-move");
        move.setDefaultButton(true);
        move.setOnAction(_ -> move(where.getValue(), name.getText(), trouble, move));
        name.setOnAction(_ -> move.fire());
        return box(new Label("Keep it on this machine as the secret variable"), name, new Label("declared in"), where, trouble, new HBox(move));
    }

    private static VBox box(Node... content) {
        var box = new VBox(6, content);
        box.setPadding(new Insets(12));
        box.getStyleClass().addAll("popover", "context-menu");
        return box;
    }

    private void move(SecretMoves.Place place, String name, Label trouble, Button button) {
        var value = literal;
        button.setDisable(true);
        background.run(() -> moves.move(place, name, value), result -> {
            button.setDisable(false);
            switch (result) {
                case SecretMoves.Result.Refused(var sentence) -> trouble.setText(sentence);
                case SecretMoves.Result.Moved(var variable) -> {
                    popup.hide();
                    moved = value;
                    reference = variable;
                    // What was typed meanwhile is not thrown away.
                    editing.change(auth -> value.equals(auth.text(field.key())) ? auth.with(field.key(), variable) : auth);
                }
            }
        }, failure -> {
            button.setDisable(false);
            trouble.setText("The secret could not be moved: " + failure.getMessage() + ".");
        });
    }
}
