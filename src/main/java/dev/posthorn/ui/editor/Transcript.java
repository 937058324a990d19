package dev.posthorn.ui.editor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// Text to be read, selected and copied, made of pieces that have looks of their own; some of them do something when they are clicked, or when
/// Enter is pressed with the caret in them.
public final class Transcript extends BorderPane {

    /// Longer lines are broken: laying one out takes seconds.
    private static final int LONGEST_LINE = 800;

    /// @param style  a style class of editor.css, empty for plain text
    /// @param action null where the piece does nothing
    public record Piece(String text, String style, Runnable action) {
        public static Piece plain(String text) {
            return new Piece(text, "", null);
        }
    }

    private record Place(int start, int end, Runnable action) {}

    private final StyleClassedTextArea area = new StyleClassedTextArea();
    private final List<Place> places = new ArrayList<>();

    public Transcript() {
        getStyleClass().add("transcript");
        area.getStyleClass().add("code-area");
        area.setEditable(false);
        area.setWrapText(true);
        area.setShowCaret(org.fxmisc.richtext.Caret.CaretVisibility.ON);
        area.setId("transcript");
        setCenter(new VirtualizedScrollPane<>(area));
        area.addEventHandler(MouseEvent.MOUSE_CLICKED, click -> {
            if (click.getButton() == MouseButton.PRIMARY && click.isStillSincePress() && area.getSelection().getLength() == 0) {
                area.hit(click.getX(), click.getY()).getCharacterIndex().ifPresent(this::act);
            }
        });
        area.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
                act(area.getCaretPosition());
            }
        });
        focusedProperty().subscribe(focused -> {
            if (focused) {
                area.requestFocus();
            }
        });
    }

    /// Replaces all of it; `keep` leaves the caret and the scrolled place where they are.
    public void show(List<Piece> pieces, boolean keep) {
        var caret = area.getCaretPosition();
        var top = area.getEstimatedScrollY();
        places.clear();
        var text = new StringBuilder();
        var styles = new StyleSpansBuilder<Collection<String>>();
        for (var piece : pieces) {
            var start = text.length();
            broken(piece.text(), text);
            styles.add(piece.style().isEmpty() ? List.of() : List.of(piece.style()), text.length() - start);
            if (piece.action() != null) {
                places.add(new Place(start, text.length(), piece.action()));
            }
        }
        area.replaceText(text.toString());
        if (!text.isEmpty()) {
            area.setStyleSpans(0, styles.create());
        }
        area.moveTo(keep ? Math.min(caret, text.length()) : 0);
        if (keep) {
            area.scrollYToPixel(top);
        } else {
            area.showParagraphAtTop(0);
        }
    }

    /// All of it as it is shown.
    public String text() {
        return area.getText();
    }

    private static void broken(String text, StringBuilder into) {
        var line = into.length() - Math.max(into.lastIndexOf("\n") + 1, 0);
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\n') {
                line = -1;
            } else if (line >= LONGEST_LINE) {
                into.append('\n');
                line = 0;
            }
            into.append(c == '\r' || c < ' ' && c != '\n' && c != '\t' ? '\u00b7' : c);
            line++;
        }
    }

    private void act(int position) {
        places.stream().filter(p -> position >= p.start() && position <= p.end()).findFirst().ifPresent(p -> p.action().run());
    }
}
