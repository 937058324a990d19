package dev.posthorn.ui.oauth;

import dev.posthorn.oauth.LoginStep;
import dev.posthorn.store.Veil;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// All steps of a login, oldest first. While it runs the newest stays in sight, unless the reader has opened one or scrolled away.
final class LoginTimeline extends ScrollPane {

    private final Instant begun;
    private final Veil veil;
    private final VBox rows = new VBox();
    private final Label nothing = new Label("Nothing happened yet.");
    private final List<StepRow> shown = new ArrayList<>();

    LoginTimeline(Instant begun, Veil veil) {
        this.begun = begun;
        this.veil = veil;
        setId("login-timeline");
        getStyleClass().addAll("quiet-scroll", "login-timeline");
        setFitToWidth(true);
        setFocusTraversable(false);
        nothing.getStyleClass().addAll("muted", "login-step-line");
        rows.getChildren().add(nothing);
        setContent(rows);
    }

    /// Adds what is new; what is there already stays as it is.
    void show(List<LoginStep> steps) {
        var follow = getVvalue() >= getVmax() - 0.01 && shown.stream().noneMatch(StepRow::opened);
        if (steps.size() < shown.size()) {
            shown.clear();
            rows.getChildren().setAll(nothing);
        }
        if (!steps.isEmpty()) {
            rows.getChildren().remove(nothing);
        }
        for (var step : steps.subList(shown.size(), steps.size())) {
            var row = new StepRow(step, begun, veil);
            shown.add(row);
            rows.getChildren().add(row);
        }
        if (follow) {
            applyCss();
            layout();
            setVvalue(getVmax());
        }
    }

    List<StepRow> rows() {
        return List.copyOf(shown);
    }
}
