package dev.posthorn.ui.shell;

import dev.posthorn.http.socket.SocketState;
import dev.posthorn.model.BadItem;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.OtherItem;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.RequestItem;
import dev.posthorn.store.Opened;
import dev.posthorn.store.Preferences;
import dev.posthorn.ui.kit.Fx;
import dev.posthorn.ui.kit.Theme;
import dev.posthorn.ui.sidebar.Place;
import dev.posthorn.workbench.TabState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

/// Opens the window where nobody sees it, brings it to a state, and draws it when nothing moves any more.
final class Snapshot {
    static final Duration PATIENCE = Duration.ofSeconds(240);
    /// The headless screen is 1000 pixels high, and a stage that is higher breaks its painting; then the scene is drawn without one.
    private static final int HIGHEST_STAGE = 960;
    private static final int PULSES_BETWEEN_LOOKS = 9;
    private static final int STILL = 3;
    private static final int LONG_ENOUGH = 20;
    /// What moves for ever, such as the seconds of a stream, is drawn as it is then.
    private static final int MOVES_FOR_EVER = 60;
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
        startToolkit();
        try {
            on(this::show);
            until("reading the collections", () -> shell.tabs().started());
            if (!order.open().isEmpty()) {
                on(() -> shell.open(order.open()));
                until("opening " + order.open(), this::opened);
            }
            if (!order.environment().isBlank()) {
                on(() -> shell.choose(order.environment()));
            }
            var problem = request();
            if (problem.isPresent()) {
                return new Result.NotThere(problem.get());
            }
            on(this::arrange);
            if (order.show() != null) {
                until("what “" + order.show().words() + "” needs", () -> order.show().possible(shell));
                on(() -> order.show().show(shell));
                until("opening the settings", () -> order.show() != SnapshotScene.NETWORK || shell.documents().front().get() instanceof NetworkDocument);
            }
            until("the check", () -> order.show() != SnapshotScene.CONNECT_CHECKED || shell.root().lookup("#connect-go") instanceof javafx.scene.control.Button go && !go.isDisabled());
            if (order.show() != null && !order.show().exploring().isEmpty()) {
                explore(order.show());
            } else if (order.show() != null && !order.show().page().isEmpty()) {
                run(order.show());
            }
            on(this::page);
            return new Result.Drawn(still(), note());
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
        until("opening the runner", () -> shell.documents().front().get() instanceof RunnerDocument runner && runner.pane().ready());
        var pane = ((RunnerDocument) shell.documents().front().get()).pane();
        if (scene != SnapshotScene.RUNNER_SETUP) {
            on(() -> RunnerPictures.fill(pane));
            for (var run = 1; run <= 2; run++) {
                var wanted = run;
                on(pane::run);
                until("the run", () -> pane.kept() >= wanted && !pane.running());
            }
        }
        on(() -> {
            pane.select(scene.page());
            RunnerPictures.choose(pane);
        });
    }

    /// Asks a made-up service for a table, and shows a page of the explorer.
    private void explore(SnapshotScene scene) throws InterruptedException, TimeoutException {
        var pane = ((ExplorerDocument) shell.documents().front().get()).pane();
        until("reading the service", pane::ready);
        on(() -> pane.show("Accounts", scene.exploring()));
        until("the rows", pane::answered);
        on(() -> {
            pane.applyCss();
            pane.layout();
            if (scene == SnapshotScene.ODATA_EDIT) {
                pane.edit(2);
            } else if (scene == SnapshotScene.ODATA_FILTER) {
                pane.filter("contains(Name,'Account') and (Town eq 'Porto' or Town eq 'Riga' or Owner/Name ne null) and Revenue gt 2500");
            }
        });
    }

