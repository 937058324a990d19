package dev.posthorn.store;

import dev.posthorn.formats.CollectionEditor;
import dev.posthorn.formats.CollectionText;
import dev.posthorn.formats.Edited;
import dev.posthorn.model.Auth;
import dev.posthorn.model.BadItem;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.Level;
import dev.posthorn.model.OtherItem;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Settings;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Moves an item into another collection: it is made there whole, then taken from its old place. Where either fails, both files are as they were.
final class Transplant {

    /// Why an item was not moved, in words.
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private Refused(String sentence) {
            super(sentence);
        }
    }

    private final FileChanges changes;
    private final Path source;
    private final Path target;
    private final List<AppliedChange> intoTarget = new ArrayList<>();
    private final List<AppliedChange> outOfSource = new ArrayList<>();
    private final Map<String, String> targetIds = new LinkedHashMap<>();
    private Map<String, String> sourceIds = Map.of();
    private String id = "";

    Transplant(FileChanges changes, Path source, Path target) {
        this.changes = changes;
        this.source = source;
        this.target = target;
    }

    /// The item's id in its new collection.
    String id() {
        return id;
    }

    Map<String, String> sourceIds() {
        return sourceIds;
    }

    Map<String, String> targetIds() {
        return targetIds;
    }

    List<AppliedChange> intoTarget() {
        return intoTarget;
    }

    List<AppliedChange> outOfSource() {
        return outOfSource;
    }

    void move(Item item, String folderId, int index) throws Refused {
        movable(item);
        try {
            if (Edits.editor(target) instanceof CollectionText text) {
                id = step(intoTarget, targetIds, insert(text, item, folderId, index));
            } else {
                id = make(item, folderId);
                var made = id;
                id = step(editor -> editor.move(made, folderId, index));
            }
            var ids = new LinkedHashMap<String, String>();
            step(outOfSource, ids, Edits.editor(source).delete(item.id()));
            sourceIds = ids;
        } catch (Refused e) {
            throw new Refused(e.getMessage() + takenBack());
        }
    }

    private Edited insert(CollectionText text, Item item, String folderId, int index) {
        var asWritten = Edits.editor(source) instanceof CollectionText from ? text.insert(folderId, index, from, item.id()) : null;
        return asWritten != null ? asWritten : text.insert(folderId, index, item);
    }

    private static void movable(Item item) throws Refused {
        var left = new ArrayDeque<Item>(List.of(item));
        while (!left.isEmpty()) {
            switch (left.pop()) {
                case RequestItem _ -> { }
                case Folder folder -> folder.items().forEach(left::push);
                case OtherItem other -> throw new Refused("“" + other.name() + "” (" + other.kind() + ") cannot be moved to another collection.");
                case BadItem bad -> throw new Refused("“" + bad.name() + "” cannot be read, so it cannot be moved to another collection: mend it first.");
            }
        }
    }

    /// A folder that stands in the target already, under that id, and is still empty there.
    private record Made(Folder folder, String id) {}

    private String make(Item item, String folderId) throws Refused {
        if (item instanceof RequestItem request) {
            return makeRequest(request, folderId);
        }
        var left = new ArrayDeque<Made>();
        left.add(makeFolder((Folder) item, folderId));
        var first = left.peek().id();
        while (!left.isEmpty()) {
            var made = left.poll();
            for (var inner : made.folder().items()) {
                switch (inner) {
                    case RequestItem request -> makeRequest(request, made.id());
                    case Folder deeper -> left.add(makeFolder(deeper, made.id()));
                    case OtherItem _, BadItem _ -> { }
                }
            }
        }
        return first;
    }

    private Made makeFolder(Folder folder, String parent) throws Refused {
        var made = step(editor -> editor.appendFolder(parent, folder.name()));
        var level = Level.of(folder);
        if (!level.equals(new Level("", Auth.INHERIT, List.of(), List.of(), Settings.NONE))) {
            step(editor -> editor.saveLevel(made, level));
        }
        return new Made(folder, made);
    }

    private String makeRequest(RequestItem request, String folderId) throws Refused {
        var made = step(editor -> editor.append(folderId, request.name(), request.request()));
        for (var example : request.examples()) {
            step(editor -> editor.appendExample(made, example));
        }
        return made;
    }

    private String step(Function<CollectionEditor, Edited> edit) throws Refused {
        return step(intoTarget, targetIds, edit.apply(Edits.editor(target)));
    }

    private String step(List<AppliedChange> done, Map<String, String> ids, Edited edited) throws Refused {
        return switch (edited) {
            case Edited.Refused(var sentence) -> throw new Refused(sentence);
            case Edited.Unchanged() -> id;
            case Edited.Changed(var steps, var at, var shifted) -> {
                try {
                    done.addAll(changes.apply(steps, true));
                } catch (FileChanges.Failed e) {
                    throw new Refused(e.getMessage());
                }
                ids.replaceAll((_, now) -> shifted.getOrDefault(now, now));
                shifted.forEach(ids::putIfAbsent);
                yield at;
            }
        };
    }

    private String takenBack() {
        if (intoTarget.isEmpty()) {
            return "";
        }
        try {
            changes.undo(intoTarget);
            return "";
        } catch (FileChanges.Failed e) {
            return " A copy may be left in " + Edits.name(target) + ": " + e.getMessage();
        }
    }

    /// The id of each item in its old collection → its id in the new one.
    static Map<String, String> pairs(Item before, Item now) {
        var ids = new HashMap<String, String>();
        var left = new ArrayDeque<Item[]>();
        left.add(new Item[] {before, now});
        while (!left.isEmpty()) {
            var pair = left.poll();
            ids.put(pair[0].id(), pair[1].id());
            if (pair[0] instanceof Folder old && pair[1] instanceof Folder folder) {
                for (var i = 0; i < Math.min(old.items().size(), folder.items().size()); i++) {
                    left.add(new Item[] {old.items().get(i), folder.items().get(i)});
                }
            }
        }
        return ids;
    }
}
