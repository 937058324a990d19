package dev.posthorn.ui.response;

import dev.posthorn.model.BadLogin;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Mend;
import dev.posthorn.model.Outcome;
import dev.posthorn.ui.kit.Amounts;
import dev.posthorn.ui.kit.FindingCard;
import dev.posthorn.ui.kit.Icons;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.octicons.Octicons;

/// Why no answer came, in words: what happened, what to do, the way to the place that mends it, and the exchange for those who want to know.
final class FailurePane extends ScrollPane {

    /// What the buttons do.
    ///
    /// @param mend    opens the part of the editor that mends the failure
    /// @param partial shows what arrived before the failure; null where nothing did
    /// @param retry   sends the same request again; null where nobody can, as in a send of the past
    /// @param login   does what the doctor offers where a login is missing or failed
    record Actions(Consumer<Failure.Focus> mend, Runnable partial, Runnable retry, Consumer<Mend> login) {}

    /// A lower pane has room for the words alone.
    private static final double LOW = 150;

    private final Outcome.Failed failed;
    private final TextArea details;

    FailurePane(Outcome.Failed failed, Actions actions) {
        this.failed = failed;
        this.details = details(failed);
        getStyleClass().add("failure-pane");
        setId("failure");
        setFitToWidth(true);
        setFitToHeight(true);
        var sign = Icons.of(Octicons.ALERT_24);
        sign.managedProperty().bind(heightProperty().greaterThan(LOW));
        sign.visibleProperty().bind(sign.managedProperty());
        var box = new VBox(12, sign, sentence("failure-sentence", failed.failure().sentence(), "strong"),
                sentence("failure-advice", failed.failure().advice(), "muted"), buttons(actions), details);
        box.getStyleClass().add("failure");
        box.setAlignment(Pos.CENTER);
        setContent(box);
    }

    private static Label sentence(String id, String text, String style) {
        var label = new Label(text);
        label.setId(id);
        label.setWrapText(true);
        // Without this a low pane cuts the sentence off instead of scrolling.
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().addAll("sentence", style);
        return label;
    }

    /// In the order in which they are likely to be wanted; in a narrow window they wrap.
    private Node buttons(Actions actions) {
        var buttons = new FlowPane(8, 8);
        buttons.setAlignment(Pos.CENTER);
        mends(failed.failure()).forEach(m -> buttons.getChildren().add(FindingCard.button(m, actions.login())));
        var focus = failed.failure().focus();
        if (focus != Failure.Focus.NOWHERE) {
            buttons.getChildren().add(button("failure-mend", place(focus), () -> actions.mend().accept(focus)));
        }
        if (actions.retry() != null) {
            buttons.getChildren().add(button("failure-retry", "Send again", actions.retry()));
        }
        if (actions.partial() != null) {
            buttons.getChildren().add(button("failure-partial", "Show what arrived" + (failed.partial().body().size() == 0 ? "" : " (" + Amounts.bytes(failed.partial().body().size()) + ")"), actions.partial()));
        }
        var show = button("failure-show", "Show details", () -> { });
        show.setOnAction(_ -> show.setText(toggled() ? "Hide details" : "Show details"));
        var copy = button("failure-copy", "Copy details", () -> { });
        copy.setOnAction(_ -> copied(copy));
        buttons.getChildren().addAll(show, copy);
        return buttons;
    }

    private static List<Mend> mends(Failure failure) {
        return switch (failure) {
            case BadLogin.Needed _ -> List.of(new Mend.LogIn("Get new access token"));
            case BadLogin.Refused(_, var finding) -> finding.mends();
            case BadLogin.NoSession(_, var finding) -> finding.mends();
            case BadLogin.Stopped _ -> List.of(new Mend.LogIn("Log in again"));
            default -> List.of();
        };
    }

    private static Button button(String id, String text, Runnable action) {
        var button = new Button(text);
        button.setId(id);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private boolean toggled() {
        var open = !details.isVisible();
        details.setVisible(open);
        details.setManaged(open);
        return open;
    }

    /// The button itself says for a moment that it was done.
    private void copied(Button copy) {
        var content = new ClipboardContent();
        content.putString(details.getText());
        Clipboard.getSystemClipboard().setContent(content);
        copy.setText("Copied");
        var moment = new PauseTransition(Duration.seconds(2));
        moment.setOnFinished(_ -> copy.setText("Copy details"));
        moment.play();
    }

    private static String place(Failure.Focus focus) {
        return switch (focus) {
            case URL -> "Go to the URL";
            case PARAMS -> "Open Params";
            case AUTHORIZATION -> "Open Authorization";
            case HEADERS -> "Open Headers";
            case BODY -> "Open Body";
            case SCRIPTS -> "Open Scripts";
            case SETTINGS -> "Open Settings";
            case ENVIRONMENT -> "Open the environment";
            case SOCKET -> "Open as WebSocket request";
            case NETWORK -> "Open the network settings";
            case NOWHERE -> "";
        };
    }

    private static TextArea details(Outcome.Failed failed) {
        var area = new TextArea(text(failed));
        area.setId("failure-details");
        area.setEditable(false);
        area.getStyleClass().add("code");
        area.setPrefRowCount(10);
        area.setMaxWidth(760);
        area.setMinHeight(120);
        area.setVisible(false);
        area.setManaged(false);
        return area;
    }

    /// The chain of the exchange: every hop with its heads, then the request that failed and what came of its answer.
    private static String text(Outcome.Failed failed) {
        var text = new StringBuilder();
        var number = 1;
        for (var hop : failed.hops()) {
            text.append("── Exchange ").append(number++).append(" ──\n").append(Details.text(hop)).append('\n');
        }
        if (failed.sent() == null) {
            text.append("Nothing was sent.\n");
        } else if (failed.hops().isEmpty() || !failed.hops().getLast().sent().equals(failed.sent())) {
            text.append("── The request that failed ──\n").append(failed.sent().method()).append(' ').append(failed.sent().url()).append('\n');
            failed.sent().headers().forEach(h -> text.append(h.name()).append(": ").append(h.value()).append('\n'));
            text.append(part(failed));
            if (failed.partial() == null) {
                text.append(ExchangeFacts.sections(failed.exchanges().getLast()));
            }
        }
        return text.append('\n').append(failed.failure().sentence()).append('\n').append(failed.failure().advice()).append('\n').append(ChainText.of(failed.failure())).toString();
    }

    private static String part(Outcome.Failed failed) {
        var part = failed.partial();
        if (part == null) {
            return "\nNo answer came.\n";
        }
        var text = new StringBuilder("\n").append(part.protocol()).append(' ').append(part.status()).append(' ').append(part.reason()).append('\n');
        part.headers().forEach(h -> text.append(h.name()).append(": ").append(h.value()).append('\n'));
        if (part.body() != null) {
            text.append("\nReceived before: ").append(Amounts.bytes(part.body().size())).append(" of the body.\n");
        }
        return text.toString();
    }
}
