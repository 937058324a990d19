package dev.posthorn.ui.shell;

import dev.posthorn.auth.Field;
import dev.posthorn.store.SecretMoves;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.FieldForm;
import dev.posthorn.ui.kit.Variables;
import dev.posthorn.ui.oauth.LoginDesk;
import dev.posthorn.ui.oauth.LoginServices;
import dev.posthorn.ui.oauth.OAuthPanel;
import dev.posthorn.ui.request.AuthEditing;
import dev.posthorn.ui.request.AuthExtras;
import dev.posthorn.ui.request.LiteralSecret;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Group;
import javafx.scene.Node;

/// What the window puts into the Authorization tab beside the form: for OAuth 2.0 the application, the discovery and the token; for a secret that stands in the file
/// a way to the secrets of this machine.
///
/// @param collection the file of the collection that is edited; null for none
record TabExtras(LoginServices services, LoginDesk desk, TabSubject subject, SecretMoves moves, Supplier<Path> collection, Background background) implements AuthExtras {

    @Override
    public Optional<FieldForm.Beside> beside(Field secret, AuthEditing editing) {
        return Optional.of(new LiteralSecret(secret, editing, moves, collection, background));
    }


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