    private static void startToolkit() throws InterruptedException {
        var up = new CompletableFuture<Void>();
        try {
            Platform.startup(() -> up.complete(null));
            up.get();
        } catch (IllegalStateException runsAlready) {
            // An earlier command of this process started it.
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        Platform.setImplicitExit(false);
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
        var found = order.request().isBlank() ? candidates().stream().map(Candidate::place).findFirst() : find();
        if (found.isEmpty()) {
            return Optional.of("There is no request \"" + order.request() + "\" in what was opened. There are: " + names() + ".");
        }
        on(() -> shell.tabs().open(found.get(), true));
        until("opening the request", () -> shell.documents().front().get() instanceof RequestDocument || shell.documents().front().get() instanceof SocketDocument);
        if (shell.documents().front().get() instanceof SocketDocument socket) {
            if (order.send()) {
                talk(socket);
            }
            return Optional.empty();
        }
        if (order.send()) {
            on(() -> shell.perform(Action.SEND));
            until("the answer", this::answered);
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
        on(() -> shell.perform(Action.SEND));
        until("the connection", () -> socket.state() instanceof SocketState.Open || socket.state() instanceof SocketState.Closed);
        var sent = 0;
        for (var message : socket.draft().value().messages()) {
            var lines = 1 + 2L * ++sent;
            on(() -> socket.send(message));
            until("the answer to “" + message.name() + "”", () -> socket.lines() >= lines || !socket.connected());
        }
    }

    private RequestDocument document() {
        return (RequestDocument) shell.documents().front().get();
    }

    /// The first request whose names from the collection down end with the given ones.
    private Optional<Place> find() {
        var wanted = Arrays.stream(order.request().split("/")).map(String::strip).filter(s -> !s.isEmpty()).map(s -> s.toLowerCase(Locale.ROOT)).toList();
        return candidates().stream().filter(c -> endsWith(c.names(), wanted)).map(Candidate::place).findFirst();
    }

    private static boolean endsWith(List<String> names, List<String> wanted) {
        return names.size() >= wanted.size() && names.subList(names.size() - wanted.size(), names.size()).stream().map(n -> n.toLowerCase(Locale.ROOT)).toList().equals(wanted);
    }

    private record Candidate(Place place, List<String> names) {}

    /// The requests of the opened collections, those of the order before the ones that were there.
    private List<Candidate> candidates() {
        var candidates = new ArrayList<Candidate>();
        var collections = new ArrayList<>(shell.desk().collections());
        collections.sort(java.util.Comparator.comparing(o -> order.open().stream().noneMatch(p -> o.file().startsWith(p))));
        for (var opened : collections) {
            if (opened instanceof Opened.Good good) {
                collect(good.file(), List.of(good.collection().name()), good.collection().items(), candidates);
            }
        }
        return candidates;
    }

    private static void collect(Path file, List<String> above, List<Item> items, List<Candidate> into) {
        for (var item : items) {
            var names = new ArrayList<>(above);
            // A slash in a name is a boundary in the order as well.
            Arrays.stream(item.name().split("/")).map(String::strip).filter(s -> !s.isEmpty()).forEach(names::add);
            switch (item) {
                case Folder folder -> collect(file, names, folder.items(), into);
                case RequestItem request -> into.add(new Candidate(new Place(file, request.id()), names));
                case OtherItem other when other.socket().isPresent() -> into.add(new Candidate(new Place(file, other.id()), names));
                case OtherItem _, BadItem _ -> { }
            }
        }
    }

    private String names() {
        var all = candidates();
        var some = all.stream().limit(12).map(c -> "\"" + String.join("/", c.names().subList(1, c.names().size())) + "\"").toList();
        return all.isEmpty() ? "none" : String.join(", ", some) + (all.size() > some.size() ? " and " + (all.size() - some.size()) + " more" : "");
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

    /// The picture, taken when a few looks one after the other saw the same; where a caret blinks, when what was seen before comes again; what never rests, as it is after a while.
    private Image still() throws InterruptedException, TimeoutException {
        var done = new CompletableFuture<Image>();
        on(() -> new AnimationTimer() {
            private int pulses;
            private int same;
            private int looks;
            private WritableImage before;
            private final Set<Integer> seen = new HashSet<>();

            @Override
            public void handle(long now) {
                if (++pulses % PULSES_BETWEEN_LOOKS != 0) {
                    return;
                }
                var image = WithPopups.draw(scene, order.width(), order.height());
                same = before != null && equal(before, image) ? same + 1 : 0;
                before = image;
                var known = !seen.add(Arrays.hashCode(pixels(image)));
                if (same >= STILL || ++looks > LONG_ENOUGH && known || looks > MOVES_FOR_EVER) {
                    stop();
                    done.complete(image);
                }
            }
        }.start());
        return wait(done, "drawing");
    }

    private static boolean equal(WritableImage one, WritableImage other) {
        return Arrays.equals(pixels(one), pixels(other));
    }

    private static int[] pixels(WritableImage image) {
        var width = (int) image.getWidth();
        var pixels = new int[width * (int) image.getHeight()];
        image.getPixelReader().getPixels(0, 0, width, (int) image.getHeight(), PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }

    private static void on(Runnable action) throws InterruptedException, TimeoutException {
        var done = new CompletableFuture<Void>();
        Fx.later(() -> {
            try {
                action.run();
                done.complete(null);
            } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        });
        wait(done, "the window");
    }

    private static void until(String what, BooleanSupplier state) throws InterruptedException, TimeoutException {
        var reached = new CompletableFuture<Void>();
        on(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (reached.isDone() || state.getAsBoolean()) {
                    stop();
                    reached.complete(null);
                }
            }
        }.start());
        wait(reached, what);
    }

    private static <T> T wait(CompletableFuture<T> done, String what) throws InterruptedException, TimeoutException {
        try {
            return done.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new TimeoutException(what);
        }
    }
}
