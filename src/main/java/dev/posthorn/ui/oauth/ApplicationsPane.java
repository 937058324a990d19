package dev.posthorn.ui.oauth;

import dev.posthorn.http.Cancellation;
import dev.posthorn.model.Auth;
import dev.posthorn.oauth.Application;
import dev.posthorn.oauth.LoginWatcher;
import dev.posthorn.oauth.StoredToken;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.EmptyState;
import dev.posthorn.ui.kit.Fx;
import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Theme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.octicons.Octicons;

/// The OAuth applications of the workspace: the list, and the one that is edited. There is nothing to save: what is typed counts, and is kept when
/// the typing rests.
public final class ApplicationsPane extends BorderPane {

    private static final Duration REST = Duration.millis(400);

    private record Read(List<Application> applications, List<StoredToken> tokens) {}

    private final LoginServices services;
    private final LoginDesk desk;
    private final ListView<Application> list = new ListView<>();
    private final TextField search = new TextField();
    private final ApplicationEditor editor;
    private final BorderPane right = new BorderPane();
    private final AskRemoval ask = new AskRemoval();
    private final Background.Latest<Read> read;
    private final PauseTransition rest = new PauseTransition(REST);
    private final Consumer<Boolean> storeChanged = Fx.latest(_ -> refresh());
    private final List<AutoCloseable> listening = new ArrayList<>();
    private final Map<String, ApplicationSubject> subjects = new HashMap<>();
    /// Typed, and not kept yet.
    private final Map<String, Application> typed = new LinkedHashMap<>();
    private List<Application> all = List.of();
    private List<StoredToken> tokens = List.of();
    private String wanted = "";
    private boolean filling;
    private boolean started;

    public ApplicationsPane(LoginServices services, LoginDesk desk) {
        this.services = services;
        this.desk = desk;
        setId("applications");
        getStyleClass().add("applications");
        getStylesheets().add(Theme.sheet(ApplicationsPane.class, "oauth.css"));
        editor = new ApplicationEditor(services, desk, this::edit, List.of(button("application-export", "Export…", this::exportChosen),
                button("application-duplicate", "Duplicate", this::duplicate), button("application-delete", "Delete", this::askDelete)));
        read = services.background().latest(this::show, e -> desk.trouble("The OAuth applications cannot be read: " + e.getMessage()));
        rest.setOnFinished(_ -> keep());
        setLeft(left());
        setCenter(right);
        sceneProperty().subscribe((before, now) -> {
            if (now != null && before == null) {
                listening.add(services.applications().listen(() -> storeChanged.accept(true)));
                listening.add(services.tokens().listen(() -> storeChanged.accept(true)));
                refresh();
            } else if (now == null && before != null) {
                end();
            }
        });
    }

