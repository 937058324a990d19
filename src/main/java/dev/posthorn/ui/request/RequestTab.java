package dev.posthorn.ui.request;

import dev.posthorn.model.Request;
import javafx.scene.Node;

/// One page of the request editor. Made when its tab is first chosen.
interface RequestTab {

    Node node();

    /// Shows the request as it is now; what is shown already must not move.
    void show(Request request);

    /// Looks at the variables, cookies and inherited things again.
    void environmentChanged();

    /// Puts the keyboard on the first thing to edit.
    void focusFirst();
}
