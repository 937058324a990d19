package dev.posthorn.ui.odata;

import dev.posthorn.model.Request;
import dev.posthorn.model.RequestUrl;
import dev.posthorn.odata.ODataProblem;
import dev.posthorn.odata.Version;
import dev.posthorn.odata.call.Batch;
import dev.posthorn.odata.call.BatchAnswer;
import dev.posthorn.odata.edm.EntitySet;
import dev.posthorn.odata.edm.Operation;
import dev.posthorn.odata.edm.StructuredType;
import dev.posthorn.odata.edm.TypeRef;
import dev.posthorn.odata.result.Cell;
import dev.posthorn.odata.result.Row;
import dev.posthorn.tree.JsonWriter;
import dev.posthorn.ui.kit.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.collections.ListChangeListener;

/// What changes things at a service: new, changed and deleted entities, calls, and several of them in one batch. Nothing is sent without a look at the request.
final class Changes implements ConfirmPane.Events, BatchPane.Events {

    /// Makes the request of a call.
    @FunctionalInterface
    interface Maker {
        Request of(Map<String, Object> values) throws ODataProblem;
    }

    /// Makes a change of what was typed.
    @FunctionalInterface
    interface Making {
        Changing of(Map<String, Object> values) throws ODataProblem;
    }

    private final Service service;
    private final ExplorerServices services;
    private final Standing standing;
    private final Calling calling;
    private final ResultPane result;
    private final Variables variables;
    private final BiConsumer<Changing, Shown> done;
    private final BatchPane batch;
    private ConfirmPane confirm;
    private TypeRef returns;
    private EntitySet returned;

    /// @param done a change went well; with what the service answered, null for nothing
    Changes(Service service, ExplorerServices services, Standing standing, Calling calling, ResultPane result, Variables variables, BiConsumer<Changing, Shown> done) {
        this.service = service;
        this.services = services;
        this.standing = standing;
        this.calling = calling;
        this.result = result;
        this.variables = variables;
        this.done = done;
        batch = new BatchPane(service.version() == Version.V4, this);
        batch.parts().addListener((ListChangeListener<BatchPane.Part>) _ -> result.collected((int) batch.parts().stream().filter(p -> p.reply() == null || !p.reply().fine()).count()));
    }

    @Override
    public void back() {
        result.sheet(null);
    }

    // What is to be changed

    /// @param url where the list was read; an entity that is contained in another is created there
    void create(EntitySet set, TypeRef listed, String url) {
        var type = listed == null ? set == null ? null : service.edm().structured(set.type()) : service.edm().structured(listed.name());
        var contained = set == null && listed != null && listed.many() && !url.isEmpty();
        if (set == null && !contained || type == null) {
            services.trouble(set == null ? "It is not known in which set this would be created. Choose a set on the left." : "The metadata does not say what an entity of " + set.name() + " is made of.");
            return;
        }
        var title = "New in " + (set == null ? Entry.shortName(type.name()) : set.name());
        var pane = new FormPane[1];
        pane[0] = new FormPane(title, "Look at the request…", new ValueForm(service.edm(), slots(type, null, null), open(type)), values -> {
            try {
                returns = new TypeRef(type.name(), false);
                returned = set;
                var request = set == null ? service.writes().create(RequestUrl.parse(url).base(), type.name(), type, values) : service.writes().create(set, type, values);
                confirm(new Changing(title, request, null, Changing.Kind.CREATE));
            } catch (ODataProblem e) {
                pane[0].trouble(e.said() + ".");
            }
        }, this::back);
        open(pane[0]);
    }

    void edit(Row row, Shown from) {
        var type = typeOf(row, from);
        if (row.url().isEmpty() || type == null) {
            services.trouble(row.url().isEmpty() ? "This row has no address of its own, so it cannot be changed." : "The metadata does not say what this row is made of.");
            return;
        }
        var pane = new FormPane[1];
        pane[0] = new FormPane("Edit " + name(row, from), "Look at the request…", new ValueForm(service.edm(), slots(type, row, from), open(type)), values -> {
            if (values.isEmpty()) {
                pane[0].trouble("Nothing was changed.");
                return;
            }
            try {
                returns = from.type() == null ? null : from.type().one();
                returned = from.set();
                confirm(new Changing("Change " + name(row, from), service.writes().update(row.url(), type, values, row.etag(), service.writes().usual()), row, Changing.Kind.UPDATE));
            } catch (ODataProblem e) {
                pane[0].trouble(e.said() + ".");
            }
        }, this::back);
        open(pane[0]);
    }

    void delete(Row row, Shown from) {
        if (row.url().isEmpty()) {
            services.trouble("This row has no address of its own, so it cannot be deleted.");
            return;
        }
        confirm(new Changing("Delete " + name(row, from) + called(row, from), service.writes().delete(row.url(), row.etag()), row, Changing.Kind.DELETE));
    }

