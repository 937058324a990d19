package dev.posthorn.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class TabStripTest {

    @BeforeAll
    static void startToolkit() {
        try {
            Platform.startup(() -> { });
        } catch (IllegalStateException runsAlready) {
            // Another test class of this process started it.
        }
    }

    private static List<String> shownAt(double... widths) throws Exception {
        var shown = new CompletableFuture<List<String>>();
        Fx.later(() -> {
            try {
                var strip = new TabStrip();
                for (var title : List.of("Params", "Authorization", "Headers", "Body", "Scripts")) {
                    strip.add(title, title);
                }
                strip.select(strip.tabs().get(3));
                var row = new HBox(strip);
                new Scene(row, 900, 40);
                for (var width : widths) {
                    row.resize(width, 40);
                    row.applyCss();
                    row.layout();
                }
                shown.complete(strip.tabs().stream().filter(Node::isVisible).map(TabStrip.Tab::title).toList());
            } catch (RuntimeException | Error e) {
                shown.completeExceptionally(e);
            }
        });
        return shown.get(60, TimeUnit.SECONDS);
    }

    @Test
    void whereThereIsRoomAllTabsAreShown() throws Exception {
        assertEquals(List.of("Params", "Authorization", "Headers", "Body", "Scripts"), shownAt(900));
    }

    @Test
    void theChosenTabStaysWhereTheOthersGoIntoTheMenu() throws Exception {
        assertEquals(List.of("Params", "Body"), shownAt(170));
    }

    @Test
    void tabsComeBackWithTheRoom() throws Exception {
        assertEquals(List.of("Params", "Authorization", "Headers", "Body", "Scripts"), shownAt(170, 900));
    }
}
