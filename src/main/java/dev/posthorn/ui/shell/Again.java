package dev.posthorn.ui.shell;

import dev.posthorn.model.Item;
import dev.posthorn.model.OtherItem;
import dev.posthorn.model.Request;
import dev.posthorn.model.SocketRequest;
import dev.posthorn.ui.sidebar.Place;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// How a closed tab is opened again, with what was typed in it.
///
/// @param reading makes the tab of an item that can only be read
record Again(TabHost host, Supplier<Desk> desk, BiFunction<Place, Item, Document> reading) {
    /// Makes the tab anew when it is asked; null then where there is nothing to show any more.
    Supplier<Document> of(Document document) {
        return switch (document) {
            case RequestDocument request -> {
                var place = request.place().orElse(null);
                var name = request.title().get();
                var value = request.draft().value();
                // A saved request comes back as it is on disk then; what was typed and not saved comes back as a change.
                yield () -> {
                    var saved = place == null ? Optional.<Request>empty() : desk.get().request(place).map(i -> i.request());
                    var made = new RequestDocument(host, saved.isPresent() ? place : null, name, saved.orElse(Request.blank()));
                    made.draft().edit(_ -> value);
                    if (saved.isEmpty()) {
                        made.named(name);
                    }
                    return made;
                };
            }
            case SocketDocument socket -> {
                var place = socket.place().orElse(null);
                var name = socket.title().get();
                var value = socket.draft().value();
                yield () -> {
                    var saved = place == null ? Optional.<SocketRequest>empty() : desk.get().item(place).filter(OtherItem.class::isInstance).flatMap(i -> ((OtherItem) i).socket());
                    var made = new SocketDocument(host, saved.isPresent() ? place : null, name, saved.orElse(SocketRequest.blank()));
                    made.draft().edit(_ -> value);
                    return made;
                };
            }
            case EnvironmentDocument environment -> () -> desk.get().environments().stream().filter(environment::shows).findFirst()
                    .map(e -> new EnvironmentDocument(host, e)).orElse(null);
            case LevelDocument level -> {
                var value = level.draft().value();
                yield () -> desk.get().level(level.at()).map(saved -> {
                    var made = new LevelDocument(host, level.at(), desk.get().name(level.at()), saved);
                    made.draft().edit(_ -> value);
                    return made;
                }).orElse(null);
            }
            case NetworkDocument network -> network::again;
            case ApplicationsDocument applications -> applications::again;
            case RunnerDocument runner -> runner::again;
            case DataServiceDocument builder -> builder::again;
            case ApiDocument api -> api::again;
            case ExplorerDocument explorer -> explorer::again;
            case ReportDocument report -> () -> new ReportDocument(report);
            case TextDocument text -> () -> text.place().flatMap(p -> desk.get().item(p)).map(item -> reading.apply(text.place().orElseThrow(), item)).orElse(null);
        };
    }
}
