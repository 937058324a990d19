package dev.posthorn.ui.response;

import dev.posthorn.text.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// The font and the colours of the text view as the style sheets give them: read from unseen texts of the same style classes.
final class Ink {

    private static final int SAMPLE = 100;

    private final Text code = probe("code", "ink-text");
    private final Text gutter = probe("ink-gutter");
    private final Text background = probe("ink-background");
    private final Text selection = probe("ink-selection");
    private final Text found = probe("ink-found");
    private final Text current = probe("ink-current");
    private final Text rule = probe("ink-rule");
    private final Map<Span.Kind, Text> kinds = new EnumMap<>(Span.Kind.class);
    private Font measured;
    private double cell;

    Ink(Runnable changed) {
        for (var kind : Span.Kind.values()) {
            kinds.put(kind, probe("tok-" + kind.name().toLowerCase(Locale.ROOT)));
        }
        probes().forEach(probe -> ((Text) probe).fillProperty().addListener(_ -> changed.run()));
        code.fontProperty().addListener(_ -> changed.run());
    }

    private static Text probe(String... classes) {
        var text = new Text();
        text.getStyleClass().addAll(classes);
        text.setManaged(false);
        text.setOpacity(0);
        text.setMouseTransparent(true);
        return text;
    }

    /// To be put into the scene graph, so that the style sheets reach them.
    List<Node> probes() {
        var all = new ArrayList<Node>(List.of(code, gutter, background, selection, found, current, rule));
        all.addAll(kinds.values());
        return all;
    }

    Font font() {
        return code.getFont();
    }

    /// Width of one cell in pixels.
    double cell() {
        if (font() != measured) {
            measured = font();
            var sample = new Text("0".repeat(SAMPLE));
            sample.setFont(measured);
            cell = sample.getLayoutBounds().getWidth() / SAMPLE;
        }
        return cell;
    }

    double rowHeight() {
        return Math.ceil(font().getSize() * 1.6);
    }

    Paint text() {
        return code.getFill();
    }

    Paint of(Span.Kind kind) {
        return kinds.get(kind).getFill();
    }

    Paint gutter() {
        return gutter.getFill();
    }

    Paint background() {
        return background.getFill();
    }

    Paint selection() {
        return selection.getFill();
    }

    Paint found() {
        return found.getFill();
    }

    Paint current() {
        return current.getFill();
    }

    Paint caret() {
        return rule.getFill();
    }
}
