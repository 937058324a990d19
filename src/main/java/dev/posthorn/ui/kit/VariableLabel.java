package dev.posthorn.ui.kit;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Rectangle;

/// A text that is read, not edited, with its `{{variables}}` as pills; what does not fit is cut off at the right.
public final class VariableLabel extends HBox {

    private static final int LONGEST_SHOWN = 2_000;

    private final Variables variables;
    private final Label plain = new Label();
    private final Rectangle clip = new Rectangle();
    private String shown;
    private List<Variables.Mark> marks = List.of();

    public VariableLabel(Variables variables) {
        this.variables = variables;
        getStyleClass().add("variable-label");
        setMinWidth(0);
        plain.setMinWidth(0);
        getChildren().add(plain);
        setClip(clip);
    }

    /// Shows `text`; line ends are drawn as a mark, since a row has one line.
    public void show(String text) {
        var line = (text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) : text).replace('\n', '⏎').replace("\r", "");
        var found = variables.marks(line);
        if (line.equals(shown) && found.equals(marks)) {
            return;
        }
        shown = line;
        marks = found;
        if (marks.isEmpty()) {
            plain.setText(line);
            getChildren().setAll(plain);
        } else {
            pills();
        }
    }

    private void pills() {
        getChildren().clear();
        var from = 0;
        for (var mark : marks) {
            add(shown.substring(from, mark.start()));
            var pill = add(shown.substring(mark.start(), mark.end()));
            pill.getStyleClass().add(mark.look().style());
            Tips.on(pill, () -> variables.describe(mark.name()));
            from = mark.end();
        }
        add(shown.substring(from));
    }

    private Label add(String text) {
        var label = new Label(text);
        label.setMinWidth(USE_PREF_SIZE);
        if (!text.isEmpty()) {
            getChildren().add(label);
        }
        return label;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
    }
}
