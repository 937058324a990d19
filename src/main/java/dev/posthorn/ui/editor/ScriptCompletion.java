package dev.posthorn.ui.editor;

import dev.posthorn.ui.kit.Fx;
import java.util.function.BiConsumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.fxmisc.richtext.CodeArea;

/// Completion of a script: opens behind a dot and in the name of a variable while one types, and by Ctrl+Space anywhere.
final class ScriptCompletion {

    private static final KeyCombination ASK = new KeyCodeCombination(KeyCode.SPACE, KeyCombination.CONTROL_DOWN);

    private final CodeArea area;
    private final ScriptOffers offers;
    private final BiConsumer<int[], Offer> take;
    private final CompletionPopup popup = new CompletionPopup();
    private boolean asked;

    /// @param take called with where the typed word begins and ends, and what is to stand there
    ScriptCompletion(CodeEditor editor, ScriptOffers offers, BiConsumer<int[], Offer> take) {
        this.area = editor.area();
        this.offers = offers;
        this.take = take;
        // At the editor, so that the list has its keys before the lines and brackets of the text have them.
        editor.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getTarget() == area) {
                pressed(key);
            }
        });
        editor.addEventFilter(KeyEvent.KEY_TYPED, key -> {
            if (key.getTarget() == area) {
                Fx.later(() -> typed(key));
            }
        });
        area.focusedProperty().subscribe(focused -> {
            if (!focused) {
                popup.hide();
            }
        });
        area.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> popup.hide());
    }

    private void pressed(KeyEvent key) {
        if (!area.isEditable() || key.isConsumed()) {
            return;
        }
        if (ASK.match(key)) {
            asked = true;
            offer();
            key.consume();
            return;
        }
        popup.key(key);
        if (popup.showing() && (key.getCode() == KeyCode.BACK_SPACE || key.getCode() == KeyCode.DELETE)) {
            Fx.later(this::offer);
        }
    }

    private void typed(KeyEvent key) {
        var text = key.getCharacter();
        if (key.isShortcutDown() || text.length() != 1 || text.charAt(0) < ' ') {
            return;
        }
        var c = text.charAt(0);
        if (popup.showing() && (Character.isJavaIdentifierPart(c) || c == '.' || c == '-' || c == ' ')) {
            asked = asked && c != '.' && c != ' ';
            offer();
        } else if (c == '.' || c == '"' || c == '\'' || c == '`' || c == '{' || Character.isJavaIdentifierPart(c)) {
            asked = false;
            offer();
        } else {
            popup.hide();
        }
    }

    private void offer() {
        var caret = area.getCaretPosition();
        var found = !area.isFocused() || !area.isEditable() || area.getSelection().getLength() > 0 ? ScriptOffers.Found.NONE : offers.at(area.getText(), caret, asked);
        if (found.offers().isEmpty() || found.exact() && found.offers().size() == 1 && !asked) {
            popup.hide();
            return;
        }
        var place = area.getCaretBounds();
        if (place.isEmpty()) {
            popup.hide();
            return;
        }
        popup.show(area, place.get().getMinX() - 8, place.get().getMaxY() + 2, found.offers(), !found.exact() || asked,
                offer -> take.accept(new int[] {found.start(), area.getCaretPosition()}, offer));
    }

    CompletionPopup popup() {
        return popup;
    }
}
