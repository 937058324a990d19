package dev.posthorn.ui.response;

import dev.posthorn.model.Failure;
import dev.posthorn.model.Finding;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Mend;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Response;
import dev.posthorn.model.ScriptReport;
import dev.posthorn.model.Wire;
import dev.posthorn.ui.kit.Amounts;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.EmptyState;
import dev.posthorn.ui.kit.Theme;
import dev.posthorn.workbench.TabState;
import dev.posthorn.workbench.TestIdea;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.octicons.Octicons;

/// The answer of one tab: nothing yet, under way, received, failed or cancelled. One pane belongs to one tab; use it on the FX thread.
public final class ResponsePane {

    /// An answer that comes sooner is shown without a spinner before it.
    private static final Duration PATIENCE = Duration.millis(120);

    private static final String NOTHING_YET = "No answer yet. Press Ctrl+Enter to send the request.";

    private final BorderPane root = new BorderPane();
    private final TestMenu tests = new TestMenu();
    private final AnswerTabs tabs = new AnswerTabs(tests);
    private final StatusLine status = new StatusLine(tests);
    private final StackPane right = new StackPane(status);
    private final Label banner = new Label();
    private final StackPane content = new StackPane();
    private final BodyTab body;
    private final EventsView events;
    private final StoredEvents stored;
    private final SendingLine sending;
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private Runnable onCancel = () -> {};
    private Runnable onParts = () -> {};
    private Consumer<Failure.Focus> onFocus = _ -> {};
    private Runnable onRetry;
    private Consumer<Mend> onMend = _ -> {};
    private List<Finding> findings = List.of();
    private TabState shown;
    private TabState.Sending streaming;
    private boolean answered;
    private Node instead;
    private Node parts;
    private boolean streamed;

    /// @param scratch a folder for temporary files of this program; it is made when needed
    /// @param target  asks where to save a body
    public ResponsePane(Background background, Path scratch, SaveTarget target, InstantSource clock) {
        this.body = new BodyTab(background, scratch, target, tests);
        this.events = new EventsView(background, clock, body, () -> onCancel.run());
        this.stored = new StoredEvents(background, scratch, log -> events.over(log));
        this.sending = new SendingLine(clock, () -> onCancel.run());
        root.getStyleClass().add("response-pane");
        root.setId("response");
        root.getStylesheets().add(Theme.sheet(ResponsePane.class, "response.css"));
        root.setMinSize(0, 0);
        banner.setId("response-banner");
        banner.getStyleClass().add("response-banner");
        banner.setWrapText(true);
        banner.setMaxWidth(Double.MAX_VALUE);
        right.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(right, Priority.ALWAYS);
        var top = new HBox(tabs.strip(), right);
        top.setAlignment(Pos.CENTER_LEFT);
        top.getStyleClass().add("response-top");
        root.setTop(top);
        root.setCenter(content);
        content.setMinSize(0, 0);
        content.setAlignment(Pos.TOP_CENTER);
        tabs.strip().selectedProperty().addListener(_ -> showTab());
        status.onTests(() -> tabs.reported().select("tests"));
        patience.setOnFinished(_ -> showSending());
        show(new TabState.Idle());
    }

    public Node node() {
        return root;
    }

    /// Called when the user presses Cancel.
    public void onCancel(Runnable action) {
        onCancel = action;
    }

    /// Called with the part of the request editor that mends a failure, when the user asks to go there.
    public void onFocus(Consumer<Failure.Focus> action) {
        onFocus = action;
    }

    /// Called when the user wants to send a request that failed once more.
    public void onRetry(Runnable action) {
        onRetry = action;
    }

    /// Called with what a finding or a failure offers to do about the authorization, when the user wants it.
    public void onMend(Consumer<Mend> action) {
        onMend = action;
    }

    /// Called with a test that the user makes of something in the answer, and the form it shall have.
    public void onTest(BiConsumer<TestIdea, TestIdea.Form> action) {
        tests.listener(action);
    }

