package dev.posthorn.ui.shell;

import dev.posthorn.formats.Report;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.Network;
import dev.posthorn.store.Opened;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.oauth.LoginRun;
import dev.posthorn.ui.sidebar.Place;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;

/// The panels and tabs that a picture can be taken of, by name.
enum SnapshotScene {
    COLLECTION, FOLDER, NEW_COLLECTION, IMPORT, EXPORT, REPORT, VERSIONS, CONFLICT, DELETED, FOLDER_CONFLICT, FOLDER_COMPARE, ENVIRONMENT_CONFLICT, COMPARE, ENVIRONMENT, ENVIRONMENTS, HISTORY, FILL_IN, COOKIES, RENAME, MENU, UNDO, CONSOLE, NETWORK, EVENT, MESSAGE, APPLICATIONS, LOGIN, LOGIN_WAITING, LOGIN_DEVICE, TOKEN, AUTH_TYPES, CODE, DATASERVICE, API,
    RUNNER, RUNNER_SETUP, RUNNER_CHARTS, RUNNER_COMPARE, RUNNER_EARLIER, CONNECT, CONNECT_CHECKED, CONNECT_BIZAGI, CONNECT_WORKFLOW_SERVER, ODATA, ODATA_FILTER, ODATA_TEXT, ODATA_EDIT;

    private static final String CURL = """
            curl 'https://api.example.com/v1/users?page=2' \\
              -H 'Accept: application/json' \\
              -H 'Authorization: Bearer {{token}}' \\
              --compressed --max-time 20 --proxy http://proxy.example.com:8080
            """;

    static Optional<SnapshotScene> of(String name) {
        for (var scene : values()) {
            if (scene.words().equals(name.toLowerCase(Locale.ROOT))) {
                return Optional.of(scene);
            }
        }
        return Optional.empty();
    }

    /// As it is typed: "new-collection".
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What it needs is in the window.
    boolean possible(Shell shell) {
        // A scene without a stage is laid out by nobody else before it is drawn.
        shell.root().applyCss();
        shell.root().layout();
        return switch (this) {
            case EVENT -> shell.root().lookup("#events-list") instanceof javafx.scene.control.ListView<?> list && list.getItems().size() > 2;
            case MESSAGE -> shell.root().lookup("#messages") instanceof javafx.scene.control.ListView<?> list && !list.getItems().isEmpty();
            case DATASERVICE -> BuilderPictures.query(shell);
            case API -> BuilderPictures.api(shell);
            case AUTH_TYPES -> {
                if (shell.documents().front().get() instanceof RequestDocument request) {
                    request.select("authorization");
                }
                yield shell.root().lookup("#auth-type") instanceof javafx.scene.control.Button chooser && chooser.getWidth() > 0;
            }
            case CODE -> {
                if (!shell.memory().code().shown()) {
                    shell.perform(Action.CODE);
                }
                yield shell.root().lookup("#code-text") instanceof dev.posthorn.ui.editor.CodeEditor code && !code.text().isEmpty();
            }
            default -> true;
        };
    }

