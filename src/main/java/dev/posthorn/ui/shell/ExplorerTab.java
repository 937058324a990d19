package dev.posthorn.ui.shell;

import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.store.Opened;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Fx;
import dev.posthorn.ui.odata.ExplorerServices;
import dev.posthorn.ui.odata.ODataAddress;
import dev.posthorn.ui.odata.Reply;
import dev.posthorn.ui.odata.Standing;
import dev.posthorn.ui.sidebar.Place;
import dev.posthorn.vars.Scopes;
import dev.posthorn.workbench.Context;
import dev.posthorn.workbench.Job;
import dev.posthorn.workbench.Recorder;
import dev.posthorn.workbench.SendListener;
import dev.posthorn.workbench.Sent;
import dev.posthorn.workbench.TabState;
import dev.posthorn.workbench.Workbench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Opens the OData explorer, and does what it asks for.
final class ExplorerTab {
    /// Metadata and pages are read as a whole.
    private static final long LARGEST = 64L << 20;

    private final Parts parts;
    private final Background background;
    private final Tabs tabs;
    private final ItemEdits items;
    private final TabEvents events;
    private final Choosers choosers;
    private final Supplier<Desk> desk;
    private final Recorder recorder;

    ExplorerTab(Parts parts, Background background, Tabs tabs, ItemEdits items, TabEvents events, Choosers choosers, Supplier<Desk> desk) {
        this.parts = parts;
        this.background = background;
        this.tabs = tabs;
        this.items = items;
        this.events = events;
        this.choosers = choosers;
        this.desk = desk;
        recorder = new Recorder(parts.history(), parts.clock(), () -> parts.workbench().knownSecrets());
    }

    /// Opens the explorer: at the service of the request in front where that looks like one, else empty.
    void openFor(Document front) {
        if (front instanceof RequestDocument request && ODataAddress.likely(request.draft().value().url())) {
            open(request);
        } else {
            open("", front == null ? null : front.place().map(this::standing).orElse(null));
        }
    }

    /// Explores the service of a URL with the authorization of what is in front, as it is saved.
    void openFrom(Document front, String url) {
        var place = front == null ? Optional.<Place>empty() : front.place();
        if (place.isEmpty()) {
            events.trouble("Save the request into a collection first: the explorer uses the authorization that is saved.");
            return;
        }
        if (front.dirty().get()) {
            events.tell("The explorer uses the authorization as it is saved.");
        }
        open(url, standing(place.get()));
    }

    /// Explores the service that a request asks.
    void open(RequestDocument request) {
        open(request.draft().value().url(), request.place().map(this::standing).orElse(null));
    }

    /// @param url  of a service, or of something within it, such as a query; "" for nothing yet
    /// @param from whose authorization is used; null for nobody's
    void open(String url, Standing from) {
        if (!tabs.started()) {
            events.trouble("The collections are still being read.");
            return;
        }
        var document = new ExplorerDocument(Services::new, url, from);
        tabs.show(document);
        if (url.isBlank()) {
            Fx.later(document.pane()::focusAddress);
        }
    }

    /// An explorer that is answered by `services`, for pictures.
    ExplorerDocument open(ExplorerServices services, String url) {
        var document = new ExplorerDocument(_ -> services, url, null);
        tabs.show(document);
        return document;
    }

    private Standing standing(Place place) {
        var now = desk.get();
        var own = now.request(place).filter(r -> !r.request().auth().inherited()).isPresent();
        var at = own || now.level(place).isPresent() ? place : now.parent(place);
        return new Standing(at.file(), at.item(), words(now, at));
    }

    private static String words(Desk now, Place place) {
        if (place.item().isEmpty()) {
            return now.name(place);
        }
        var trail = now.trail(now.parent(place));
        return trail.isEmpty() ? now.name(place) : trail + " / " + now.name(place);
    }

    private List<Standing> standings() {
        var all = new ArrayList<>(List.of(Standing.NOWHERE));
        for (var opened : desk.get().collections()) {
            if (opened instanceof Opened.Good good) {
                var name = good.collection().name();
                all.add(new Standing(good.file(), "", name));
                below(good.file(), name, good.collection().items(), all);
            }
        }
        return all;
    }

    private static void below(java.nio.file.Path file, String above, List<Item> items, List<Standing> into) {
        for (var item : items) {
            if (item instanceof Folder folder) {
                into.add(new Standing(file, folder.id(), above + " / " + folder.name()));
                below(file, above + " / " + folder.name(), folder.items(), into);
            } else if (item instanceof RequestItem request && !request.request().auth().inherited()) {
                into.add(new Standing(file, request.id(), above + " / " + request.name()));
            }
        }
    }

    private static Place place(Standing from) {
        return from == null || from.file() == null ? null : new Place(from.file(), from.item());
    }

