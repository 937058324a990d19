package dev.posthorn.ui.request;

import dev.posthorn.model.Settings;
import dev.posthorn.ui.kit.Suggestions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;

/// Several names in one field, with commas, spaces or colons between them; offers those that are known while one is typed.
final class NameListField implements SettingControl {

    private static final int MOST = 40;

    private final String key;
    private final boolean map;
    private final TextField field = new TextField();
    private final Suggestions suggestions = new Suggestions();
    private List<String> known = List.of();
    private Predicate<String> fine = _ -> true;
    private boolean showing;

    /// @param map true where the file has a map of name → true instead of a list
    NameListField(String key, String label, boolean map, Edit edit) {
        this.key = key;
        this.map = map;
        field.setAccessibleText(label);
        field.setPrefColumnCount(24);
        field.getStyleClass().add("mono");
        field.textProperty().subscribe((_, _) -> edited(edit));
        field.caretPositionProperty().subscribe((_, _) -> offer());
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                suggestions.hide();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, suggestions::key);
    }

    /// The names that are offered, and which ones count as known.
    void know(List<String> names, Predicate<String> isKnown) {
        known = names;
        fine = isKnown;
    }

    private static List<String> names(String text) {
        return Arrays.stream(text.split("[\\s,:;]+")).filter(name -> !name.isEmpty()).toList();
    }

    private void edited(Edit edit) {
        if (!showing) {
            var names = names(field.getText());
            edit.apply(now -> now.with(key, names.isEmpty() ? null : map ? marked(names, now) : names));
        }
    }

    /// Names that the file has with another value than true stay.
    private Map<String, Object> marked(List<String> names, Settings now) {
        var marked = new LinkedHashMap<String, Object>();
        if (now.values().get(key) instanceof Map<?, ?> before) {
            before.forEach((name, value) -> {
                if (!Boolean.TRUE.equals(value)) {
                    marked.put(String.valueOf(name), value);
                }
            });
        }
        names.forEach(name -> marked.put(name, true));
        return marked;
    }

    private void offer() {
        var text = field.getText();
        var caret = Math.min(field.getCaretPosition(), text.length());
        var start = caret;
        while (start > 0 && !" ,:;\t".contains(text.substring(start - 1, start))) {
            start--;
        }
        var word = text.substring(start, caret).toUpperCase(Locale.ROOT);
        var from = start;
        var taken = names(text);
        var found = word.isEmpty() || !field.isFocused() || showing ? List.<Suggestions.Suggestion>of() : known.stream()
                .filter(name -> name.toUpperCase(Locale.ROOT).contains(word) && !taken.contains(name)).limit(MOST)
                .map(name -> new Suggestions.Suggestion(name, "", from, caret, name)).toList();
        var place = field.localToScreen(0, field.getHeight());
        if (found.isEmpty() || place == null) {
            suggestions.hide();
        } else {
            suggestions.show(field, place.getX(), place.getY(), found, false, one -> field.replaceText(one.start(), one.end(), one.insert()));
        }
    }

    List<String> offered() {
        return suggestions.showing() ? suggestions.offered().stream().map(Suggestions.Suggestion::label).toList() : List.of();
    }

    @Override
    public Node node() {
        return field;
    }

    @Override
    public void show(Settings effective, Settings own) {
        showing = true;
        field.setPromptText(String.join(", ", names(effective)));
        var wanted = names(own);
        if (!names(field.getText()).equals(wanted)) {
            field.setText(String.join(", ", wanted));
        }
        showing = false;
    }

    private List<String> names(Settings settings) {
        return switch (settings.values().get(key)) {
            case Map<?, ?> names when map -> names.entrySet().stream().filter(e -> Boolean.TRUE.equals(e.getValue())).map(e -> String.valueOf(e.getKey())).toList();
            case null, default -> map ? List.of() : settings.texts(key);
        };
    }

    @Override
    public String remark() {
        var unknown = names(field.getText()).stream().filter(name -> !fine.test(name)).toList();
        return unknown.isEmpty() ? "" : "Not known here: " + String.join(", ", unknown) + ". Kept, not offered.";
    }
}
