package dev.posthorn.ui.editor;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;

/// The marks of a snippet that was just put in: Tab goes from one to the next, Shift+Tab back, Esc ends it. What is written over one is written over those of the same word behind it.
final class Placeholders {

    private final CodeArea area;
    private final List<Spot> spots = new ArrayList<>();
    private int current = -1;
    private boolean putting;

    private static final class Spot {
        private final String word;
        private int start;
        private int end;

        private Spot(String word, int start, int end) {
            this.word = word;
            this.start = start;
            this.end = end;
        }
    }

    /// Takes part in the editor's keys before its lines do.
    Placeholders(CodeEditor editor) {
        area = editor.area();
        editor.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getTarget() == area) {
                key(key);
            }
        });
        area.plainTextChanges().subscribe(change -> moved(change.getPosition(), change.getRemoved().length(), change.getInserted().length()));
        area.caretPositionProperty().addListener((_, _, caret) -> {
            if (!putting && !spots.isEmpty() && (caret < spots.getFirst().start || caret > spots.getLast().end)) {
                end();
            }
        });
    }

    /// Replaces a stretch by the code, and selects its first mark; the caret goes behind it where it has none.
    void put(int from, int to, Snippet.Plain plain) {
        putting = true;
        end();
        area.replaceText(from, to, plain.code());
        for (var mark : plain.marks()) {
            spots.add(new Spot(plain.code().substring(mark.start(), mark.end()), from + mark.start(), from + mark.end()));
        }
        if (spots.isEmpty()) {
            area.moveTo(from + plain.code().length());
        } else {
            select(0);
        }
        area.requestFollowCaret();
        putting = false;
    }

    private void select(int index) {
        current = index;
        area.selectRange(spots.get(index).start, spots.get(index).end);
        area.requestFollowCaret();
        if (spots.size() == 1) {
            // One mark alone: there is nowhere to go, and Tab means the text.
            end();
        }
    }

    private void end() {
        spots.clear();
        current = -1;
    }

    private void key(KeyEvent key) {
        if (spots.isEmpty() || key.isConsumed() || key.isShortcutDown() || key.isAltDown()) {
            return;
        }
        if (key.getCode() == KeyCode.ESCAPE) {
            end();
            key.consume();
        } else if (key.getCode() == KeyCode.TAB) {
            repeat();
            go(key.isShiftDown() ? -1 : 1);
            key.consume();
        }
    }

    private void go(int by) {
        var next = current + by;
        if (next >= spots.size()) {
            var behind = spots.getLast().end;
            end();
            area.moveTo(behind);
        } else {
            putting = true;
            select(Math.max(0, next));
            putting = false;
        }
    }

    /// What was written over the mark goes over those of the same word behind it.
    private void repeat() {
        var spot = spots.get(current);
        var written = area.getText(spot.start, spot.end);
        if (written.equals(spot.word)) {
            return;
        }
        putting = true;
        for (var other : List.copyOf(spots)) {
            if (other != spot && other.word.equals(spot.word) && area.getText(other.start, other.end).equals(spot.word)) {
                area.replaceText(other.start, other.end, written);
            }
        }
        putting = false;
    }

    private void moved(int position, int removed, int inserted) {
        for (var i = 0; i < spots.size(); i++) {
            var spot = spots.get(i);
            if (position + removed < spot.start || position + removed == spot.start && i != current) {
                spot.start += inserted - removed;
                spot.end += inserted - removed;
            } else if (position >= spot.start && position + removed <= spot.end) {
                spot.end += inserted - removed;
            }
        }
    }
}
