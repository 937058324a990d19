package dev.posthorn.ui.response;

import dev.posthorn.ui.kit.Amounts;
import dev.posthorn.ui.kit.Background;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/// The caret and the selection of a text view: mouse, keyboard, copying. A selection may be as long as the text; what is copied is limited.
final class Caret {

    /// The most chars that are copied at once: 10 million.
    static final int MOST_COPIED = 10_000_000;

    /// Paragraphs that are read on the FX thread, where it takes no time.
    private static final int READ_AT_ONCE = 200;

    private final TextView view;
    private Background.Latest<String> reading;
    private final Timeline pulling;
    private Consumer<String> says = _ -> {};
    private Place anchor = Place.START;
    private Place at = Place.START;
    /// The column that up and down keep to; -1 where the caret decides.
    private int column = -1;
    private MouseEvent drag;

    Caret(TextView view) {
        this.view = view;
        this.pulling = new Timeline(new KeyFrame(Duration.millis(50), _ -> pull()));
        pulling.setCycleCount(Animation.INDEFINITE);
    }

    void attach() {
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> pulling.stop());
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Long selections are read by this from now on. Of several copies only the newest reaches the clipboard.
    void readsBehind(Background background) {
        reading = background.latest(this::copied, error -> says.accept("The selection could not be read: " + error.getMessage() + "."));
    }

    /// Hears a sentence about what was copied.
    void says(Consumer<String> listener) {
        says = listener;
    }

    void reset() {
        if (reading != null) {
            reading.forget();
        }
        anchor = Place.START;
        at = Place.START;
        column = -1;
    }

    Place at() {
        return at;
    }

    Place from() {
        return anchor.compareTo(at) < 0 ? anchor : at;
    }

    Place to() {
        return anchor.compareTo(at) < 0 ? at : anchor;
    }

    boolean empty() {
        return anchor.equals(at);
    }

    void select(Place from, Place to) {
        anchor = from;
        at = to;
        column = -1;
        view.requestLayout();
    }

    void selectAll() {
        var last = Math.max(0, view.paragraphs().count() - 1);
        select(Place.START, new Place(last, view.laid(last).length()));
    }

    /// The selected text, cut after `MOST_COPIED` chars.
    String selected() {
        return text(view.paragraphs(), from(), to(), MOST_COPIED);
    }

    static String text(Paragraphs paragraphs, Place from, Place to, int most) {
        var text = new StringBuilder();
        for (var number = from.paragraph(); number <= to.paragraph() && number < paragraphs.count() && text.length() < most; number++) {
            var paragraph = paragraphs.at(number);
            if (number > from.paragraph() && !paragraph.continued()) {
                text.append('\n');
            }
            var start = number == from.paragraph() ? from.offset() : 0;
            var end = number == to.paragraph() ? to.offset() : paragraph.text().length();
            text.append(paragraph.text(), Math.min(start, paragraph.text().length()), Math.min(end, paragraph.text().length()));
        }
        text.setLength(Math.min(text.length(), most));
        return text.toString();
    }

    /// Puts the selection on the clipboard; without one nothing happens. A long one is read behind, since its text may lie on the disk.
    void copy() {
        if (empty()) {
            return;
        }
        if (reading == null || to().paragraph() - from().paragraph() < READ_AT_ONCE) {
            copied(selected());
            return;
        }
        var text = view.paragraphs().apart();
        var start = from();
        var end = to();
        says.accept("Copying …");
        reading.submit(() -> text(text, start, end, MOST_COPIED));
    }

    private void copied(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        says.accept(text.length() >= MOST_COPIED
                ? "Copied the first 10 million characters of the selection. Save the body to a file to have all of it."
                : "Copied " + Amounts.count(text.length(), "character") + ".");
    }

    private void pressed(MouseEvent event) {
        view.requestFocus();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        var place = view.placeAt(event.getX(), event.getY());
        switch (event.getClickCount()) {
            case 2 -> select(word(place, -1), word(place, 1));
            case 3 -> select(new Place(place.paragraph(), 0), new Place(place.paragraph(), view.laid(place.paragraph()).length()));
            default -> select(event.isShiftDown() ? anchor : place, place);
        }
    }

    private void dragged(MouseEvent event) {
        if (!event.isPrimaryButtonDown()) {
            return;
        }
        drag = event;
        extend(event);
        var outside = event.getY() < 0 || event.getY() > view.getHeight();
        if (outside && pulling.getStatus() != Animation.Status.RUNNING) {
            pulling.play();
        } else if (!outside) {
            pulling.stop();
        }
    }