    /// Asks for the parameters of a function or an action where it has some. A function is called at once, an action is looked at first.
    void call(String name, List<Operation.Parameter> parameters, Maker maker, TypeRef back, EntitySet set) {
        if (parameters.isEmpty()) {
            try {
                called(name, maker.of(Map.of()), back, set);
            } catch (ODataProblem e) {
                services.trouble(e.said() + ".");
            }
            return;
        }
        var slots = parameters.stream().map(p -> new ValueForm.Slot(p.name(), p.type(), p.words().all(), "", false, p.facets().nullable(), false)).toList();
        var pane = new FormPane[1];
        pane[0] = new FormPane("Call " + name, "Call…", new ValueForm(service.edm(), slots, false), values -> {
            try {
                called(name, maker.of(values), back, set);
            } catch (ODataProblem e) {
                pane[0].trouble(e.said() + ".");
            }
        }, this::back);
        open(pane[0]);
    }

    private void called(String name, Request request, TypeRef back, EntitySet set) {
        returns = back;
        returned = set;
        var changing = new Changing(name, request, null, Changing.Kind.CALL);
        confirm(changing);
        if (request.method().equals("GET")) {
            send(changing);
        }
    }

    StructuredType typeOf(Row row, Shown from) {
        var own = row.type().isEmpty() ? null : service.edm().structured(row.type());
        return own != null ? own : from.type() == null ? null : service.edm().structured(from.type().name());
    }

    static String name(Row row, Shown from) {
        return (from.set() == null ? from.title() : from.set().name()) + (row.key().isEmpty() ? "" : "(" + row.key() + ")");
    }

    /// What people call the row: its first text beside its key, such as a name. "" where it has none.
    private static String called(Row row, Shown from) {
        for (var i = 0; i < Math.min(row.cells().size(), from.columns().size()); i++) {
            var column = from.columns().get(i);
            var text = column.key() || column.type() == null || !column.type().name().equals("Edm.String") ? "" : row.cells().get(i).text().strip();
            if (!text.isEmpty()) {
                return ", “" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "”";
            }
        }
        return "";
    }

    /// @param row null for a new one
    private List<ValueForm.Slot> slots(StructuredType type, Row row, Shown from) {
        var keys = service.edm().keys(type).stream().map(StructuredType.Key::path).toList();
        var slots = new ArrayList<ValueForm.Slot>();
        for (var property : service.edm().properties(type)) {
            if (property.stream() || row == null && property.computed()) {
                continue;
            }
            var place = row == null ? -1 : from.column(property.name());
            var cell = place < 0 || place >= row.cells().size() ? new Cell.Absent() : row.cells().get(place);
            var given = !(cell instanceof Cell.Absent);
            var value = switch (cell) {
                case Cell.Value v -> v.text();
                case Cell.Nested n -> JsonWriter.compact(n.json().plain());
                case Cell.Nothing _ -> null;
                case Cell.Absent _, Cell.Related _, Cell.Media _ -> "";
            };
            slots.add(new ValueForm.Slot(property.name(), property.type(), property.words().all(), value, given, property.facets().nullable(), row != null && (keys.contains(property.name()) || property.computed())));
        }
        if (row != null && open(type)) {
            for (var i = 0; i < Math.min(row.cells().size(), from.columns().size()); i++) {
                var column = from.columns().get(i);
                if (service.edm().property(type, column.name()) == null && service.edm().navigation(type, column.name()) == null) {
                    dynamic(column.name(), row.cells().get(i)).ifPresent(slots::add);
                }
            }
        }
        return slots;
    }

    /// A property that the metadata does not name.
    private static Optional<ValueForm.Slot> dynamic(String name, Cell cell) {
        return switch (cell) {
            // A whole number may become another number: nothing says that it must stay whole.
            case Cell.Value(var text, var type) -> Optional.of(new ValueForm.Slot(name, type == null ? TypeRef.STRING : type.name().equals("Edm.Int32") ? new TypeRef("Edm.Double", false) : type, "", text, true, true, false, true));
            case Cell.Nothing _ -> Optional.of(new ValueForm.Slot(name, TypeRef.STRING, "", null, true, true, false, true));
            case Cell.Nested _, Cell.Absent _, Cell.Related _, Cell.Media _ -> Optional.empty();
        };
    }

    private boolean open(StructuredType type) {
        return service.edm().line(type).stream().anyMatch(StructuredType::open);
    }

    // Looking at it, sending it

    private void open(FormPane pane) {
        result.sheet(pane);
        dev.posthorn.ui.kit.Fx.later(pane::focusFirst);
    }

    /// Shows a request that answers nothing of interest.
    void look(Changing changing) {
        look(changing, null, null);
    }

    /// @param back what is answered
    /// @param set  the set that it is in
    void look(Changing changing, TypeRef back, EntitySet set) {
        returns = back;
        returned = set;
        confirm(changing);
    }

