package dev.posthorn.ui.oauth;

import dev.posthorn.model.Hop;
import dev.posthorn.model.Traffic;
import dev.posthorn.oauth.LoginStep;
import dev.posthorn.store.Veil;
import dev.posthorn.ui.editor.Transcript;
import dev.posthorn.ui.editor.VeiledExchange;
import dev.posthorn.ui.kit.Icons;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// One line of a login's timeline. What went over the wire opens below it by a click, or by Enter, with its secrets covered.
final class StepRow extends VBox {

    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final double DETAIL = 230;

    private final LoginStep step;
    private final Veil veil;
    private final Set<Integer> uncovered = new HashSet<>();
    private final Label arrow = new Label();
    private Transcript detail;

    StepRow(LoginStep step, Instant begun, Veil veil) {
        this.step = step;
        this.veil = veil;
        getStyleClass().addAll("login-step", step.kind().name().toLowerCase(Locale.ROOT));
        var line = new HBox(10, icon(), time(begun), words());
        line.getStyleClass().add("login-step-line");
        line.setAlignment(Pos.TOP_LEFT);
        if (step.hop() != null) {
            line.getChildren().addAll(status(step.hop()), arrow);
            arrow.setGraphic(Icons.of(Octicons.CHEVRON_RIGHT_16));
            setFocusTraversable(true);
            setAccessibleRole(AccessibleRole.BUTTON);
            line.setOnMouseClicked(_ -> {
                requestFocus();
                toggle();
            });
            addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        }
        setAccessibleText(step.title() + ". " + step.text());
        getChildren().add(line);
    }

    private void key(KeyEvent key) {
        if (key.getTarget() == this && (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE
                || key.getCode() == KeyCode.RIGHT && detail == null || key.getCode() == KeyCode.LEFT && detail != null)) {
            toggle();
            key.consume();
        }
    }

    private Region icon() {
        var icon = new Label();
        icon.setGraphic(Icons.of(switch (step.kind()) {
            case GOOD -> Octicons.CHECK_CIRCLE_16;
            case BAD -> Octicons.X_CIRCLE_16;
            case INFO -> step.hop() == null ? Octicons.DOT_16 : Octicons.ARROW_SWITCH_16;
        }));
        icon.getStyleClass().add("login-step-icon");
        return icon;
    }

    private Label time(Instant begun) {
        var since = Duration.between(begun, step.at());
        var label = new Label(String.format(Locale.ROOT, since.toSeconds() >= 60 ? "+%d:%02d" : "+%d.%02d s",
                since.toSeconds() >= 60 ? since.toMinutes() : since.toSeconds(), since.toSeconds() >= 60 ? since.toSecondsPart() : since.toMillisPart() / 10));
        label.getStyleClass().addAll("muted", "small", "login-step-time");
        return label;
    }

    private VBox words() {
        var title = new Label(step.title());
        title.getStyleClass().add("login-step-title");
        var words = new VBox(1, title);
        if (!step.text().isBlank()) {
            var text = new Label(step.text());
            text.setWrapText(true);
            text.setMinHeight(USE_PREF_SIZE);
            text.getStyleClass().addAll("muted", "small");
            words.getChildren().add(text);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        return words;
    }

    private static Label status(Hop hop) {
        var received = hop.received();
        var label = new Label(received == null ? "no answer" : received.status() + " · " + millis(received.timings().total()));
        label.getStyleClass().addAll("small", "login-step-status", received != null && received.status() < 400 ? "muted" : "bad");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static String millis(Duration took) {
        return took.toMillis() >= 10_000 ? took.toSeconds() + " s" : took.toMillis() + " ms";
    }

    boolean opened() {
        return detail != null;
    }

    void toggle() {
        if (step.hop() == null) {
            return;
        }
        if (detail != null) {
            getChildren().remove(detail);
            detail = null;
        } else {
            detail = new Transcript();
            detail.setPrefHeight(DETAIL);
            detail.setMinHeight(DETAIL);
            show(false);
            getChildren().add(detail);
        }
        pseudoClassStateChanged(OPEN, detail != null);
        arrow.setGraphic(Icons.of(detail == null ? Octicons.CHEVRON_RIGHT_16 : Octicons.CHEVRON_DOWN_16));
    }

    private void show(boolean keep) {
        var hop = step.hop();
        detail.show(VeiledExchange.of(new Traffic(step.at(), hop.sent(), hop.received(), null, hop.why(), hop.trace()), veil, uncovered, this::uncover), keep);
    }

    private void uncover(int secret) {
        if (!uncovered.remove(secret)) {
            uncovered.add(secret);
        }
        show(true);
    }

    /// What is shown of the exchange; empty while it is closed.
    String detailText() {
        return detail == null ? "" : detail.text();
    }
}
