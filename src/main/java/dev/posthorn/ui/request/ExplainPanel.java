package dev.posthorn.ui.request;

import dev.posthorn.auth.Added;
import dev.posthorn.auth.AuthTypes;
import dev.posthorn.auth.Explanation;
import dev.posthorn.auth.Working;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Request;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Tips;
import dev.posthorn.workbench.Explaining.Explained;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.octicons.Octicons;

/// "What will be sent": what the authorization adds to this very request, what that was worked out from, tokens taken apart, or why nothing
/// is added; and which level sets it. Secrets are masked until the eye is pressed. Worked out behind, a moment after the last edit.
final class ExplainPanel extends BorderPane {

    private static final Duration PAUSE = Duration.millis(150);
    private static final int LONGEST = 20_000;
    private static final Set<String> STEADY = Set.of("basic", "bearer", "apikey", "oauth2", "netrc", "noauth", "jwt", "creatioSession", "creatioOAuth", "bizagi", "workflowServer");
    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");
    /// Pixels of a letter of code, and of all that stands in a line beside the text.
    private static final double LETTER = 7.7;
    private static final double BESIDE_TEXT = 100;
    private static final String MASK = "••••••••";

    private final RequestServices services;
    private final Subject subject;
    private final Supplier<Request> whole;
    private final ToggleButton eye = new ToggleButton(null, Icons.of(Octicons.EYE_16));
    private final VBox content = new VBox(8);
    private final ScrollPane scroll = new ScrollPane();
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private final Background.Latest<Explained> latest;
    private Explained shown;
    private boolean asked;
    private double drawnFor;

    /// `whole` is the request that is explained; for a folder or a collection a sample.
    ExplainPanel(RequestServices services, Subject subject, Supplier<Request> whole) {
        this.services = services;
        this.subject = subject;
        this.whole = whole;
        setId("explain");
        getStyleClass().add("sent-panel");
        latest = services.background().latest(this::arrived, this::failed);
        pause.setOnFinished(_ -> ask());
        var title = new Label("What will be sent");
        title.getStyleClass().add("panel-title");
        eye.getStyleClass().add("icon-button");
        eye.setId("reveal");
        Tips.on(eye, "Show or hide the secrets");
        eye.setAccessibleText("Show or hide the secrets");
        eye.setVisible(false);
        eye.setOnAction(_ -> draw());
        var top = new HBox(title, gap(), eye);
        top.getStyleClass().add("title-row");
        content.getStyleClass().add("sent-content");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("quiet-scroll");
        setTop(top);
        below(false);
        widthProperty().subscribe(width -> {
            if (shown != null && folded(drawnFor) != folded(width.doubleValue())) {
                draw();
            }
        });
        sceneProperty().subscribe(scene -> {
            if (scene != null && asked) {
                ask();
            }
        });
    }

    private static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    /// Below the form it is as high as it has to be and scrolls with it; beside the form it scrolls by itself.
    void below(boolean below) {
        pseudoClassStateChanged(BELOW, below);
        if (below) {
            scroll.setContent(null);
            setCenter(content);
        } else {
            setCenter(scroll);
            scroll.setContent(content);
        }
    }

    /// How many of the lines have name and value under each other at this width.
    private long folded(double width) {
        return shown.explanation().added().stream().filter(a -> !fits(a, width)).count();
    }

    private boolean fits(Added added, double width) {
        return added.name().length() + value(added).length() + 2 <= (width - BESIDE_TEXT) / LETTER;
    }

    private String value(Added added) {
        return eye.isSelected() ? added.value() : added.masked();
    }

    /// Explains anew, soon. A panel that nobody sees waits until it is seen.
    void refresh() {
        var first = !asked;
        asked = true;
        if (first) {
            ask();
        } else if (getScene() != null) {
            pause.playFromStart();
        }
    }

    private void ask() {
        pause.stop();
        var request = whole.get();
        var explaining = services.explaining();
        latest.submit(() -> explaining.of(request));
    }

    private void arrived(Explained explained) {
        shown = explained;
        draw();
    }

    private void failed(Exception e) {
        content.getChildren().clear();
        sentence("This authorization could not be explained: " + e + ".");
    }

    private void draw() {
        content.getChildren().clear();
        drawnFor = getWidth();
        var explanation = shown.explanation();
        var workings = explanation.workings();
        eye.setVisible(explanation.added().stream().anyMatch(Added::secret) || workings.stream().anyMatch(Working::secret));
        explanation.failure().ifPresent(this::trouble);
        if (!explanation.silence().isEmpty()) {
            sentence(unset() ? nobody() : explanation.silence());
        }
        explanation.added().forEach(this::line);
        replaced(explanation);
        missing();
        shown.reservation().forEach(this::sentence);
        workings.forEach(this::working);
        if (!explanation.added().isEmpty() && !STEADY.contains(shown.from().auth().type())) {
            sentence("Time, nonce and signature are made anew when it is sent.");
        }
        if (explanation.silence().isEmpty() && explanation.failure().isEmpty() && workings.stream().noneMatch(w -> w.kind() == Working.Kind.NOTE)) {
            AuthTypes.of(shown.from().auth().type()).ifPresent(type -> sentence(type.summary()));
        }
        origin();
    }

