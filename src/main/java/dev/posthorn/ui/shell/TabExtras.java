package dev.posthorn.ui.shell;

import dev.posthorn.ui.kit.Variables;
import dev.posthorn.ui.oauth.LoginDesk;
import dev.posthorn.ui.oauth.LoginServices;
import dev.posthorn.ui.oauth.OAuthPanel;
import dev.posthorn.ui.request.AuthEditing;
import dev.posthorn.ui.request.AuthExtras;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.Node;

/// What the window puts into the Authorization tab beside the form: for OAuth 2.0 the application, the discovery and the token.
record TabExtras(LoginServices services, LoginDesk desk, TabSubject subject) implements AuthExtras {

    @Override
    public Optional<Panel> under(String type, AuthEditing editing) {
        if (!type.equals("oauth2")) {
            return Optional.empty();
        }
        subject.onRefresh(editing::refresh);
        var panel = new OAuthPanel(services, desk, subject, new Variables(editing::scopes));
        var below = new Group();
        below.setManaged(false);
        return Optional.of(new Panel() {
            @Override
            public Node node() {
                return below;
            }

            @Override
            public Optional<Node> over() {
                return Optional.of(panel.over());
            }

            @Override
            public void show() {
                panel.show();
            }
        });
    }
}
