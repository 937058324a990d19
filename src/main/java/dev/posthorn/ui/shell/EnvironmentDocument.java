package dev.posthorn.ui.shell;

import dev.posthorn.model.Entry;
import dev.posthorn.store.DraftContent;
import dev.posthorn.store.DraftEntry;
import dev.posthorn.store.EnvironmentFiles;
import dev.posthorn.store.LocalVariable;
import dev.posthorn.store.OpenedEnvironment;
import dev.posthorn.ui.kit.RowTable;
import dev.posthorn.ui.kit.TableOptions;
import dev.posthorn.ui.kit.Variables;
import dev.posthorn.ui.sidebar.Place;
import dev.posthorn.vars.Scope;
import dev.posthorn.vars.Scopes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The variables of one environment in a tab: what everybody gets who gets the file, and the values of this machine alone.
final class EnvironmentDocument extends EditedDocument<List<LocalVariable>> {
    private static final RowTable.Shape<LocalVariable> SHAPE = new RowTable.Shape<>(EnvironmentDocument::face, EnvironmentDocument::with, () -> LocalVariable.of(Entry.empty()));

    /// Names the globals among drafts.
    static final String GLOBALS = "#globals";

    /// What the tab asks of the window.
    interface Host extends Asked {
        /// Empty for no environment in use.
        String chosenEnvironment();

        void chooseEnvironment(String name);

        /// The variables of an environment with their values on this machine.
        List<LocalVariable> values(OpenedEnvironment environment);

        /// Renames, colours, copies and deletes environments.
        EnvironmentEdits environments();
    }

    private final Host host;
    private final Button use = new Button();
    private final NameField name = new NameField("environment-name", this::rename);
    private final Label where = new Label();
    private final Label kept = new Label();
    private final VBox notes = new VBox();
    private OpenedEnvironment saved;
    private Bars view;
    private RowTable<LocalVariable> table;
    private ColourMenu colour;
    private boolean renaming;
    private boolean typing;

    EnvironmentDocument(Host host, OpenedEnvironment opened) {
        super(host, host.values(opened));
        this.host = host;
        this.saved = opened;
        title().set(name());
        draft().listen(_ -> changed());
    }

    /// As the table shows it: the value of this machine first, then the one of the file.
    private static Entry face(LocalVariable row) {
        return new Entry(row.shared().key(), row.current() == null ? "" : row.current(), row.shared().value(), row.shared().enabled(), row.shared().secret());
    }

    private static LocalVariable with(LocalVariable row, Entry typed) {
        var shared = row.shared().withKey(typed.key()).withValue(typed.description()).withEnabled(typed.enabled()).withSecret(typed.secret());
        return new LocalVariable(shared, typed.value().isEmpty() ? null : typed.value());
    }

    private String name() {
        return saved.environment().globals() ? "Globals" : saved.environment().name();
    }

    OpenedEnvironment saved() {
        return saved;
    }

    /// As they are edited now.
    List<LocalVariable> rows() {
        return draft().value();
    }

    @Override
    DraftEntry entry() {
        return new DraftEntry(key(), saved.file(), saved.environment().globals() ? GLOBALS : saved.environment().name(), title().get(), new DraftContent.OfEnvironment(draft().saved()),
                new DraftContent.OfEnvironment(rows()));
    }

    @Override
    String noun() {
        return "environment";
    }

    @Override
    String text(List<LocalVariable> version) {
        return VariableText.of(version);
    }

    @Override
    String changes(List<LocalVariable> before, List<LocalVariable> after) {
        return VariableText.changes(before, after);
    }

    @Override
    String saveDeleted() {
        return "Make it again";
    }

    /// The values of this machine are nobody else's version.
    @Override
    boolean same(List<LocalVariable> one, List<LocalVariable> other) {
        return one.stream().map(LocalVariable::shared).toList().equals(other.stream().map(LocalVariable::shared).toList());
    }

    /// A row that was not touched here has the value that it was given meanwhile, by a panel for instance.
    @Override
    List<LocalVariable> rebased(List<LocalVariable> mine, List<LocalVariable> before, List<LocalVariable> fresh) {
        return mine.stream().map(row -> before.contains(row) ? fresh.stream().filter(f -> f.shared().equals(row.shared())).findFirst().orElse(row) : row).toList();
    }

    /// What is edited now was written and stands so on disk.
    void saved(OpenedEnvironment now) {
        saved = now;
        title().set(name());
        if (gone()) {
            place().ifPresent(this::moveTo);
        }
        var values = host.values(now);
        written(values);
        draft().edit(_ -> values);
    }

    /// The rows are these now, by the user's hand.
    void edited(List<LocalVariable> now) {
        typing = true;
        draft().edit(_ -> now.stream().filter(r -> !r.shared().blank() || r.current() != null).toList());
        typing = false;
    }

