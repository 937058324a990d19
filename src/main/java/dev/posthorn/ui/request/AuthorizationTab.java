package dev.posthorn.ui.request;

import dev.posthorn.auth.AuthTypes;
import dev.posthorn.auth.Field;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Request;
import dev.posthorn.ui.editor.AreaField;
import dev.posthorn.ui.editor.Languages;
import dev.posthorn.ui.editor.VariableField;
import dev.posthorn.ui.kit.FieldForm;
import dev.posthorn.ui.kit.TextInput;
import dev.posthorn.ui.kit.Variables;
import dev.posthorn.vars.Scopes;
import dev.posthorn.workbench.Context;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The authorization: its type, its form, what others put under it, and beside it what will be sent; in a narrow pane below it.
final class AuthorizationTab implements RequestTab {

    /// Narrower than this, the form and what will be sent would squeeze each other.
    private static final double NARROW = 720;

    private final Lens<Auth> auth;
    private final RequestServices services;
    private final Subject subject;
    private final Variables variables;
    private final TypeChooser type;
    private final VBox form = new VBox(8);
    private final VBox under = new VBox();
    private final VBox over = new VBox();
    private final ExplainPanel explained;
    private final VBox left;
    private final BorderPane pane = new BorderPane();
    private final AuthEditing editing = new Editing();
    private final Map<String, Auth> typedBefore = new HashMap<>();
    private String formOf;
    private FieldForm fields;
    private String underOf;
    private Optional<AuthExtras.Panel> extra = Optional.empty();

    /// `whole` is the request that is explained; for a folder or a collection a sample that inherits nothing.
    AuthorizationTab(Lens<Auth> auth, RequestServices services, Variables variables, Subject subject, Supplier<Request> whole) {
        this.auth = auth;
        this.services = services;
        this.subject = subject;
        this.variables = variables;
        explained = new ExplainPanel(services, subject, whole);
        type = new TypeChooser(subject, this::chosen);
        var label = new Label("Type");
        label.getStyleClass().add("muted");
        label.setMinWidth(FieldForm.LABELS);
        label.setLabelFor(type);
        HBox.setHgrow(type, Priority.ALWAYS);
        var first = new HBox(label, type);
        first.getStyleClass().add("type-row");
        left = new VBox(8, first, over, form, under);
        left.getStyleClass().add("tab-padding");
        var scroll = new ScrollPane(left);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("quiet-scroll");
        pane.setCenter(scroll);
        pane.widthProperty().subscribe(width -> place(width.doubleValue()));
    }

    /// Puts what will be sent beside the form, or below it where there is no room.
    private void place(double width) {
        var below = width > 0 && width < NARROW;
        explained.setPrefWidth(below ? Region.USE_COMPUTED_SIZE : Math.min(520, width * 0.36));
        if (explained.getParent() != null && below == left.getChildren().contains(explained)) {
            return;
        }
        pane.setRight(null);
        left.getChildren().remove(explained);
        explained.below(below);
        if (below) {
            left.getChildren().add(explained);
        } else {
            pane.setRight(explained);
        }
    }

    private void chosen(String id) {
        auth.replace(now -> {
            typedBefore.put(now.type(), now);
            return typedBefore.getOrDefault(id, new Auth(id, Map.of()));
        });
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void show() {
        var now = auth.now();
        type.show(now.type());
        if (!now.type().equals(formOf)) {
            formOf = now.type();
            form.getChildren().setAll(form(now));
        }
        if (fields != null) {
            fields.show(AuthTypes.of(now.type()).orElseThrow().form(now), now.values());
        } else if (!now.inherited() && AuthTypes.of(now.type()).isEmpty()) {
            form.getChildren().setAll(new KeptValues(now));
        }
        showUnder();
        explained.refresh();
    }

    /// The panel of others goes by what is in force, also where that is set above.
    private void showUnder() {
        var inForce = editing.effective().auth().type();
        if (!inForce.equals(underOf)) {
            underOf = inForce;
            extra = services.authExtras().under(inForce, editing);
            under.getChildren().setAll(extra.map(AuthExtras.Panel::node).stream().toList());
            over.getChildren().setAll(extra.flatMap(AuthExtras.Panel::over).stream().toList());
        }
        extra.ifPresent(AuthExtras.Panel::show);
    }

    private Node form(Auth shown) {
        fields = null;
        if (shown.inherited()) {
            return sentence(subject.unsetMeans());
        }
        var known = AuthTypes.of(shown.type());
        if (known.isEmpty()) {
            return new KeptValues(shown);
        }
        if (known.get().fields().isEmpty()) {
            return sentence(known.get().summary());
        }
        fields = new FieldForm(new Inputs(), (key, value) -> auth.replace(a -> a.with(key, alike(a.values().get(key), value))));
        return fields;
    }

    /// What was a number or a switch in the file stays one where what is typed still is.
    private static Object alike(Object before, Object after) {
        if (before instanceof Number && after instanceof String text && text.matches("-?(0|[1-9]\\d{0,17})(\\.\\d{1,9})?")) {
            return text.contains(".") ? new BigDecimal(text) : text.length() < 10 ? (Number) Integer.valueOf(text) : Long.valueOf(text);
        }
        return before instanceof Boolean && after instanceof String text && text.matches("true|false") ? Boolean.valueOf(text) : after;
    }

    private static Node sentence(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.getStyleClass().add("muted");
        return label;
    }

    @Override
    public void environmentChanged() {
        if (fields != null) {
            fields.recolour();
        }
        showUnder();
        explained.refresh();
    }

    @Override
    public void focusFirst() {
        type.requestFocus();
    }

    private final class Inputs implements FieldForm.Inputs {

        @Override
        public TextInput line() {
            return new VariableField(variables);
        }

        @Override
        public TextInput area(Field.Area field) {
            return new AreaField(field.written() == Field.Written.JSON ? Languages.of("json") : Languages.TEXT, variables, services.background());
        }

        @Override
        public Variables variables() {
            return variables;
        }

        @Override
        public Optional<FieldForm.Beside> beside(Field secret) {
            return services.authExtras().beside(secret, editing);
        }
    }

    private final class Editing implements AuthEditing {

        @Override
        public Auth own() {
            return auth.now();
        }

        @Override
        public Context.Effective effective() {
            return services.context().auth(auth.now());
        }

        @Override
        public Scopes scopes() {
            return services.scopes();
        }

        @Override
        public void change(UnaryOperator<Auth> edit) {
            auth.replace(edit);
        }

        @Override
        public void refresh() {
            explained.refresh();
        }
    }
}