    /// Says above the answer what is wrong with its authorization; none takes that away. Until the next state.
    public void findings(List<Finding> found) {
        findings = List.copyOf(found);
        showTab();
    }

    /// Called when the user wants to see the parts of a multipart answer, such as that of an OData `$batch`.
    public void onParts(Runnable action) {
        onParts = action;
    }

    /// What can be done about tests.
    public void onTests(TestActions actions) {
        tabs.reported().tests().actions(actions);
    }

    /// Shows what tests came to that were run again, beside the answer that is there already.
    ///
    /// @param note what they were run on; empty where that is the answer that is shown
    public void retested(ScriptReport report, String note) {
        tabs.reported().show(report, note);
        if (answered) {
            status.tests(report);
        } else if (instead == null) {
            instead = new EmptyState(Octicons.PAPER_AIRPLANE_24, NOTHING_YET);
        }
        tabs.reported().select("tests");
        showTab();
    }

    /// Opens the find bar of the body, for Ctrl+F pressed elsewhere in the tab.
    public void find() {
        if (answered || streaming != null) {
            tabs.toBody();
            var of = streaming != null || streamed && !events.rawShown() ? (Runnable) events::openFilter : (Runnable) body::openFind;
            of.run();
        }
    }

    /// Shows that part: "body", "headers", "cookies", "tests", "visual" where there is one, "exchange", or of the last one "raw-heads" or "frames".
    public void select(String page) {
        tabs.select(page);
    }

    /// Puts the keyboard into the body.
    public void focus() {
        body.focus();
    }

    /// Stops work behind the pane and gives temporary files back; for a tab that is closed.
    public void close() {
        patience.stop();
        sending.stop();
        events.clear();
        stored.clear();
        body.clear();
    }

    public void show(TabState state) {
        var before = shown;
        shown = state;
        if (state instanceof TabState.Done || state instanceof TabState.Idle) {
            findings = List.of();
        }
        switch (state) {
            case TabState.Idle() -> idle();
            case TabState.Sending now -> sending(before, now);
            case TabState.Done(var outcome, var report) -> {
                done(outcome);
                tabs.reported().show(report, "");
                status.tests(report);
                showTab();
            }
        }
    }

    private void idle() {
        endSending();
        forget();
        message(new EmptyState(Octicons.PAPER_AIRPLANE_24, NOTHING_YET));
    }

    private void sending(TabState before, TabState.Sending now) {
        if (now.live() != null && now.live().events().isPresent()) {
            streaming(now);
            return;
        }
        if (right.getChildren().contains(sending)) {
            sending.show(now);
        } else if (!(before instanceof TabState.Sending)) {
            patience.playFromStart();
        }
    }

    /// Events are shown while they come.
    private void streaming(TabState.Sending now) {
        patience.stop();
        if (!right.getChildren().contains(sending)) {
            right.getChildren().setAll(sending);
        }
        sending.show(now);
        if (streaming == null || streaming.live() != now.live()) {
            forget();
            content.getStyleClass().remove("stale");
            streaming = now;
            begun(now.begun());
            tabs.toBody();
            showTab();
        }
        events.live(now.live().events().orElseThrow(), now.since());
    }

    /// The head is known before the stream is over.
    private void begun(Hop hop) {
        if (hop != null) {
            tabs.heads(List.of(hop), hop.received().headers().size());
        }
    }

    /// Only after the patience is over; what was there before stays, paler, until the answer comes.
    private void showSending() {
        if (shown instanceof TabState.Sending now) {
            right.getChildren().setAll(sending);
            sending.show(now);
            content.getStyleClass().add("stale");
            if (!answered) {
                instead = null;
                message(new EmptyState(Octicons.PAPER_AIRPLANE_24, "Waiting for the answer …"));
            }
        }
    }

    private void endSending() {
        streaming = null;
        patience.stop();
        sending.stop();
        content.getStyleClass().remove("stale");
        right.getChildren().setAll(status);
        banner("");
    }

