package dev.posthorn.ui.editor;

import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.SelectionImpl;

/// Closes brackets and quotes while one types, keeps the indent on Enter, and shows the partner of the bracket at the caret.
final class Brackets {

    private static final Map<Character, Character> PAIRS = Map.of('(', ')', '[', ']', '{', '}', '"', '"');
    private static final Map<Character, Character> SCRIPT_PAIRS = Map.of('(', ')', '[', ']', '{', '}', '"', '"', '\'', '\'', '`', '`');
    private static final String QUOTES = "\"'`";
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";
    private static final int FARTHEST = 20_000;
    private static final String INDENT = "  ";

    private final CodeEditor editor;
    private final CodeArea area;
    private final Mark here;
    private final Mark partner;

    private Brackets(CodeEditor editor) {
        this.editor = editor;
        area = editor.area();
        here = new Mark(area, "bracket-here");
        partner = new Mark(area, "bracket-partner");
    }

    static void attach(CodeEditor editor) {
        var brackets = new Brackets(editor);
        var area = editor.area();
        area.addEventFilter(KeyEvent.KEY_TYPED, brackets::typed);
        area.addEventFilter(KeyEvent.KEY_PRESSED, brackets::pressed);
        area.caretPositionProperty().addListener((_, _, _) -> brackets.match());
        area.focusedProperty().addListener((_, _, _) -> brackets.match());
    }

    private Map<Character, Character> pairs() {
        return script() ? SCRIPT_PAIRS : PAIRS;
    }

    private boolean script() {
        return editor.language().id().equals("javascript");
    }

    private char at(int index) {
        return index < 0 || index >= area.getLength() ? '\0' : area.getText(index, index + 1).charAt(0);
    }

    private void typed(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown() || key.getCharacter().length() != 1 || !area.isEditable()) {
            return;
        }
        var typed = key.getCharacter().charAt(0);
        var caret = area.getCaretPosition();
        var next = at(caret);
        var quote = QUOTES.indexOf(typed) >= 0 && pairs().containsKey(typed);
        if (area.getSelection().getLength() == 0 && (CLOSING.indexOf(typed) >= 0 || quote) && next == typed) {
            area.moveTo(caret + 1);
            key.consume();
        } else if (pairs().containsKey(typed)) {
            pair(key, typed, next);
        } else if (CLOSING.indexOf(typed) >= 0 && area.getSelection().getLength() == 0) {
            outdent(caret);
        }
    }

    /// A closing bracket that is the first of its line stands one step further left.
    private void outdent(int caret) {
        var column = area.getCaretColumn();
        var before = area.getParagraph(area.getCurrentParagraph()).getText().substring(0, column);
        if (before.isBlank() && before.endsWith(INDENT)) {
            area.deleteText(caret - INDENT.length(), caret);
        }
    }

    private void pair(KeyEvent key, char open, char next) {
        var selected = area.getSelectedText();
        var before = at(area.getCaretPosition() - 1);
        var free = next == '\0' || Character.isWhitespace(next) || CLOSING.indexOf(next) >= 0 || next == ',' || next == ';';
        if (!selected.isEmpty() && !selected.contains("\n")) {
            var start = area.getSelection().getStart();
            area.replaceSelection(open + selected + pairs().get(open));
            area.selectRange(start + 1, start + 1 + selected.length());
            key.consume();
        } else if (selected.isEmpty() && free && !(QUOTES.indexOf(open) >= 0 && (Character.isLetterOrDigit(before) || before == '\\' || before == open))) {
            var caret = area.getCaretPosition();
            area.insertText(caret, "" + open + pairs().get(open));
            area.moveTo(caret + 1);
            key.consume();
        }
    }

    private void pressed(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown() || !area.isEditable() || area.getSelection().getLength() > 0) {
            return;
        }
        var caret = area.getCaretPosition();
        if (key.getCode() == KeyCode.BACK_SPACE && pairs().containsKey(at(caret - 1)) && pairs().get(at(caret - 1)) == at(caret)) {
            area.replaceText(caret - 1, caret + 1, "");
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER && !key.isShiftDown()) {
            enter(caret);
            key.consume();
        }
    }

    private void enter(int caret) {
        var line = area.getParagraph(area.getCurrentParagraph()).getText().substring(0, area.getCaretColumn());
        var indent = line.substring(0, line.length() - line.stripLeading().length());
        var opens = OPENING.indexOf(at(caret - 1)) >= 0 && caret > 0;
        var closes = opens && PAIRS.get(at(caret - 1)) == at(caret);
        area.insertText(caret, "\n" + indent + (opens ? INDENT : "") + (closes ? "\n" + indent : ""));
        area.moveTo(caret + 1 + indent.length() + (opens ? INDENT.length() : 0));
        area.requestFollowCaret();
    }

    private void match() {
        var caret = area.getCaretPosition();
        var spot = !area.isFocused() ? Optional.<Integer>empty() : bracketAt(caret - 1).or(() -> bracketAt(caret));
        var found = spot.map(this::partnerOf).orElse(-1);
        here.show(found < 0 ? -1 : spot.orElseThrow());
        partner.show(found);
    }

    private Optional<Integer> bracketAt(int index) {
        var c = at(index);
        return c != '\0' && (OPENING.indexOf(c) >= 0 || CLOSING.indexOf(c) >= 0) ? Optional.of(index) : Optional.empty();
    }

    private int partnerOf(int index) {
        var bracket = at(index);
        var forward = OPENING.indexOf(bracket) >= 0;
        var other = forward ? CLOSING.charAt(OPENING.indexOf(bracket)) : OPENING.charAt(CLOSING.indexOf(bracket));
        var from = forward ? index : Math.max(0, index - FARTHEST);
        var text = area.getText(from, Math.min(area.getLength(), forward ? index + FARTHEST : index + 1));
        var depth = 0;
        for (var i = forward ? 0 : text.length() - 1; i >= 0 && i < text.length(); i += forward ? 1 : -1) {
            var c = text.charAt(i);
            depth += c == bracket ? 1 : c == other ? -1 : 0;
            if (depth == 0) {
                return from + i;
            }
        }
        return -1;
    }

    /// A box around one char, drawn as a second selection so that it does not disturb the colours.
    private static final class Mark {

        private final SelectionImpl<java.util.Collection<String>, String, java.util.Collection<String>> selection;

        private Mark(CodeArea area, String style) {
            selection = new SelectionImpl<>(style, area, path -> path.getStyleClass().add("bracket-match"));
            area.addSelection(selection);
        }

        private void show(int index) {
            if (index < 0) {
                selection.deselect();
            } else {
                selection.selectRange(index, index + 1);
            }
        }
    }
}
