package dev.posthorn.ui.shell;

import dev.posthorn.model.Request;
import dev.posthorn.model.SocketRequest;
import dev.posthorn.ui.sidebar.CollectionsPane;
import dev.posthorn.ui.sidebar.Place;
import dev.posthorn.ui.sidebar.TreeEvents;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What the tree of collections asks of the window.
final class TreeActions implements TreeEvents {
    private final Tabs tabs;
    private final Files files;
    private final ItemEdits items;
    private final Choosers choosers;
    private final Actions actions;
    private final Panels panels;
    private final StatusBar status;
    private final Consumer<Place> runner;
    private final Supplier<CollectionsPane> tree;

    TreeActions(Tabs tabs, Files files, ItemEdits items, Choosers choosers, Actions actions, Panels panels, StatusBar status, Consumer<Place> runner, Supplier<CollectionsPane> tree) {
        this.tabs = tabs;
        this.files = files;
        this.items = items;
        this.choosers = choosers;
        this.actions = actions;
        this.panels = panels;
        this.status = status;
        this.runner = runner;
        this.tree = tree;
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
    public void newRequest(Place folder) {
        items.append(folder, "New request", Request.blank(), made -> {
            tree.get().rename(made);
            tabs.openBehind(made);
        });
    }

    @Override
    public void newSocket() {
        actions.perform(Action.NEW_SOCKET);
    }

    @Override
    public void newSocket(Place folder) {
        items.appendSocket(folder, "New WebSocket request", SocketRequest.blank(), made -> {
            tree.get().rename(made);
            tabs.openBehind(made);
        });
    }

    @Override
    public void newFolder(Place folder) {
        items.appendFolder(folder, "New folder", made -> tree.get().rename(made));
    }

    @Override
    public void newCollection() {
        actions.perform(Action.NEW_COLLECTION);
    }

    @Override
    public void choose() {
        actions.perform(Action.OPEN);
    }

    @Override
    public void chooseFolder() {
        actions.perform(Action.OPEN_FOLDER);
    }

    @Override
    public void importAnything() {
        actions.perform(Action.IMPORT);
    }

    @Override
    public void reload(Path file) {
        files.open(List.of(file), () -> { });
    }

    @Override
    public void rename(Place place, String name) {
        items.rename(place, name);
    }

    @Override
    public void duplicate(Place place) {
        items.duplicate(place, made -> tree.get().reveal(made));
    }

    @Override
    public void delete(Place place) {
        items.delete(place);
    }

    @Override
    public void undo() {
        items.undo();
    }

    @Override
    public void move(Place what, Place folder, int index) {
        items.move(what, folder, index, now -> tree.get().reveal(now));
    }

    @Override
    public void export(Place place) {
        panels.transfers().export(place);
    }

    @Override
    public void run(Place folder) {
        runner.accept(folder);
    }

    @Override
    public void apiPage(Place collection) {
        tabs.open(collection, true);
        actions.perform(Action.API_PAGE);
    }

    @Override
    public void buildQuery(Place request) {
        tabs.open(request, true);
        actions.perform(Action.DATASERVICE);
    }

    @Override
    public void copyAsCurl(Place request) {
        files.desk().request(request).ifPresent(item -> panels.transfers().copyAsCurl(tabs.drafted(request).orElse(item.request()), files.desk().context(request)));
    }

    @Override
    public void versions(Place request) {
        tabs.open(request, true);
        actions.perform(Action.VERSIONS);
    }

    @Override
    public void tell(String sentence) {
        status.say(sentence);
    }
}
