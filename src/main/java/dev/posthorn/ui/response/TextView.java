package dev.posthorn.ui.response;

import dev.posthorn.text.Search;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/// Shows a text of any size, read only: line numbers, colours, wrapping, selection, caret, found places. Only what is in view is ever made.
///
/// A control of our own and not `RichTextArea`, which on the software pipeline needed 73 ms for a pulse while scrolling short lines (this one
/// 36 to 46 with the same compiler) and could not scroll lines of 2,000 chars with colours at all.
final class TextView extends Region {

    private static final int KEPT = 400;
    private static final double GUTTER_PADDING = 28;
    private static final double MARGIN = 12;
    private static final int LEAST_DIGITS = 3;
    /// The thumb of the scroll bar never gets too small to be caught.
    private static final double LEAST_THUMB = 0.05;

    private final Canvas canvas = new Canvas();
    private final Ink ink = new Ink(this::reflow);
    private final Painter painter = new Painter(canvas, ink);
    private final ScrollBar down = new ScrollBar();
    private final ScrollBar across = new ScrollBar();
    private final BooleanProperty wrap = new SimpleBooleanProperty(this, "wrap", false);
    private final Viewport viewport = new Viewport(() -> paragraphs().count(), number -> laid(number).rows().length);
    private final Caret caret = new Caret(this);
    private final Map<Long, Laid> laid = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Laid> eldest) {
            return size() > KEPT;
        }
    };

    private Paragraphs paragraphs = Paragraphs.NONE;
    private List<Search.Match> matches = List.of();
    private int currentMatch = -1;
    private int widest;
    private int wrapAt;
    private boolean placingBars;

    TextView() {
        getStyleClass().add("text-view");
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        setFocusTraversable(true);
        setCursor(Cursor.TEXT);
        down.setOrientation(Orientation.VERTICAL);
        down.setId("text-scroll");
        across.setId("text-scroll-across");
        down.setCursor(Cursor.DEFAULT);
        across.setCursor(Cursor.DEFAULT);
        getChildren().addAll(ink.probes());
        getChildren().addAll(canvas, down, across);
        down.valueProperty().addListener((_, _, value) -> dragged(value.doubleValue()));
        across.valueProperty().addListener(_ -> requestLayout());
        wrap.addListener(_ -> reflow());
        focusedProperty().addListener(_ -> requestLayout());
        setOnScroll(this::scrolled);
        caret.attach();
    }

    /// Shows another text from its beginning; null shows none.
    void show(Paragraphs text) {
        paragraphs = text == null ? Paragraphs.NONE : text;
        matches = List.of();
        currentMatch = -1;
        widest = 0;
        across.setValue(0);
        laid.clear();
        caret.reset();
        viewport.position(Viewport.Position.START);
        requestLayout();
    }

    /// More of the same text is known now; what was known stays as it is.
    void grew() {
        requestLayout();
    }

    Paragraphs paragraphs() {
        return paragraphs;
    }

    BooleanProperty wrapProperty() {
        return wrap;
    }

    Caret caret() {
        return caret;
    }

    Viewport.Position position() {
        return viewport.position();
    }

    void position(Viewport.Position to) {
        viewport.position(to);
        requestLayout();
    }

    /// Marks these places; `current` is the one that is marked more strongly, -1 for none.
    void mark(List<Search.Match> found, int current) {
        matches = found;
        currentMatch = current;
        requestLayout();
    }

    /// Scrolls so that the char is in view, no further than needed.
    void reveal(long paragraph, int offset) {
        var number = Math.clamp(paragraph, 0, Math.max(0, paragraphs.count() - 1));
        var there = laid(number);
        var row = there.rowOf(offset);
        viewport.reveal(number, row);
        var x = there.column(offset, row) * ink.cell();
        var room = textWidth() - 4 * ink.cell();
        if (x < across.getValue()) {
            across.setMax(Math.max(across.getMax(), x));
            across.setValue(Math.max(0, x - room / 3));
        } else if (!wrap.get() && x > across.getValue() + room) {
            widest = Math.max(widest, there.cells().width());
            across.setMax(Math.max(across.getMax(), x - room / 2));
            across.setValue(x - room / 2);
        }
        requestLayout();
    }

    void scroll(double pixels) {
        viewport.scroll(pixels);
        requestLayout();
    }

    int rowsInView() {
        return Math.max(1, (int) (canvas.getHeight() / ink.rowHeight()) - 1);
    }

    double rowHeight() {
        return ink.rowHeight();
    }

    Laid laid(long number) {
        return laid.computeIfAbsent(number, n -> Laid.out(paragraphs.at(n), wrapAt));
    }

    /// The caret place nearest to a point of this node.
    Place placeAt(double x, double y) {
        var top = viewport.position();
        var rows = (long) Math.floor((y + top.shift()) / ink.rowHeight());
        if (paragraphs.count() == 0) {
            return Place.START;
        }
        if (rows < 0) {
            return new Place(top.paragraph(), laid(top.paragraph()).rowStart(top.row()));
        }
        var number = top.paragraph();
        var row = top.row() + rows;
        while (number < paragraphs.count() - 1 && row >= laid(number).rows().length) {
            row -= laid(number).rows().length;
            number++;
        }
        var there = laid(number);
        return row >= there.rows().length
                ? new Place(number, there.length())
                : new Place(number, there.offset((x - gutter() + across.getValue()) / ink.cell(), (int) row));
    }

    private void scrolled(ScrollEvent event) {
        var sideways = event.isShiftDown() && event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
        if (sideways != 0) {
            across.setValue(Math.clamp(across.getValue() - sideways, 0, across.getMax()));
        }
        if (!event.isShiftDown() && event.getDeltaY() != 0) {
            scroll(-event.getDeltaY());
        }
        event.consume();
    }

    private void dragged(double value) {
        if (!placingBars) {
            viewport.value(value);
            requestLayout();
        }
    }

    private void reflow() {
        laid.clear();
        wrapAt = -1;
        requestLayout();
    }

    private double gutter() {
        var lines = paragraphs.lines();
        return lines == 0 ? MARGIN : Math.max(LEAST_DIGITS, Long.toString(lines).length()) * ink.cell() + GUTTER_PADDING;
    }

    private double textWidth() {
        return Math.max(ink.cell(), canvas.getWidth() - gutter());
    }

    @Override
    protected void layoutChildren() {
        var barWidth = Math.ceil(down.prefWidth(-1));
        var barHeight = Math.ceil(across.prefHeight(-1));
        canvas.setWidth(Math.max(0, getWidth() - barWidth));
        canvas.setHeight(Math.max(0, getHeight() - (wrap.get() ? 0 : barHeight)));
        var cells = wrap.get() ? Math.max(8, (int) ((textWidth() - MARGIN) / ink.cell())) : 0;
        if (cells != wrapAt) {
            wrapAt = cells;
            laid.clear();
        }
        viewport.size(ink.rowHeight(), canvas.getHeight());
        viewport.position(viewport.position());
        measureWidest();
        placeBars(barWidth, barHeight);
        painter.paint(new Painter.View(
                viewport.position(), paragraphs.count(), this::laid, gutter(), wrap.get() ? 0 : across.getValue(), caret.from(), caret.to(),
                isFocused() ? caret.at() : null, matches, currentMatch));
    }

    private void measureWidest() {
        var top = viewport.position().paragraph();
        var last = Math.min(paragraphs.count(), top + viewport.rowsInView() + 1);
        for (var number = top; number < last; number++) {
            widest = Math.max(widest, laid(number).cells().width());
        }
    }

    private void placeBars(double barWidth, double barHeight) {
        placingBars = true;
        var end = viewport.value(viewport.end());
        down.resizeRelocate(getWidth() - barWidth, 0, barWidth, canvas.getHeight());
        down.setVisible(end > 0);
        down.setMax(end);
        down.setVisibleAmount(end * visible(end));
        down.setUnitIncrement(1);
        down.setBlockIncrement(rowsInView());
        down.setValue(Math.min(end, viewport.value()));
        var beyond = wrap.get() ? 0 : Math.max(0, widest * ink.cell() + MARGIN - textWidth());
        across.resizeRelocate(0, getHeight() - barHeight, canvas.getWidth(), barHeight);
        across.setVisible(beyond > 0);
        across.setMax(beyond);
        across.setVisibleAmount(beyond * textWidth() / (beyond + textWidth()));
        across.setUnitIncrement(ink.cell() * 4);
        across.setBlockIncrement(textWidth());
        across.setValue(Math.min(across.getValue(), beyond));
        placingBars = false;
    }

    private double visible(double end) {
        return Math.max(LEAST_THUMB, rowsInView() / (end + rowsInView()));
    }

    @Override
    protected double computePrefWidth(double height) {
        return 400;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 200;
    }

    /// Screen readers are given the rows in view.
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute != AccessibleAttribute.TEXT) {
            return super.queryAccessibleAttribute(attribute, parameters);
        }
        var text = new StringBuilder();
        var top = viewport.position().paragraph();
        for (var number = top; number < Math.min(paragraphs.count(), top + rowsInView()); number++) {
            text.append(laid(number).paragraph().text()).append('\n');
        }
        return text.toString();
    }
}