    private void done(Outcome outcome) {
        endSending();
        switch (outcome) {
            case Outcome.Received received -> {
                answer(received.response(), received.sent(), received.exchanges());
                banner(received.response().truncated()
                        ? "The connection ended early: only " + Amounts.bytes(received.response().body().size()) + " of the body came." : "");
            }
            case Outcome.Failed failed -> failed(failed);
            case Outcome.Cancelled cancelled -> cancelled(cancelled);
            case Outcome.Skipped(var by) -> {
                forget();
                status.none("Skipped", "plain");
                instead(new EmptyState(Octicons.SKIP_24, "Not sent: the script of " + by + " skipped this request."), outcome);
            }
        }
    }

    private void answer(Response response, Wire sent, List<Hop> exchanges) {
        answered = true;
        status.show(response, exchanges);
        parts = sent != null && Batches.answers(response.mediaType(), sent.url()) ? Batches.offer(onParts) : null;
        tabs.heads(exchanges, response.headers().size());
        tabs.exchanges(exchanges);
        body.show(response, sent == null ? "" : sent.url());
        stored.clear();
        streamed = response.body() != null && (response.body().events().isPresent() || response.mediaType().equals("text/event-stream"));
        if (streamed) {
            response.body().events().ifPresentOrElse(events::over, () -> stored.read(response.body()));
        } else {
            events.clear();
        }
        showTab();
    }

    private void failed(Outcome.Failed failed) {
        forget();
        var partial = failed.partial() != null && failed.partial().body() != null;
        status.none(partial ? "Not complete" : "No answer", "danger");
        instead(new FailurePane(failed, new FailurePane.Actions(focus -> onFocus.accept(focus), partial ? () -> partial(failed) : null, onRetry, mend -> onMend.accept(mend))), failed);
    }

    private void partial(Outcome.Failed failed) {
        answer(failed.partial(), failed.sent(), failed.exchanges());
        banner(failed.failure().sentence() + " This is what arrived: " + Amounts.bytes(failed.partial().body().size()) + ".");
    }

    private void cancelled(Outcome.Cancelled cancelled) {
        var part = cancelled.partial();
        if (part == null || part.body() == null) {
            forget();
            status.none("Cancelled", "plain");
            instead(new EmptyState(Octicons.CIRCLE_SLASH_24, "Cancelled before an answer came. Press Ctrl+Enter to send again."), cancelled);
            return;
        }
        answer(part, cancelled.sent(), cancelled.exchanges());
        banner(streamed ? "Stopped: what came until then is kept and shown." : "Cancelled: the " + Amounts.bytes(part.body().size()) + " that came until then are kept and shown.");
    }

    /// In place of an answer; the Exchange tab has what was seen of the wire all the same.
    private void instead(Node node, Outcome outcome) {
        instead = node;
        tabs.exchanges(outcome.exchanges());
        tabs.toBody();
        showTab();
    }

    private void forget() {
        answered = false;
        instead = null;
        streamed = false;
        streaming = null;
        events.clear();
        stored.clear();
        status.clear();
        tabs.clear();
        body.clear();
    }

    private void message(Node node) {
        content.getChildren().setAll(node);
    }

    private void banner(String text) {
        banner.setText(text);
        if (answered) {
            showTab();
        }
    }

    private void showTab() {
        var told = streaming == null && (answered || instead != null) ? tabs.reported().node() : null;
        if (told != null) {
            message(told);
            return;
        }
        if (!answered && streaming == null) {
            if (instead != null) {
                message(tabs.besides(instead));
            }
            return;
        }
        var whole = streamed || streaming != null ? events : body;
        var chosen = tabs.chosen(whole, streaming != null);
        if (chosen == body && parts != null && banner.getText().isEmpty() && findings.isEmpty()) {
            message(new BorderPane(chosen, parts, null, null, null));
        } else if (banner.getText().isEmpty() && findings.isEmpty()) {
            message(chosen);
        } else {
            var held = new BorderPane(chosen);
            held.setTop(new Notes(banner, findings, mend -> onMend.accept(mend)));
            message(held);
        }
    }
}
