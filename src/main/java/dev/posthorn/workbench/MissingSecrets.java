package dev.posthorn.workbench;

import dev.posthorn.model.Auth;
import dev.posthorn.model.BadItem;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.OtherItem;
import dev.posthorn.model.RequestItem;
import dev.posthorn.store.LocalValues;
import dev.posthorn.store.LocalVariable;
import dev.posthorn.store.Opened;
import dev.posthorn.store.OpenedEnvironment;
import dev.posthorn.store.VariableKey;
import dev.posthorn.vars.Scopes;
import dev.posthorn.vars.Template;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The secrets that a collection or an environment needs and that have no value on this machine.
///
/// 1. A variable of type secret without a value, unless a variable of that name in another scope has one.
/// 2. A `{{name}}` in an authorization that leads to nothing, unless a script of the collection sets it.
public record MissingSecrets(List<Missing> all) {

    /// @param where in words: "environment Demo", "authorization of Users / Get a user"
    /// @param key   where a value for it is kept by `LocalValues.set(key, true, value)`; null for a name that nothing declares
    public record Missing(String name, String where, VariableKey key) {}

    public MissingSecrets {
        all = List.copyOf(all);
    }

    public boolean none() {
        return all.isEmpty();
    }

    /// Each name once, in order.
    public List<String> names() {
        return all.stream().map(Missing::name).distinct().toList();
    }

    /// What is missing here. Answers at once; `values` has loaded these files before.
    ///
    /// @param context     what requests see, with the values of this machine
    /// @param collection  null for none
    /// @param environment null for none
    /// @param globals     null for none
    public static MissingSecrets of(Context context, LocalValues values, Opened.Good collection, OpenedEnvironment environment, OpenedEnvironment globals) {
        var search = new Finding(context.scopes(List.of()));
        if (environment != null) {
            search.declared(values.rows(environment), "environment " + environment.environment().name(), VariableKey.scope(environment));
        }
        if (collection != null) {
            search.declared(values.rows(collection), "collection " + collection.collection().name(), VariableKey.scope(collection));
        }
        if (globals != null) {
            search.declared(values.rows(globals), "globals", VariableKey.scope(globals));
        }
        if (context.collection() != null) {
            search.used(context.collection());
        }
        return new MissingSecrets(search.found);
    }

    /// Only those that these requests use, by a reference, by a variable that refers to it, or by its name in a script.
    ///
    /// @param part the folder that is sent; null for the whole collection
    public MissingSecrets neededBy(Context context, Folder part) {
        var needed = Needs.of(context, part);
        return new MissingSecrets(all.stream().filter(m -> needed.names(m.name())).toList());
    }

    /// Collects what is missing.
    private static final class Finding {

        private final Scopes scopes;
        private final List<Missing> found = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();

        Finding(Scopes scopes) {
            this.scopes = scopes;
        }

        void declared(List<LocalVariable> rows, String where, String scope) {
            for (var row : rows) {
                var name = row.shared().key();
                if (row.missing() && !has(name) && seen.add(name)) {
                    found.add(new Missing(name, where, new VariableKey(scope, name)));
                }
            }
        }

        /// A value in any scope: an empty one nearer by does not hide that somebody has given it.
        private boolean has(String name) {
            return scopes.nearestFirst().stream().anyMatch(s -> s.find(name).filter(f -> !f.value().isBlank()).isPresent());
        }

        void used(Collection collection) {
            var set = Needs.setByScripts(collection);
            references(collection.auth(), "authorization of " + collection.name(), set);
            used(collection.items(), "", set);
        }

        private void used(List<Item> items, String path, Set<String> set) {
            for (var item : items) {
                var name = path + item.name();
                switch (item) {
                    case Folder folder -> {
                        references(folder.auth(), "authorization of " + name, set);
                        used(folder.items(), name + " / ", set);
                    }
                    case RequestItem request -> references(request.request().auth(), "authorization of " + name, set);
                    case OtherItem _, BadItem _ -> { }
                }
            }
        }

        private void references(Auth auth, String where, Set<String> set) {
            for (var value : auth.values().values()) {
                if (value instanceof String text && text.contains("{{")) {
                    var left = scopes.resolve(text).missing();
                    Template.parse(text).references().stream().map(Template.Reference::name).filter(left::contains)
                            .filter(name -> !name.startsWith("$") && !name.equals(DemoScope.VARIABLE) && !set.contains(name) && seen.add(name))
                            .forEach(name -> found.add(new Missing(name, where, null)));
                }
            }
        }
    }
}
