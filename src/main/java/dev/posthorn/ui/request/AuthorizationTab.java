package dev.posthorn.ui.request;

import dev.posthorn.auth.AuthType;
import dev.posthorn.auth.AuthTypes;
import dev.posthorn.model.Auth;
import dev.posthorn.ui.editor.VariableField;
import dev.posthorn.ui.kit.FieldForm;
import dev.posthorn.ui.kit.Variables;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The authorization: its type, its form, and beside it what will be sent.
final class AuthorizationTab implements RequestTab {

    private final Lens<Auth> auth;
    private final Subject subject;
    private final Variables variables;
    private final ChoiceBox<String> type = new ChoiceBox<>();
    private final VBox form = new VBox(8);
    private final SentPanel sent;
    private final BorderPane pane = new BorderPane();
    private final Map<String, Auth> typedBefore = new HashMap<>();
    private String formOf;
    private FieldForm fields;
    private boolean showing;

    AuthorizationTab(Lens<Auth> auth, RequestServices services, Variables variables, Subject subject) {
        this.auth = auth;
        this.subject = subject;
        this.variables = variables;
        sent = new SentPanel(services, subject);
        type.setId("auth-type");
        type.setMaxWidth(Double.MAX_VALUE);
        type.setConverter(new StringConverter<>() {
            @Override
            public String toString(String id) {
                return id == null ? "" : id.equals(Auth.INHERIT.type()) ? subject.unset() : AuthTypes.label(id);
            }

            @Override
            public String fromString(String label) {
                return label;
            }
        });
        type.getItems().add(Auth.INHERIT.type());
        type.getItems().addAll(AuthTypes.ALL.stream().map(AuthType::id).toList());
        type.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        var label = new Label("Type");
        label.getStyleClass().add("muted");
        label.setMinWidth(FieldForm.LABELS);
        HBox.setHgrow(type, Priority.ALWAYS);
        var first = new HBox(label, type);
        first.getStyleClass().add("type-row");
        var left = new VBox(8, first, form);
        left.getStyleClass().add("tab-padding");
        var scroll = new ScrollPane(left);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("quiet-scroll");
        pane.setCenter(scroll);
        pane.setRight(sent);
        sent.prefWidthProperty().bind(pane.widthProperty().multiply(0.36).map(w -> Math.min(420, w.doubleValue())));
    }

    private void chosen(String id) {
        if (!showing && id != null) {
            auth.replace(now -> {
                typedBefore.put(now.type(), now);
                return typedBefore.getOrDefault(id, new Auth(id, Map.of()));
            });
        }
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void show() {
        showing = true;
        var now = auth.now();
        if (!type.getItems().contains(now.type())) {
            type.getItems().add(now.type());
        }
        type.getSelectionModel().select(now.type());
        if (!now.type().equals(formOf)) {
            formOf = now.type();
            form.getChildren().setAll(form(now));
        }
        if (fields != null) {
            fields.show(now.values());
        } else if (!now.inherited() && AuthTypes.of(now.type()).isEmpty()) {
            form.getChildren().setAll(form(now));
        }
        sent.show(now);
        showing = false;
    }

    private Node form(Auth shown) {
        fields = null;
        if (shown.inherited()) {
            return sentence(subject.unsetMeans());
        }
        var known = AuthTypes.of(shown.type());
        if (known.isEmpty()) {
            return kept(shown);
        }
        if (known.get().fields().isEmpty()) {
            return sentence(known.get().summary());
        }
        fields = new FieldForm(known.get().fields(), () -> new VariableField(variables), (key, value) -> auth.replace(a -> a.with(key, value)));
        return fields;
    }

    /// A type that this version does not know: its values, to read.
    private static Node kept(Auth auth) {
        var grid = new GridPane(12, 6);
        grid.setId("kept-values");
        var secrets = java.util.Set.of("password", "token", "secret", "secretKey", "clientSecret", "accessToken", "consumerSecret", "tokenSecret",
                "authKey", "privateKey", "refreshToken", "sessionToken", "client_secret", "access_token");
        new LinkedHashMap<>(auth.values()).forEach((key, value) -> {
            var name = new Label(key);
            name.getStyleClass().add("muted");
            var text = String.valueOf(value);
            var shown = new Label(secrets.contains(key) && !text.isEmpty() && !Variables.onlyReferences(text) ? "••••••••" : text);
            shown.getStyleClass().add("code");
            grid.addRow(grid.getRowCount(), name, shown);
        });
        return new VBox(12, sentence(AuthTypes.label(auth.type()) + " stays in the file as it is. This version of Posthorn cannot sign with it yet; its values, to read:"), grid);
    }

    private static Node sentence(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("muted");
        return label;
    }

    @Override
    public void environmentChanged() {
        if (fields != null) {
            fields.recolour();
        }
        sent.show(auth.now());
    }

    @Override
    public void focusFirst() {
        type.requestFocus();
    }
}
