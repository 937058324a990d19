package dev.posthorn.ui.shell;

import dev.posthorn.ui.runner.RunnerPane;
import dev.posthorn.ui.sidebar.Place;
import javafx.scene.Node;

/// The runner of a collection or folder in a tab. There is nothing to save: how it is run is kept when it runs.
final class RunnerDocument extends Document {
    private final RunnerTab tabs;
    private final RunnerPane pane;
    private Place runs;

    RunnerDocument(RunnerTab tabs, Place runs) {
        this.tabs = tabs;
        this.runs = runs;
        title().set("Run: " + tabs.name(runs));
        pane = new RunnerPane(tabs.services(this));
    }

    /// What it runs: a collection or folder.
    Place runs() {
        return runs;
    }

    RunnerPane pane() {
        return pane;
    }

    /// The same once more, for a tab that is opened again; null where there is nothing to run any more.
    RunnerDocument again() {
        return tabs.name(runs).isEmpty() ? null : new RunnerDocument(tabs, runs);
    }

    @Override
    Node node() {
        return pane;
    }

    @Override
    void shown() {
        pane.follow();
    }

    @Override
    void moved(Place now) {
        runs = now;
    }

    @Override
    void follow(Desk now) {
        var name = now.name(runs);
        if (!name.isEmpty()) {
            title().set("Run: " + name);
        }
        pane.follow();
    }

    @Override
    void dispose() {
        pane.dispose();
    }
}
