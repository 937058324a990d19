package dev.posthorn.ui.response;

import dev.posthorn.model.Failure;
import dev.posthorn.model.Outcome;
import dev.posthorn.ui.kit.Icons;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// Why no answer came, in words: what happened, what to do, the way to the place that mends it, and the exchange for those who want to know.
final class FailurePane extends ScrollPane {

    /// @param showPartial shows what arrived before the failure; null where nothing did
    FailurePane(Outcome.Failed failed, Consumer<Failure.Focus> mend, Runnable showPartial) {
        getStyleClass().add("failure-pane");
        setId("failure");
        setFitToWidth(true);
        setFitToHeight(true);
        var sentence = new Label(failed.failure().sentence());
        sentence.setId("failure-sentence");
        sentence.setWrapText(true);
        sentence.getStyleClass().addAll("sentence", "strong");
        var advice = new Label(failed.failure().advice());
        advice.setId("failure-advice");
        advice.setWrapText(true);
        advice.getStyleClass().addAll("sentence", "muted");
        var details = details(failed);
        var buttons = buttons(failed, mend, showPartial, details);
        var box = new VBox(12, Icons.of(Octicons.ALERT_24), sentence, advice, buttons, details);
        box.getStyleClass().add("failure");
        box.setAlignment(Pos.CENTER);
        setContent(box);
    }

    private static HBox buttons(Outcome.Failed failed, Consumer<Failure.Focus> mend, Runnable showPartial, TextArea details) {
        var focus = failed.failure().focus();
        var go = new Button(place(focus));
        go.setId("failure-mend");
        go.setOnAction(_ -> mend.accept(focus));
        var show = new Button("Show details");
        show.setId("failure-show");
        show.setOnAction(_ -> {
            var open = !details.isVisible();
            details.setVisible(open);
            details.setManaged(open);
            show.setText(open ? "Hide details" : "Show details");
        });
        var buttons = new HBox(8, go, show);
        buttons.setAlignment(Pos.CENTER);
        if (showPartial != null) {
            var part = new Button("Show the part that came (" + Amounts.bytes(failed.partial().body().size()) + ")");
            part.setId("failure-partial");
            part.setOnAction(_ -> showPartial.run());
            buttons.getChildren().add(1, part);
        }
        return buttons;
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

    /// The chain of the exchange: every hop with its heads, then the request that failed.
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
        }
        text.append("\n").append(failed.failure().sentence()).append('\n');
        if (failed.partial() != null && failed.partial().body() != null) {
            text.append("Received before: ").append(failed.partial().status()).append(", ").append(Amounts.bytes(failed.partial().body().size())).append(" of the body.\n");
        }
        return text.toString();
    }
}
