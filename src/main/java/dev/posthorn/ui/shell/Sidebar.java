package dev.posthorn.ui.shell;

import dev.posthorn.store.Change;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.sidebar.CollectionsPane;
import dev.posthorn.ui.sidebar.EnvironmentsPane;
import dev.posthorn.ui.sidebar.HistoryPane;
import dev.posthorn.ui.sidebar.Place;
import dev.posthorn.ui.sidebar.TreeEvents;
import java.time.Clock;
import java.util.HashMap;
import javafx.scene.Node;

/// The three views of the left side; those that are not looked at are not made.
final class Sidebar {
    private final Background background;
    private final Clock clock;
    private final HistoryPane.Events historyEvents;
    private final CollectionsPane collections;
    private final EnvironmentsPane.Events environmentsEvents;
    private EnvironmentsPane environments;
    private HistoryPane history;
    private Desk desk;
    private Action view = Action.COLLECTIONS;

    Sidebar(Background background, Clock clock, TreeEvents collectionsEvents, EnvironmentsPane.Events environmentsEvents, HistoryPane.Events historyEvents) {
        this.background = background;
        this.clock = clock;
        this.environmentsEvents = environmentsEvents;
        this.historyEvents = historyEvents;
        this.collections = new CollectionsPane(background, collectionsEvents);
    }

    Action view() {
        return view;
    }

    CollectionsPane collections() {
        return collections;
    }

    /// The pane of a view: COLLECTIONS, ENVIRONMENTS or HISTORY.
    Node choose(Action chosen) {
        view = chosen;
        return switch (chosen) {
            case ENVIRONMENTS -> environments();
            case HISTORY -> history();
            default -> collections;
        };
    }

    private EnvironmentsPane environments() {
        if (environments == null) {
            environments = new EnvironmentsPane(environmentsEvents);
            show(desk);
        }
        return environments;
    }

    private HistoryPane history() {
        if (history == null) {
            history = new HistoryPane(background, clock, historyEvents);
        }
        history.refresh();
        return history;
    }

    void show(Desk now) {
        desk = now;
        if (now.read()) {
            collections.show(now.collections());
        }
        if (environments != null) {
            environments.show(now.environments(), now.chosen());
        }
    }

    void sent() {
        if (history != null) {
            history.refresh();
        }
    }

    void focusFilter() {
        switch (view) {
            case HISTORY -> history().focusFilter();
            case ENVIRONMENTS -> environments().requestFocus();
            default -> collections.focusFilter();
        }
    }

    void focus() {
        switch (view) {
            case HISTORY -> history().focusFilter();
            case ENVIRONMENTS -> environments().focusList();
            default -> collections.focusTree();
        }
    }

    /// Items are known by other ids from now on: what is unfolded and chosen in the tree stays so.
    void moved(Change change) {
        var before = change.before().isEmpty() ? change.file() : change.before().getFirst().file();
        var places = new HashMap<Place, Place>();
        change.ids().forEach((old, now) -> {
            if (!now.isEmpty()) {
                places.put(new Place(before, old), new Place(change.file(), now));
            }
        });
        collections().moved(places);
    }
}