    private static Button button(String id, String text, Runnable action) {
        var button = new Button(text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private Region left() {
        search.setId("applications-search");
        search.setPromptText("Find an application");
        search.textProperty().subscribe(_ -> fill());
        HBox.setHgrow(search, Priority.ALWAYS);
        var add = Icons.button(Octicons.PLUS_16, "New application", this::add);
        add.setId("application-add");
        var bring = Icons.button(Octicons.FILE_SYMLINK_FILE_16, "Import an application from a file", this::importFile);
        bring.setId("application-import");
        list.setId("applications-list");
        list.getStyleClass().add("palette-list");
        list.setFixedCellSize(34);
        list.setCellFactory(_ -> new ApplicationCell(app -> (int) tokens.stream().filter(t -> t.application().equals(app.id())).count()));
        list.setPlaceholder(new Label());
        list.getSelectionModel().selectedItemProperty().subscribe((_, app) -> {
            if (!filling && app != null) {
                wanted = app.id();
                showChosen();
            }
        });
        list.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.DELETE) {
                askDelete();
                key.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        var title = new Label("OAuth applications");
        title.getStyleClass().add("applications-title");
        var left = new VBox(8, title, new HBox(4, search, add, bring), list);
        left.getStyleClass().add("applications-side");
        left.prefWidthProperty().bind(widthProperty().map(w -> Math.clamp(w.doubleValue() * 0.32, 170, 250)));
        return left;
    }

    private void end() {
        keep();
        for (var one : listening) {
            try {
                one.close();
            } catch (Exception e) {
                // There is nothing left to stop.
            }
        }
        listening.clear();
    }

    /// Chooses one; an empty id leaves the choice.
    public void choose(String id) {
        if (!id.isEmpty()) {
            wanted = id;
            search.clear();
            fill();
        }
    }

    private void refresh() {
        read.submit(() -> new Read(services.applications().all(), services.tokens().all()));
    }

    private void show(Read now) {
        started = true;
        // What is being typed is newer than what was read.
        all = now.applications().stream().map(a -> typed.getOrDefault(a.id(), a)).sorted((a, b) -> a.name().compareToIgnoreCase(b.name())).toList();
        tokens = now.tokens();
        fill();
    }

    private void fill() {
        if (!started) {
            return;
        }
        var words = search.getText().strip().toLowerCase(Locale.ROOT);
        var found = all.stream().filter(a -> words.isEmpty() || (a.name() + "\n" + a.values().text("clientId") + "\n" + a.values().text("authUrl") + "\n" + a.values().text("accessTokenUrl"))
                .toLowerCase(Locale.ROOT).contains(words)).toList();
        filling = true;
        if (!found.equals(list.getItems())) {
            list.getItems().setAll(found);
        } else {
            list.refresh();
        }
        var chosen = found.stream().filter(a -> a.id().equals(wanted)).findFirst().or(() -> found.stream().findFirst());
        chosen.ifPresentOrElse(a -> list.getSelectionModel().select(a), () -> list.getSelectionModel().clearSelection());
        wanted = chosen.map(Application::id).orElse("");
        filling = false;
        showChosen();
    }

    private void showChosen() {
        var chosen = chosen();
        if (chosen == null) {
            right.setTop(null);
            right.setCenter(all.isEmpty() ? new EmptyState(Octicons.KEY_24, "An OAuth application is a client registered at a server, kept here under a name. Any request, folder or collection can choose it, and they share its logins.")
                    .action("New application", this::add) : new EmptyState(Octicons.SEARCH_24, "No application is called so."));
            return;
        }
        if (!ask.isFor(chosen.id())) {
            right.setTop(null);
        }
        editor.show(chosen, subject(chosen.id()), tokens);
        right.setCenter(editor);
    }

    private ApplicationSubject subject(String id) {
        return subjects.computeIfAbsent(id, _ -> new ApplicationSubject(services, () -> all.stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow(), change -> edit(id, change)));
    }

    private Application chosen() {
        return all.stream().filter(a -> a.id().equals(wanted)).findFirst().orElse(null);
    }

    private void edit(UnaryOperator<Application> change) {
        edit(wanted, change);
    }

    private void edit(String id, UnaryOperator<Application> change) {
        var before = all.stream().filter(a -> a.id().equals(id)).findFirst();
        if (before.isEmpty()) {
            return;
        }
        var after = change.apply(before.get());
        if (!after.equals(before.get())) {
            all = all.stream().map(a -> a.id().equals(id) ? after : a).toList();
            typed.put(id, after);
            rest.playFromStart();
            fill();
        }
    }

    private void keep() {
        rest.stop();
        var due = List.copyOf(typed.values());
        if (due.isEmpty()) {
            return;
        }
        services.background().run(() -> {
            due.forEach(services.applications()::put);
            return true;
        }, _ -> due.forEach(d -> typed.remove(d.id(), d)), e -> desk.trouble("The application could not be kept: " + e.getMessage()));
    }

    private void put(Application application, boolean focus) {
        var now = new ArrayList<>(all);
        now.add(application);
        all = List.copyOf(now);
        typed.put(application.id(), application);
        wanted = application.id();
        search.clear();
        fill();
        keep();
        if (focus) {
            applyCss();
            layout();
            editor.focusName();
        }
    }

    private void add() {
        put(new Application(UUID.randomUUID().toString(), "New application", "", new Auth("oauth2", Map.of("grant_type", "authorization_code_with_pkce", "client_authentication", "body")), "", ""), true);
    }

    private void duplicate() {
        var from = chosen();
        if (from != null) {
            put(new Application(UUID.randomUUID().toString(), from.name() + " (copy)", from.image(), from.values(), from.revokeUrl(), ""), true);
        }
    }

    private void askDelete() {
        var gone = chosen();
        if (gone != null) {
            var own = tokens.stream().filter(t -> t.application().equals(gone.id())).toList();
            right.setTop(ask.show(gone, own.size(), () -> delete(gone, own), () -> {
                right.setTop(null);
                list.requestFocus();
            }));
            ask.focusAnswer();
        }
    }

    private void delete(Application gone, List<StoredToken> own) {
        right.setTop(null);
        typed.remove(gone.id());
        var settings = ApplicationSubject.settings(services, gone);
        services.background().run(() -> {
            var faults = new ArrayList<String>();
            own.forEach(t -> services.forget(t, settings, LoginWatcher.NONE, new Cancellation()).ifPresent(f -> faults.add(f.sentence())));
            services.applications().remove(gone.id());
            return faults;
        }, faults -> {
            desk.tell("“" + gone.name() + "” is deleted.");
            faults.stream().distinct().limit(2).forEach(desk::trouble);
            refresh();
            list.requestFocus();
        }, e -> desk.trouble("“" + gone.name() + "” could not be deleted: " + e.getMessage()));
    }

    private void exportChosen() {
        var chosen = chosen();
        if (chosen != null) {
            services.saveAs("Export the application", chosen.name().replaceAll("[^\\p{L}\\p{N}._ -]", "_") + ".oauth.json").ifPresent(file -> services.background().run(() -> {
                services.exportTo(chosen, file);
                return file;
            }, done -> desk.tell("Exported to " + done.getFileName() + ", without its secrets."), e -> desk.trouble("The application could not be exported: " + e.getMessage())));
        }
    }

    private void importFile() {
        services.file("Import an OAuth application").ifPresent(file -> services.background().run(() -> services.importFrom(file), brought -> {
            put(brought.application(), true);
            desk.tell(brought.missing().isEmpty() ? "Imported “" + brought.application().name() + "”." : "Imported “" + brought.application().name() + "”; to be filled in: " + String.join(", ", brought.missing()) + ".");
        }, e -> desk.trouble(file.getFileName() + " cannot be imported: " + e.getMessage())));
    }

    /// Nobody waits for them any more.
    public void cancelLogins() {
        subjects.values().stream().map(ApplicationSubject::last).filter(Objects::nonNull).forEach(LoginRun::cancel);
    }

    /// Looks at the variables again.
    public void recolour() {
        editor.recolour();
    }
}