    private void changed() {
        if (table != null && !typing) {
            table.show(rows());
        }
        if (view != null) {
            tell();
        }
    }

    @Override
    Optional<Place> place() {
        return saved.file() == null ? Optional.empty() : Optional.of(new Place(saved.file(), ""));
    }

    @Override
    Node node() {
        if (view == null) {
            // A variable may use another one of its own environment.
            var own = new Variables(() -> new Scopes(List.of(Scope.of(name(), rows().stream().map(r -> r.shared().withValue(r.value())).toList()))));
            table = new RowTable<>(SHAPE, TableOptions.<LocalVariable>with(own).titles("Variable", "Value on this machine").third("Initial value").withSecrets());
            table.setId("environment-table");
            table.show(rows());
            table.onChange(this::edited);
            VBox.setVgrow(table, Priority.ALWAYS);
            kept.getStyleClass().addAll("muted", "small", "environment-foot");
            kept.setWrapText(true);
            kept.setMinHeight(Region.USE_PREF_SIZE);
            kept.setText("Values on this machine are used by requests and never written into the file. An empty one means the initial value.");
            host.environments().where(text -> kept.setText("Values on this machine are used by requests and never written into the file; an empty one means the initial value. "
                    + "Those of secrets are kept " + text + "."));
            var editor = new VBox(head(), notes, table, kept);
            editor.getStyleClass().add("environment-editor");
            view = new Bars(editor);
            bars(view);
            tell();
        }
        return view;
    }

    private HBox head() {
        name.show(name());
        name.setDisable(saved.environment().globals());
        name.setPrefColumnCount(18);
        where.getStyleClass().addAll("muted", "small");
        where.setMinWidth(20);
        HBox.setHgrow(where, Priority.ALWAYS);
        where.setMaxWidth(Double.MAX_VALUE);
        colour = new ColourMenu(chosen -> host.environments().colour(saved, chosen, now -> {
            saved = now;
            shown();
        }));
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
        var head = new HBox(name, colour, where, use, save);
        head.getStyleClass().add("environment-head");
        var globals = saved.environment().globals();
        for (var one : List.of(use, colour)) {
            one.setVisible(!globals);
            one.setManaged(!globals);
        }
        shown();
        return head;
    }

    /// What wants attention: secrets without a value here, secrets whose values stand in the file.
    private void tell() {
        notes.getChildren().clear();
        if (EnvironmentFiles.dotEnv(saved)) {
            notes.getChildren().add(new NoteBar("info", "A .env file is read and never written. Values on this machine can be saved; duplicate it to edit the rest."));
            return;
        }
        var literal = rows().stream().filter(LocalVariable::literalSecret).map(r -> r.shared().key()).distinct().toList();
        if (!literal.isEmpty()) {
            var move = new Button("Move to secrets");
            move.setId("move-to-secrets");
            move.setDisable(dirty().get());
            move.setOnAction(_ -> host.environments().moveToSecrets(saved, literal, this::saved));
            notes.getChildren().add(new NoteBar("warning", (literal.size() == 1 ? "The value of the secret " : "The values of the secrets ") + String.join(", ", literal)
                    + (literal.size() == 1 ? " stands" : " stand") + " in the file, for everybody to read who gets it." + (dirty().get() ? " Save first, then they can be moved." : ""), move));
        }
        var missing = rows().stream().filter(LocalVariable::missing).map(r -> r.shared().key()).distinct().toList();
        if (!missing.isEmpty()) {
            notes.getChildren().add(new NoteBar("info", MissingBar.sentence(missing)));
        }
    }

    private void rename(String typed) {
        // Its file may have another name before the answer is here.
        renaming = true;
        host.environments().rename(saved, typed, now -> {
            renaming = false;
            saved = now;
            title().set(name());
        });
    }

    private boolean inUse() {
        return saved.environment().name().equals(host.chosenEnvironment());
    }

    @Override
    void shown() {
        use.setText(inUse() ? "In use" : "Use this environment");
        where.setText(saved.file() == null ? "kept by Posthorn" : saved.file().toString());
        if (colour != null) {
            colour.show(host.environments().colour(saved));
        }
    }

    /// Whether that is the environment of this tab.
    boolean shows(OpenedEnvironment other) {
        return Objects.equals(saved.file(), other.file()) && saved.environment().globals() == other.environment().globals()
                && saved.environment().name().equals(other.environment().name());
    }

    @Override
    void follow(Desk now) {
        var there = now.again(saved);
        if (there.isEmpty()) {
            if (!renaming) {
                lost();
            }
            return;
        }
        if (gone()) {
            // What was deleted is back.
            place().ifPresent(this::moveTo);
            settled();
        }
        saved = there.get();
        title().set(name());
        onDisk(host.values(saved));
        name.show(name());
        shown();
    }

    @Override
    void dispose() {
        // Nothing is held outside of memory.
    }
}