    /// Asks for some values, and makes a change of them that is looked at before it is sent.
    void ask(String title, List<ValueForm.Slot> slots, Making making) {
        var pane = new FormPane[1];
        pane[0] = new FormPane(title, "Look at the request…", new ValueForm(service.edm(), slots, false), values -> {
            try {
                look(making.of(values));
            } catch (ODataProblem e) {
                pane[0].trouble(e.said() + ".");
            }
        }, this::back);
        open(pane[0]);
    }

    private void confirm(Changing changing) {
        var shown = new Changing(changing.title(), service.asTyped(changing.request()), changing.row(), changing.kind());
        confirm = new ConfirmPane(shown, !shown.request().method().equals("GET") && !(changing.request().body() instanceof dev.posthorn.model.Body.Binary), services.background(), variables, this);
        result.sheet(confirm);
        dev.posthorn.ui.kit.Fx.later(confirm::focusSend);
    }

    @Override
    public void send(Changing changing) {
        var mine = confirm;
        if (calling.running()) {
            mine.trouble("A request is still under way. Wait for its answer, or cancel it (Esc).");
            return;
        }
        mine.sending();
        calling.plainOr(changing.title(), changing.request(), reply -> {
            if (!reply.fine()) {
                refused(mine, changing, calling.refusal(reply));
                return;
            }
            if (changing.row() != null) {
                result.refused(changing.row(), "");
            }
            answered(changing, reply);
        }, sentence -> refused(mine, changing, sentence));
    }

    private void refused(ConfirmPane mine, Changing changing, String sentence) {
        mine.trouble(sentence);
        result.say(changing.title() + ": " + sentence);
        if (changing.row() != null) {
            result.refused(changing.row(), sentence);
        }
    }

    private void answered(Changing changing, Reply reply) {
        var type = returns;
        var set = returned;
        services.background().run(() -> reply.text().isBlank() ? null : calling.read(changing.title(), reply, type, set), shown -> {
            back();
            result.say("");
            done.accept(changing, shown);
        }, e -> {
            back();
            if (changing.kind() == Changing.Kind.CALL) {
                result.say(e.getMessage());
            } else {
                done.accept(changing, null);
            }
        });
    }

    @Override
    public void open(Changing changing) {
        services.open(changing.title(), service.asTyped(changing.request()), standing);
    }

    // Together

    @Override
    public void together(Changing changing) {
        batch.add(changing);
        back();
        services.say(batch.parts().size() == 1 ? "1 change waits to be sent." : batch.parts().size() + " changes wait to be sent together.");
    }

    void batch() {
        result.sheet(batch);
        dev.posthorn.ui.kit.Fx.later(batch::focusList);
    }

    private Request made(BatchPane.Form form) throws ODataProblem {
        var requests = batch.changes().stream().map(Changing::request).toList();
        var parts = form.whole() ? List.<Batch.Part>of(new Batch.Part.ChangeSet(requests)) : requests.stream().map(r -> (Batch.Part) new Batch.Part.One(r)).toList();
        return form.json() ? Batch.json(parts, service.typed()) : Batch.multipart(parts, service.typed(), service.version());
    }

    @Override
    public void open(BatchPane.Form form) {
        try {
            services.open("Batch", made(form), standing);
        } catch (ODataProblem e) {
            batch.verdict(e.said() + ".", true);
        }
    }

    @Override
    public void send(BatchPane.Form form) {
        try {
            batch.verdict("Sending…", false);
            calling.plainOr("Batch", made(form), reply -> services.background().run(() -> BatchAnswer.read(reply.body(), reply.contentType()), this::told,
                    e -> batch.verdict(reply.fine() ? e.getMessage() + "." : calling.refusal(reply), true)), sentence -> batch.verdict(sentence, true));
        } catch (ODataProblem e) {
            batch.verdict(e.said() + ".", true);
        }
    }

    /// Where a change set was refused as a whole, the service answers once for all of it.
    private void told(BatchAnswer answer) {
        var replies = answer.replies();
        var parts = batch.parts();
        for (var i = 0; i < parts.size(); i++) {
            var reply = i < replies.size() && replies.size() >= parts.size() ? replies.get(i) : replies.size() == 1 ? replies.getFirst() : i < replies.size() ? replies.get(i) : null;
            parts.set(i, new BatchPane.Part(parts.get(i).changing(), reply));
            var row = parts.get(i).changing().row();
            if (row != null && reply != null) {
                result.refused(row, reply.fine() ? "" : BatchPane.words(reply));
            }
        }
        var good = parts.stream().filter(p -> p.reply() != null && p.reply().fine()).count();
        batch.verdict(good == parts.size() ? "All " + parts.size() + " went well. Send the query again to see them." : good == 0 && replies.size() == 1 ? "Refused as a whole, nothing was changed."
                : good + " of " + parts.size() + " went well.", good < parts.size());
    }

    @Override
    public void show(BatchAnswer.Reply reply) {
        var parts = new ReplyParts(List.of(reply), services.background(), this::batch);
        result.sheet(parts);
        dev.posthorn.ui.kit.Fx.later(parts::focusList);
    }
}