    private void extend(MouseEvent event) {
        at = view.placeAt(event.getX(), Math.clamp(event.getY(), 0, view.getHeight()));
        column = -1;
        view.requestLayout();
    }

    /// While the mouse is held beyond an edge the text comes to it, the faster the farther.
    private void pull() {
        var beyond = drag.getY() < 0 ? drag.getY() : drag.getY() - view.getHeight();
        view.scroll(Math.clamp(beyond, -10 * view.rowHeight(), 10 * view.rowHeight()));
        extend(drag);
    }

    private void key(KeyEvent event) {
        var jump = event.isShortcutDown();
        var page = view.rowsInView();
        switch (event.getCode()) {
            case LEFT -> move(jump ? word(at, -1) : step(at, -1), event);
            case RIGHT -> move(jump ? word(at, 1) : step(at, 1), event);
            case UP -> vertical(-1, event);
            case DOWN -> vertical(1, event);
            case PAGE_UP -> vertical(-page, event);
            case PAGE_DOWN -> vertical(page, event);
            case HOME -> move(jump ? Place.START : new Place(at.paragraph(), row(at, false)), event);
            case END -> move(jump ? end() : new Place(at.paragraph(), row(at, true)), event);
            case A -> when(jump, this::selectAll, event);
            case C -> when(jump, this::copy, event);
            case INSERT -> when(jump, this::copy, event);
            default -> {
                return;
            }
        }
    }

    private static void when(boolean wanted, Runnable action, KeyEvent event) {
        if (wanted) {
            action.run();
            event.consume();
        }
    }

    private void move(Place to, KeyEvent event) {
        at = to;
        if (!event.isShiftDown()) {
            anchor = to;
        }
        column = -1;
        view.reveal(at.paragraph(), at.offset());
        event.consume();
    }

    private void vertical(int rows, KeyEvent event) {
        var laid = view.laid(at.paragraph());
        var row = laid.rowOf(at.offset());
        var kept = column >= 0 ? column : laid.column(at.offset(), row);
        var number = at.paragraph();
        var step = Integer.signum(rows);
        for (var i = 0; i < Math.abs(rows); i++) {
            if (row + step >= 0 && row + step < view.laid(number).rows().length) {
                row += step;
            } else if (number + step >= 0 && number + step < view.paragraphs().count()) {
                number += step;
                row = step > 0 ? 0 : view.laid(number).rows().length - 1;
            }
        }
        move(new Place(number, view.laid(number).offset(kept, row)), event);
        column = kept;
    }

    private int row(Place place, boolean end) {
        var laid = view.laid(place.paragraph());
        var row = laid.rowOf(place.offset());
        return end ? laid.offset(Integer.MAX_VALUE, row) : laid.rowStart(row);
    }

    private Place end() {
        var last = Math.max(0, view.paragraphs().count() - 1);
        return new Place(last, view.laid(last).length());
    }

    private Place step(Place place, int by) {
        var laid = view.laid(place.paragraph());
        var offset = place.offset() + by;
        while (!laid.cells().boundary(offset)) {
            offset += by;
        }
        if (offset < 0) {
            return place.paragraph() == 0 ? place : new Place(place.paragraph() - 1, view.laid(place.paragraph() - 1).length());
        }
        if (offset > laid.length()) {
            return place.paragraph() >= view.paragraphs().count() - 1 ? place : new Place(place.paragraph() + 1, 0);
        }
        return new Place(place.paragraph(), offset);
    }

    /// The edge of the word at `place`, or of the next one in that direction.
    private Place word(Place place, int by) {
        var text = view.laid(place.paragraph()).paragraph().text();
        var offset = place.offset();
        if (by < 0 && offset == 0 || by > 0 && offset >= text.length()) {
            return step(place, by);
        }
        var first = true;
        while (by < 0 ? offset > 0 : offset < text.length()) {
            var c = text.charAt(by < 0 ? offset - 1 : offset);
            var letter = Character.isLetterOrDigit(c) || c == '_' || Character.isSurrogate(c);
            if (!letter && !first) {
                break;
            }
            offset += by;
            first = false;
            if (!letter) {
                break;
            }
        }
        return new Place(place.paragraph(), offset);
    }
}
