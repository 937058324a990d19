package dev.posthorn.ui.response;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/// One quiet sentence beside the buttons: what was done, what is under way, what is wrong with the body.
final class Notice extends HBox {

    private final Label label = new Label();
    private final Hyperlink link = new Hyperlink();
    private final PauseTransition passing = new PauseTransition(Duration.seconds(5));
    private String kept = "";

    Notice() {
        getStyleClass().add("notice");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        label.setId("notice");
        label.getStyleClass().add("muted");
        label.setTooltip(new Tooltip());
        label.getTooltip().textProperty().bind(label.textProperty());
        getChildren().addAll(label, link);
        passing.setOnFinished(_ -> show(kept, ""));
        clear();
    }

    /// Shows a sentence for five seconds.
    void say(String sentence) {
        show(sentence, "");
        passing.playFromStart();
    }

    /// Shows a sentence until another one comes.
    void keep(String sentence) {
        kept = sentence;
        passing.stop();
        show(sentence, "");
    }

    /// Shows a sentence with something to do.
    void offer(String sentence, String action, Runnable todo) {
        keep("");
        show(sentence, action);
        link.setOnAction(_ -> {
            clear();
            todo.run();
        });
    }

    void clear() {
        keep("");
    }

    private void show(String sentence, String action) {
        label.setText(sentence);
        label.setVisible(!sentence.isEmpty());
        label.setManaged(!sentence.isEmpty());
        link.setText(action);
        link.setVisible(!action.isEmpty());
        link.setManaged(!action.isEmpty());
    }
}
