package dev.posthorn.ui.editor;

import dev.posthorn.ui.kit.Suggestions;
import dev.posthorn.ui.kit.Variables;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;

/// Offers the known variables after `{{` in an editor.
final class Completion {

    private static final int LOOK_BACK = 200;

    private Completion() {}

    static void attach(CodeArea area, Variables variables) {
        var suggestions = new Suggestions();
        area.addEventFilter(KeyEvent.KEY_PRESSED, suggestions::key);
        area.focusedProperty().subscribe(focused -> {
            if (!focused) {
                suggestions.hide();
            }
        });
        area.addEventHandler(KeyEvent.KEY_TYPED, _ -> offer(area, variables, suggestions));
    }

    private static void offer(CodeArea area, Variables variables, Suggestions suggestions) {
        var caret = area.getCaretPosition();
        var from = Math.max(0, caret - LOOK_BACK);
        var near = area.getText(from, Math.min(area.getLength(), caret + 2));
        var found = variables.suggestions(near, caret - from);
        // Only where it is needed: to ask for the place lays out the text, which is most of what a keystroke costs.
        var place = found.isEmpty() ? Optional.<Bounds>empty() : area.getCaretBounds();
        if (place.isEmpty()) {
            suggestions.hide();
            return;
        }
        suggestions.show(area, place.get().getMinX(), place.get().getMaxY() + 2, found, true, taken -> {
            area.replaceText(from + taken.start(), from + taken.end(), taken.insert());
            area.moveTo(from + taken.start() + taken.insert().length());
        });
    }
}
