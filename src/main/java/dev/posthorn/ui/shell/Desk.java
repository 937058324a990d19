package dev.posthorn.ui.shell;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Environment;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.Level;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Settings;
import dev.posthorn.store.LocalValues;
import dev.posthorn.store.Opened;
import dev.posthorn.store.OpenedEnvironment;
import dev.posthorn.store.VariableKey;
import dev.posthorn.ui.sidebar.Place;
import dev.posthorn.workbench.Context;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// The open collections and environments, as the window knows them at this moment. An immutable picture: a change on disk makes a new one.
///
/// @param read   false until the files were read for the first time
/// @param chosen name of the environment in use, empty for none
/// @param values what variables are worth on this machine; null before the files were read
/// @param home   where relative file paths of a request without a collection start
record Desk(boolean read, List<Opened> collections, List<OpenedEnvironment> environments, String chosen, Path home, LocalValues values) {
    Desk {
        collections = List.copyOf(collections);
        environments = List.copyOf(environments);
    }

    static Desk empty(Path home) {
        return new Desk(false, List.of(), List.of(), "", home, null);
    }

    /// The same with another environment in use.
    Desk choosing(String environment) {
        return new Desk(read, collections, environments, environment, home, values);
    }

    Optional<Opened.Good> collection(Path file) {
        return collections.stream().filter(o -> o.file().equals(file)).filter(Opened.Good.class::isInstance).map(Opened.Good.class::cast).findFirst();
    }

    /// The saved request at that place; empty where there is none any more.
    Optional<RequestItem> request(Place place) {
        return path(place).filter(p -> !p.isEmpty()).map(List::getLast).filter(RequestItem.class::isInstance).map(RequestItem.class::cast);
    }

    private Optional<List<Item>> path(Place place) {
        return collection(place.file()).map(o -> o.collection().path(place.item()));
    }

    /// Why the collection of that file cannot be read; empty where it can, or is not open.
    Optional<Opened.Bad> bad(Place place) {
        return place.item().isEmpty() ? collections.stream().filter(o -> o.file().equals(place.file())).filter(Opened.Bad.class::isInstance).map(Opened.Bad.class::cast).findFirst()
                : Optional.empty();
    }

    /// The item at that place, of whatever kind; empty where there is none, and for a collection itself.
    Optional<Item> item(Place place) {
        return path(place).filter(p -> !p.isEmpty()).map(List::getLast);
    }

    /// What a folder or collection sets; empty where neither stands there.
    Optional<Level> level(Place place) {
        return place.item().isEmpty() ? collection(place.file()).map(o -> Level.of(o.collection()))
                : item(place).filter(Folder.class::isInstance).map(i -> Level.of((Folder) i));
    }

    /// The name of a collection or item; empty where nothing stands there.
    String name(Place place) {
        return place.item().isEmpty() ? collection(place.file()).map(o -> o.collection().name()).orElse("") : item(place).map(Item::name).orElse("");
    }

    /// What stands in a folder or collection; empty where neither stands there.
    List<Item> below(Place place) {
        return place.item().isEmpty() ? collection(place.file()).map(o -> o.collection().items()).orElse(List.of())
                : item(place).map(i -> i instanceof Folder folder ? folder.items() : List.<Item>of()).orElse(List.of());
    }

    /// The folder that an item stands in, or its collection.
    Place parent(Place place) {
        var path = path(place).orElse(List.of());
        return new Place(place.file(), path.size() < 2 ? "" : path.get(path.size() - 2).id());
    }

    /// "Creatio / OData 4": the collection and folders above the request.
    String trail(Place place) {
        return collection(place.file()).map(o -> o.collection().name() + o.collection().path(place.item()).stream()
                .filter(Folder.class::isInstance).map(i -> " / " + i.name()).collect(Collectors.joining())).orElse("");
    }

    Optional<OpenedEnvironment> environment(String name) {
        return environments.stream().filter(e -> !e.environment().globals() && e.environment().name().equals(name)).findFirst();
    }

