package dev.posthorn.ui.request;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.octicons.Octicons;

/// Shows one of a few choices; a click, Enter, Space or Down opens the list. Lighter than a choice box, since a table has two in each row.
final class PickButton<E> extends Button {

    private final Function<E, String> words;
    private final Consumer<E> picked;
    private List<E> choices = List.of();
    private E chosen;

    PickButton(String what, Function<E, String> words, Consumer<E> picked) {
        super("", new FontIcon(Octicons.CHEVRON_DOWN_16));
        this.words = words;
        this.picked = picked;
        getStyleClass().add("pick-button");
        setAccessibleText(what);
        setContentDisplay(ContentDisplay.RIGHT);
        setOnAction(_ -> open());
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.DOWN && !key.isAltDown()) {
                open();
                key.consume();
            }
        });
    }

    void show(E choice, List<E> among) {
        if (choice != chosen || !among.equals(choices)) {
            chosen = choice;
            choices = among;
            setText(words.apply(choice));
        }
    }

    private void open() {
        var menu = new ContextMenu();
        menu.getStyleClass().add("pick-menu");
        choices.forEach(choice -> {
            var item = new MenuItem(words.apply(choice));
            item.setOnAction(_ -> picked.accept(choice));
            menu.getItems().add(item);
        });
        menu.show(this, Side.BOTTOM, 0, 2);
    }
}
