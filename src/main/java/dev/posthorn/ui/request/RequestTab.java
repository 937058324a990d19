package dev.posthorn.ui.request;

import dev.posthorn.workbench.TabState;
import javafx.scene.Node;

/// One page of the editor of a request, folder or collection. Made when its tab is first chosen.
interface RequestTab {

    Node node();

    /// Shows what is edited as it is now; what is shown already must not move.
    void show();

    /// Looks at the variables, cookies and inherited things again.
    void environmentChanged();

    /// Hears how the send of this request stands, at once where the page is made later.
    default void state(TabState state) {}

    /// Puts the keyboard on the first thing to edit.
    void focusFirst();
}
