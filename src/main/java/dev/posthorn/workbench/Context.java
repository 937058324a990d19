package dev.posthorn.workbench;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Environment;
import dev.posthorn.model.Folder;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Settings;
import dev.posthorn.script.VariableScope;
import dev.posthorn.script.VariableText;
import dev.posthorn.script.Variables;
import dev.posthorn.vars.Scope;
import dev.posthorn.vars.Scopes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where a request stands: its collection and folders, the chosen environment, the globals. From it come the variables, the inherited
/// authorization and the inherited settings.
///
/// @param collection  null for a request of no collection
/// @param folders     from the root down
/// @param environment null where none is chosen
/// @param globals     null where the workspace has none
/// @param overrides   values given for this run alone (`--env-var`), stronger than all others
/// @param files       the folder that relative file paths in bodies start from
/// @param data        the row of a data file that this round of a run uses
/// @param locals      values that scripts set for this send alone, the strongest
/// @param forced      switches that are stronger than those of the request, for a whole run
public record Context(
        Collection collection,
        List<Folder> folders,
        Environment environment,
        Environment globals,
        List<Entry> overrides,
        Path files,
        List<Entry> data,
        List<Entry> locals,
        Settings forced) {

    public Context {
        folders = List.copyOf(folders);
        overrides = List.copyOf(overrides);
        data = List.copyOf(data);
        locals = List.copyOf(locals);
    }

    public Context(Collection collection, List<Folder> folders, Environment environment, Environment globals, List<Entry> overrides, Path files) {
        this(collection, folders, environment, globals, overrides, files, List.of(), List.of(), Settings.NONE);
    }

    public Context withFolders(List<Folder> path) {
        return new Context(collection, path, environment, globals, overrides, files, data, locals, forced);
    }

    /// The same with the row of a data file, its values as text.
    Context withData(Variables now) {
        return withData(now.data().entrySet().stream().map(e -> Entry.of(e.getKey(), VariableText.inPlace(e.getValue()))).toList());
    }

    /// Where a saved request of the same collection stands.
    public Context within(RequestItem item) {
        return withFolders(collection.path(item.id()).stream().filter(Folder.class::isInstance).map(Folder.class::cast).toList());
    }

    public Context withData(List<Entry> row) {
        return new Context(collection, folders, environment, globals, overrides, files, row, locals, forced);
    }

    public Context withLocals(List<Entry> values) {
        return new Context(collection, folders, environment, globals, overrides, files, data, values, forced);
    }

    public Context withForced(Settings switches) {
        return new Context(collection, folders, environment, globals, overrides, files, data, locals, switches);
    }

    /// The same with the values that scripts have set by now; those of the command line are among the environment's then, see `values`.
    public Context withValues(Variables now) {
        return new Context(collection == null ? null : collection.withVariables(now.collection().entries()), folders,
                new Environment(environment == null ? "" : environment.name(), false, now.environment().entries(), environment == null ? "" : environment.colour()),
                new Environment(globals == null ? "globals" : globals.name(), true, now.globals().entries()), List.of(), files, data, now.locals().entries(), forced);
    }

    public Context withGlobals(Environment values) {
        return new Context(collection, folders, environment, values, overrides, files, data, locals, forced);
    }

    public Context withFiles(Path folder) {
        return new Context(collection, folders, environment, globals, overrides, folder, data, locals, forced);
    }

    /// The same without the right to read files outside of the folder `files`.
    public Context readingInside() {
        return withForced(forced.with(Resolution.FILES_INSIDE, true));
    }

    public static Context none(Path files) {
        return new Context(null, List.of(), null, null, List.of(), files);
    }

    /// Nearest first, in Postman's order: local, (command line,) data, environment, folders from the inside out, collection, globals; then `last`.
    public Scopes scopes(List<Scope> last) {
        var scopes = new ArrayList<Scope>();
        if (!locals.isEmpty()) {
            scopes.add(Scope.of("set by a script", locals));
        }
        if (!overrides.isEmpty()) {
            scopes.add(Scope.of("command line", overrides));
        }
        if (!data.isEmpty()) {
            scopes.add(Scope.of("data file", data));
        }
        if (environment != null) {
            scopes.add(Scope.of("environment " + environment.name(), environment.variables()));
        }
        for (var folder : folders.reversed()) {
            scopes.add(Scope.of("folder " + folder.name(), folder.variables()));
        }
        if (collection != null) {
            scopes.add(Scope.of("collection " + collection.name(), collection.variables()));
        }
        if (globals != null) {
            scopes.add(Scope.of("globals", globals.variables()));
        }
        scopes.addAll(last);
        return new Scopes(scopes);
    }

    /// The variables as scripts may change them, those of the command line among the environment's.
    public Variables values() {
        var scope = VariableScope.of(environment == null ? "" : environment.name(), environment == null ? List.of() : environment.variables());
        overrides.forEach(o -> scope.set(o.key(), o.value()));
        var row = new LinkedHashMap<String, Object>();
        data.forEach(d -> row.put(d.key(), d.value()));
        return new Variables(VariableScope.of("globals", globals == null ? List.of() : globals.variables()), scope,
                VariableScope.of(collection == null ? "" : collection.name(), collection == null ? List.of() : collection.variables()), ofFolders(),
                VariableScope.of("local", locals), row);
    }

    /// The values of the folders above the request, inner ones over outer ones.
    Map<String, Object> ofFolders() {
        var above = new LinkedHashMap<String, Object>();
        folders.forEach(f -> f.variables().stream().filter(Entry::enabled).forEach(v -> above.put(v.key(), v.value())));
        return above;
    }

    /// All variables of all levels, nearest last.
    List<Entry> variables() {
        var all = new ArrayList<Entry>();
        if (globals != null) {
            all.addAll(globals.variables());
        }
        if (collection != null) {
            all.addAll(collection.variables());
        }
        folders.forEach(f -> all.addAll(f.variables()));
        if (environment != null) {
            all.addAll(environment.variables());
        }
        all.addAll(data);
        all.addAll(overrides);
        all.addAll(locals);
        return all;
    }

    /// An authorization and the level that sets it.
    public record Effective(Auth auth, String from) {}

    /// What `own` means here: itself, or what the nearest folder or the collection sets.
    public Effective auth(Auth own) {
        if (!own.inherited()) {
            return new Effective(own, "this request");
        }
        for (var folder : folders.reversed()) {
            if (!folder.auth().inherited()) {
                return new Effective(folder.auth(), folder.name());
            }
        }
        return collection == null || collection.auth().inherited() ? new Effective(Auth.NONE, "") : new Effective(collection.auth(), collection.name());
    }

    /// The request's settings over those of its folders and its collection.
    public Settings settings(Settings own) {
        var merged = collection == null ? Settings.NONE : collection.settings();
        for (var folder : folders) {
            merged = folder.settings().over(merged);
        }
        return forced.over(own.over(merged));
    }
}
