package dev.posthorn.ui.odata;

import dev.posthorn.model.Request;
import dev.posthorn.odata.ODataProblem;
import dev.posthorn.odata.edm.EntitySet;
import dev.posthorn.odata.edm.TypeRef;
import dev.posthorn.odata.query.Options;
import dev.posthorn.odata.query.Query;
import dev.posthorn.odata.query.QueryUrl;
import dev.posthorn.odata.result.Cell;
import dev.posthorn.odata.result.Column;
import dev.posthorn.odata.result.NextPages;
import dev.posthorn.odata.result.Page;
import dev.posthorn.odata.result.PlainValue;
import dev.posthorn.odata.result.Results;
import dev.posthorn.odata.result.Row;
import dev.posthorn.odata.result.ServiceError;
import dev.posthorn.workbench.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Sends requests to a service, one at a time, and reads what it answers.
final class Calling {
    private final Service service;
    private final ExplorerServices services;
    private final Standing standing;
    private final String environment;
    private final Consumer<Boolean> busy;
    private final NextPages pages = new NextPages();
    private Job job;

    Calling(Service service, ExplorerServices services, Standing standing, String environment, Consumer<Boolean> busy) {
        this.service = service;
        this.services = services;
        this.standing = standing;
        this.environment = environment;
        this.busy = busy;
    }

    boolean running() {
        return job != null;
    }

    /// False where nothing is under way.
    boolean stop() {
        if (job == null) {
            return false;
        }
        job.cancel();
        return true;
    }

    /// Sends, and hands over the reply as it is; where none came, that is said.
    void plain(String name, Request request, Consumer<Reply> done) {
        plainOr(name, request, done, services::trouble);
    }

    /// @param failed no answer came: a sentence
    void plainOr(String name, Request request, Consumer<Reply> done, Consumer<String> failed) {
        send(name, request, reply -> {
            ended();
            if (reply.trouble().isEmpty()) {
                done.accept(reply);
            } else {
                failed.accept(reply.trouble());
            }
        });
    }

    private void send(String name, Request request, Consumer<Reply> done) {
        if (job != null) {
            services.trouble("A request is still under way. Wait for its answer, or cancel it (Esc).");
            return;
        }
        busy.accept(true);
        job = services.send(name, service.asTyped(request), standing, environment, done);
    }

    private void ended() {
        job = null;
        busy.accept(false);
    }

    /// Sends, reads the answer on another thread, and hands it over.
    ///
    /// @param type what is asked for, null where it is not known
    /// @param failed no answer came, or it is none of OData: a sentence
    void ask(String title, Request request, TypeRef type, EntitySet set, Consumer<Shown> done, Consumer<String> failed) {
        pages.begin();
        read(title, request, type, set, done, failed);
    }

    /// Asks for the page after what is shown; not at another server, and not round in a circle.
    void next(Shown from, Consumer<Shown> done, Consumer<String> failed) {
        var trouble = pages.follow(from.next(), from.url());
        if (!trouble.isEmpty()) {
            failed.accept(trouble);
            return;
        }
        read(from.title(), service.writes().read(from.next()), from.type(), from.set(), more -> {
            if (more.error() != null) {
                pages.failed(from.next());
            }
            done.accept(more);
        }, sentence -> {
            pages.failed(from.next());
            failed.accept("The next page did not come: " + sentence);
        });
    }

    private void read(String title, Request request, TypeRef type, EntitySet set, Consumer<Shown> done, Consumer<String> failed) {
        send(title, request, reply -> {
            if (!reply.trouble().isEmpty()) {
                ended();
                failed.accept(reply.trouble());
                return;
            }
            services.background().run(() -> read(title, reply, type, set), shown -> {
                ended();
                done.accept(shown);
            }, e -> {
                ended();
                failed.accept(e.getMessage());
            });
        });
    }

    /// @throws ODataProblem where it is no answer of OData; the sentence has the status
    Shown read(String title, Reply reply, TypeRef type, EntitySet set) throws ODataProblem {
        var text = reply.text();
        var line = reply.line() + " · " + reply.millis() + " ms";
        if (reply.fine() && text.isBlank()) {
            return new Shown(title, reply.url(), type, set, List.of(), List.of(), "", -1, reply.status() == 204 ? "null — the service answered nothing (204)" : "The answer is empty.", null, text, line);
        }
        try {
            return shown(title, reply, type, set, text, line);
        } catch (ODataProblem e) {
            throw new ODataProblem(reply.fine() ? e.said() : refusal(reply));
        }
    }

