package dev.posthorn.ui.odata;

import dev.posthorn.model.Request;
import dev.posthorn.odata.ODataProblem;
import dev.posthorn.odata.edm.EntitySet;
import dev.posthorn.odata.edm.Operation;
import dev.posthorn.odata.edm.OperationImport;
import dev.posthorn.odata.edm.TypeRef;
import dev.posthorn.odata.query.Destination;
import dev.posthorn.odata.query.Query;
import dev.posthorn.odata.query.Segment;
import dev.posthorn.odata.result.Cell;
import dev.posthorn.odata.result.Row;
import dev.posthorn.ui.kit.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private final List<Shown> way = new ArrayList<>();

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
        changes = new Changes(service, services, standing, calling, result, variables, this::done);
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
        return !way.isEmpty() && !calling.running();
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

    void show(String set, String page) {
        var found = service.edm().set(set);
        if (found != null) {
            ask(found);
            mark.accept(set);
        }
        ask.select(page);
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
            way.clear();
            push(shown);
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
        return way.isEmpty() ? null : way.getLast();
    }

    private void push(Shown shown) {
        way.add(shown);
        refresh();
    }

    private void refresh() {
        if (now() != null) {
            result.show(now(), way.stream().map(Shown::title).toList(), service.edm());
        }
    }

    @Override
    public void back(int places) {
        for (var i = 0; i < places && way.size() > 1; i++) {
            way.removeLast();
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
            way.set(way.size() - 1, joined(from, more));
            refresh();
        }, sentence -> result.say("The next page did not come: " + sentence));
    }

    /// A later page may have other columns: those of open types.
    private static Shown joined(Shown from, Shown more) {
        var rows = new ArrayList<>(from.rows());
        if (more.columns().equals(from.columns())) {
            rows.addAll(more.rows());
            return from.withRows(List.copyOf(rows), more.next(), more.raw());
        }
        var columns = new ArrayList<>(from.columns());
        more.columns().stream().filter(c -> from.column(c.name()) < 0).forEach(columns::add);
        var all = new ArrayList<Row>();
        from.rows().forEach(r -> all.add(Calling.arranged(r, from.columns(), columns)));
        more.rows().forEach(r -> all.add(Calling.arranged(r, more.columns(), columns)));
        return new Shown(from.title(), from.url(), from.type(), from.set(), columns, all, more.next(), from.count(), null, null, more.raw(), from.line());
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
        calling.ask(name, service.writes().read(related.url()), type, set, shown -> {
            if (now() == from) {
                push(shown);
            }
        }, result::say);
    }

    // Changing

    @Override
    public void edit(Row row) {
        if (row != null && now() != null) {
            changes.edit(row, now());
        }
    }

    void select(String page) {
        ask.select(page);
    }

    void edit(int place) {
        if (now() != null && place < now().rows().size()) {
            edit(now().rows().get(place));
        }
    }

    @Override
    public void delete(Row row) {
        if (row != null && now() != null) {
            changes.delete(row, now());
        }
    }

    @Override
    public void create() {
        var from = now();
        var there = Destination.of(asking.query(), service.edm());
        changes.create(from == null || from.set() == null ? there.set() : from.set(), from == null || from.type() == null ? there.type() : from.type());
    }

    /// A change went well: the grid follows it without asking for everything again.
    private void done(Changing changing, Shown answer) {
        var from = now();
        switch (changing.kind()) {
            case DELETE -> {
                if (from != null && from.rows().contains(changing.row())) {
                    var rows = from.rows().stream().filter(r -> r != changing.row()).toList();
                    way.set(way.size() - 1, from.withRows(rows, from.next(), from.raw()).withCount(from.count() > 0 ? from.count() - 1 : from.count()));
                    refresh();
                }
            }
            case UPDATE -> calling.again(changing.row(), from, row -> {
                if (now() == from) {
                    var rows = from.rows().stream().map(r -> r == changing.row() ? row : r).toList();
                    way.set(way.size() - 1, from.withRows(rows, from.next(), from.raw()));
                    refresh();
                    result.grid().select(row);
                }
            }, result::say);
            case CREATE -> {
                if (from != null && answer != null && answer.rows().size() == 1 && answer.error() == null) {
                    var row = Calling.arranged(answer.rows().getFirst(), answer.columns(), from.columns());
                    var rows = new ArrayList<Row>();
                    rows.add(row);
                    rows.addAll(from.rows());
                    way.set(way.size() - 1, from.withRows(List.copyOf(rows), from.next(), from.raw()).withCount(from.count() >= 0 ? from.count() + 1 : -1));
                    refresh();
                    result.grid().select(row);
                } else {
                    send();
                }
            }
            case CALL -> {
                if (answer != null) {
                    push(answer);
                } else {
                    services.say(changing.title() + " went well; the service answered nothing.");
                }
            }
        }
    }

    // Functions and actions

    void call(OperationImport imported) {
        var operation = imported.operation();
        changes.call(imported.name(), operation == null ? List.of() : operation.given(), values -> service.calls().call(imported, values), operation == null ? null : operation.returns(),
                imported.set().isEmpty() ? null : service.edm().set(imported.set()));
    }

    @Override
    public List<MenuItem> calls(Row row) {
        var from = now();
        var name = row.type().isEmpty() && from.type() != null ? from.type().name() : row.type();
        if (row.url().isEmpty() || name.isEmpty()) {
            return List.of();
        }
        return service.edm().boundTo(new TypeRef(name, false)).stream().map(o -> {
            var item = new MenuItem((o.action() ? "Action " : "Function ") + o.shortName() + "…");
            item.setId("odata-call-" + o.shortName());
            item.setOnAction(_ -> bound(o, row));
            return item;
        }).toList();
    }

    private void bound(Operation operation, Row row) {
        changes.call(operation.shortName() + " of (" + row.key() + ")", operation.given(), values -> call(operation, row, values), operation.returns(), null);
    }

    private Request call(Operation operation, Row row, Map<String, Object> values) throws ODataProblem {
        return service.calls().call(row.url(), operation, values);
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
        var from = now();
        var row = result.grid().selected();
        var column = result.grid().selectedColumn();
        if (from == null || row == null && !form.startsWith("all")) {
            return;
        }
        var text = switch (form) {
            case "json" -> RowText.json(from.columns(), row, service.edm());
            case "csv" -> RowText.csv(from.columns(), List.of(row));
            case "all-json" -> RowText.json(from.columns(), result.grid().rows(), service.edm());
            case "all-csv" -> RowText.csv(from.columns(), result.grid().rows());
            default -> column < 0 || column >= row.cells().size() ? "" : RowText.full(row.cells().get(column));
        };
        var content = new javafx.scene.input.ClipboardContent();
        content.putString(text);
        javafx.scene.input.Clipboard.getSystemClipboard().setContent(content);
        services.say("Copied.");
    }
}
