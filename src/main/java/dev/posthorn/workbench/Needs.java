package dev.posthorn.workbench;

import dev.posthorn.formats.RequestJson;
import dev.posthorn.model.Auth;
import dev.posthorn.model.BadItem;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.OtherItem;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Script;
import dev.posthorn.vars.Template;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Which variables some requests use: by `{{name}}`, also by way of the values of others, and by their quoted names in scripts.
final class Needs {

    private static final Pattern SET = Pattern.compile("\\.set\\(\\s*[\"'`]([^\"'`\\n]+)[\"'`]");
    private static final Pattern QUOTED = Pattern.compile("[\"'`]([^\"'`\\n]{1,200})[\"'`]");

    private final Set<String> names = new HashSet<>();

    private Needs() {}

    static Needs of(Context context, Folder part) {
        var needs = new Needs();
        var collection = context.collection();
        if (collection != null) {
            needs.level(collection.auth(), collection.scripts());
            if (part != null) {
                collection.path(part.id()).stream().filter(Folder.class::isInstance).map(Folder.class::cast).forEach(f -> needs.level(f.auth(), f.scripts()));
            }
            needs.items(part == null ? collection.items() : part.items());
        }
        needs.follow(context);
        return needs;
    }

    boolean names(String variable) {
        return names.contains(variable);
    }

    private void items(List<Item> items) {
        var left = new ArrayDeque<>(items);
        while (!left.isEmpty()) {
            switch (left.pop()) {
                case Folder folder -> {
                    level(folder.auth(), folder.scripts());
                    folder.items().forEach(left::push);
                }
                case RequestItem item -> {
                    text(RequestJson.write("", item.request()));
                    scripts(item.request().scripts());
                }
                case OtherItem _, BadItem _ -> { }
            }
        }
    }

    private void level(Auth auth, List<Script> scripts) {
        auth.values().values().stream().filter(String.class::isInstance).forEach(value -> text((String) value));
        scripts(scripts);
    }

    private void text(String text) {
        Template.parse(text).references().forEach(r -> names.add(r.name()));
    }

    private void scripts(List<Script> scripts) {
        for (var script : scripts) {
            text(script.code());
            QUOTED.matcher(script.code()).results().forEach(found -> names.add(found.group(1)));
        }
    }

    /// The variables that the values of used variables refer to are used too.
    private void follow(Context context) {
        var variables = context.variables();
        var before = -1;
        while (before != names.size()) {
            before = names.size();
            List.copyOf(names).forEach(name -> variables.stream().filter(v -> v.key().equals(name)).forEach(v -> text(v.value())));
        }
    }

    /// The names that scripts of the collection give values to.
    static Set<String> setByScripts(Collection collection) {
        var scripts = new ArrayList<>(collection.scripts());
        var left = new ArrayDeque<>(collection.items());
        while (!left.isEmpty()) {
            switch (left.pop()) {
                case Folder folder -> {
                    scripts.addAll(folder.scripts());
                    folder.items().forEach(left::push);
                }
                case RequestItem item -> scripts.addAll(item.request().scripts());
                case OtherItem _, BadItem _ -> { }
            }
        }
        var set = new HashSet<String>();
        scripts.forEach(s -> SET.matcher(s.code()).results().forEach(found -> set.add(found.group(1))));
        return set;
    }
}
