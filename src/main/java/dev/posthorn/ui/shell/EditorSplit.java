package dev.posthorn.ui.shell;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/// The request over its response, or beside it.
final class EditorSplit extends SplitPane {
    EditorSplit(Node request, Node response) {
        getStyleClass().add("editor-split");
        setOrientation(Orientation.VERTICAL);
        getItems().setAll(request, response);
        setDividerPositions(0.45);
    }

    void beside(boolean beside) {
        var orientation = beside ? Orientation.HORIZONTAL : Orientation.VERTICAL;
        if (getOrientation() != orientation) {
            setOrientation(orientation);
            setDividerPositions(beside ? 0.5 : 0.45);
        }
    }
}
