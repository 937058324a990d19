package dev.posthorn.ui.shell;

import dev.posthorn.auth.AuthType;
import dev.posthorn.auth.AuthTypes;
import dev.posthorn.auth.CreatioOAuthAuth;
import dev.posthorn.auth.CreatioSessionAuth;
import dev.posthorn.auth.Field;
import dev.posthorn.auth.WorkflowServerAuth;
import dev.posthorn.http.Cancellation;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Mend;
import dev.posthorn.ui.editor.AreaField;
import dev.posthorn.ui.editor.Languages;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.FieldForm;
import dev.posthorn.ui.kit.FindingCard;
import dev.posthorn.ui.kit.Fx;
import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.PlainInput;
import dev.posthorn.ui.kit.TextInput;
import dev.posthorn.ui.kit.Tips;
import dev.posthorn.ui.kit.Variables;
import dev.posthorn.vendors.Connection;
import dev.posthorn.vendors.Vendor;
import dev.posthorn.workbench.ConnectionCheck;
import dev.posthorn.workbench.ConnectionCheck.Step;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.octicons.Octicons;

/// The guided start: asks for the address and the credentials of a vendor's system, checks them step by step, and makes a collection and an environment of them.
///
/// 1. Enter checks; when all is well, Enter makes. Each change of what is typed makes it unchecked again.
/// 2. Esc ends a check that is under way, then closes.
final class ConnectSheet extends Sheet implements Overlays.Escaping {

    private static final double WIDTH = 700;
    private static final double TALLEST = 2000;

    /// What it asks of the window. A check blocks, off the FX thread.
    interface Events {
        Optional<Connection> check(Connection connection, Consumer<Step> told, Cancellation cancellation) throws Exception;

        /// `refused` hears why nothing was made.
        void make(Connection connection, String name, Path folder, Consumer<String> refused);
    }

    private final Vendor vendor;
    private final Background background;
    private final Events events;
    private final Map<String, Auth> typedBefore = new HashMap<>();
    private final FieldForm form;
    private final TextField name = new TextField();
    private final TextField folder = new TextField();
    private final VBox steps = new VBox(8);
    private final ScrollPane scroll;
    private final Label hint = new Label();
    private final Button go;
    private final Button cancel;
    private final Button demo = new Button("Use the demo server");
    private Auth auth;
    private boolean named;
    private boolean naming;
    private Connection checked;
    private Cancellation under;

    ConnectSheet(Vendor vendor, Background background, Path start, Supplier<Optional<Path>> choose, Events events, Runnable close) {
        super("connect", "Connect to " + vendor.title(), WIDTH, close);
        this.vendor = vendor;
        this.background = background;
        this.events = events;
        auth = new Auth(vendor.types().getFirst(), Map.of());
        form = new FieldForm(new Inputs(background), this::typed);
        steps.setId("connect-steps");
        var content = new VBox(10);
        if (vendor.types().size() > 1) {
            content.getChildren().add(labelled("Log in with", types()));
        }
        name.setId("connect-name");
        name.textProperty().addListener(_ -> named |= !naming);
        folder.setId("connect-folder");
        folder.setText(start.toString());
        var other = new Button("Choose…");
        other.setMinWidth(USE_PREF_SIZE);
        other.setOnAction(_ -> choose.get().ifPresent(path -> folder.setText(path.toString())));
        HBox.setHgrow(folder, Priority.ALWAYS);
        content.getChildren().addAll(form, hint, labelled("Collection", name), labelled("In", new HBox(8, folder, other)), steps);
        scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(160);
        scroll.setMaxHeight(TALLEST);
        scroll.getStyleClass().addAll("sheet-scroll", "quiet-scroll");
        VBox.setVgrow(scroll, Priority.SOMETIMES);
        // What was found last is seen, also where there is not room for all.
        content.heightProperty().addListener(_ -> {
            if (!steps.getChildren().isEmpty()) {
                Fx.later(() -> scroll.setVvalue(1));
            }
        });
        // The sheet is as tall as what stands in it, as long as the window has room.
        scroll.prefHeightProperty().bind(content.heightProperty().add(2));
        hint.getStyleClass().addAll("muted", "small");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        hint.setPadding(new javafx.geometry.Insets(0, 0, 0, FieldForm.LABELS));
        hint.managedProperty().bind(hint.textProperty().isNotEmpty());
        body(words("Nothing is sent before “Check”. Passwords, secrets and tokens are kept on this machine, never in a file that is shared."), scroll);
        demo.setId("connect-demo");
        demo.setMinWidth(USE_PREF_SIZE);
        demo.setOnAction(_ -> demo());
        Tips.on(demo, "Fills in the demo server, which plays " + vendor.title() + " on this machine");
        var gap = new Region();
        beside(gap);
        beside(demo);
        HBox.setHgrow(demo, Priority.NEVER);
        HBox.setHgrow(gap, Priority.ALWAYS);
        cancel = button("connect-cancel", "Cancel", () -> {
            if (!escape()) {
                close.run();
            }
        });
        go = accent("connect-go", "Check", this::go);
        // A sheet that is taken away by a click beside it must not go on logging in.
        sceneProperty().subscribe((before, now) -> {
            if (before != null && now == null) {
                escape();
            }
        });
        show();
    }

