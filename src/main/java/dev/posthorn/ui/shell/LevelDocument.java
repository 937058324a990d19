package dev.posthorn.ui.shell;

import dev.posthorn.model.Level;
import dev.posthorn.model.Script;
import dev.posthorn.store.DraftContent;
import dev.posthorn.store.DraftEntry;
import dev.posthorn.ui.request.LevelPane;
import dev.posthorn.ui.sidebar.Place;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A folder or a collection in its tab: its description and what it sets for all requests below it.
final class LevelDocument extends EditedDocument<Level> {
    /// What the tab asks of the window.
    interface Host extends Asked {
        LevelPane levelPane(LevelDocument document, Node overview);

        /// A new name for what stands at its place; empty names never come.
        void rename(Place place, String name);

        /// "Creatio / OData 4": the names above that place and its own.
        String trail(Place place);

        /// "3 folders, 24 requests".
        String holds(Place place);
    }

    private final Host host;
    private final NameField name = new NameField("level-name", this::rename);
    private final Label trail = new Label();
    private final Label holds = new Label();
    private Place place;
    private Bars view;
    private LevelPane pane;

    LevelDocument(Host host, Place place, String name, Level level) {
        super(host, level);
        this.host = host;
        this.place = place;
        title().set(name);
    }

    @Override
    DraftEntry entry() {
        return new DraftEntry(key(), place.file(), place.item(), title().get(), new DraftContent.OfLevel(draft().saved()), new DraftContent.OfLevel(draft().value()));
    }

    @Override
    String noun() {
        return collection() ? "collection" : "folder";
    }

    @Override
    String text(Level version) {
        return LevelText.of(version);
    }

    @Override
    String changes(Level before, Level after) {
        return LevelText.changes(before, after);
    }

    @Override
    String saveDeleted() {
        return collection() ? "" : "Save as new folder";
    }

    boolean collection() {
        return place.item().isEmpty();
    }

    Place at() {
        return place;
    }

    @Override
    Optional<Place> place() {
        return Optional.of(place);
    }

    @Override
    Node node() {
        if (view == null) {
            pane = host.levelPane(this, overview());
            VBox.setVgrow(pane, Priority.ALWAYS);
            var editor = new VBox(head(), pane);
            editor.getStyleClass().add("level-editor");
            view = new Bars(editor);
            bars(view);
        }
        return view;
    }

    private HBox head() {
        trail.getStyleClass().add("muted");
        trail.setMinWidth(40);
        var kind = new Label(collection() ? "Collection" : "Folder");
        kind.getStyleClass().add("pill");
        kind.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var save = new Button("Save");
        save.setId("save-level");
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.disableProperty().bind(dirty().not());
        save.setOnAction(_ -> host.save(this));
        var head = new HBox(kind, trail, gap, save);
        head.getStyleClass().add("environment-head");
        return head;
    }

    private Node overview() {
        name.show(title().get());
        holds.getStyleClass().addAll("muted", "small");
        HBox.setHgrow(name, Priority.ALWAYS);
        return new VBox(4, name, holds);
    }

    private void rename(String typed) {
        if (!typed.equals(title().get())) {
            host.rename(place, typed);
        }
    }

    /// Shows one of its pages: "authorization", "variables" …
    void select(String page) {
        node();
        pane.select(page);
    }

    /// Shows one of its scripts at a line, from 1; 0 for its start.
    void showScript(Script.Phase phase, int line, int column) {
        node();
        pane.showScript(phase, line, column);
    }

    @Override
    void shown() {
        trail.setText(host.trail(place));
        holds.setText(host.holds(place));
        pane.environmentChanged();
    }

    @Override
    void moved(Place now) {
        place = now;
    }

    @Override
    void follow(Desk now) {
        var there = now.level(place);
        if (gone() && there.filter(l -> now.name(place).equals(title().get()) && l.equals(onDisk())).isPresent()) {
            // What was deleted is back.
            moveTo(place);
            settled();
        }
        if (!gone() && there.isPresent()) {
            title().set(now.name(place));
            name.show(title().get());
            onDisk(there.get());
            if (pane != null) {
                shown();
            }
        } else if (gone() || !collection() && now.collection(place.file()).isPresent()) {
            lost();
        }
    }

    /// It was saved as another folder.
    void savedAs(Place where, Level level) {
        moveTo(where);
        written(level);
    }

    @Override
    void dispose() {
        host.closed(this);
    }
}
