package dev.posthorn.store;

import dev.posthorn.model.Entry;
import dev.posthorn.model.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Makes a secret variable of a secret that somebody typed into a request: its value goes to the secrets of this machine, the file only declares its name.
/// Whoever asked puts the reference in the place of the value.
public final class SecretMoves {

    /// Where a variable can be declared.
    public sealed interface Place {

        /// "Environment \"Production\""
        String label();

        record OfEnvironment(OpenedEnvironment opened) implements Place {
            @Override
            public String label() {
                return opened.environment().globals() ? "Globals" : "Environment \"" + opened.environment().name() + "\"";
            }
        }

        record OfCollection(Opened.Good opened) implements Place {
            @Override
            public String label() {
                return "Collection \"" + opened.collection().name() + "\"";
            }
        }
    }

    public sealed interface Result {

        /// @param reference what stands for the value from now on: `{{clientSecret}}`
        record Moved(String reference) implements Result {}

        /// Nothing was changed; the sentence says why and what to do.
        record Refused(String sentence) implements Result {}
    }

    private final Workspace workspace;
    private final EnvironmentFiles environments;
    private final LocalValues values;

    public SecretMoves(Workspace workspace, EnvironmentFiles environments, LocalValues values) {
        this.workspace = workspace;
        this.environments = environments;
        this.values = values;
    }

    /// The chosen environment, the collection, the globals: as far as there are such. A `.env` file keeps no secrets and is left out.
    ///
    /// @param collection the file of the collection that the request is in; null for none
    public List<Place> places(Path collection) {
        var places = new ArrayList<Place>();
        workspace.activeEnvironment().filter(SecretMoves::keeps).map(Place.OfEnvironment::new).ifPresent(places::add);
        workspace.collections().stream().filter(o -> o instanceof Opened.Good good && good.file().equals(collection)).map(o -> new Place.OfCollection((Opened.Good) o))
                .forEach(places::add);
        workspace.globals().filter(SecretMoves::keeps).map(Place.OfEnvironment::new).ifPresent(places::add);
        return places;
    }

    private static boolean keeps(OpenedEnvironment opened) {
        return !EnvironmentFiles.dotEnv(opened);
    }

    /// A name that is free there: the key of the field, numbered where it is taken.
    public String suggest(Place place, String key) {
        var base = key.replaceAll("[{}\\s]+", "");
        var taken = names(place);
        var name = base.isEmpty() ? "secret" : base;
        for (var number = 2; taken.contains(name); number++) {
            name = (base.isEmpty() ? "secret" : base) + number;
        }
        return name;
    }

    private static Set<String> names(Place place) {
        var rows = switch (place) {
            case Place.OfEnvironment(var opened) -> opened.environment().variables();
            case Place.OfCollection(var opened) -> opened.collection().variables();
        };
        return new HashSet<>(rows.stream().map(Entry::key).toList());
    }

    /// Declares the variable as secret and keeps its value on this machine. Blocks.
    public Result move(Place place, String name, String value) {
        var key = name.strip();
        if (key.isEmpty() || key.matches(".*[{}].*")) {
            return new Result.Refused("A variable needs a name without braces, such as clientSecret.");
        }
        if (key.startsWith("$")) {
            return new Result.Refused("Names that begin with $ are those of values that are made anew each time: choose another.");
        }
        if (names(place).contains(key)) {
            return new Result.Refused(place.label() + " has a variable " + key + " already: choose another name.");
        }
        return switch (place) {
            case Place.OfEnvironment(var opened) -> environment(opened, key, value);
            case Place.OfCollection(var opened) -> collection(opened, key, value);
        };
    }

    private Result environment(OpenedEnvironment opened, String name, String value) {
        values.load(List.of(opened), List.of());
        var rows = new ArrayList<>(values.rows(opened));
        rows.add(new LocalVariable(new Entry(name, "", "", true, true), value));
        return switch (environments.save(opened, rows)) {
            case EnvironmentFiles.Result.Done _ -> moved(name);
            case EnvironmentFiles.Result.Refused(var sentence) -> new Result.Refused(sentence);
        };
    }

    private Result collection(Opened.Good opened, String name, String value) {
        var level = Level.of(opened.collection());
        var variables = new ArrayList<>(level.variables());
        variables.add(new Entry(name, "", "", true, true));
        var key = new VariableKey(VariableKey.scope(opened), name);
        try {
            // The value first: a variable is never declared whose value was lost on the way.
            values.set(key, true, value);
            var result = switch (workspace.saveLevel(opened, "", level.withVariables(variables))) {
                case SaveResult.Saved _ -> moved(name);
                case SaveResult.Conflict _ -> new Result.Refused("The collection was changed by another program meanwhile: look at it, then move the secret again.");
                case SaveResult.Refused(var sentence) -> new Result.Refused(sentence);
            };
            if (result instanceof Result.Refused) {
                values.set(key, true, null);
            }
            return result;
        } catch (SecretsTrouble e) {
            return new Result.Refused(e.getMessage());
        }
    }

    private static Result moved(String name) {
        return new Result.Moved("{{" + name + "}}");
    }

    /// What is said of a literal in a row.
    public static String warning(String label) {
        return "The " + label.toLowerCase(Locale.ROOT) + " stands in the file, for all to see who get it. Move it to the secrets of this machine.";
    }
}
