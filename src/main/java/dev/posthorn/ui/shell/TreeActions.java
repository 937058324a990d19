package dev.posthorn.ui.shell;

import dev.posthorn.ui.sidebar.CollectionsPane;
import dev.posthorn.ui.sidebar.Place;
import java.nio.file.Path;
import java.util.List;

/// What the tree of collections asks of the window.
final class TreeActions implements CollectionsPane.Events {
    private final Tabs tabs;
    private final Files files;
    private final Choosers choosers;
    private final Actions actions;

    TreeActions(Tabs tabs, Files files, Choosers choosers, Actions actions) {
        this.tabs = tabs;
        this.files = files;
        this.choosers = choosers;
        this.actions = actions;
    }

    @Override
    public void open(Place place, boolean pinned) {
        tabs.open(place, pinned);
    }

    @Override
    public void close(Path collection) {
        files.close(collection);
    }

    @Override
    public void reveal(Path file) {
        choosers.reveal(file);
    }

    @Override
    public void newRequest() {
        actions.perform(Action.NEW_REQUEST);
    }

    @Override
    public void choose() {
        actions.perform(Action.OPEN);
    }

    @Override
    public void reload(Path file) {
        files.open(List.of(file), () -> { });
    }
}
