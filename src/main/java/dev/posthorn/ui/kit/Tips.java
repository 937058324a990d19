package dev.posthorn.ui.kit;

import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/// The words that come up where the mouse rests. A tooltip is a small window: it is made at the first visit, since most are never seen.
public final class Tips {

    private static final Duration DELAY = Duration.millis(700);

    private Tips() {}

    public static void on(Node node, String text) {
        on(node, () -> text);
    }

    /// `text` is asked at each visit; where it is empty nothing comes up.
    public static void on(Node node, Supplier<String> text) {
        node.addEventFilter(MouseEvent.MOUSE_ENTERED, new EventHandler<>() {
            private Tooltip tip;

            @Override
            public void handle(MouseEvent event) {
                var words = text.get();
                if (tip != null) {
                    Tooltip.uninstall(node, tip);
                }
                if (!words.isEmpty()) {
                    tip = tip == null ? new Tooltip() : tip;
                    tip.setShowDelay(DELAY);
                    tip.setText(words);
                    Tooltip.install(node, tip);
                }
            }
        });
    }
}
