package dev.posthorn.ui.shell;

import dev.posthorn.ui.kit.Icons;
import javafx.animation.PauseTransition;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.octicons.Octicons;

/// Short notes at the bottom right. A good one goes by itself; a bad one stays until it was read.
final class Toasts extends VBox {
    private static final int MOST = 4;
    private static final Duration SHORT = Duration.seconds(5);

    Toasts() {
        setId("toasts");
        getStyleClass().add("toasts");
        setPickOnBounds(false);
        setMaxSize(400, USE_PREF_SIZE);
    }

    void good(String sentence) {
        var toast = add(Octicons.CHECK_CIRCLE_16, "good", sentence, null, null);
        fadeAway(toast);
    }

    /// A note with one thing to do about it, such as "Undo".
    void offer(String sentence, String action, Runnable does) {
        fadeAway(add(Octicons.INFO_16, "info", sentence, action, does));
    }

    void bad(String sentence) {
        add(Octicons.ALERT_16, "bad", sentence, null, null);
    }

    private void fadeAway(HBox toast) {
        var pause = new PauseTransition(SHORT);
        pause.setOnFinished(_ -> getChildren().remove(toast));
        toast.hoverProperty().addListener(_ -> {
            if (toast.isHover()) {
                pause.stop();
            } else {
                pause.playFromStart();
            }
        });
        pause.play();
    }

    private HBox add(Octicons ikon, String style, String sentence, String action, Runnable does) {
        var icon = Icons.of(ikon);
        icon.getStyleClass().add("toast-icon");
        var words = new Label(sentence);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        var text = new VBox(4, words);
        HBox.setHgrow(text, Priority.ALWAYS);
        var toast = new HBox(icon, text);
        toast.getStyleClass().addAll("toast", style);
        toast.setMinHeight(Region.USE_PREF_SIZE);
        if (action != null) {
            var link = new Hyperlink(action);
            link.setOnAction(_ -> {
                getChildren().remove(toast);
                does.run();
            });
            text.getChildren().add(link);
        }
        toast.getChildren().add(Icons.button(Octicons.X_16, "Dismiss", () -> getChildren().remove(toast)));
        getChildren().add(toast);
        if (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
        return toast;
    }

    boolean dismissLast() {
        if (getChildren().isEmpty()) {
            return false;
        }
        getChildren().removeLast();
        return true;
    }
}
