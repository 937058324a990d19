package dev.posthorn.ui.shell;

import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows the window's content larger or smaller: laid out in a space of another size, then scaled to fit.
final class ScaledRoot extends Pane {
    static final int SMALLEST = 80;
    static final int LARGEST = 200;

    private final Region content;
    private final Scale scale = new Scale(1, 1);
    private int percent = 100;

    ScaledRoot(Region content) {
        this.content = content;
        content.getTransforms().add(scale);
        getChildren().add(content);
    }

    int percent() {
        return percent;
    }

    /// `value` is kept within 80 and 200.
    void percent(int value) {
        percent = Math.clamp(value, SMALLEST, LARGEST);
        scale.setX(percent / 100.0);
        scale.setY(percent / 100.0);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, Math.ceil(getWidth() / scale.getX()), Math.ceil(getHeight() / scale.getY()));
    }

    Parent content() {
        return content;
    }
}
