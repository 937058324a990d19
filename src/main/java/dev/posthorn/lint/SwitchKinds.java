package dev.posthorn.lint;

import dev.posthorn.model.Collection;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Settings;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// Finds switches whose value is of the wrong kind, so that they count as not set: `strictSSL: "false"`.
final class SwitchKinds {

    private record Level(String path, List<Item> items) {}

    private SwitchKinds() {}

    static List<Finding> wrong(Path file, Collection collection) {
        var found = new ArrayList<Finding>();
        level(file, collection.name(), collection.settings(), found);
        var left = new ArrayDeque<Level>();
        left.add(new Level("", collection.items()));
        while (!left.isEmpty()) {
            var level = left.pop();
            for (var item : level.items()) {
                if (item instanceof Folder folder) {
                    level(file, level.path() + folder.name(), folder.settings(), found);
                    left.add(new Level(level.path() + folder.name() + " / ", folder.items()));
                } else if (item instanceof RequestItem request) {
                    level(file, level.path() + request.name(), request.request().settings(), found);
                }
            }
        }
        return found;
    }

    private static void level(Path file, String where, Settings settings, List<Finding> found) {
        for (var key : settings.values().keySet()) {
            settings.fault(key).ifPresent(said -> found.add(Finding.warning(file, 0, "wrong-setting", "\"" + where + "\": the setting " + key + " " + said + ".")));
        }
    }
}
