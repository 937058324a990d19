package dev.posthorn.ui.odata;

import dev.posthorn.odata.query.Query;
import dev.posthorn.odata.result.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// What the grid does after a change went well: it follows the change without asking for everything again.
final class Aftermath {

    /// What else is to be done.
    interface Events {
        /// The place where the way ends is another now.
        void shown();

        void send();
    }

    private final Way way;
    private final Calling calling;
    private final ResultPane result;
    private final ExplorerServices services;
    private final Events events;
    private final Supplier<Query> asked;

    /// @param asked the query that is made at the moment
    Aftermath(Way way, Calling calling, ResultPane result, ExplorerServices services, Supplier<Query> asked, Events events) {
        this.way = way;
        this.calling = calling;
        this.result = result;
        this.services = services;
        this.asked = asked;
        this.events = events;
    }

    /// @param answer what the service answered; null for nothing
    void of(Changing changing, Shown answer) {
        var from = way.now();
        switch (changing.kind()) {
            case DELETE -> without(changing.row(), from);
            case UNLINK -> {
                without(changing.row(), from);
                services.say(changing.title() + " went well.");
            }
            case UPDATE -> again(changing.row(), from);
            case LINK, FILE -> {
                services.say(changing.title() + " went well.");
                again(changing.row(), from);
            }
            case CREATE -> created(answer, from);
            case CALL -> called(changing, answer);
        }
    }

    private void replace(Shown shown) {
        way.replace(shown);
        events.shown();
    }

    private void without(Row row, Shown from) {
        if (from != null && from.rows().contains(row)) {
            var rows = from.rows().stream().filter(r -> r != row).toList();
            replace(from.withRows(rows, from.next(), from.raw()).withCount(from.count() > 0 ? from.count() - 1 : from.count()));
        }
    }

    private void again(Row old, Shown from) {
        calling.again(old, from, row -> {
            if (way.now() == from) {
                var rows = from.rows().stream().map(r -> r == old ? row : r).toList();
                replace(from.withRows(rows, from.next(), from.raw()));
                result.grid().select(row);
            }
        }, result::say);
    }

    private void created(Shown answer, Shown from) {
        if (from == null || answer == null || answer.rows().size() != 1 || answer.error() != null) {
            events.send();
            return;
        }
        var row = Calling.arranged(answer.rows().getFirst(), answer.columns(), from.columns());
        var rows = new ArrayList<Row>();
        rows.add(row);
        rows.addAll(from.rows());
        replace(from.withRows(List.copyOf(rows), from.next(), from.raw()).withCount(from.count() >= 0 ? from.count() + 1 : -1));
        result.grid().select(row);
    }

    private void called(Changing changing, Shown answer) {
        if (answer == null) {
            services.say(changing.title() + " went well; the service answered nothing.");
        } else {
            way.on(answer, way.empty() ? asked.get() : way.query());
            events.shown();
        }
    }
}
