package dev.posthorn.ui.shell;

import dev.posthorn.http.socket.SocketState;
import dev.posthorn.model.Outcome;
import dev.posthorn.store.Preferences;
import dev.posthorn.ui.kit.Fx;
import dev.posthorn.ui.kit.Theme;
import dev.posthorn.workbench.TabState;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/// Opens the window where nobody sees it, brings it to a state, and draws it when nothing moves any more.
final class Snapshot {
    /// The headless screen is 1000 pixels high, and a stage that is higher breaks its painting; then the scene is drawn without one.
    private static final int HIGHEST_STAGE = 960;
    private static final int FIRST_EVENTS = 5;

    /// What came of it.
    sealed interface Result {
        /// `note` is for the user, empty or beginning with a comma.
        record Drawn(Image image, String note) implements Result {}

        record NotThere(String sentence) implements Result {}

        record TookTooLong(String what) implements Result {}
    }

    private final Parts parts;
    private final SnapshotCommand.Order order;
    private Shell shell;
    private Scene scene;
    private Stage stage;

    Snapshot(Parts parts, SnapshotCommand.Order order) {
        this.parts = parts;
        this.order = order;
    }

    Result take() throws InterruptedException {
        Pulses.startToolkit();
        try {
            Pulses.on(this::show);
            Pulses.until("reading the collections", () -> shell.tabs().started());
            if (!order.open().isEmpty()) {
                Pulses.on(() -> shell.open(order.open()));
                Pulses.until("opening " + order.open(), this::opened);
            }
            if (!order.environment().isBlank()) {
                Pulses.on(() -> shell.choose(order.environment()));
            }
            var problem = request();
            if (problem.isPresent()) {
                return new Result.NotThere(problem.get());
            }
            Pulses.on(this::arrange);
            if (order.show() != null) {
                Pulses.until("what “" + order.show().words() + "” needs", () -> order.show().possible(shell));
                Pulses.on(() -> order.show().show(shell));
                Pulses.until("opening the settings", () -> order.show() != SnapshotScene.NETWORK || shell.documents().front().get() instanceof NetworkDocument);
            }
            Pulses.until("the check", () -> order.show() != SnapshotScene.CONNECT_CHECKED || shell.root().lookup("#connect-go") instanceof javafx.scene.control.Button go && !go.isDisabled());
            if (order.show() != null && !order.show().exploring().isEmpty()) {
                explore(order.show());
            } else if (order.show() != null && !order.show().page().isEmpty()) {
                run(order.show());
            }
            Pulses.on(this::page);
            return new Result.Drawn(new StillPicture(scene, order.width(), order.height()).take(), note());
        } catch (TimeoutException e) {
            return new Result.TookTooLong(e.getMessage());
        } finally {
            Fx.run(() -> {
                if (shell != null) {
                    shell.memory().stop();
                }
                if (stage != null) {
                    stage.hide();
                }
            });
        }
    }

    /// Runs the collection twice, so that there is something to compare, and shows a page of the runner.
    private void run(SnapshotScene scene) throws InterruptedException, TimeoutException {
        Pulses.until("opening the runner", () -> shell.documents().front().get() instanceof RunnerDocument runner && runner.pane().ready());
        var pane = ((RunnerDocument) shell.documents().front().get()).pane();
        if (scene != SnapshotScene.RUNNER_SETUP) {
            Pulses.on(() -> RunnerPictures.fill(pane));
            for (var run = 1; run <= 2; run++) {
                var wanted = run;
                Pulses.on(pane::run);
                Pulses.until("the run", () -> pane.kept() >= wanted && !pane.running());
            }
        }
        Pulses.on(() -> {
            pane.select(scene.page());
            RunnerPictures.choose(pane);
        });
    }

    /// Asks a made-up service for a table, and shows a page of the explorer.
    private void explore(SnapshotScene scene) throws InterruptedException, TimeoutException {
        var pane = ((ExplorerDocument) shell.documents().front().get()).pane();
        Pulses.until("reading the service", pane::ready);
        Pulses.on(() -> pane.show("Accounts", scene.exploring()));
        Pulses.until("the rows", pane::answered);
        Pulses.on(() -> {
            pane.applyCss();
            pane.layout();
            if (scene == SnapshotScene.ODATA_EDIT) {
                pane.edit(2);
            } else if (scene == SnapshotScene.ODATA_FILTER) {
                pane.filter("contains(Name,'Account') and (Town eq 'Porto' or Town eq 'Riga' or Owner/Name ne null) and Revenue gt 2500");
            }
        });
    }

