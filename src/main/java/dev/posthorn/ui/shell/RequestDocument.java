package dev.posthorn.ui.shell;

import dev.posthorn.model.Check;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Script;
import dev.posthorn.model.ScriptReport;
import dev.posthorn.store.DraftEntry;
import dev.posthorn.ui.kit.Fx;
import dev.posthorn.ui.request.RequestPane;
import dev.posthorn.ui.response.ResponsePane;
import dev.posthorn.ui.sidebar.Place;
import dev.posthorn.workbench.Context;
import dev.posthorn.workbench.Job;
import dev.posthorn.workbench.SendListener;
import dev.posthorn.workbench.Sent;
import dev.posthorn.workbench.TabState;
import dev.posthorn.workbench.TestIdea;
import dev.posthorn.workbench.Workbench;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.scene.Node;

/// One request in its tab: the draft, what became of the last send, and the send that is under way.
final class RequestDocument extends EditedDocument<Request> {
    private final RequestHost host;
    private Place place;
    private TabName named = TabName.NONE;
    private TabState state = new TabState.Idle();
    private Job job;
    private Outcome held;
    private Bars whole;
    private CompletableFuture<?> recorded = CompletableFuture.completedFuture(null);
    private boolean disposed;
    private final List<Consumer<TabState>> watchers = new java.util.ArrayList<>();
    private EditorSplit view;
    private RequestPane requestPane;
    private ResponsePane responsePane;

    /// `place` is null for a request that is saved nowhere yet; `request` is then its first draft.
    RequestDocument(RequestHost host, Place place, String name, Request request) {
        super(host, request);
        this.host = host;
        this.place = place;
        title().set(name);
        method().set(request.method());
        draft().listen(this::drafted);
    }

    private void drafted(Request value) {
        method().set(value.method());
        if (place == null) {
            title().set(named.title(value.url()));
        }
    }

    /// Keeps a name that came with the request, while it is saved nowhere and its address stays.
    void named(String name) {
        var url = draft().value().url();
        named = name.equals(RequestText.brief(url)) ? TabName.NONE : TabName.of(name, url);
        title().set(named.title(url));
    }

    @Override
    DraftEntry entry() {
        return new DraftEntry(key(), place == null ? null : place.file(), place == null ? "" : place.item(), title().get(), place == null ? null : draft().saved(), draft().value());
    }

    @Override
    String noun() {
        return "request";
    }

    @Override
    String text(Request version) {
        return RequestText.of(version);
    }

    @Override
    String changes(Request before, Request after) {
        return RequestText.changes(before, after);
    }

    @Override
    String saveDeleted() {
        return "Save as new…";
    }

    /// Takes over what the last run left of it.
    void bringBack(DraftEntry entry, Request base, Request left) {
        bringBack(entry.key(), place == null ? null : base, left);
        if (place == null) {
            named(entry.name());
        }
    }

    /// Shows an answer of the history; null for none.
    void stored(Outcome outcome) {
        if (outcome != null) {
            show(new TabState.Done(outcome));
        }
    }

    /// Called at each change of what became of the last send, until the tab is closed.
    void onState(Consumer<TabState> watcher) {
        watchers.add(watcher);
    }

    boolean disposed() {
        return disposed;
    }

    /// The pane of the answer alone, for a request that is edited elsewhere.
    Node answer() {
        if (responsePane == null) {
            responsePane = host.responsePane(this);
            responsePane.show(state);
        }
        return responsePane.node();
    }

    TabState state() {
        return state;
    }

    Context context() {
        return host.context(place);
    }

    @Override
    Optional<Place> place() {
        return Optional.ofNullable(place);
    }

    @Override
    Node node() {
        if (view == null) {
            requestPane = host.requestPane(this);
            responsePane = host.responsePane(this);
            view = new EditorSplit(requestPane, responsePane.node(), host.splitPosition(), host::splitMoved);
            view.tall(requestPane.codeShownProperty());
            requestPane.show(state);
            responsePane.show(state);
            whole = new Bars(view);
            bars(whole);
        }
        view.beside(host.responseBeside());
        return whole;
    }

    @Override
    void shown() {
        environmentChanged();
    }

    /// The values of variables may be others now.
    void environmentChanged() {
        if (whole != null) {
            whole.missing(host.missingSecrets(place), host::fillIn);
        }
        if (requestPane != null) {
            requestPane.environmentChanged();
        }
    }

    void focusUrl() {
        focus(Failure.Focus.URL);
    }

    void focus(Failure.Focus part) {
        if (requestPane != null) {
            requestPane.focus(part);
        }
    }

    /// Shows that page of the request editor: "params", "headers" …
    void select(String page) {
        if (requestPane != null) {
            requestPane.select(page);
        }
    }

    /// Shows the request as code beside it, or no longer.
    void toggleCode() {
        if (requestPane != null) {
            requestPane.toggleCode();
        }
    }