    private Shown shown(String title, Reply reply, TypeRef type, EntitySet set, String text, String line) throws ODataProblem {
        var url = reply.url();
        var fine = reply.fine();
        return switch (Results.read(text, service.around(type, set, url))) {
            case Page page when fine -> table(title, url, type, set, page, text, line);
            case Page _ -> throw new ODataProblem("refused");
            case PlainValue(var value, _) when fine -> new Shown(title, url, type, set, List.of(), List.of(), "", -1, value == null ? "null" : value, null, text, line);
            case PlainValue _ -> throw new ODataProblem("refused");
            case ServiceError error -> new Shown(title, url, type, set, List.of(), List.of(), "", -1, null, advised(error, reply.status()), text, line);
        };
    }

    private static ServiceError advised(ServiceError error, int status) {
        var details = new ArrayList<>(error.details());
        details.add(Refusal.advice(status).strip());
        return new ServiceError(error.code(), error.message(), error.target(), details);
    }

    private Shown table(String title, String url, TypeRef type, EntitySet set, Page page, String text, String line) {
        var next = page.next().isEmpty() && !page.one() ? skipped(url, page) : page.next();
        return new Shown(title, url, type, set, page.columns(), List.copyOf(page.rows()), next, page.count(), null, null, text, line);
    }

    /// The address of what comes behind as many rows as were asked for by `$top`; "" where there is nothing behind, or all was asked for.
    private String skipped(String url, Page page) {
        if (url.isEmpty()) {
            return "";
        }
        var query = QueryUrl.read(url, service.root(), service.edm());
        var options = query.options();
        if (!options.top().matches("[1-9][0-9]{0,8}") || !options.skip().matches("[0-9]{0,9}") || page.rows().size() < Long.parseLong(options.top())) {
            return "";
        }
        var skip = Long.parseLong("0" + options.skip()) + Long.parseLong(options.top());
        return page.count() >= 0 && skip >= page.count() ? "" : QueryUrl.write(query.withOptions(options.withSkip(Long.toString(skip))), service.root(), service.version());
    }

    /// Why the service refused, in its own words where it has some.
    String refusal(Reply reply) {
        try {
            if (Results.read(reply.text(), service.around(null, null, reply.url())) instanceof ServiceError error) {
                return reply.line() + ": " + error.sentence() + Refusal.advice(reply.status());
            }
        } catch (ODataProblem _) {
            // It is no answer of OData: what the server wrote is said as it is.
        }
        return "The service refused it with " + reply.line() + Refusal.words(reply.text()) + Refusal.advice(reply.status());
    }

    Shown related(Cell.Related cell, String name, Shown from) {
        var type = cell.type() == null ? null : new TypeRef(cell.type().name(), cell.many());
        var set = from.set() == null ? null : service.edm().target(from.set(), name);
        return table(name, cell.url(), type, set, Results.related(cell, name, service.around(from.type(), from.set(), from.url())), "", "");
    }

    Shown nested(Cell.Nested cell, String name, Shown from) {
        return table(name, "", cell.type(), null, Results.nested(cell, service.around(from.type(), from.set(), from.url())), "", "");
    }

    /// Reads one row again, with the columns of the answer that it stands in.
    void again(Row row, Shown from, Consumer<Row> done, Consumer<String> failed) {
        var asked = QueryUrl.read(from.url(), service.root(), service.edm()).options();
        var query = QueryUrl.read(row.url(), service.root(), service.edm());
        var url = QueryUrl.write(new Query(query.path(), Options.NONE.withSelect(asked.select()).withExpand(asked.expand()), ""), service.root(), service.version());
        ask(from.title(), service.writes().read(url), from.type() == null ? null : from.type().one(), from.set(), shown -> {
            if (shown.rows().size() == 1) {
                done.accept(arranged(shown.rows().getFirst(), shown.columns(), from.columns()));
            } else {
                failed.accept("The change went well; the row could not be read again. Send the query once more to see it.");
            }
        }, failed);
    }

    /// The row with its cells in the order of other columns.
    static Row arranged(Row row, List<Column> from, List<Column> to) {
        if (from.equals(to)) {
            return row;
        }
        var places = new java.util.HashMap<String, Integer>();
        for (var i = 0; i < from.size(); i++) {
            places.put(from.get(i).name(), i);
        }
        var cells = new ArrayList<Cell>();
        for (var column : to) {
            var place = places.get(column.name());
            cells.add(place == null || place >= row.cells().size() ? new Cell.Absent() : row.cells().get(place));
        }
        return new Row(row.type(), row.key(), row.url(), row.etag(), row.media(), row.removed(), cells);
    }
}
