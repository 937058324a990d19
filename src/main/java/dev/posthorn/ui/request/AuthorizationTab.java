package dev.posthorn.ui.request;

import dev.posthorn.auth.AuthType;
import dev.posthorn.auth.AuthTypes;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Request;
import dev.posthorn.ui.editor.VariableField;
import dev.posthorn.ui.kit.FieldForm;
import dev.posthorn.ui.kit.Variables;
import dev.posthorn.workbench.Draft;
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

    private final Draft draft;
    private final RequestServices services;
    private final Variables variables;
    private final ChoiceBox<String> type = new ChoiceBox<>();
    private final VBox form = new VBox(8);
    private final SentPanel sent;
    private final BorderPane pane = new BorderPane();
    private final Map<String, Auth> typedBefore = new HashMap<>();
    private String formOf;
    private FieldForm fields;
    private boolean showing;

    AuthorizationTab(Draft draft, RequestServices services, Variables variables) {
        this.draft = draft;
        this.services = services;
        this.variables = variables;
        sent = new SentPanel(services);
        type.setId("auth-type");
        type.setMaxWidth(Double.MAX_VALUE);
        type.setConverter(new StringConverter<>() {
            @Override
            public String toString(String id) {
                return id == null ? "" : id.equals(Auth.INHERIT.type()) ? "Inherit from parent" : AuthTypes.label(id);
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
            draft.edit(r -> {
                typedBefore.put(r.auth().type(), r.auth());
                return r.withAuth(typedBefore.getOrDefault(id, new Auth(id, Map.of())));
            });
        }
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void show(Request request) {
        showing = true;
        var auth = request.auth();
        if (!type.getItems().contains(auth.type())) {
            type.getItems().add(auth.type());
        }
        type.getSelectionModel().select(auth.type());
        if (!auth.type().equals(formOf)) {
            formOf = auth.type();
            form.getChildren().setAll(form(auth));
        }
        if (fields != null) {
            fields.show(auth.values());
        } else if (!auth.inherited() && AuthTypes.of(auth.type()).isEmpty()) {
            form.getChildren().setAll(form(auth));
        }
        sent.show(auth);
        showing = false;
    }

    private Node form(Auth auth) {
        fields = null;
        if (auth.inherited()) {
            return sentence("The nearest folder above that sets an authorization decides, else the collection.");
        }
        var known = AuthTypes.of(auth.type());
        if (known.isEmpty()) {
            return kept(auth);
        }
        if (known.get().fields().isEmpty()) {
            return sentence(known.get().summary());
        }
        fields = new FieldForm(known.get().fields(), () -> new VariableField(variables), (key, value) -> draft.edit(r -> r.withAuth(r.auth().with(key, value))));
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
        sent.show(draft.value().auth());
    }

    @Override
    public void focusFirst() {
        type.requestFocus();
    }
}
