package dev.posthorn.ui.oauth;

import dev.posthorn.auth.AuthType;
import dev.posthorn.auth.Field;
import dev.posthorn.oauth.Application;
import dev.posthorn.oauth.Grant;
import dev.posthorn.oauth.agent.Loopback;
import dev.posthorn.ui.editor.AreaField;
import dev.posthorn.ui.editor.Languages;
import dev.posthorn.ui.editor.VariableField;
import dev.posthorn.ui.kit.FieldForm;
import dev.posthorn.ui.kit.SecretField;
import dev.posthorn.ui.kit.TextInput;
import dev.posthorn.ui.kit.Variables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The fields of an OAuth application. Other programs call some of them by other names; those stand below the field's own.
final class ApplicationForm extends GridPane {

    private static final double LABELS = 210;
    private static final double NARROW_LABELS = 124;
    private static final double NARROW = 500;
    private static final double GAP = 12;
    private static final String PLACE = "client_authentication";

    private final LoginServices services;
    private final Consumer<UnaryOperator<Application>> edit;
    private final Map<String, Consumer<Application>> shown = new LinkedHashMap<>();
    private final List<TextInput> inputs = new ArrayList<>();
    private final TextField name = new TextField();
    private final FieldForm extras;
    private final DiscoveryRow discovery;
    private final ColumnConstraints labels = new ColumnConstraints(LABELS);
    private Application now;
    private boolean showing;

    ApplicationForm(LoginServices services, Consumer<UnaryOperator<Application>> edit) {
        this.services = services;
        this.edit = edit;
        setMinWidth(0);
        getStyleClass().add("application-form");
        var rest = new ColumnConstraints(120, 420, Double.MAX_VALUE);
        rest.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(labels, rest);
        name();
        var issuer = input("issuer", "", app -> app.values().text("issuer"), (app, text) -> with(app, "issuer", text));
        discovery = new DiscoveryRow(services, LABELS + GAP, issuer, () -> {
            var values = now.values();
            return () -> services.ready(values).text("issuer");
        }, this::discovered).strong();
        row("", "", discovery, true);
        choice("Grant type", "", "grant_type", "", grants());
        text("Client ID", "application ID, consumer ID, public key", "clientId", "");
        secret("Client secret", "application secret, consumer secret, secret key", "clientSecret");
        choice("Send client credentials in token requests", "", PLACE, "body", places());
        text("Auth code request URL", "authorization endpoint", "authUrl", "https://…/authorize");
        text("Access token request URL", "token endpoint", "accessTokenUrl", "https://…/token");
        text("Refresh token URL", "", "refreshTokenUrl", "empty: the access token request URL");
        text("Device code URL", "device authorization endpoint", "deviceUrl", "only for the grant Device Code");
        redirect();
        var revoke = input("revokeUrl", "optional; called when a login is removed", Application::revokeUrl,
                (app, text) -> new Application(app.id(), app.name(), app.image(), app.values(), text, app.shared()));
        row("Revoke token URL", "revocation endpoint (RFC 7009)", revoke.node(), false);
        scopes();
        choice("PKCE", "code challenge method", "challengeAlgorithm", "S256", List.of(new Field.Option("S256", "SHA-256"), new Field.Option("plain", "plain")));
        text("User name", "for the grant Password Credentials", "username", "");
        secret("Password", "", "password");
        text("Audience", "", "audience", "");
        extras = new FieldForm(new Inputs(), (key, value) -> change(app -> app.withValues(app.values().with(key, value))));
        row("", "", extras, true);
    }

    private static List<Field.Option> grants() {
        return Arrays.stream(Grant.values()).map(g -> new Field.Option(g.key(), g.label())).toList();
    }