    /// With the authorization of the request that it stands for, where it is one.
    private Request authorized(Request request, Standing from) {
        var place = place(from);
        return place == null ? request : desk.get().request(place).map(r -> request.withAuth(r.request().auth())).orElse(request);
    }

    /// With the authorization that it is sent with here, unless it inherits just that where it is put.
    private Request carrying(Request request, Standing from, Place target) {
        var place = place(from);
        var own = authorized(request, from);
        if (place == null || !own.auth().inherited()) {
            return own;
        }
        var now = desk.get();
        for (var at = target; at.file().equals(place.file()); at = now.parent(at)) {
            if (at.item().equals(place.item())) {
                return own;
            }
            if (at.item().isEmpty()) {
                break;
            }
        }
        return own.withAuth(now.context(place).auth(own.auth()).auth());
    }

    /// What one explorer asks for.
    private final class Services implements ExplorerServices {
        private final ExplorerDocument document;

        private Services(ExplorerDocument document) {
            this.document = document;
        }

        @Override
        public Background background() {
            return background;
        }

        @Override
        public Scopes scopes(Standing from) {
            return parts.workbench().scopes(desk.get().context(place(from)));
        }

        @Override
        public List<Standing> standings() {
            return ExplorerTab.this.standings();
        }

        @Override
        public List<String> environments() {
            return desk.get().names();
        }

        @Override
        public Job send(String name, Request request, Standing from, String environment, Consumer<Reply> done) {
            var now = environment == null ? desk.get() : desk.get().choosing(environment);
            var context = now.context(place(from));
            var sent = authorized(request, from);
            var began = System.nanoTime();
            return parts.workbench().send(sent, context, name, new SendListener() {
                @Override
                public void changed(TabState.Sending sending) {
                    // The button tells that it is under way.
                }

                @Override
                public void done(Sent ended) {
                    var reply = reply(ended.outcome(), (System.nanoTime() - began) / 1_000_000);
                    Fx.later(() -> {
                        keep(context, name, sent, ended.outcome());
                        done.accept(reply);
                    });
                }
            });
        }

        private void keep(Context context, String name, Request request, Outcome outcome) {
            var row = recorder.add(context, name, request, outcome);
            row.whenComplete((_, _) -> Workbench.release(outcome));
            background.run(row::get, _ -> events.sent(), e -> events.trouble("The history has no row of this send: " + e.getMessage()));
        }

        @Override
        public void open(String name, Request request, Standing from) {
            // In a tab of its own it stands in no collection: what it would inherit goes along.
            var own = authorized(request, from);
            tabs.open(name, own.withAuth(desk.get().context(place(from)).auth(own.auth()).auth()));
        }

        @Override
        public void save(String name, Request request, Standing from) {
            if (desk.get().collections().stream().noneMatch(Opened.Good.class::isInstance)) {
                events.trouble("There is no collection to save into: open one with " + Action.OPEN.keyText() + ".");
                return;
            }
            events.askWhere(name, (collection, folder, called) -> items.append(new Place(collection.file(), folder), called, carrying(request, from, new Place(collection.file(), folder)), place -> {
                events.changed();
                events.offer("Saved as “" + called + "”.", "Open", () -> tabs.open(place, true));
            }));
        }

        @Override
        public Optional<Path> file(String title) {
            return choosers.file(title);
        }

        @Override
        public Optional<Path> saveAs(String title, String name) {
            return choosers.saveAs(title, name);
        }

        @Override
        public void titled(String title) {
            document.title().set(title);
        }

        @Override
        public void busy(boolean sends) {
            document.busy().set(sends);
        }

        @Override
        public void say(String sentence) {
            events.tell(sentence);
        }

        @Override
        public void trouble(String sentence) {
            events.trouble(sentence);
        }
    }

    /// On the thread of the send.
    private static Reply reply(Outcome outcome, long millis) {
        return switch (outcome) {
            case Outcome.Received received -> {
                var response = received.response();
                if (response.body().size() > LARGEST) {
                    yield Reply.none("The answer has " + response.body().size() / (1 << 20) + " MiB; the explorer reads up to " + LARGEST / (1 << 20) + " MiB. Ask for fewer rows or columns, or open it as a request: an answer there may have any size.");
                }
                try (var in = response.body().open()) {
                    yield new Reply(response.status(), response.reason(), dev.posthorn.model.Header.first(response.headers(), "Content-Type").orElse(""), in.readAllBytes(), received.sent().url(), "", millis);
                } catch (IOException e) {
                    yield Reply.none("The answer cannot be read: " + e.getMessage());
                }
            }
            case Outcome.Failed failed -> Reply.none(failed.failure().sentence() + advice(failed.failure().advice()));
            case Outcome.Cancelled _ -> Reply.none("Cancelled.");
            case Outcome.Skipped(var by) -> Reply.none("Not sent: it was skipped by " + by + ".");
        };
    }

    private static String advice(String words) {
        return words == null || words.isBlank() ? "" : " " + words;
    }
}