    /// The environment that was known as `known`: of the same file and name, or the only one of that file.
    Optional<OpenedEnvironment> again(OpenedEnvironment known) {
        var same = environments.stream().filter(e -> Objects.equals(e.file(), known.file()) && e.environment().globals() == known.environment().globals()).toList();
        return same.stream().filter(e -> e.environment().name().equals(known.environment().name())).findFirst()
                .or(() -> same.size() == 1 && known.file() != null ? Optional.of(same.getFirst()) : Optional.empty());
    }

    List<String> names() {
        return environments.stream().map(OpenedEnvironment::environment).filter(e -> !e.globals()).map(Environment::name).distinct().toList();
    }

    private Environment globals() {
        return environments.stream().filter(e -> e.environment().globals()).findFirst().map(this::applied)
                .or(() -> values == null ? Optional.empty() : values.scriptedGlobals()).orElse(null);
    }

    private static List<Folder> folders(Collection collection, Place place) {
        return collection.path(place.item()).stream().filter(Folder.class::isInstance).map(Folder.class::cast).toList();
    }

    /// What a folder or collection inherits from: the same place without itself.
    Context above(Place place) {
        var all = context(place);
        return place.item().isEmpty() ? new Context(null, List.of(), all.environment(), all.globals(), List.of(), all.files())
                : new Context(all.collection(), all.folders().isEmpty() ? List.of() : all.folders().subList(0, all.folders().size() - 1), all.environment(), all.globals(), List.of(), all.files());
    }

    /// The same place as [#above(Place)] sees it and with it what stands there itself, under the name and with the variables that it is given now.
    Context within(Place place, String name, List<Entry> variables) {
        var above = above(place);
        if (place.item().isEmpty()) {
            return new Context(new Collection(name, "", Auth.NONE, variables, List.of(), Settings.NONE, List.of()), List.of(), above.environment(), above.globals(), List.of(), above.files());
        }
        var folders = new ArrayList<>(above.folders());
        folders.add(new Folder("", name, "", Auth.INHERIT, variables, List.of(), Settings.NONE, List.of()));
        return new Context(above.collection(), folders, above.environment(), above.globals(), List.of(), above.files());
    }

    /// "24 requests in 3 folders", of a collection with its format before and its file behind.
    String holds(Place place) {
        var folders = folders(below(place));
        var requests = Collection.requests(below(place)).count();
        var inside = plural(requests, "request") + (folders == 0 ? "" : " in " + plural(folders, "folder"));
        return place.item().isEmpty() ? collection(place.file()).map(o -> o.format() + " · ").orElse("") + inside + " · " + place.file() : inside;
    }

    private static long folders(List<Item> items) {
        return items.stream().filter(Folder.class::isInstance).mapToLong(f -> 1 + folders(((Folder) f).items())).sum();
    }

    private static String plural(long count, String noun) {
        return count == 1 ? "1 " + noun : count + " " + noun + "s";
    }

    /// The globals' file, or where there is none, where the values of globals that scripts made are kept.
    OpenedEnvironment openGlobals() {
        return environments.stream().filter(e -> e.environment().globals()).findFirst().orElse(new OpenedEnvironment(null, new Environment("Globals", true, List.of())));
    }

    private Environment applied(OpenedEnvironment environment) {
        return values == null ? environment.environment() : values.applied(environment);
    }

    /// The secrets without a value on this machine: of the environment in use, and of the collection of that place.
    List<VariableKey> missingSecrets(Place place) {
        if (values == null) {
            return List.of();
        }
        var missing = new ArrayList<VariableKey>();
        environment(chosen).ifPresent(e -> values.missing(e).forEach(name -> missing.add(new VariableKey(VariableKey.scope(e), name))));
        if (place != null) {
            collection(place.file()).ifPresent(good -> values.missing(good).forEach(name -> missing.add(new VariableKey(VariableKey.scope(good), name))));
        }
        return missing;
    }

    /// Where a request stands; `place` is null for one of no collection.
    Context context(Place place) {
        var environment = environment(chosen).map(this::applied).orElse(null);
        var good = place == null ? Optional.<Opened.Good>empty() : collection(place.file());
        if (good.isEmpty()) {
            return new Context(null, List.of(), environment, globals(), List.of(), home);
        }
        var collection = values == null ? good.get().collection() : values.applied(good.get());
        var folders = folders(collection, place);
        return new Context(collection, folders, environment, globals(), List.of(), place.file().toAbsolutePath().getParent());
    }
}
