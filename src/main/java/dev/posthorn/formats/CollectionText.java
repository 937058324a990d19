package dev.posthorn.formats;

import dev.posthorn.model.Entry;
import dev.posthorn.model.Example;
import dev.posthorn.model.Item;
import dev.posthorn.model.Level;
import dev.posthorn.model.Request;
import dev.posthorn.tree.Elements;
import dev.posthorn.tree.Fields;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonPatch;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonStyle;
import dev.posthorn.tree.TextFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The content of a collection file, and edits of it that change the edited values and nothing else.
///
/// 1. Order, indentation, unknown fields, number formats, line ends, byte order mark and encoding stay, so that a diff shows the edit alone.
/// 2. What cannot be done is refused with a sentence; nothing is ever written half.
public final class CollectionText implements CollectionEditor {

    private final Path path;
    private final String name;
    private final TextFile file;

    /// @param path where the content is written to
    public CollectionText(Path path, byte[] bytes) {
        this.path = path;
        name = String.valueOf(path.getFileName());
        file = TextFile.of(bytes);
    }

    @Override
    public Edited save(String id, Request request) {
        return edit(id, (at, item) -> {
            if (item.has("item")) {
                return new Edited.Refused("This place of " + name + " holds a folder now, not a request; open the file again.");
            }
            var fields = new Fields(item);
            new RequestEdit(fields, file.text(), at.attributesAsList()).apply(PostmanCollection.readRequest(item, file.text()), request);
            return changed(at, item, fields, id);
        });
    }

    @Override
    public Edited saveLevel(String id, Level level) {
        return edit(id, (at, item) -> {
            if (!id.isEmpty() && !item.has("item")) {
                return new Edited.Refused("This place of " + name + " holds a request now, not a folder; open the file again.");
            }
            var fields = new Fields(item);
            var before = PostmanCollection.readLevel(item, file.text(), id.isEmpty());
            new LevelEdit(fields, file.text(), at.attributesAsList()).apply(before, level);
            return changed(at, item, fields, id);
        });
    }

    @Override
    public Edited append(String folderId, String requestName, Request request) {
        return append(folderId, at -> RequestJson.item(requestName, request, at.attributesAsList()));
    }

    @Override
    public Edited appendFolder(String folderId, String folderName) {
        return append(folderId, _ -> new Fields(null).put("name", folderName).put("item", List.of()));
    }

    private interface NewItem {
        Fields in(Place at);
    }

    private Edited append(String folderId, NewItem item) {
        return edit(folderId, (at, parent) -> {
            if (!folderId.isEmpty() && !parent.has("item")) {
                return noFolder();
            }
            var fields = new Fields(parent);
            var items = Elements.of(parent.get("item"));
            items.values().add(item.in(at));
            fields.put("item", items);
            return changed(at, parent, fields, at.pointer(folderId) + "/item/" + (items.values().size() - 1));
        });
    }

    private Edited noFolder() {
        return new Edited.Refused("Nothing can be put into a request; choose a folder.");
    }

    @Override
    public Edited rename(String id, String newName) {
        return edit(id, (at, item) -> {
            var holder = id.isEmpty() && item.object("info") != null ? item.object("info") : item;
            return changed(at, holder, new Fields(holder).put("name", newName), id);
        });
    }

    @Override
    public Edited delete(String id) {
        return inParent(id, (at, items, parent, index) -> {
            var elements = Elements.of(items);
            elements.values().remove(index);
            return changed(at, items, elements, parent.equals(at.pointer("")) ? "" : parent,
                    old -> ItemPointers.afterRemoval(old, parent, index));
        });
    }

    @Override
    public Edited duplicate(String id) {
        return inParent(id, (at, items, parent, index) -> {
            if (!(items.elements().get(index) instanceof Json.Obj original)) {
                return gone();
            }
            var elements = Elements.of(items);
            elements.values().add(index + 1, withoutIds(original, 0).put("name", original.text("name") + " copy"));
            return changed(at, items, elements, parent + "/item/" + (index + 1), old -> ItemPointers.afterInsert(old, parent, index + 1));
        });
    }

    /// A copy is another item, so nothing in it may claim the identity of the original.
    private static Fields withoutIds(Json.Obj item, int depth) {
        var copy = new Fields(item);
        copy.remove("id");
        copy.remove("_postman_id");
        copy.remove("uid");
        for (var list : new String[] {"item", "response"}) {
            if (item.get(list) instanceof Json.Arr array && depth < PostmanCollection.DEPTH) {
                var inner = Elements.of(array);
                inner.values().replaceAll(e -> e instanceof Json.Obj object ? withoutIds(object, depth + 1) : e);
                copy.put(list, inner);
            }
        }
        return copy;
    }

