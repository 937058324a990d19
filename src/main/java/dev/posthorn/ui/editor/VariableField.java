package dev.posthorn.ui.editor;

import dev.posthorn.ui.kit.Suggestions;
import dev.posthorn.ui.kit.TextInput;
import dev.posthorn.ui.kit.Variables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.control.IndexRange;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Popup;
import org.fxmisc.richtext.event.MouseOverTextEvent;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// A single-line text field that colours its `{{variables}}`, tells what they stand for under the mouse, and completes them while they are typed.
public final class VariableField extends StackPane implements TextInput {

    private static final PseudoClass FOCUS_WITHIN = PseudoClass.getPseudoClass("filled-focus");
    private static final Duration HOVER = Duration.ofMillis(350);

    private final Variables variables;
    private final OneLineArea field = new OneLineArea();
    private final Suggestions suggestions = new Suggestions();
    private final Popup hint = new Popup();
    private final Label hintText = new Label();
    private final List<Consumer<String>> listeners = new ArrayList<>();
    private List<Variables.Mark> marks = List.of();
    private boolean showing;

    public VariableField(Variables variables) {
        this.variables = variables;
        getStyleClass().add("variable-field");
        getChildren().add(field);
        setMinWidth(40);
        field.textProperty().addListener((_, _, text) -> changed(text));
        addEventFilter(KeyEvent.KEY_PRESSED, suggestions::key);
        field.focusedProperty().subscribe(focused -> {
            pseudoClassStateChanged(FOCUS_WITHIN, focused);
            if (!focused) {
                suggestions.hide();
            }
        });
        hints();
    }

    /// `taken` gets what is pasted, with its line ends; where it answers true the field stays as it is.
    public void onPaste(Predicate<String> taken) {
        field.onPaste(taken);
    }

    private void hints() {
        hintText.getStyleClass().add("variable-hint");
        hint.getContent().add(hintText);
        hint.setAutoHide(true);
        field.setMouseOverTextDelay(HOVER);
        field.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, over -> {
            var at = over.getCharacterIndex();
            marks.stream().filter(m -> m.start() <= at && at < m.end()).findFirst().ifPresent(mark -> {
                hintText.setText(variables.describe(mark.name()));
                hint.getScene().getStylesheets().setAll(getScene().getStylesheets());
                hint.show(this, over.getScreenPosition().getX(), localToScreen(0, getHeight() + 4).getY());
            });
        });
        field.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, _ -> hint.hide());
    }

    private void changed(String text) {
        recolour();
        if (!showing) {
            listeners.forEach(l -> l.accept(text));
            suggest(text);
        }
    }

    @Override
    public void recolour() {
        var fresh = variables.marks(field.getText());
        if (fresh.equals(marks) && fresh.isEmpty()) {
            return;
        }
        marks = fresh;
        var length = field.getLength();
        if (length > 0) {
            var spans = new StyleSpansBuilder<Collection<String>>();
            var at = 0;
            for (var mark : marks) {
                spans.add(List.of(), mark.start() - at);
                spans.add(List.of(mark.look().style()), mark.end() - mark.start());
                at = mark.end();
            }
            spans.add(List.of(), length - at);
            field.setStyleSpans(0, spans.create());
        }
    }

    private void suggest(String text) {
        var caret = Math.min(field.getCaretPosition(), text.length());
        var found = field.isFocused() ? variables.suggestions(text, caret) : List.<Suggestions.Suggestion>of();
        var place = localToScreen(8, getHeight() + 2);
        if (place != null) {
            suggestions.show(this, place.getX(), place.getY(), found, true, taken -> {
                field.replaceText(taken.start(), Math.min(taken.end(), field.getLength()), taken.insert());
                field.moveTo(taken.start() + taken.insert().length());
                suggestions.hide();
            });
        }
    }

    @Override
    public void requestFocus() {
        field.requestFocus();
    }

    /// Called when Enter is pressed while no completion is open.
    public void onEnter(Runnable action) {
        field.onEnter(action);
    }

    public void selectAll() {
        field.selectAll();
    }

    public IndexRange selection() {
        return field.getSelection();
    }

    /// Selects a stretch of the text, as far as there is one.
    public void select(int from, int to) {
        field.selectRange(Math.clamp(from, 0, field.getLength()), Math.clamp(to, 0, field.getLength()));
    }

    /// The completions on screen, for tests.
    Suggestions suggestions() {
        return suggestions;
    }

    OneLineArea field() {
        return field;
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public String text() {
        return field.getText();
    }

    @Override
    public void show(String text) {
        var line = OneLineArea.joined(text);
        if (!line.equals(field.getText())) {
            var caret = field.getCaretPosition();
            showing = true;
            field.replaceText(line);
            field.moveTo(Math.min(caret, field.getLength()));
            showing = false;
        }
    }

    @Override
    public void onEdit(Consumer<String> listener) {
        listeners.add(listener);
    }

    @Override
    public void prompt(String text) {
        var prompt = new Text(text);
        prompt.getStyleClass().add("prompt");
        field.setPlaceholder(prompt, javafx.geometry.Pos.CENTER_LEFT);
    }
}
