package dev.posthorn.lint;

import dev.posthorn.formats.ModelTree;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Environment;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.tree.JsonWriter;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds variables that are used and nowhere defined.
final class VariableUse {

    private static final Pattern USED = Pattern.compile("\\{\\{([^{}\\\\\"]{1,200})}}");
    private static final Pattern SET = Pattern.compile("\\.set\\(\\s*\\\\?[\"'`]([^\"'`\\\\]+)");

    private VariableUse() {}

    /// The names in the order of their first use; dynamic ones (`$guid`) and those that a script sets are defined.
    static Set<String> undefined(Collection collection, List<Environment> environments) {
        var json = JsonWriter.compact(ModelTree.of(collection));
        var defined = new HashSet<String>();
        add(collection.variables(), defined);
        collection.items().forEach(item -> folder(item, defined));
        environments.forEach(e -> add(e.variables(), defined));
        var set = SET.matcher(json);
        while (set.find()) {
            defined.add(set.group(1));
        }
        var used = USED.matcher(json).results().map(m -> m.group(1).strip()).collect(Collectors.toCollection(LinkedHashSet::new));
        used.removeIf(name -> name.isEmpty() || name.startsWith("$") || defined.contains(name));
        return used;
    }

    private static void folder(Item item, Set<String> defined) {
        if (item instanceof Folder folder) {
            add(folder.variables(), defined);
            folder.items().forEach(inner -> folder(inner, defined));
        }
    }

    private static void add(List<Entry> variables, Set<String> defined) {
        variables.stream().filter(Entry::enabled).map(Entry::key).forEach(defined::add);
    }
}