    private static HBox labelled(String text, Region input) {
        var label = new Label(text);
        label.getStyleClass().add("muted");
        label.setMinWidth(FieldForm.LABELS);
        label.setLabelFor(input);
        HBox.setHgrow(input, Priority.ALWAYS);
        input.setMaxWidth(Double.MAX_VALUE);
        var row = new HBox(label, input);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private ChoiceBox<String> types() {
        var box = new ChoiceBox<String>();
        box.setId("connect-type");
        box.getItems().setAll(vendor.types());
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String id) {
                return AuthTypes.of(id).map(AuthType::label).orElse("");
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        box.getSelectionModel().selectFirst();
        box.getSelectionModel().selectedItemProperty().subscribe(id -> {
            if (!id.equals(auth.type())) {
                typedBefore.put(auth.type(), auth);
                set(typedBefore.getOrDefault(id, new Auth(id, Map.of())));
            }
        });
        return box;
    }

    /// The first field has the keyboard.
    void focusFirst() {
        Fx.later(() -> {
            if (form.lookup(".text-field") instanceof TextField first) {
                first.requestFocus();
            }
        });
    }

    private void typed(String key, Object value) {
        if (!value.equals(AuthTypes.complete(auth).values().get(key))) {
            set(auth.with(key, value));
        }
    }

    private void demo() {
        set(Vendor.demo(auth));
        go.requestFocus();
    }

    private void set(Auth now) {
        auth = now;
        unchecked();
        show();
    }

    private void show() {
        form.show(AuthTypes.of(auth.type()).orElseThrow().form(AuthTypes.complete(auth)), auth.values());
        hint.setText(switch (auth.type()) {
            case CreatioSessionAuth.ID -> "A page of the site, copied from the browser, will do as Base URL. The platform is found out by the check.";
            case CreatioOAuthAuth.ID -> "The Identity URL may stay empty: the check looks for it at the usual places.";
            case WorkflowServerAuth.ID -> "How the server controls access is found out by the check.";
            default -> "";
        });
        if (!named) {
            naming = true;
            name.setText(vendor.title() + host(new Connection(vendor, auth).site()));
            naming = false;
        }
    }

    /// " at mysite.creatio.com"; empty where there is no address yet.
    private static String host(String site) {
        var start = site.indexOf("://");
        var end = start < 0 ? -1 : site.indexOf('/', start + 3);
        return site.startsWith("{{demo}}") ? " (demo)" : start < 0 || start + 3 == site.length() ? "" : " at " + site.substring(start + 3, end < 0 ? site.length() : end).replace(':', ' ');
    }

    private void unchecked() {
        if (under != null) {
            under.cancel();
        }
        checked = null;
        steps.getChildren().clear();
        buttons();
    }

    private void buttons() {
        go.setText(checked != null ? "Make collection and environment" : under != null ? "Checking…" : "Check");
        go.setDisable(under != null);
        cancel.setText(under != null ? "Stop (Esc)" : "Cancel");
    }

    private void go() {
        if (checked != null) {
            make();
            return;
        }
        steps.getChildren().clear();
        var cancellation = new Cancellation();
        var connection = new Connection(vendor, auth);
        under = cancellation;
        buttons();
        background.run(() -> events.check(connection, step -> Fx.run(() -> tell(step, cancellation)), cancellation), found -> over(cancellation, found), e -> {
            if (under == cancellation) {
                steps.getChildren().add(line("Check", "It could not be checked: " + e.getMessage(), false));
            }
            over(cancellation, Optional.empty());
        });
    }

    private void tell(Step step, Cancellation of) {
        if (under != of || of.cancelled()) {
            return;
        }
        if (step.fault().isEmpty()) {
            steps.getChildren().add(line(step.title(), step.sentence(), true));
        } else {
            steps.getChildren().addAll(line(step.title(), "", false), new FindingCard(FindingCard.Tone.BAD, step.fault().get(), this::mend));
        }
    }

    private static HBox line(String title, String text, boolean good) {
        var icon = Icons.of(good ? Octicons.CHECK_CIRCLE_16 : Octicons.X_CIRCLE_16);
        icon.getStyleClass().add(good ? "connect-good" : "connect-bad");
        var what = new Label(title);
        what.setMinWidth(108);
        what.getStyleClass().add("strong");
        var words = words(text);
        words.getStyleClass().add("connect-said");
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(10, icon, what, words);
        line.getStyleClass().add(good ? "connect-step-good" : "connect-step-bad");
        return line;
    }

    private void over(Cancellation of, Optional<Connection> found) {
        if (under != of) {
            return;
        }
        under = null;
        if (of.cancelled()) {
            steps.getChildren().add(line("Check", "It was stopped.", false));
        } else if (found.isPresent()) {
            auth = found.get().typed();
            show();
            checked = found.get();
        }
        buttons();
        (checked != null || of.cancelled() ? go : form).requestFocus();
    }

    /// What cannot be done here is in the Authorization tab later.
    private void mend(Mend mend) {
        switch (mend) {
            case Mend.Change(_, var values) -> {
                set(ConnectionCheck.mended(auth, values));
                go.requestFocus();
            }
            case Mend.LogIn _ -> go();
            case Mend.Copy _, Mend.Forget _, Mend.Choose _ -> { }
        }
    }

    private void make() {
        var text = name.getText().strip();
        if (text.isEmpty() || folder.getText().isBlank()) {
            steps.getChildren().add(line("Collection", "It needs a name and a folder.", false));
            return;
        }
        final Path place;
        try {
            place = Path.of(folder.getText().strip());
        } catch (InvalidPathException e) {
            steps.getChildren().add(line("Collection", "The folder cannot be written so: " + e.getReason() + ".", false));
            return;
        }
        go.setDisable(true);
        events.make(checked, text, place, why -> {
            go.setDisable(false);
            steps.getChildren().add(line("Collection", why, false));
        });
    }

    @Override
    public boolean escape() {
        if (under == null) {
            return false;
        }
        under.cancel();
        return true;
    }

    private record Inputs(Background background) implements FieldForm.Inputs {

        @Override
        public TextInput line() {
            return new PlainInput();
        }

        @Override
        public TextInput area(Field.Area field) {
            return new AreaField(Languages.TEXT, Variables.none(), background);
        }

        @Override
        public Variables variables() {
            return Variables.none();
        }
    }
}
