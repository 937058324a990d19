package dev.posthorn.ui.oauth;

import dev.posthorn.auth.AuthTypes;
import dev.posthorn.auth.CreatioSessionAuth;
import dev.posthorn.ui.kit.Theme;
import java.util.ArrayList;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// What the types of Creatio, Bizagi and Workflow Server put over their forms: the session or the token that will be sent, a check of the server, and what can be called there.
public final class VendorPanel extends VBox {

    private final TokenSubject subject;
    private final SessionPanel session;
    private final TokenPanel token;
    private final VendorTools tools;

    public VendorPanel(LoginServices services, LoginDesk desk, TokenSubject subject) {
        super(8);
        this.subject = subject;
        setId("vendor-panel");
        getStyleClass().add("oauth-over");
        getStylesheets().add(Theme.sheet(VendorPanel.class, "oauth.css"));
        session = new SessionPanel(services, desk, subject, false);
        token = new TokenPanel(services, desk, new OAuthSubject(subject));
        tools = new VendorTools(services, desk, subject);
    }

    /// Looks at everything again.
    public void show() {
        var auth = subject.resolved();
        var parts = new ArrayList<Node>();
        if (auth.type().equals(CreatioSessionAuth.ID)) {
            parts.add(session);
            session.show();
        } else if (AuthTypes.oauth(auth).isPresent()) {
            parts.add(token);
            token.show();
        }
        tools.show();
        parts.add(tools);
        if (!parts.equals(getChildren())) {
            getChildren().setAll(parts);
        }
    }
}