    @Override
    public Edited move(String id, String folderId, int index) {
        return inParent(id, (at, items, parent, from) -> {
            var target = at.pointer(folderId);
            if (target.equals(id) || target.startsWith(id + "/")) {
                return new Edited.Refused("A folder cannot be put into itself.");
            }
            if (!(at(at.root(), target) instanceof Json.Obj folder) || !folderId.isEmpty() && !folder.has("item")) {
                return noFolder();
            }
            var place = place(folder.list("item"), index);
            return target.equals(parent) ? reorder(at, items, parent, from, place > from ? place - 1 : place)
                    : moved(at, new Moving(id, parent, from, (Json.Obj) items.elements().get(from)), folder, target, place);
        });
    }

    /// The place in the list of the item that is number `index` of those that the program shows.
    private static int place(List<Json> list, int index) {
        var seen = 0;
        for (var i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof Json.Obj && seen++ == index) {
                return i;
            }
        }
        return list.size();
    }

    private Edited reorder(Place at, Json.Arr items, String parent, int from, int to) {
        var elements = Elements.of(items);
        elements.values().add(to, elements.values().remove(from));
        return changed(at, items, elements, parent + "/item/" + to, old -> ItemPointers.afterReorder(old, parent, from, to));
    }

    /// Puts an item of another collection into a folder, with all in it.
    ///
    /// @param index as for `move`
    public Edited insert(String folderId, int index, Item item) {
        return insert(folderId, index, (at, _) -> ModelTree.item(item, at.attributesAsList()));
    }

    /// Puts an item of another file into a folder as it stands there, with what the program does not know of it.
    ///
    /// @return null where the two files write the same things in different ways, so that the text is of no use
    public Edited insert(String folderId, int index, CollectionText from, String id) {
        try {
            if (JsonReader.read(from.file.text()) instanceof Json.Obj root && at(root, id) instanceof Json.Obj item
                    && JsonReader.read(file.text()) instanceof Json.Obj here
                    && PostmanTwo.format(PostmanTwo.collection(root)).equals(PostmanTwo.format(PostmanTwo.collection(here)))) {
                return insert(folderId, index, (at, folder) ->
                        new Fields.RawJson(Indented.text(from.file.text(), item, file.text(), folder, at.style(file.text()))));
            }
            return null;
        } catch (JsonProblem e) {
            return broken(e);
        }
    }

    private interface Inserted {
        Object in(Place at, Json.Obj folder);
    }

    private Edited insert(String folderId, int index, Inserted item) {
        return edit(folderId, (at, folder) -> {
            if (!folderId.isEmpty() && !folder.has("item")) {
                return noFolder();
            }
            var place = place(folder.list("item"), index);
            var fields = new Fields(folder);
            var items = Elements.of(folder.get("item"));
            items.values().add(place, item.in(at, folder));
            var parent = at.pointer(folderId);
            return changed(at, folder, fields.put("item", items), parent + "/item/" + place, id -> ItemPointers.afterInsert(id, parent, place));
        });
    }

    private record Moving(String id, String parent, int index, Json.Obj item) {}

    /// Puts the item's own text into the other folder, then takes it out of the first.
    private Edited moved(Place at, Moving moving, Json.Obj folder, String target, int place) {
        var fields = new Fields(folder);
        var list = Elements.of(folder.get("item"));
        list.values().add(place, new Fields.RawJson(Indented.text(file.text(), moving.item(), file.text(), folder, at.style(file.text()))));
        fields.put("item", list);
        var put = JsonPatch.apply(file.text(), at.style(file.text()), folder, fields);
        UnaryOperator<String> inserted = id -> ItemPointers.afterInsert(id, target, place);
        var parent = moving.parent().isEmpty() ? "" : inserted.apply(moving.parent());
        var from = ItemPointers.index(inserted.apply(moving.id()), parent);
        UnaryOperator<String> removed = id -> ItemPointers.afterRemoval(id, parent, from);
        var now = removed.apply(target + "/item/" + place);
        try {
            if (!(JsonReader.read(put) instanceof Json.Obj root) || !(at(root, parent) instanceof Json.Obj old)
                    || !(old.get("item") instanceof Json.Arr items)) {
                return gone();
            }
            var elements = Elements.of(items);
            elements.values().remove(from);
            var text = JsonPatch.apply(put, at.style(file.text()), items, elements);
            return new Edited.Changed(List.of(new FileChange.Write(path, file.encode(text))), now, at.shifted(id ->
                    id.equals(moving.id()) || id.startsWith(moving.id() + "/") ? now + id.substring(moving.id().length())
                            : removed.apply(inserted.apply(id))));
        } catch (JsonProblem e) {
            return broken(e);
        }
    }

    @Override
    public Edited appendExample(String requestId, Example example) {
        return edit(requestId, (at, item) -> {
            if (item.has("item")) {
                return new Edited.Refused("Only a request can have examples.");
            }
            var fields = new Fields(item);
            var responses = Elements.of(item.get("response"));
            responses.values().add(ModelTree.example(example, at.attributesAsList()));
            return changed(at, item, fields.put("response", responses), requestId);
        });
    }

    @Override
    public Edited deleteExample(String requestId, int index) {
        return edit(requestId, (at, item) -> {
            var responses = Elements.of(item.get("response"));
            var place = place(item.list("response"), index);
            if (place >= responses.values().size()) {
                return new Edited.Refused("That example is no longer in " + name + "; open the file again.");
            }
            responses.values().remove(place);
            return changed(at, item, new Fields(item).put("response", responses), requestId);
        });
    }

    /// The file as it is edited: its top, and the collection in it.
    private record Place(Json.Obj root, Json.Obj collection) {

        /// The pointer of the item, or of the collection where the id is empty.
        String pointer(String id) {
            return id.isEmpty() ? PostmanTwo.pointer(root) : id;
        }

        boolean attributesAsList() {
            return PostmanTwo.format(collection).equals("Postman 2.1");
        }

        JsonStyle style(String text) {
            return JsonStyle.of(text, root);
        }

        Map<String, String> shifted(UnaryOperator<String> now) {
            return ItemPointers.shifted(collection, pointer(""), now);
        }
    }

    private interface OfItem {
        Edited edit(Place at, Json.Obj item);
    }

    private interface InList {
        Edited edit(Place at, Json.Arr items, String parent, int index);
    }

    private Edited inParent(String id, InList change) {
        var cut = id.lastIndexOf("/item/");
        if (cut < 0 || !id.substring(cut + 6).matches("\\d{1,9}")) {
            return gone();
        }
        var parent = id.substring(0, cut);
        var index = Integer.parseInt(id.substring(cut + 6));
        return edit("", (at, _) -> at(at.root(), parent) instanceof Json.Obj level && level.get("item") instanceof Json.Arr items
                && index < items.elements().size() && items.elements().get(index) instanceof Json.Obj ? change.edit(at, items, parent, index) : gone());
    }

    private Edited edit(String id, OfItem change) {
        if (!file.exact()) {
            return new Edited.Refused(name + " is not written: it holds bytes that are no valid " + file.charset()
                    + ", and writing it would change them. Save it in UTF-8 with a text editor first.");
        }
        try {
            if (!(JsonReader.read(file.text()) instanceof Json.Obj root)) {
                return gone();
            }
            var collection = PostmanTwo.collection(root);
            if (collection.has("requests")) {
                return new Edited.Refused(name + " is a Postman 1.0 file, which can be read but not written; export it as 2.1 to edit it.");
            }
            if (!PostmanTwo.isCollection(collection)) {
                return new Edited.Refused(name + " is of a format that can be read but not written; export it as Postman 2.1 to edit it.");
            }
            return at(id.isEmpty() ? collection : root, id) instanceof Json.Obj item ? change.edit(new Place(root, collection), item) : gone();
        } catch (JsonProblem e) {
            return broken(e);
        }
    }

    private Edited broken(JsonProblem e) {
        return new Edited.Refused(name + " is no sound JSON any more (line " + e.line() + ": " + e.getMessage() + "); mend it first.");
    }

    /// Follows a JSON pointer (RFC 6901); null where it leads nowhere.
    private static Json at(Json from, String pointer) {
        var at = from;
        for (var step : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/")) {
            at = switch (at) {
                case Json.Obj object -> object.get(step);
                case Json.Arr array when step.matches("\\d{1,9}") && Integer.parseInt(step) < array.elements().size() ->
                        array.elements().get(Integer.parseInt(step));
                case null, default -> null;
            };
        }
        return at;
    }

    private Edited changed(Place at, Json place, Object edited, String id) {
        return written(at.root(), place, edited, id, Map.of());
    }

    private Edited changed(Place at, Json place, Object edited, String id, UnaryOperator<String> ids) {
        return written(at.root(), place, edited, id, at.shifted(ids));
    }

    private Edited written(Json.Obj root, Json place, Object edited, String id, Map<String, String> ids) {
        var text = JsonPatch.apply(file.text(), JsonStyle.of(file.text(), root), place, edited);
        return text.equals(file.text()) ? new Edited.Unchanged()
                : new Edited.Changed(List.of(new FileChange.Write(path, file.encode(text))), id, ids);
    }

    private Edited gone() {
        return new Edited.Refused("That item is no longer in " + name + "; open the file again.");
    }

    /// All values of a table of variables written over those of an environment file.
    public Edited saveVariables(List<Entry> variables) {
        if (!file.exact()) {
            return new Edited.Refused(name + " is not written: it holds bytes that are no valid " + file.charset() + ".");
        }
        try {
            if (!(JsonReader.read(file.text()) instanceof Json.Obj root) || !PostmanEnvironment.recognises(PostmanVariables.environment(root))) {
                return new Edited.Refused(name + " is no environment file any more; open it again.");
            }
            var environment = PostmanVariables.environment(root);
            var fields = new Fields(environment);
            RowEdit.variables(fields, Rows.entries(environment.get("values"), file.text()), variables);
            return written(root, environment, fields, "", Map.of());
        } catch (JsonProblem e) {
            return broken(e);
        }
    }
}
