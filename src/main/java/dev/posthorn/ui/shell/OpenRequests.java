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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The requests of the open collections by the names they have in the tree: "Folder/Request".
///
/// @param first the files that are asked before all others
record OpenRequests(List<Opened> collections, List<Path> first) {
    /// The first request of all.
    Optional<Place> any() {
        return candidates().stream().map(Candidate::place).findFirst();
    }

    /// The first request whose names from the collection down end with the given ones.
    Optional<Place> find(String name) {
        var wanted = Arrays.stream(name.split("/")).map(String::strip).filter(s -> !s.isEmpty()).map(s -> s.toLowerCase(Locale.ROOT)).toList();
        return candidates().stream().filter(c -> endsWith(c.names(), wanted)).map(Candidate::place).findFirst();
    }

    private static boolean endsWith(List<String> names, List<String> wanted) {
        return names.size() >= wanted.size() && names.subList(names.size() - wanted.size(), names.size()).stream().map(n -> n.toLowerCase(Locale.ROOT)).toList().equals(wanted);
    }

    private record Candidate(Place place, List<String> names) {}

    /// Those of the order before the ones that were there.
    private List<Candidate> candidates() {
        var candidates = new ArrayList<Candidate>();
        var all = new ArrayList<>(collections);
        all.sort(Comparator.comparing(o -> first.stream().noneMatch(p -> o.file().startsWith(p))));
        for (var opened : all) {
            if (opened instanceof Opened.Good good) {
                collect(good.file(), List.of(good.collection().name()), good.collection().items(), candidates);
            }
        }
        return candidates;
    }

    private static void collect(Path file, List<String> above, List<Item> items, List<Candidate> into) {
        for (var item : items) {
            var names = new ArrayList<>(above);
            // A slash in a name is a boundary in the order as well.
            Arrays.stream(item.name().split("/")).map(String::strip).filter(s -> !s.isEmpty()).forEach(names::add);
            switch (item) {
                case Folder folder -> collect(file, names, folder.items(), into);
                case RequestItem request -> into.add(new Candidate(new Place(file, request.id()), names));
                case OtherItem other when other.socket().isPresent() -> into.add(new Candidate(new Place(file, other.id()), names));
                case OtherItem _, BadItem _ -> { }
            }
        }
    }

    /// What there is, for who asked for something else: a dozen names.
    String names() {
        var all = candidates();
        var some = all.stream().limit(12).map(c -> "\"" + String.join("/", c.names().subList(1, c.names().size())) + "\"").toList();
        return all.isEmpty() ? "none" : String.join(", ", some) + (all.size() > some.size() ? " and " + (all.size() - some.size()) + " more" : "");
    }
}
