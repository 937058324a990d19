package dev.posthorn.ui.editor;

import dev.posthorn.ui.kit.Suggestions;
import dev.posthorn.ui.kit.Tips;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// A single-line field for a small language: offers what may come next, and underlines what is wrong. Ctrl+Space asks for the offers, F8 goes to the next fault.
public final class CheckedField extends StackPane {

    private static final PseudoClass FOCUS_WITHIN = PseudoClass.getPseudoClass("filled-focus");
    private static final int LONGEST = 8_000;

    /// What may come next at a place of the text.
    @FunctionalInterface
    public interface Offers {
        List<Suggestions.Suggestion> at(String text, int caret);
    }

    /// Chars `start` to `end` (exclusive) are wrong, and why.
    public record Fault(int start, int end, String sentence) {}

    private final OneLineArea field = new OneLineArea();
    private final Suggestions suggestions = new Suggestions();
    private final List<Consumer<String>> listeners = new ArrayList<>();
    private Offers offers = (_, _) -> List.of();
    private List<Fault> faults = List.of();
    private boolean showing;

    public CheckedField() {
        getStyleClass().addAll("variable-field", "checked-field");
        getChildren().add(field);
        setMinWidth(40);
        field.textProperty().addListener((_, _, text) -> changed(text));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.focusedProperty().subscribe(focused -> {
            pseudoClassStateChanged(FOCUS_WITHIN, focused);
            if (!focused) {
                suggestions.hide();
            }
        });
        Tips.on(this, () -> String.join("\n", faults.stream().map(Fault::sentence).distinct().toList()));
    }

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.SPACE && key.isControlDown()) {
            suggest(text());
            key.consume();
        } else if (key.getCode() == KeyCode.F8 && !faults.isEmpty()) {
            var caret = field.getCaretPosition();
            var next = faults.stream().filter(f -> f.start() > caret).findFirst().orElse(faults.getFirst());
            field.selectRange(Math.min(next.start(), field.getLength()), Math.min(next.end(), field.getLength()));
            key.consume();
        } else {
            suggestions.key(key);
        }
    }

    private void changed(String text) {
        if (!showing) {
            listeners.forEach(l -> l.accept(text));
            suggest(text);
        }
    }

    private void suggest(String text) {
        var caret = Math.min(field.getCaretPosition(), text.length());
        var place = localToScreen(8, getHeight() + 2);
        if (place == null || text.length() > LONGEST) {
            return;
        }
        var found = field.isFocused() ? offers.at(text, caret) : List.<Suggestions.Suggestion>of();
        var done = found.size() == 1 && text.substring(Math.min(found.getFirst().start(), text.length()), Math.min(found.getFirst().end(), text.length())).equals(found.getFirst().insert());
        suggestions.show(this, place.getX(), place.getY(), done ? List.of() : found, true, taken -> {
            field.replaceText(Math.min(taken.start(), field.getLength()), Math.min(taken.end(), field.getLength()), taken.insert());
            suggestions.hide();
        });
    }

    /// Asked at each edit, on the FX thread: it must answer at once.
    public void offers(Offers source) {
        offers = source;
    }

    /// Underlines these places, from now on.
    public void faults(List<Fault> found) {
        if (!found.equals(faults)) {
            faults = List.copyOf(found);
            pseudoClassStateChanged(PseudoClass.getPseudoClass("wrong"), !faults.isEmpty());
            underline();
        }
    }

    public List<Fault> faults() {
        return faults;
    }

    private void underline() {
        var length = field.getLength();
        if (length == 0 || length > LONGEST) {
            return;
        }
        var spans = new StyleSpansBuilder<Collection<String>>();
        var at = 0;
        for (var fault : faults.stream().sorted(java.util.Comparator.comparingInt(Fault::start)).toList()) {
            var start = Math.clamp(fault.start(), 0, length - 1);
            var end = Math.clamp(Math.max(fault.end(), start + 1), 0, length);
            if (start >= at) {
                spans.add(List.of(), start - at);
                spans.add(List.of("problem-error"), end - start);
                at = end;
            }
        }
        spans.add(List.of(), length - at);
        field.setStyleSpans(0, spans.create());
    }

    public String text() {
        return field.getText();
    }

    /// Shows another text without telling the listeners.
    public void show(String text) {
        var line = OneLineArea.joined(text);
        if (!line.equals(field.getText())) {
            showing = true;
            field.replaceText(line);
            field.moveTo(0);
            showing = false;
        }
    }

    public void onEdit(Consumer<String> listener) {
        listeners.add(listener);
    }

    /// Called when Enter is pressed while no offer is open.
    public void onEnter(Runnable action) {
        field.onEnter(action);
    }

    @Override
    public void requestFocus() {
        field.requestFocus();
    }

    public boolean editing() {
        return field.isFocused();
    }
}