    private static List<Field.Option> places() {
        return List.of(new Field.Option("body", "In the request body"), new Field.Option("header", "As a Basic auth header"),
                new Field.Option("query", "In the query string, as a GET request"), new Field.Option("client_secret_jwt", "As a JWT signed with the secret"),
                new Field.Option("private_key_jwt", "As a JWT signed with a private key"), new Field.Option("tls_client_auth", "By the TLS client certificate"));
    }

    /// What few applications have: a key to sign with, and parameters of the provider's own.
    private static List<AuthType.Section> sections(Application application) {
        var sections = new ArrayList<AuthType.Section>();
        if (application.values().text(PLACE).equals("private_key_jwt") || application.values().text("grant_type").equals("jwt_bearer")) {
            sections.add(new AuthType.Section("Key to sign with", List.of(new Field.Area("privateKey", "Private key", "", "-----BEGIN PRIVATE KEY----- or a JWK", Field.Written.PEM, true),
                    new Field.Text("keyId", "Key ID", "", ""), new Field.Text("assertionAlgorithm", "Algorithm", "", "RS256"), new Field.Text("assertionAudience", "Audience", "", "the access token request URL")), true));
        }
        sections.add(new AuthType.Section("Further parameters", List.of(new Field.Rows("authRequestParams", "Of the login page", List.of()), new Field.Rows("tokenRequestParams", "Of token requests", sendAs()),
                new Field.Rows("refreshRequestParams", "Of refresh requests", sendAs())), false));
        return sections;
    }

    /// What the fields below are typed into.
    private final class Inputs implements FieldForm.Inputs {

        @Override
        public TextInput line() {
            return new VariableField(services.variables());
        }

        @Override
        public TextInput area(Field.Area field) {
            return new AreaField(Languages.TEXT, services.variables(), services.background());
        }

        @Override
        public Variables variables() {
            return services.variables();
        }
    }

    private static List<Field.Option> sendAs() {
        return List.of(new Field.Option("request_body", "Body"), new Field.Option("request_header", "Header"), new Field.Option("request_url", "URL"));
    }

    private void name() {
        name.setId("application-name");
        name.textProperty().subscribe((_, text) -> change(app -> new Application(app.id(), text, app.image(), app.values(), app.revokeUrl(), app.shared())));
        shown.put("name", app -> {
            if (!name.getText().equals(app.name())) {
                name.setText(app.name());
            }
        });
        row("Name", "", name, false);
    }

    private void text(String label, String also, String key, String prompt) {
        var input = input(key, prompt, app -> app.values().text(key), (app, text) -> with(app, key, text));
        row(label, also, input.node(), false);
    }

    private void secret(String label, String also, String key) {
        var input = new SecretField(new VariableField(services.variables()));
        bind(input, key, app -> app.values().text(key), (app, text) -> with(app, key, text));
        row(label, also, input.node(), false);
    }

    /// An absent key stays absent as long as nothing is typed.
    private static Application with(Application app, String key, String text) {
        return text.isEmpty() && !app.values().values().containsKey(key) ? app : app.withValues(app.values().with(key, text));
    }

    private TextInput input(String key, String prompt, java.util.function.Function<Application, String> read, java.util.function.BiFunction<Application, String, Application> write) {
        var input = new VariableField(services.variables());
        input.prompt(prompt);
        bind(input, key, read, write);
        return input;
    }

    private void bind(TextInput input, String key, java.util.function.Function<Application, String> read, java.util.function.BiFunction<Application, String, Application> write) {
        input.node().setId("application-" + key);
        input.onEdit(text -> change(app -> write.apply(app, text)));
        shown.put(key, app -> input.show(read.apply(app)));
        inputs.add(input);
    }

    private void choice(String label, String also, String key, String preset, List<Field.Option> options) {
        var box = new ChoiceBox<Field.Option>();
        box.setId("application-" + key);
        box.getItems().setAll(options);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Field.Option option) {
                return option == null ? "" : option.label();
            }