    /// Brings the window to that state.
    void show(Shell shell) {
        var front = shell.documents().front().get();
        var place = front == null ? null : front.place().orElse(null);
        switch (this) {
            case COLLECTION -> first(shell).ifPresent(p -> shell.tabs().open(p, true));
            case FOLDER -> folder(shell).ifPresent(p -> shell.tabs().open(p, true));
            case NEW_COLLECTION -> shell.perform(Action.NEW_COLLECTION);
            case IMPORT -> shell.panels().transfers().importText(CURL);
            case EXPORT -> first(shell).ifPresent(p -> shell.panels().transfers().export(p));
            case REPORT -> shell.panels().transfers().imported("cURL: 1 request", report(), List.of());
            case VERSIONS -> shell.perform(Action.VERSIONS);
            case CONFLICT -> conflict(front);
            case FOLDER_CONFLICT -> {
                FOLDER.show(shell);
                conflict(shell.documents().front().get());
            }
            case ENVIRONMENT_CONFLICT -> {
                ENVIRONMENT.show(shell);
                conflict(shell.documents().front().get());
            }
            case FOLDER_COMPARE -> {
                FOLDER_CONFLICT.show(shell);
                if (shell.documents().front().get() instanceof LevelDocument level) {
                    shell.panels().compare(level);
                }
            }
            case DELETED -> {
                if (front instanceof EditedDocument<?> document) {
                    document.conflict(null);
                }
            }
            case COMPARE -> {
                conflict(front);
                if (front instanceof EditedDocument<?> document) {
                    shell.panels().compare(document);
                }
            }
            case ENVIRONMENT -> shell.desk().environments().stream().findFirst().ifPresent(shell.tabs()::edit);
            case ENVIRONMENTS -> shell.perform(Action.ENVIRONMENTS);
            case HISTORY -> shell.perform(Action.HISTORY);
            case FILL_IN -> shell.panels().fillIn(shell.desk().missingSecrets(place));
            case COOKIES -> cookies(shell);
            case RENAME -> {
                if (place != null) {
                    shell.tree().rename(place);
                }
            }
            case MENU -> shell.root().lookupAll("#menu").forEach(node -> ((javafx.scene.control.Button) node).fire());
            case CONNECT -> shell.perform(Action.CONNECT_CREATIO);
            case CONNECT_BIZAGI -> shell.perform(Action.CONNECT_BIZAGI);
            case CONNECT_WORKFLOW_SERVER -> shell.perform(Action.CONNECT_WORKFLOW_SERVER);
            case CONNECT_CHECKED -> {
                shell.perform(Action.CONNECT_CREATIO);
                press(shell, "#connect-demo");
                press(shell, "#connect-go");
            }
            case CONSOLE -> shell.perform(Action.CONSOLE);
            case AUTH_TYPES -> shell.root().lookupAll("#auth-type").forEach(node -> ((javafx.scene.control.Button) node).fire());
            case CODE, DATASERVICE, API -> { }
            case EVENT -> choose(shell, "#events-list");
            case MESSAGE -> choose(shell, "#messages");
            case APPLICATIONS, LOGIN, LOGIN_WAITING, LOGIN_DEVICE, TOKEN -> login(shell);
            case NETWORK -> {
                shell.network().use(network());
                shell.perform(Action.NETWORK);
            }
            case RUNNER, RUNNER_SETUP, RUNNER_CHARTS, RUNNER_COMPARE, RUNNER_EARLIER -> (place == null ? first(shell) : Optional.of(new Place(place.file(), ""))).ifPresent(shell.runner()::open);
            case ODATA, ODATA_FILTER, ODATA_TEXT, ODATA_EDIT -> shell.explorer().open(new SampleService(new Background(shell.executor())), SampleService.URL);
            case UNDO -> shell.toasts().offer("Deleted “Get a user”.", "Undo", () -> { });
        }
    }

    private static void press(Shell shell, String id) {
        shell.root().applyCss();
        if (shell.root().lookup(id) instanceof javafx.scene.control.Button button) {
            button.fire();
        }
    }

    /// The page of the OData explorer's form that is wanted; empty for what is no explorer.
    String exploring() {
        return switch (this) {
            case ODATA, ODATA_EDIT -> "odata-page-columns";
            case ODATA_FILTER -> "odata-page-filter";
            case ODATA_TEXT -> "odata-page-text";
            default -> "";
        };
    }

    /// The page of the runner that is wanted; empty for what is no runner. All but the first need results.
    String page() {
        return switch (this) {
            case RUNNER_SETUP -> "runner-setup";
            case RUNNER -> "runner-results";
            case RUNNER_CHARTS -> "runner-charts";
            case RUNNER_COMPARE -> "runner-compare";
            case RUNNER_EARLIER -> "runner-earlier";
            default -> "";
        };
    }

    /// Made-up applications, logins and tokens, at a moment that does not pass, so that nothing moves in the picture.
    private void login(Shell shell) {
        var samples = new SampleLogins(new Background(shell.executor()), Clock.fixed(Instant.now(), ZoneId.systemDefault()));
        var table = new LoginTable(samples, shell.overlays(), _ -> { }, (_, _) -> { }, _ -> { }, _ -> { }, _ -> { });
        if (this == APPLICATIONS) {
            var document = new ApplicationsDocument(samples, table);
            shell.tabs().show(document);
            document.choose("creatio");
            return;
        }
        shell.tabs().host().logins(samples, table);
        shell.tabs().open("Accounts", SampleLogins.request());
        if (shell.documents().front().get() instanceof RequestDocument request) {
            request.select("authorization");
            switch (this) {
                case LOGIN -> shown(shell, samples, samples.refused());
                case LOGIN_WAITING -> shown(shell, samples, samples.waiting());
                case LOGIN_DEVICE -> shown(shell, samples, samples.device());
                default -> { }
            }
        }
    }

    private static void shown(Shell shell, SampleLogins samples, LoginRun run) {
        shell.overlays().show(new LoginSheet(run, samples, () -> { }, _ -> { }, () -> { }), Pos.CENTER);
    }

