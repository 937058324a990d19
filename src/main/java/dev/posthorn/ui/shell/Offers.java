package dev.posthorn.ui.shell;

import dev.posthorn.model.BadItem;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.OtherItem;
import dev.posthorn.model.RequestItem;
import dev.posthorn.store.Opened;
import dev.posthorn.ui.sidebar.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.kordamp.ikonli.octicons.Octicons;

/// Everything that the palette can find: all requests of the open collections, the environments, all actions.
final class Offers {
    private final List<Finding> all = new ArrayList<>();
    private final Consumer<Place> open;

    private Offers(Consumer<Place> open) {
        this.open = open;
    }

    static List<Finding> of(Desk desk, Actions actions, Consumer<Place> open, Consumer<String> environment) {
        var offers = new Offers(open);
        Arrays.stream(Action.values()).filter(a -> a != Action.PALETTE)
                .forEach(a -> offers.all.add(Finding.action(a, () -> actions.perform(a))));
        for (var name : desk.names()) {
            offers.all.add(new Finding("environment " + name, Octicons.GLOBE_16, null, "Use environment " + name, name.equals(desk.chosen()) ? "in use" : "", "",
                    "use environment " + name.toLowerCase(Locale.ROOT), () -> environment.accept(name)));
        }
        for (var opened : desk.collections()) {
            if (opened instanceof Opened.Good good) {
                offers.requests(good.file(), good.collection().name(), good.collection().items());
            }
        }
        return offers.all;
    }

    private void requests(Path file, String trail, List<Item> items) {
        for (var item : items) {
            switch (item) {
                case Folder folder -> requests(file, trail + " / " + folder.name(), folder.items());
                case RequestItem request -> {
                    var place = new Place(file, request.id());
                    all.add(Finding.request(file + " " + request.id(), request.request().method(), request.name(), trail, request.request().url(), () -> open.accept(place)));
                }
                case OtherItem other when other.socket().isPresent() -> {
                    var place = new Place(file, other.id());
                    all.add(Finding.request(file + " " + other.id(), "WS", other.name(), trail, other.socket().get().handshake().url(), () -> open.accept(place)));
                }
                case OtherItem _, BadItem _ -> { }
            }
        }
    }
}
