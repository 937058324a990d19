package dev.posthorn.ui.shell;

import dev.posthorn.model.BadItem;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.OtherItem;
import dev.posthorn.model.RequestItem;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.sidebar.Place;
import java.util.Optional;
import java.util.function.Supplier;

/// Makes the tab of what stands at a place: a request, a folder, a WebSocket, or a text that says why there is none of these.
record PlaceTabs(TabHost host, Background background, Choosers choosers, Supplier<Desk> desk) {
    /// A tab for what stands at that place; empty where nothing does.
    Optional<Document> made(Place place) {
        var level = desk.get().level(place);
        if (level.isPresent()) {
            return Optional.of(new LevelDocument(host, place, desk.get().name(place), level.get()));
        }
        var bad = desk.get().bad(place);
        if (bad.isPresent()) {
            return Optional.of(new TextDocument(background, place, place.file().getFileName().toString(), sentence(bad.get().reason(), bad.get().line()), place.file(),
                    () -> choosers.reveal(place.file())));
        }
        return desk.get().item(place).map(item -> item instanceof RequestItem request ? new RequestDocument(host, place, item.name(), request.request()) : reading(place, item));
    }

    /// Null for what is edited.
    Document reading(Place place, Item item) {
        return switch (item) {
            case OtherItem other when other.socket().isPresent() -> new SocketDocument(host, place, other.name(), other.socket().get());
            case OtherItem other -> new TextDocument(background, place, other, () -> choosers.reveal(place.file()));
            case BadItem bad -> new TextDocument(background, place, bad.name(), sentence(bad.sentence(), bad.line()), place.file().resolve(bad.id()),
                    () -> choosers.reveal(place.file().resolve(bad.id())));
            case Folder _, RequestItem _ -> null;
        };
    }

    private static String sentence(String reason, int line) {
        return line > 0 ? reason + " (line " + line + ")" : reason;
    }
}