    /// Opens the third line of a list.
    private static void choose(Shell shell, String list) {
        if (shell.root().lookup(list) instanceof javafx.scene.control.ListView<?> view) {
            view.getSelectionModel().select(Math.min(2, view.getItems().size() - 1));
        }
    }

    /// A jar with cookies of some hosts, the panel over it, one cookie chosen.
    private static void cookies(Shell shell) {
        shell.tabs().withJar(jar -> {
            jar.set("https://api.example.com/v1/login", "session=8f14e45fceea167a5a36dedd4bea2543; Path=/; Secure; HttpOnly; SameSite=Lax");
            jar.set("https://api.example.com/v1/login", "theme=dark; Domain=example.com; Max-Age=31536000");
            jar.set("https://api.example.com/v1/login", "__Host-csrf=c9f0f895fb98ab9159f51fd0297e236d; Path=/; Secure; SameSite=Strict");
            jar.set("http://localhost:8080/", "JSESSIONID=A1B2C3; HttpOnly");
            jar.set("https://bpm.example.net/0/", "BPMCSRF=abc; Path=/0");
            shell.perform(Action.COOKIES);
            if (shell.root().lookup("#jar-table") instanceof javafx.scene.control.TableView<?> table) {
                table.getSelectionModel().select(0);
            }
        });
    }

    private static Optional<Place> first(Shell shell) {
        return shell.desk().collections().stream().filter(Opened.Good.class::isInstance).map(o -> new Place(o.file(), "")).findFirst();
    }

    private static Optional<Place> folder(Shell shell) {
        return shell.desk().collections().stream().filter(Opened.Good.class::isInstance).map(Opened.Good.class::cast)
                .flatMap(o -> o.collection().items().stream().filter(Folder.class::isInstance).map(Item::id).map(id -> new Place(o.file(), id))).findFirst();
    }

    private static void conflict(Document front) {
        switch (front) {
            case RequestDocument request -> {
                var theirs = request.draft().value();
                request.draft().edit(r -> r.withMethod("PATCH").withDescription("Changed here."));
                request.conflict(theirs.withMethod("PUT").withDescription("Changed outside.").withHeaders(List.of(Entry.of("X-Theirs", "yes"))));
            }
            case SocketDocument socket -> {
                var theirs = socket.draft().value();
                socket.draft().edit(s -> s.withHandshake(s.handshake().withDescription("Changed here.")));
                socket.conflict(theirs.withHandshake(theirs.handshake().withDescription("Changed outside.")));
            }
            case LevelDocument level -> {
                var theirs = level.draft().value();
                level.draft().edit(l -> l.withDescription("Changed here."));
                level.conflict(theirs.withVariables(List.of(Entry.of("theirs", "yes"))));
            }
            case EnvironmentDocument environment -> {
                var theirs = environment.rows();
                environment.draft().edit(rows -> rows.stream().map(r -> r.withCurrent("changed here")).toList());
                environment.conflict(theirs.stream().map(r -> r.withShared(r.shared().withDescription("changed outside"))).toList());
            }
            case TextDocument _, ReportDocument _, NetworkDocument _, ApplicationsDocument _, RunnerDocument _, DataServiceDocument _, ApiDocument _, ExplorerDocument _ -> { }
            case null -> { }
        }
    }

    private static Network network() {
        return Network.DEFAULT.withRoute(new Network.Route.Manual(new Network.Proxy(Network.Kind.HTTP, "proxy.example.com", 3128, "OFFICE\\me", "secret"), List.of("localhost", "*.example.com")))
                .withHosts(List.of(new Network.HostOverride("api.test", "127.0.0.1", 8443), new Network.HostOverride("*.staging.test", "10.1.2.3", 0)))
                .withCertificates(List.of(new Network.ClientCertificate("api.test:8443", Path.of("/certificates/me.pem"), Path.of("/certificates/me.key"), "secret")))
                .withAuthorities(List.of(Path.of("/certificates/office-root.pem"))).withUnverified(List.of("localhost:8443"));
    }

    private static Report report() {
        return Recognised.text(CURL).report().and(new Report(List.of(
                Report.Row.kept("Users / Get a user", "/item/0", 14),
                Report.Row.translated("Users / Get a user", "/item/0/protocolProfileBehavior/strictSSL", "strictSSL", "strictSsl", "another name in 3.0"),
                Report.Row.aside("Users / Get a user with a name that is so long that it does not fit into its column at all", "/item/0/_postman_previewlanguage", "json", "3.0 has no place for it"))));
    }
}