    /// Puts the request as code into the clipboard.
    ///
    /// @param done hears what was copied, or why nothing was
    void copyCode(Consumer<String> done) {
        if (requestPane != null) {
            requestPane.copyCode(done);
        }
    }

    /// Shows a script of the request at a line, from 1; 0 for its start.
    void showScript(Script.Phase phase, int line, int column) {
        if (requestPane != null) {
            requestPane.showScript(phase, line, column);
        }
    }

    /// Tests were run once more.
    ///
    /// @param on   the answer of the last send that they were run on; null where it was another one
    /// @param note says on which, where it was another one
    void retested(Outcome on, ScriptReport report, String note) {
        if (on != null && on != held) {
            // The next answer came meanwhile.
            return;
        }
        if (on != null) {
            state = new TabState.Done(on, report);
        }
        if (view != null && !disposed) {
            requestPane.ran(report);
            responsePane.retested(report, note);
        }
    }

    /// Shows that part of the answer: "body", "headers", "cookies", "exchange", "raw-heads", "frames".
    void selectOfAnswer(String page) {
        if (responsePane != null) {
            showAnswer();
            responsePane.select(page);
        }
    }

    /// Takes over a test that was made of an answer, and shows where it is now.
    void add(TestIdea idea, TestIdea.Form form) {
        switch (form) {
            case ASSERTION -> {
                draft().edit(r -> r.withSettings(Check.into(r.settings(), idea.after(Check.of(r.settings())))));
                select("assertions");
            }
            case SCRIPT -> {
                draft().edit(r -> r.withScripts(Script.with(r.scripts(), Script.Phase.TEST, idea.script())));
                select("scripts");
            }
        }
    }

    boolean sending() {
        return job != null;
    }

    void send() {
        if (job != null) {
            return;
        }
        preview().set(false);
        busy().set(true);
        var request = draft().value();
        var hear = Fx.<TabState.Sending>latest(s -> {
            if (job != null) {
                show(s);
            }
        });
        job = host.workbench().send(request, context(), title().get(), new SendListener() {
            @Override
            public void changed(TabState.Sending sending) {
                hear.accept(sending);
            }

            @Override
            public void done(Sent sent) {
                Fx.later(() -> ended(request, sent));
            }
        });
    }

    void cancel() {
        if (job != null) {
            job.cancel();
        }
    }

    private void ended(Request request, Sent sent) {
        var outcome = sent.outcome();
        job = null;
        busy().set(false);
        recorded = host.sent(this, request, outcome);
        host.changed(place, sent.report().changes());
        if (disposed) {
            recorded.whenComplete((_, _) -> Workbench.release(outcome));
        } else {
            show(new TabState.Done(outcome, sent.report()));
            host.findings(this, request, outcome, found -> {
                if (responsePane != null && held == outcome) {
                    responsePane.findings(found);
                }
            });
        }
    }

    /// In a low window the code stands where the answer is.
    private void showAnswer() {
        if (view != null && view.whole()) {
            requestPane.toggleCode();
        }
    }

    private void show(TabState next) {
        if (!(state instanceof TabState.Sending) && !(next instanceof TabState.Idle)) {
            // Who sends wants to see what comes of it.
            showAnswer();
        }
        state = next;
        if (requestPane != null) {
            requestPane.show(next);
        }
        if (responsePane != null) {
            responsePane.show(next);
        }
        List.copyOf(watchers).forEach(w -> w.accept(next));
        if (next instanceof TabState.Done(var outcome, _)) {
            // Only now, when nothing shows the one before any more.
            release();
            held = outcome;
        }
    }

    private void release() {
        if (held != null) {
            var outcome = held;
            recorded.whenComplete((_, _) -> Workbench.release(outcome));
            held = null;
        }
    }

    @Override
    void moved(Place now) {
        place = now;
    }

    @Override
    void follow(Desk now) {
        if (place != null) {
            var there = now.request(place);
            if (gone() && there.filter(i -> i.name().equals(title().get()) && i.request().equals(onDisk())).isPresent()) {
                // What was deleted is back.
                moveTo(place);
                settled();
            }
            var item = gone() ? Optional.<RequestItem>empty() : there;
            if (item.isPresent()) {
                title().set(item.get().name());
                onDisk(item.get().request());
            } else if (gone() || now.collection(place.file()).isPresent()) {
                lost();
            }
        }
        environmentChanged();
    }

    /// `request` was saved at `where`.
    void savedAs(Place where, String name, Request request) {
        moveTo(where);
        title().set(name);
        written(request);
    }

    @Override
    void dispose() {
        disposed = true;
        host.closed(this);
        cancel();
        state = new TabState.Idle();
        if (responsePane != null) {
            responsePane.show(state);
            responsePane.close();
        }
        release();
    }
}
