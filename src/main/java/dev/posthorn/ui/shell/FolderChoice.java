package dev.posthorn.ui.shell;

import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.store.Opened;
import dev.posthorn.ui.sidebar.Place;
import java.util.ArrayList;
import java.util.List;

/// A collection or a folder of one, to be chosen from a list.
///
/// @param depth 0 for the collection itself
record FolderChoice(Opened.Good collection, Place place, String name, int depth) {
    static List<FolderChoice> of(Desk desk) {
        var choices = new ArrayList<FolderChoice>();
        for (var opened : desk.collections()) {
            if (opened instanceof Opened.Good good) {
                choices.add(new FolderChoice(good, new Place(good.file(), ""), good.collection().name(), 0));
                folders(good, good.collection().items(), 1, choices);
            }
        }
        return choices;
    }

    private static void folders(Opened.Good good, List<Item> items, int depth, List<FolderChoice> into) {
        for (var item : items) {
            if (item instanceof Folder folder) {
                into.add(new FolderChoice(good, new Place(good.file(), folder.id()), folder.name(), depth));
                folders(good, folder.items(), depth + 1, into);
            }
        }
    }

    /// As a line of a drop-down list.
    @Override
    public String toString() {
        return "    ".repeat(depth) + name;
    }
}
