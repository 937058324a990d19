package dev.posthorn.ui.shell;

import java.util.function.DoubleConsumer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// The request over its response, or beside it.
final class EditorSplit extends SplitPane {
    /// `share` of the request, 0 to 1; `moved` hears the new one when the user drags the divider.
    EditorSplit(Node request, Node response, double share, DoubleConsumer moved) {
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
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> moved.accept(getDividerPositions()[0]));
    }

    void beside(boolean beside) {
        var orientation = beside ? Orientation.HORIZONTAL : Orientation.VERTICAL;
        if (getOrientation() != orientation) {
            setOrientation(orientation);
        }
    }
}