            @Override
            public Field.Option fromString(String text) {
                return new Field.Option(text, text);
            }
        });
        box.valueProperty().subscribe((_, option) -> {
            if (option != null) {
                change(app -> app.withValues(app.values().with(key, option.value())));
            }
        });
        shown.put(key, app -> {
            var value = app.values().text(key).isEmpty() ? preset : app.values().text(key);
            if (!value.isEmpty() && options.stream().noneMatch(o -> o.value().equals(value)) && box.getItems().stream().noneMatch(o -> o.value().equals(value))) {
                box.getItems().add(new Field.Option(value, value));
            }
            box.setValue(box.getItems().stream().filter(o -> o.value().equals(value)).findFirst().orElse(null));
        });
        row(label, also, box, false);
    }

    private void redirect() {
        var input = input("redirect_uri", "empty: any free port of this machine", app -> app.values().text("redirect_uri"), (app, text) -> with(app, "redirect_uri", text));
        HBox.setHgrow(input.node(), Priority.ALWAYS);
        input.node().setMaxWidth(Double.MAX_VALUE);
        var note = new Label("The other side must have the very same one; its domain may need verifying there.");
        note.getStyleClass().addAll("muted", "small");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        row("Redirect URL", "callback", new VBox(2, new HBox(8, input.node(), Copying.words("redirect-copy", "Copy", this::redirectUrl)), note), false);
    }

    private String redirectUrl() {
        var set = services.resolved(now.values()).text("redirect_uri");
        return set.isEmpty() ? Loopback.PRESET : set;
    }

    private void scopes() {
        var list = new ScopeList(all -> change(app -> app.withValues(app.values().with("scope", String.join(" ", all)))));
        shown.put("scope", app -> list.show(Arrays.stream(app.values().text("scope").strip().split("\\s+")).filter(s -> !s.isEmpty()).toList()));
        row("Scopes", "a list, joined by a space", list, false);
    }

    private void row(String label, String also, Node field, boolean whole) {
        if (whole) {
            add(field, 0, getRowCount(), 2, 1);
            return;
        }
        var title = new Label(label);
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        title.setLabelFor(field);
        var words = new VBox(title);
        words.getStyleClass().add("application-label");
        if (!also.isEmpty()) {
            var other = new Label(also);
            other.getStyleClass().addAll("muted", "small");
            other.setWrapText(true);
            other.setMinHeight(USE_PREF_SIZE);
            words.getChildren().add(other);
        }
        GridPane.setValignment(words, VPos.TOP);
        GridPane.setValignment(field, VPos.TOP);
        GridPane.setFillHeight(field, false);
        addRow(getRowCount(), words, field);
    }

    private void discovered(Map<String, String> found) {
        change(app -> {
            var values = app.values();
            for (var value : found.entrySet()) {
                values = value.getKey().equals("revokeUrl") ? values : values.with(value.getKey(), value.getValue());
            }
            return new Application(app.id(), app.name(), app.image(), values, found.getOrDefault("revokeUrl", app.revokeUrl()), app.shared());
        });
        show(now);
    }

    private void change(UnaryOperator<Application> change) {
        if (!showing && now != null) {
            now = change.apply(now);
            edit.accept(change);
        }
    }

    /// Shows an application; what is shown already does not move.
    void show(Application application) {
        now = application;
        showing = true;
        shown.values().forEach(show -> show.accept(application));
        extras.show(sections(application), application.values().values());
        showing = false;
    }

    /// Gives the labels less where there is little room.
    void room(double width) {
        var wide = width < NARROW ? NARROW_LABELS : LABELS;
        if (labels.getPrefWidth() != wide) {
            labels.setMinWidth(wide);
            labels.setPrefWidth(wide);
            labels.setMaxWidth(wide);
            discovery.labels(wide + GAP);
        }
    }

    /// Puts the keyboard on the name, all of it selected.
    void focusName() {
        name.requestFocus();
        name.selectAll();
    }

    /// Looks at the variables again.
    void recolour() {
        inputs.forEach(TextInput::recolour);
    }
}
