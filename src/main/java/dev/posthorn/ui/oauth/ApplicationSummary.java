package dev.posthorn.ui.oauth;

import dev.posthorn.model.Auth;
import dev.posthorn.oauth.Application;
import dev.posthorn.oauth.ClientProof;
import dev.posthorn.oauth.Grant;
import dev.posthorn.ui.kit.FieldForm;
import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// What a request takes from its application, to be read. It is edited with the application.
final class ApplicationSummary extends GridPane {

    private Application shown;

    ApplicationSummary() {
        setId("application-summary");
        getStyleClass().add("application-summary");
        var labels = new ColumnConstraints(FieldForm.LABELS);
        var rest = new ColumnConstraints(120, 320, Double.MAX_VALUE);
        rest.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(labels, rest);
    }

    void show(Application application) {
        if (application.equals(shown)) {
            return;
        }
        shown = application;
        getChildren().clear();
        var values = application.values();
        row("Grant type", Grant.of(values.text("grant_type")).map(Grant::label).orElse("not chosen yet"));
        row("Client ID", values.text("clientId"));
        row("Client secret", values.text("clientSecret").isEmpty() ? "" : "••••••••");
        row("Credentials", Arrays.stream(ClientProof.values()).filter(p -> p.key().equals(proof(values))).findFirst().map(ClientProof::label).orElse(proof(values)));
        row("Auth URL", values.text("authUrl"));
        row("Access token URL", values.text("accessTokenUrl"));
        if (!values.text("redirect_uri").isEmpty()) {
            var text = value(values.text("redirect_uri"));
            var box = new HBox(4, text, Copying.icon("summary-redirect-copy", "Copy the redirect URL", () -> values.text("redirect_uri")));
            box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            row("Redirect URL", box);
        }
        row("Scopes", values.text("scope"));
    }

    private static String proof(Auth values) {
        return values.text("client_authentication").isEmpty() ? "body" : values.text("client_authentication");
    }

    private void row(String label, String text) {
        if (!text.isBlank()) {
            row(label, value(text));
        }
    }

    private void row(String label, Node node) {
        var name = new Label(label);
        name.getStyleClass().add("muted");
        addRow(getRowCount(), name, node);
    }

    private static Label value(String text) {
        var label = new Label(text);
        label.setMinWidth(40);
        label.getStyleClass().add("code");
        return label;
    }
}
