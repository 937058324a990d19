package dev.posthorn.cli;

import dev.posthorn.cli.report.Columns;
import dev.posthorn.model.BadItem;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.OtherItem;
import dev.posthorn.model.RequestItem;
import dev.posthorn.store.Opened;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Finds the one request that a command names: by its whole path "Folder/Name", else by its name alone where only one has it.
final class RequestNames {

    /// A request with its collection, and the folders above it.
    record Found(Opened.Good file, RequestItem item, List<Folder> folders, String path) {}

    private static final int SHOWN = 8;

    private final List<Found> all = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    RequestNames(List<Opened.Good> files) {
        for (var file : files) {
            collect(file, file.collection().items(), List.of(), "");
        }
    }

    private void collect(Opened.Good file, List<Item> items, List<Folder> folders, String path) {
        for (var item : items) {
            switch (item) {
                case Folder folder -> {
                    var below = new ArrayList<>(folders);
                    below.add(folder);
                    collect(file, folder.items(), below, path + folder.name() + "/");
                }
                case RequestItem request -> all.add(new Found(file, request, folders, path + request.name()));
                case OtherItem other -> others.add(path + other.name());
                case BadItem _ -> { }
            }
        }
    }

    /// A request, or the requests of a folder, those of folders in it too; null for all of them. At least one.
    List<Found> some(String wanted) throws Misuse {
        var folder = wanted == null ? "" : wanted.replaceAll("^/+|/+$", "") + "/";
        var below = all.stream().filter(f -> f.path().startsWith(folder) || (f.file().collection().name() + "/" + f.path()).startsWith(folder)).toList();
        return below.isEmpty() || wanted != null && all.stream().anyMatch(f -> (f.path() + "/").equals(folder)) ? List.of(named(wanted == null ? "" : wanted)) : below;
    }

    /// The collection's name may stand before the path.
    Found named(String wanted) throws Misuse {
        var name = wanted.replaceAll("^/+|/+$", "");
        var paths = all.stream().filter(f -> f.path().equals(name) || (f.file().collection().name() + "/" + f.path()).equals(name)).toList();
        var matching = paths.isEmpty() ? all.stream().filter(f -> f.item().name().equals(name)).toList() : paths;
        if (matching.size() == 1) {
            return matching.getFirst();
        }
        if (matching.size() > 1) {
            throw new Misuse(matching.size() + " requests are called \"" + wanted + "\": " + listed(matching) + ". Give one by its whole path"
                    + (paths.isEmpty() ? "." : "; where two have the same, rename one."));
        }
        if (others.contains(name)) {
            throw new Misuse("\"" + wanted + "\" is no HTTP request, so it cannot be sent from here.");
        }
        var near = all.stream().filter(f -> f.path().toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT))
                || name.toLowerCase(Locale.ROOT).contains(f.item().name().toLowerCase(Locale.ROOT))).toList();
        throw new Misuse("there is no request \"" + wanted + "\"; " + (all.isEmpty() ? "there is none at all." : near.isEmpty()
                ? "there are " + listed(all) + "." : "did you mean " + listed(near) + "?"));
    }

    private static String listed(List<Found> some) {
        return some.stream().limit(SHOWN).map(f -> "\"" + Columns.plain(f.path()) + "\"").collect(Collectors.joining(", ")) + (some.size() > SHOWN ? " and more" : "");
    }
}
