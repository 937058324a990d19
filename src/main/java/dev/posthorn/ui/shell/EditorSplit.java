package dev.posthorn.ui.shell;

import java.util.function.DoubleConsumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// The request over its response, or beside it. In a low window a request that wants the height has all of it.
final class EditorSplit extends SplitPane {
    /// Lower than this, in pixels, half of the height is a few lines only.
    private static final double LOW = 640;

    private final Node response;
    private double share;
    private boolean wanted;

    /// `share` of the request, 0 to 1; `moved` hears the new one when the user drags the divider.
    EditorSplit(Node request, Node response, double share, DoubleConsumer moved) {
        this.response = response;
        this.share = share;
        getStyleClass().add("editor-split");
        setOrientation(Orientation.VERTICAL);
        getItems().setAll(request, response);
        // In a narrow window the panes shrink; they never push their right ends out of it.
        setMinWidth(0);
        for (var pane : getItems()) {
            if (pane instanceof Region region) {
                region.setMinWidth(0);
            }
        }
        setDividerPositions(share);
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> {
            if (!whole()) {
                moved.accept(getDividerPositions()[0]);
            }
        });
        heightProperty().subscribe(_ -> arrange());
    }

    /// While it is so, the request wants the whole height where there is little of it.
    void tall(ObservableValue<Boolean> wants) {
        wants.subscribe(now -> {
            wanted = now;
            arrange();
        });
    }

    /// Whether the request has the room of its response too.
    boolean whole() {
        return getItems().size() == 1;
    }

    private void arrange() {
        var whole = wanted && getOrientation() == Orientation.VERTICAL && getHeight() > 0 && getHeight() < LOW;
        if (whole && !whole()) {
            share = getDividerPositions()[0];
            getItems().remove(response);
        } else if (!whole && whole()) {
            getItems().add(response);
            setDividerPositions(share);
        }
    }

    void beside(boolean beside) {
        var orientation = beside ? Orientation.HORIZONTAL : Orientation.VERTICAL;
        if (getOrientation() != orientation) {
            setOrientation(orientation);
            arrange();
        }
    }
}
