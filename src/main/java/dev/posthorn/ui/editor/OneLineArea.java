package dev.posthorn.ui.editor;

import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.TraversalDirection;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.StyleClassedTextArea;

/// A styled text of one line. The library's own `StyledTextField` cannot be used: its class fails to load under any theme but JavaFX's two.
final class OneLineArea extends StyleClassedTextArea {

    private Runnable action = () -> {};

    private Predicate<String> pasted = _ -> false;

    OneLineArea() {
        super(false);
        getStyleClass().add("one-line");
        setWrapText(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    void onEnter(Runnable onEnter) {
        action = onEnter;
    }

    /// `taken` gets what is pasted, with its line ends; where it answers true the text stays as it is.
    void onPaste(Predicate<String> taken) {
        pasted = taken;
    }

    private void key(KeyEvent key) {
        if (key.isConsumed() || key.isShortcutDown() || key.isAltDown()) {
            return;
        }
        if (key.getCode() == KeyCode.TAB) {
            requestFocusTraversal(key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER) {
            action.run();
            key.consume();
        }
    }

    /// Several lines become one, without spaces between them: a URL or a token that was broken for printing is whole again.
    static String joined(String text) {
        return text.indexOf('\n') < 0 && text.indexOf('\r') < 0 ? text : text.lines().map(String::strip).collect(Collectors.joining());
    }

    @Override
    public void replaceText(int start, int end, String text) {
        super.replaceText(start, end, joined(text));
    }

    @Override
    public void paste() {
        var text = Clipboard.getSystemClipboard().getString();
        if (text != null && !text.isEmpty() && !pasted.test(text)) {
            replaceSelection(joined(text));
            requestFollowCaret();
        }
    }
}
