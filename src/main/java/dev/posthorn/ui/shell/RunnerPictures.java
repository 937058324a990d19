package dev.posthorn.ui.shell;

import dev.posthorn.ui.runner.RunnerPane;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;

/// Brings a runner to a state that is worth a picture.
final class RunnerPictures {
    private static final String ROUNDS = "6";
    private static final int ROW = 4;

    private RunnerPictures() {}

    /// A few iterations, so that there is something to draw.
    static void fill(RunnerPane pane) {
        // A scene without a stage is laid out by nobody else.
        pane.applyCss();
        pane.layout();
        if (pane.lookup("#run-rounds") instanceof TextField rounds) {
            rounds.setText(ROUNDS);
        }
    }

    /// A request in the list of results is chosen, the first one that failed where there is one.
    static void choose(RunnerPane pane) {
        pane.applyCss();
        pane.layout();
        if (pane.lookup("#run-list") instanceof ListView<?> list && list.getItems().size() > ROW) {
            list.scrollTo(0);
            list.getSelectionModel().select(Math.max(ROW, pane.firstBad()));
        }
    }
}