    private boolean unset() {
        return shown.from().auth().type().equals(Auth.NONE.type()) && shown.from().from().isEmpty();
    }

    private String nobody() {
        return subject == Subject.COLLECTION ? "Nothing: this collection sets no authorization."
                : "Nothing: neither " + subject.words() + " nor a folder or collection above it sets an authorization.";
    }

    private void trouble(Failure failure) {
        var text = new Label(failure instanceof Failure.AuthRefused(_, var reason) ? "Nothing will be sent: " + reason + "."
                : failure.sentence().replaceFirst("^Nothing was sent: ", "Nothing will be sent: "));
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.getStyleClass().add("sent-trouble");
        text.setId("explain-trouble");
        content.getChildren().add(text);
    }

    private void line(Added added) {
        var name = new Label(switch (added.place()) {
            case HEADER -> added.name() + ":";
            case QUERY -> "?" + added.name() + "=";
            case BODY -> added.name() + "=";
        });
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        var value = code(value(added));
        value.getStyleClass().add("muted");
        var copy = copy("Copy the whole value", added.value());
        if (fits(added, getWidth())) {
            name.setMinWidth(USE_PREF_SIZE);
            card(new HBox(8, name, grow(value), copy));
        } else {
            card(new VBox(2, row(name, copy), value));
        }
    }

    private static Node grow(Label value) {
        HBox.setHgrow(value, Priority.ALWAYS);
        value.setMaxWidth(Double.MAX_VALUE);
        return value;
    }

    private static HBox row(Label left, Node right) {
        HBox.setHgrow(left, Priority.SOMETIMES);
        var row = new HBox(4, left, gap(), right);
        row.getStyleClass().add("title-row");
        return row;
    }

    private void card(Region node) {
        node.getStyleClass().addAll("sent-line", "code");
        content.getChildren().add(node);
    }

    private static Label code(String text) {
        var label = new Label(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add("code");
        return label;
    }

    private static Node copy(String tip, String text) {
        var button = Icons.button(Octicons.CLIPPY_16, tip, () -> {
            var clip = new ClipboardContent();
            clip.putString(text);
            Clipboard.getSystemClipboard().setContent(clip);
        });
        button.getStyleClass().add("row-button");
        button.setFocusTraversable(true);
        return button;
    }

    private void replaced(Explanation explanation) {
        var names = explanation.added().stream().filter(Added::replaces).map(a -> (a.place() == Added.Place.HEADER ? "header " : "parameter ") + a.name()).distinct().toList();
        if (!names.isEmpty()) {
            sentence("Takes the place of the request's own " + String.join(", ", names) + ".");
        }
    }

    private void missing() {
        if (!shown.missing().isEmpty()) {
            var names = new LinkedHashSet<>(shown.missing().stream().map(m -> "{{" + m.name() + "}} (" + m.where().replaceFirst("^authorization, ", "") + ")").toList());
            var warning = new Label("No value for " + String.join(", ", names));
            warning.getStyleClass().addAll("pill", "warning", "tall");
            warning.setWrapText(true);
            warning.setMinHeight(USE_PREF_SIZE);
            content.getChildren().add(warning);
        }
    }

    private void working(Working working) {
        switch (working.kind()) {
            case NOTE, WARNING -> sentence(working.text());
            case TEXT, JSON -> {
                var title = new Label(working.title());
                title.getStyleClass().addAll("small", "working-title");
                content.getChildren().add(row(title, copy("Copy", working.text())));
                var text = code(working.secret() && !eye.isSelected() ? MASK : working.text());
                var box = new VBox(text);
                card(box);
            }
        }
    }

    private void origin() {
        var from = shown.from().from();
        if (!from.isEmpty() && !from.equals("this request")) {
            var text = new Label(AuthTypes.label(shown.from().auth().type()) + ", inherited from");
            text.getStyleClass().add("muted");
            var link = new Hyperlink(from);
            link.setId("inherited-from");
            link.setOnAction(_ -> services.goTo(from));
            link.setWrapText(true);
            link.setMinHeight(USE_PREF_SIZE);
            var row = new VBox(text, link);
            content.getChildren().addFirst(row);
        }
    }

    private void sentence(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().addAll("muted", "small");
        content.getChildren().add(label);
    }
}
