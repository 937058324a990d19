package dev.posthorn.ui.shell;

import dev.posthorn.model.Entry;
import dev.posthorn.store.OpenedEnvironment;
import dev.posthorn.ui.kit.EntryTable;
import dev.posthorn.ui.kit.TableOptions;
import dev.posthorn.ui.kit.Variables;
import dev.posthorn.ui.sidebar.Place;
import dev.posthorn.vars.Scope;
import dev.posthorn.vars.Scopes;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The variables of one environment in a tab, where they are edited.
final class EnvironmentDocument extends Document {
    /// What the tab asks of the window.
    interface Host {
        /// Empty for no environment in use.
        String chosenEnvironment();

        void chooseEnvironment(String name);

        void save(Document document);
    }

    private final Host host;
    private final Button use = new Button();
    private OpenedEnvironment saved;
    private List<Entry> rows;
    private VBox view;
    private EntryTable table;

    EnvironmentDocument(Host host, OpenedEnvironment opened) {
        this.host = host;
        this.saved = opened;
        this.rows = opened.environment().variables();
        title().set(name());
    }

    private String name() {
        return saved.environment().globals() ? "Globals" : saved.environment().name();
    }

    OpenedEnvironment saved() {
        return saved;
    }

    /// As they are edited now.
    List<Entry> rows() {
        return rows.stream().filter(r -> !r.blank()).toList();
    }

    /// What is edited now was written and stands so on disk.
    void saved(OpenedEnvironment now) {
        saved = now;
        mark();
    }

    /// It was read again. What is being edited stays.
    private void onDisk(OpenedEnvironment now) {
        var changed = dirty().get();
        saved = now;
        if (!changed) {
            rows = now.environment().variables();
            if (table != null) {
                table.show(rows);
            }
        }
        mark();
    }

    private void edited(List<Entry> now) {
        rows = now;
        preview().set(false);
        mark();
    }

    private void mark() {
        dirty().set(!rows().equals(saved.environment().variables()));
    }

    @Override
    Optional<Place> place() {
        return saved.file() == null ? Optional.empty() : Optional.of(new Place(saved.file(), ""));
    }

    @Override
    Node node() {
        if (view == null) {
            // A variable may use another one of its own environment.
            var own = new Variables(() -> new Scopes(List.of(Scope.of(name(), rows))));
            table = new EntryTable("Variables", TableOptions.<Entry>with(own).titles("Variable", "Value").withSecrets());
            table.setId("environment-table");
            table.show(rows);
            table.onChange(this::edited);
            VBox.setVgrow(table, Priority.ALWAYS);
            view = new VBox(head(), table);
            view.getStyleClass().add("environment-editor");
        }
        return view;
    }

    private HBox head() {
        var name = new Label(name());
        name.getStyleClass().add("environment-name");
        var where = new Label(saved.file() == null ? "kept by Posthorn" : saved.file().toString());
        where.getStyleClass().add("muted");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        use.setId("use-environment");
        use.setMinWidth(Region.USE_PREF_SIZE);
        use.setOnAction(_ -> {
            host.chooseEnvironment(inUse() ? "" : saved.environment().name());
            shown();
        });
        var save = new Button("Save");
        save.setId("save-environment");
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.disableProperty().bind(dirty().not());
        save.setOnAction(_ -> host.save(this));
        var head = new HBox(name, where, gap, use, save);
        head.getStyleClass().add("environment-head");
        use.setVisible(!saved.environment().globals());
        shown();
        return head;
    }

    private boolean inUse() {
        return saved.environment().name().equals(host.chosenEnvironment());
    }

    @Override
    void shown() {
        use.setText(inUse() ? "In use" : "Use this environment");
    }

    /// Whether that is the environment of this tab.
    boolean shows(OpenedEnvironment other) {
        return saved.file() == null ? other.file() == null && saved.environment().name().equals(other.environment().name()) : saved.file().equals(other.file());
    }

    @Override
    void moved(Place now) {
        // The file of an environment is told by the workspace itself.
    }

    @Override
    void follow(Desk now) {
        now.environments().stream().filter(this::shows).findFirst().ifPresent(this::onDisk);
    }

    @Override
    void dispose() {
        // Nothing is held outside of memory.
    }
}