    private void show() {
        Theme.loadFonts();
        shell = new Shell(parts, Preferences.DEFAULT, new NoChoosers());
        shell.perform(order.theme() == Theme.DARK ? Action.THEME_DARK : Action.THEME_LIGHT);
        if (order.beside()) {
            shell.memory().beside(true);
        }
        scene = shell.scene(order.width(), order.height());
        if (order.height() <= HIGHEST_STAGE) {
            stage = new Stage();
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(order.width());
            stage.setHeight(order.height());
            stage.show();
        }
        shell.start();
    }

    private boolean opened() {
        return order.open().stream().allMatch(path -> shell.desk().collections().stream().anyMatch(o -> o.file().startsWith(path))
                || shell.desk().environments().stream().anyMatch(e -> e.file() != null && e.file().startsWith(path)));
    }

    /// Opens and sends the request of the order; a sentence where there is none of that name.
    private Optional<String> request() throws InterruptedException, TimeoutException {
        if (order.request().isBlank() && !order.send()) {
            return Optional.empty();
        }
        var requests = new OpenRequests(shell.desk().collections(), order.open());
        var found = order.request().isBlank() ? requests.any() : requests.find(order.request());
        if (found.isEmpty()) {
            return Optional.of("There is no request \"" + order.request() + "\" in what was opened. There are: " + requests.names() + ".");
        }
        Pulses.on(() -> shell.tabs().open(found.get(), true));
        Pulses.until("opening the request", () -> shell.documents().front().get() instanceof RequestDocument || shell.documents().front().get() instanceof SocketDocument);
        if (shell.documents().front().get() instanceof SocketDocument socket) {
            if (order.send()) {
                talk(socket);
            }
            return Optional.empty();
        }
        if (order.send()) {
            Pulses.on(() -> shell.perform(Action.SEND));
            Pulses.until("the answer", this::answered);
        }
        return Optional.empty();
    }

    private boolean answered() {
        return switch (document().state()) {
            case TabState.Done _ -> true;
            case TabState.Sending sending -> sending.live() != null && sending.live().events().filter(e -> e.count() >= FIRST_EVENTS).isPresent();
            case TabState.Idle _ -> false;
        };
    }

    /// Connects, and sends what is saved with it.
    private void talk(SocketDocument socket) throws InterruptedException, TimeoutException {
        Pulses.on(() -> shell.perform(Action.SEND));
        Pulses.until("the connection", () -> socket.state() instanceof SocketState.Open || socket.state() instanceof SocketState.Closed);
        var sent = 0;
        for (var message : socket.draft().value().messages()) {
            var lines = 1 + 2L * ++sent;
            Pulses.on(() -> socket.send(message));
            Pulses.until("the answer to “" + message.name() + "”", () -> socket.lines() >= lines || !socket.connected());
        }
    }

    private RequestDocument document() {
        return (RequestDocument) shell.documents().front().get();
    }

    private void page() {
        if (!order.answer().isEmpty() && shell.documents().front().get() instanceof RequestDocument request) {
            request.selectOfAnswer(order.answer());
        }
        switch (shell.documents().front().get()) {
            case RequestDocument request when !order.tab().isEmpty() -> request.select(order.tab());
            case NetworkDocument network when !order.tab().isEmpty() -> network.select(order.tab());
            case SocketDocument socket when !order.tab().isEmpty() -> socket.select(order.tab());
            case LevelDocument level when !order.tab().isEmpty() -> level.select(order.tab());
            case null, default -> { }
        }
    }

    private void arrange() {
        if (!order.filter().isEmpty() && scene.lookup("#collections-filter") instanceof TextField filter) {
            filter.setText(order.filter());
        }
        if (order.palette() != null) {
            shell.perform(Action.PALETTE);
            if (scene.lookup("#palette-field") instanceof TextField field) {
                field.setText(order.palette());
            }
        }
    }

    private String note() {
        if (shell.documents().front().get() instanceof RequestDocument request && request.state() instanceof TabState.Done(var outcome, _)) {
            return switch (outcome) {
                case Outcome.Received received -> ", status " + received.response().status();
                case Outcome.Failed failed -> ", not answered: " + failed.failure().sentence();
                case Outcome.Cancelled cancelled -> ", cancelled";
                case Outcome.Skipped(var by) -> ", skipped by " + by;
            };
        }
        return "";
    }
}
