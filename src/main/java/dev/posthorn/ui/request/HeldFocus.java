package dev.posthorn.ui.request;

import javafx.scene.Node;

/// Keeps the keyboard in the window while parts of it come and go: it goes to what took their place, and back to where it was.
final class HeldFocus {

    private Node before;

    /// Makes a change of what is shown around a node.
    ///
    /// @param otherwise gives the keyboard to something, where the change took away what had it and there is nowhere to go back to
    void through(Node within, Runnable change, Runnable otherwise) {
        var scene = within.getScene();
        var owner = scene == null ? null : scene.getFocusOwner();
        change.run();
        var back = before;
        before = null;
        if (owner == null || owner.getScene() == scene) {
            return;
        }
        if (back != null && back.getScene() == scene) {
            back.requestFocus();
        } else {
            before = owner;
            otherwise.run();
        }
    }
}
