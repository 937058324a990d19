package dev.posthorn.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;

/// The keys that work on whole lines: Tab and Shift+Tab indent, Alt+Up and Alt+Down move, with Shift they make a copy, Ctrl+/ makes comments of a script's lines.
final class LineKeys {

    private static final KeyCombination COMMENT = new KeyCodeCombination(KeyCode.SLASH, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination COMMENT_ON_PAD = new KeyCodeCombination(KeyCode.DIVIDE, KeyCombination.SHORTCUT_DOWN);
    private static final String INDENT = "  ";
    private static final String MARK = "//";

    private final CodeEditor editor;
    private final CodeArea area;

    private LineKeys(CodeEditor editor) {
        this.editor = editor;
        area = editor.area();
    }

    static void attach(CodeEditor editor) {
        var keys = new LineKeys(editor);
        editor.area().addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
    }

    private void pressed(KeyEvent key) {
        if (area.isEditable() && !key.isConsumed() && did(key)) {
            key.consume();
        }
    }

    private boolean did(KeyEvent key) {
        var script = editor.language().id().equals("javascript");
        if (script && (COMMENT.match(key) || COMMENT_ON_PAD.match(key))) {
            comment();
        } else if (key.isAltDown() && !key.isShortcutDown() && (key.getCode() == KeyCode.UP || key.getCode() == KeyCode.DOWN)) {
            var down = key.getCode() == KeyCode.DOWN;
            if (key.isShiftDown()) {
                copy(down);
            } else {
                move(down);
            }
        } else if (key.getCode() == KeyCode.TAB && !key.isShortcutDown() && !key.isAltDown()) {
            return tab(key.isShiftDown(), script);
        } else {
            return false;
        }
        return true;
    }

    private int first() {
        return area.getCaretSelectionBind().getStartParagraphIndex();
    }

    /// A selection that ends before the first char of a line does not mean that line.
    private int last() {
        var bind = area.getCaretSelectionBind();
        var end = bind.getEndParagraphIndex();
        return end > bind.getStartParagraphIndex() && bind.getEndColumnPosition() == 0 ? end - 1 : end;
    }

    private List<String> lines(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> area.getParagraph(i).getText()).toList();
    }

    private void put(int from, int to, List<String> lines) {
        area.replaceText(from, 0, to, area.getParagraphLength(to), String.join("\n", lines));
    }

    private boolean tab(boolean back, boolean script) {
        var several = first() != last();
        if (!back && !several) {
            if (!script) {
                return false;
            }
            area.replaceSelection(INDENT);
            return true;
        }
        var lines = lines(first(), last());
        change(lines.stream().map(line -> back ? outdented(line) : line.isBlank() ? line : INDENT + line).toList());
        return true;
    }

    private static String outdented(String line) {
        return line.startsWith(INDENT) ? line.substring(INDENT.length()) : line.startsWith("\t") || line.startsWith(" ") ? line.substring(1) : line;
    }

    private void comment() {
        var lines = lines(first(), last());
        var written = lines.stream().filter(line -> !line.isBlank()).toList();
        if (!written.isEmpty() && written.stream().allMatch(line -> line.stripLeading().startsWith(MARK))) {
            change(lines.stream().map(LineKeys::uncommented).toList());
            return;
        }
        var column = written.stream().mapToInt(line -> line.length() - line.stripLeading().length()).min().orElse(0);
        change(lines.stream().map(line -> line.isBlank() && !written.isEmpty() ? line : line.substring(0, column) + MARK + " " + line.substring(column)).toList());
    }

    private static String uncommented(String line) {
        var at = line.indexOf(MARK);
        return at < 0 ? line : line.substring(0, at) + (line.startsWith(" ", at + MARK.length()) ? line.substring(at + MARK.length() + 1) : line.substring(at + MARK.length()));
    }

    /// Other text for the selected lines; what was selected stays so, or the caret where it was in its line.
    private void change(List<String> lines) {
        var from = first();
        var to = last();
        var caretLine = area.getCurrentParagraph();
        var fromEnd = area.getParagraphLength(caretLine) - area.getCaretColumn();
        var selected = area.getSelection().getLength() > 0;
        if (lines.equals(lines(from, to))) {
            return;
        }
        put(from, to, lines);
        if (selected) {
            area.selectRange(from, 0, to, area.getParagraphLength(to));
        } else {
            area.moveTo(caretLine, Math.max(0, area.getParagraphLength(caretLine) - fromEnd));
        }
    }

    private void move(boolean down) {
        var from = first();
        var to = last();
        if (down ? to == area.getParagraphs().size() - 1 : from == 0) {
            return;
        }
        var place = Place.of(area);
        var lines = new ArrayList<>(lines(down ? from : from - 1, down ? to + 1 : to));
        if (down) {
            lines.addFirst(lines.removeLast());
        } else {
            lines.addLast(lines.removeFirst());
        }
        put(down ? from : from - 1, down ? to + 1 : to, lines);
        place.back(area, down ? 1 : -1);
    }

    private void copy(boolean down) {
        var from = first();
        var to = last();
        var place = Place.of(area);
        var lines = new ArrayList<>(lines(from, to));
        lines.addAll(List.copyOf(lines));
        put(from, to, lines);
        place.back(area, down ? to - from + 1 : 0);
    }

    /// Where caret and selection are, as lines and columns.
    private record Place(int anchorLine, int anchorColumn, int caretLine, int caretColumn) {

        static Place of(CodeArea area) {
            var anchor = area.offsetToPosition(area.getAnchor(), org.fxmisc.richtext.model.TwoDimensional.Bias.Forward);
            return new Place(anchor.getMajor(), anchor.getMinor(), area.getCurrentParagraph(), area.getCaretColumn());
        }

        void back(CodeArea area, int lines) {
            var end = area.getParagraphs().size() - 1;
            var anchor = Math.min(end, anchorLine + lines);
            var caret = Math.min(end, caretLine + lines);
            area.selectRange(anchor, Math.min(anchorColumn, area.getParagraphLength(anchor)), caret, Math.min(caretColumn, area.getParagraphLength(caret)));
            area.requestFollowCaret();
        }
    }
}
