package dev.posthorn.ui.odata;

import dev.posthorn.odata.edm.Allowed;
import dev.posthorn.odata.edm.EntitySet;
import dev.posthorn.odata.edm.Operation;
import dev.posthorn.odata.edm.OperationImport;
import dev.posthorn.odata.edm.TypeRef;
import dev.posthorn.odata.query.Destination;
import dev.posthorn.odata.query.Query;
import dev.posthorn.odata.query.QueryUrl;
import dev.posthorn.odata.query.Segment;
import dev.posthorn.odata.result.Cell;
import dev.posthorn.odata.result.Row;
import dev.posthorn.ui.kit.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;

/// A service that is explored: the query that is made, the answers that came, and the way from one to the next.
final class Exploration implements AskPane.Events, ResultPane.Events {
    private static final int MOST_ROWS = 100_000;
    private static final String FIRST_PAGE = "50";

    private final Service service;
    private final ExplorerServices services;
    private final Standing standing;
    private final Calling calling;
    private final Asking asking;
    private final AskPane ask;
    private final ResultPane result;
    private final Changes changes;
    private final Consumer<String> mark;
    private final SplitPane node;
    private final Calls calls;
    private final Linking linking;
    private final MediaFiles files;
    private final Copying copying;
    private final Way way = new Way();

    /// @param mark is told the set that is asked
    Exploration(Service service, ExplorerServices services, Standing standing, String environment, Consumer<String> mark) {
        this.service = service;
        this.services = services;
        this.standing = standing;
        this.mark = mark;
        calling = new Calling(service, services, standing, environment, this::busy);
        var first = service.edm().sets().stream().findFirst().map(EntitySet::name);
        asking = new Asking(service, first.map(Query::of).orElse(new Query(List.of(), dev.posthorn.odata.query.Options.NONE, "")));
        var variables = new Variables(() -> services.scopes(standing));
        ask = new AskPane(asking, this);
        result = new ResultPane(services.background(), variables, this);
        var aftermath = new Aftermath(way, calling, result, services, asking::query, new Aftermath.Events() {
            @Override
            public void shown() {
                refresh();
            }

            @Override
            public void send() {
                Exploration.this.send();
            }
        });
        changes = new Changes(service, services, standing, calling, result, variables, aftermath::of);
        calls = new Calls(service, changes);
        linking = new Linking(service, changes);
        files = new MediaFiles(service, services, calling, changes, standing);
        copying = new Copying(service.edm(), services);
        node = new SplitPane(ask, result);
        node.setOrientation(Orientation.VERTICAL);
        node.setDividerPositions(0.45);
        node.setMinWidth(200);
    }

    Node node() {
        return node;
    }

    private void busy(boolean now) {
        ask.sending(now);
        services.busy(now);
    }

    boolean answered() {
        return !way.empty() && !calling.running();
    }

    boolean stop() {
        return calling.stop();
    }

    // Asking

    void ask(EntitySet set) {
        asking.edit(this, _ -> {
            var query = Query.of(set.name());
            return set.singleton() ? query : query.withOptions(query.options().withTop(FIRST_PAGE).withCount(true));
        });
        send();
    }

    /// Begins with a query that was made elsewhere, such as that of a request; it is not sent yet.
    void begin(Query query) {
        asking.edit(this, _ -> query);
        mark.accept(query.path().getFirst().name());
    }

    /// The query as a URL where `typed` is the address of this service, else that address.
    String within(String typed) {
        return typed.equals(service.typed()) && !asking.query().path().isEmpty() ? service.url(asking.query()) : typed;
    }

    void show(String set, String page) {
        var found = service.edm().set(set);
        if (found != null) {
            ask(found);
            mark.accept(set);
        }
        ask.select(page);
    }

    /// Ctrl+Enter: what is typed into an open form goes on to its request, else the query is sent.
    void go() {
        if (result.sheet() instanceof FormPane form) {
            form.done();
        } else {
            send();
        }
    }

    @Override
    public void send() {
        if (calling.stop()) {
            return;
        }
        result.sheet(null);
        var query = asking.query();
        if (query.path().isEmpty()) {
            services.trouble("Choose an entity set first, or type a path on the page Text.");
            return;
        }
        var there = Destination.of(query, service.edm());
        mark.accept(query.path().getFirst().name());
        calling.ask(title(query), service.read(query), there.type(), there.set(), shown -> {
            way.begin(shown, query);
            refresh();
        }, services::trouble);
    }

