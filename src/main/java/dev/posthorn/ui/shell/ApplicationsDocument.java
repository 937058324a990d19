package dev.posthorn.ui.shell;

import dev.posthorn.ui.oauth.ApplicationsPane;
import dev.posthorn.ui.oauth.LoginDesk;
import dev.posthorn.ui.oauth.LoginServices;
import javafx.scene.Node;

/// The OAuth applications in a tab. There is nothing to save: what is typed is kept when the typing rests.
final class ApplicationsDocument extends Document {
    private final LoginServices services;
    private final LoginDesk desk;
    private final ApplicationsPane pane;

    ApplicationsDocument(LoginServices services, LoginDesk desk) {
        this.services = services;
        this.desk = desk;
        this.pane = new ApplicationsPane(services, desk);
        title().set("OAuth applications");
    }

    /// The same once more, for a tab that is opened again.
    ApplicationsDocument again() {
        return new ApplicationsDocument(services, desk);
    }

    /// An empty id chooses nothing.
    void choose(String id) {
        pane.choose(id);
    }

    @Override
    Node node() {
        return pane;
    }

    @Override
    void shown() {
        pane.recolour();
    }

    @Override
    void dispose() {
        // What was typed is kept when the pane leaves the scene.
        pane.cancelLogins();
    }
}
