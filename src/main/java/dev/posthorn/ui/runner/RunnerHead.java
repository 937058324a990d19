package dev.posthorn.ui.runner;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The line over a runner: what is run, and the buttons: Run, or Pause and Stop; after a run also those that failed once more, and exports.
final class RunnerHead extends HBox {

    /// What its buttons do.
    interface Events {
        void run();

        void stop();

        void pause();

        void failedAgain();

        /// By its place in the list of forms.
        void export(int form);
    }

    private final Label title = new Label();
    private final Label trail = new Label();
    private final Button run = new Button("Run");
    private final Button stop = new Button("Stop");
    private final Button pause = new Button("Pause");
    private final Button again = new Button("Run failed only");
    private final MenuButton export = new MenuButton("Export");

    RunnerHead(Events events) {
        getStyleClass().add("runner-head");
        title.getStyleClass().add("runner-title");
        title.setMinWidth(40);
        trail.getStyleClass().add("muted");
        trail.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        set(run, "run-start", events::run);
        run.getStyleClass().add("accent");
        set(stop, "run-stop", events::stop);
        set(pause, "run-pause", events::pause);
        set(again, "run-failed", events::failedAgain);
        export.setId("run-export");
        export.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(title, trail, gap, export, again, pause, stop, run);
        state(false, false, false, false);
    }

    private static void set(Button button, String id, Runnable action) {
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
    }

    void forms(List<String> names, Consumer<Integer> chosen) {
        export.getItems().clear();
        for (var i = 0; i < names.size(); i++) {
            var place = i;
            var item = new MenuItem(names.get(i) + "…");
            item.setOnAction(_ -> chosen.accept(place));
            export.getItems().add(item);
        }
    }

    void named(String what, String where) {
        title.setText(what);
        trail.setText(where);
    }

    /// @param has results are shown
    /// @param bad some of them went wrong
    void state(boolean running, boolean paused, boolean has, boolean bad) {
        show(run, !running);
        run.setText(has ? "Run again" : "Run");
        show(stop, running);
        show(pause, running);
        pause.setText(paused ? "Go on" : "Pause");
        show(again, !running && has && bad);
        show(export, !running && has);
    }

    /// Why it cannot be run; empty where it can.
    void obstacle(String why) {
        run.setDisable(!why.isEmpty());
        run.setAccessibleHelp(why);
    }

    private static void show(Region node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }
}
