package dev.posthorn.ui.shell;

import dev.posthorn.ui.sidebar.Place;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;

/// What one tab of the window holds. Belongs to the FX thread.
abstract sealed class Document permits EditedDocument, TextDocument, ReportDocument, NetworkDocument, ApplicationsDocument, RunnerDocument, DataServiceDocument, ApiDocument, ExplorerDocument {
    private final StringProperty title = new SimpleStringProperty("");
    private final StringProperty method = new SimpleStringProperty();
    private final BooleanProperty dirty = new SimpleBooleanProperty();
    private final BooleanProperty preview = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private boolean gone;

    final StringProperty title() {
        return title;
    }

    /// Null for a tab that has no method to show.
    final StringProperty method() {
        return method;
    }

    final BooleanProperty dirty() {
        return dirty;
    }

    /// A tab that was opened by a look alone: the next look at another request takes its place.
    final BooleanProperty preview() {
        return preview;
    }

    /// True while something is under way for it.
    final BooleanProperty busy() {
        return busy;
    }

    /// Where it is saved; empty for one that is saved nowhere.
    Optional<Place> place() {
        return Optional.empty();
    }

    /// The pane; made when it is first asked for.
    abstract Node node();

    /// Called each time the tab comes to the front. Most are as they were left.
    void shown() {}

    /// Whether what it shows was deleted.
    final boolean gone() {
        return gone;
    }

    /// What it shows was deleted.
    final void vanish() {
        gone = true;
    }

    /// What it shows stands at that place now.
    final void moveTo(Place now) {
        gone = false;
        moved(now);
    }

    /// Of what stands nowhere there is nothing to move.
    void moved(Place now) {}

    /// The workspace is as `now`: a tab without changes of its own follows it. One that belongs to no collection has nothing to follow.
    void follow(Desk now) {}

    /// Gives back what it holds; the tab is gone afterwards.
    abstract void dispose();
}
