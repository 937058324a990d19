package dev.posthorn.ui.shell;

import dev.posthorn.auth.BizagiAuth;
import dev.posthorn.auth.CreatioOAuthAuth;
import dev.posthorn.auth.CreatioSessionAuth;
import dev.posthorn.auth.Field;
import dev.posthorn.auth.WorkflowServerAuth;
import dev.posthorn.store.SecretMoves;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.FieldForm;
import dev.posthorn.ui.kit.Variables;
import dev.posthorn.ui.oauth.LoginDesk;
import dev.posthorn.ui.oauth.LoginServices;
import dev.posthorn.ui.oauth.OAuthPanel;
import dev.posthorn.ui.oauth.SessionPanel;
import dev.posthorn.ui.oauth.VendorPanel;
import dev.posthorn.ui.request.AuthEditing;
import dev.posthorn.ui.request.AuthExtras;
import dev.posthorn.ui.request.LiteralSecret;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Group;
import javafx.scene.Node;

/// What the window puts into the Authorization tab beside the form: for OAuth 2.0 the application, the discovery and the token; for the vendors' types
/// the session or the token; for a secret that stands in the file
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
        subject.onRefresh(editing::refresh);
        return switch (type) {
            case "oauth2" -> {
                var panel = new OAuthPanel(services, desk, subject, new Variables(editing::scopes));
                yield Optional.of(panel(panel.over(), panel::show));
            }
            case CreatioSessionAuth.ID, CreatioOAuthAuth.ID, BizagiAuth.ID, WorkflowServerAuth.ID -> {
                var panel = new VendorPanel(services, desk, subject);
                yield Optional.of(panel(panel, panel::show));
            }
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Panel> besideCookies() {
        var session = new SessionPanel(services, desk, subject, true);
        return Optional.of(new Panel() {
            @Override
            public Node node() {
                return session;
            }

            @Override
            public void show() {
                session.show();
            }
        });
    }

    /// One that stands over the form.
    private static Panel panel(Node over, Runnable show) {
        var below = new Group();
        below.setManaged(false);
        return new Panel() {
            @Override
            public Node node() {
                return below;
            }

            @Override
            public Optional<Node> over() {
                return Optional.of(over);
            }

            @Override
            public void show() {
                show.run();
            }
        };
    }
}