    private static String title(Query query) {
        var text = String.join("/", query.path().stream().map(Segment::toString).toList());
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    @Override
    public void open() {
        services.open(title(asking.query()), service.read(asking.query()), standing);
    }

    @Override
    public void save() {
        services.save(title(asking.query()), service.read(asking.query()), standing);
    }

    /// Counts the rows of a set by `$count`.
    void count(Entry entry, Consumer<String> told) {
        var query = Query.of(entry.name()).then(new Segment("$count"));
        told.accept("counting…");
        calling.plain("Count " + entry.name(), service.read(query), reply -> {
            var text = reply.text().strip().replace("\uFEFF", "");
            told.accept(reply.fine() && text.matches("[0-9]{1,18}") ? String.format(java.util.Locale.ROOT, "%,d rows", Long.parseLong(text)) : "cannot be counted");
            if (!reply.fine()) {
                services.trouble(calling.refusal(reply));
            }
        });
    }

    // Going from answer to answer

    private Shown now() {
        return way.now();
    }

    /// What came along in the answer that is shown.
    private void push(Shown shown) {
        way.on(shown, way.empty() ? asking.query() : way.query());
        refresh();
    }

    private void refresh() {
        if (now() != null) {
            result.show(now(), way.titles(), service.edm());
        }
    }

    @Override
    public void back(int places) {
        if (way.back(places)) {
            asking.edit(this, _ -> way.query());
        }
        refresh();
    }

    @Override
    public void next() {
        var from = now();
        if (from == null || from.next().isEmpty() || calling.running()) {
            return;
        }
        if (from.rows().size() >= MOST_ROWS) {
            services.trouble("More than " + MOST_ROWS + " rows are not kept here. Narrow the query, or skip some.");
            return;
        }
        calling.next(from, more -> {
            if (now() != from) {
                return;
            }
            if (more.error() != null) {
                result.say("The next page was refused: " + more.error().sentence());
                return;
            }
            services.background().run(() -> from.and(more), all -> {
                if (now() == from) {
                    way.replace(all);
                    refresh();
                }
            }, e -> result.say("The next page cannot be shown: " + e.getMessage()));
        }, result::say);
    }

    @Override
    public void end() {
        if (now() != null && !now().next().isEmpty() && result.sheet() == null) {
            next();
        }
    }

    @Override
    public void open(Row row, int column) {
        var from = now();
        if (column < 0 || column >= from.columns().size() || column >= row.cells().size() || !Grid.leads(row.cells().get(column))) {
            edit(row);
            return;
        }
        var name = from.columns().get(column).name();
        switch (row.cells().get(column)) {
            case Cell.Related related when related.inline() != null -> push(calling.related(related, name, from));
            case Cell.Related related -> follow(name, related, from);
            case Cell.Nested nested -> push(calling.nested(nested, name, from));
            case Cell.Media media -> services.open(name, service.asTyped(service.writes().read(media.url())), standing);
            case Cell.Value _, Cell.Nothing _, Cell.Absent _ -> { }
        }
    }

    private void follow(String name, Cell.Related related, Shown from) {
        var type = related.type() == null ? null : new TypeRef(related.type().name(), related.many());
        var set = from.set() == null ? null : service.edm().target(from.set(), name);
        var query = query(related);
        var request = service.writes().read(query == null ? related.url() : QueryUrl.write(query, service.root(), service.version()));
        calling.ask(name, request, type, set, shown -> {
            if (now() == from) {
                way.on(shown, query == null ? way.query() : query);
                asking.edit(this, _ -> way.query());
                refresh();
            }
        }, result::say);
    }

    /// The query that asks for what is related: of a list a page at a time. Null where it lies outside of the service.
    private Query query(Cell.Related related) {
        if (!related.url().startsWith(service.root() + "/")) {
            return null;
        }
        var query = QueryUrl.read(related.url(), service.root(), service.edm());
        return related.many() && related.url().indexOf('?') < 0 ? query.withOptions(query.options().withTop(FIRST_PAGE).withCount(true)) : query;
    }

    // Changing

    @Override
    public void edit(Row row) {
        if (row != null && now() != null && may(allowed().update(), "changed")) {
            changes.edit(row, now());
        }
    }

    void select(String page) {
        ask.select(page);
    }

    void filter(String text) {
        asking.edit(this, q -> q.withOptions(q.options().withFilter(text)));
    }

    void edit(int place) {
        if (now() != null && place < now().rows().size()) {
            edit(now().rows().get(place));
        }
    }

    @Override
    public void delete(Row row) {
        if (row != null && now() != null && may(allowed().delete(), "deleted")) {
            changes.delete(row, now());
        }
    }

    @Override
    public void create() {
        if (!may(allowed().insert(), "created")) {
            return;
        }
        var from = now();
        var there = Destination.of(asking.query(), service.edm());
        changes.create(from == null || from.set() == null ? there.set() : from.set(), from == null || from.type() == null ? there.type() : from.type(), from == null ? "" : from.url());
    }

    private boolean may(boolean allowed, String what) {
        if (!allowed) {
            services.trouble("The service says in its metadata that nothing can be " + what + " here. Such a request can still be made in a tab of its own.");
        }
        return allowed;
    }

    // Functions and actions

    void call(OperationImport imported) {
        calls.call(imported);
    }

    void call(Entry.OnList bound) {
        calls.onList(bound.operation(), bound.set());
    }

    /// Calls it on the row that is chosen.
    void call(Operation operation) {
        var row = result.grid().selected();
        if (row != null && now() != null && calls.fits(operation, row, now())) {
            calls.onRow(operation, row);
        } else {
            services.trouble("`" + operation.shortName() + "` is called on " + (operation.boundTo() == null ? "a row" : "one " + Entry.shortName(operation.boundTo().name()))
                    + ": choose its row in the answer first.");
        }
    }

    @Override
    public List<MenuItem> calls(Row row) {
        var items = new ArrayList<>(linking.items(row, now()));
        items.addAll(files.items(row, now()));
        items.addAll(calls.items(row, now()));
        return items;
    }

    @Override
    public Allowed allowed() {
        return now() == null ? service.edm().allowed(Destination.of(asking.query(), service.edm()).set()) : service.edm().allowed(now().set());
    }

    @Override
    public void batch() {
        changes.batch();
    }

    @Override
    public void copy(Row row, int column) {
        copied("cell");
    }

    @Override
    public void copied(String form) {
        copying.copy(form, now(), result.grid());
    }
}
