package dev.posthorn.formats;

import dev.posthorn.model.Entry;
import dev.posthorn.model.Request;
import dev.posthorn.tree.Elements;
import dev.posthorn.tree.Fields;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonPatch;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonStyle;
import dev.posthorn.tree.TextFile;
import java.util.List;
import java.util.function.BiFunction;

/// The content of a collection file, and edits of it that change the edited values and nothing else.
///
/// 1. Order, indentation, unknown fields, number formats, line ends, byte order mark and encoding stay, so that a diff shows the edit alone.
/// 2. What cannot be done is refused with a sentence; nothing is ever written half.
public final class CollectionText {

    /// What became of an edit.
    public sealed interface Edited {

        /// @param id the item that was edited or added; where one was deleted, its folder
        record Changed(byte[] bytes, String id) implements Edited {}

        /// The file says so already: there is nothing to write.
        record Unchanged() implements Edited {}

        record Refused(String sentence) implements Edited {}
    }

    private final String name;
    private final TextFile file;

    /// @param name the file's name, for the sentences
    public CollectionText(String name, byte[] bytes) {
        this.name = name;
        file = TextFile.of(bytes);
    }

    /// Writes a request over the one with that id.
    public Edited save(String id, Request request) {
        return edit(id, (root, item) -> {
            if (item.has("item")) {
                return new Edited.Refused("This place of " + name + " holds a folder now, not a request; open the file again.");
            }
            var before = PostmanCollection.readRequest(item, file.text());
            var fields = new Fields(item);
            new RequestEdit(fields, file.text(), attributesAsList(root)).apply(before, request);
            return changed(root, item, fields, id);
        });
    }

    /// Adds a request at the end of a folder, or of the collection where `folderId` is empty.
    public Edited append(String folderId, String requestName, Request request) {
        return edit(folderId, (root, parent) -> {
            if (!folderId.isEmpty() && !parent.has("item")) {
                return new Edited.Refused("A request cannot be put into a request; choose a folder.");
            }
            var item = RequestJson.item(requestName, request, attributesAsList(root));
            var fields = new Fields(parent);
            var items = Elements.of(parent.get("item"));
            items.values().add(item);
            fields.put("item", items);
            var pointer = folderId.isEmpty() ? PostmanTwo.pointer(root) : folderId;
            return changed(root, parent, fields, pointer + "/item/" + (items.values().size() - 1));
        });
    }

    public Edited rename(String id, String newName) {
        return edit(id, (root, item) -> {
            var holder = id.isEmpty() && item.object("info") != null ? item.object("info") : item;
            return changed(root, holder, new Fields(holder).put("name", newName), id);
        });
    }

    /// Takes a request, or a folder with all in it, out of the file. The items behind it move up: their ids change.
    public Edited delete(String id) {
        return inParent(id, (root, items, index) -> {
            var elements = Elements.of(items);
            elements.values().remove(index.intValue());
            return changed(root, items, elements, id.substring(0, id.lastIndexOf("/item/")));
        });
    }

    /// Puts a copy of an item behind it. The items behind the copy move down: their ids change.
    public Edited duplicate(String id) {
        return inParent(id, (root, items, index) -> {
            if (!(items.elements().get(index) instanceof Json.Obj original)) {
                return gone();
            }
            var copy = new Fields(original);
            copy.remove("id");
            copy.remove("_postman_id");
            copy.put("name", original.text("name") + " copy");
            var elements = Elements.of(items);
            elements.values().add(index + 1, copy);
            return changed(root, items, elements, id.substring(0, id.lastIndexOf('/') + 1) + (index + 1));
        });
    }

    private interface InList {
        Edited edit(Json.Obj root, Json.Arr items, Integer index);
    }

    private Edited inParent(String id, InList change) {
        var cut = id.lastIndexOf("/item/");
        if (cut < 0) {
            return gone();
        }
        return edit(id.substring(0, cut), (root, parent) -> {
            var index = Integer.parseInt(id.substring(cut + 6));
            return parent.get("item") instanceof Json.Arr items && index < items.elements().size() ? change.edit(root, items, index) : gone();
        });
    }

    private Edited edit(String id, BiFunction<Json.Obj, Json.Obj, Edited> change) {
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
            return at(id.isEmpty() ? collection : root, id) instanceof Json.Obj item ? change.apply(root, item) : gone();
        } catch (JsonProblem e) {
            return new Edited.Refused(name + " is no sound JSON any more (line " + e.line() + ": " + e.getMessage() + "); mend it first.");
        }
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

    private Edited changed(Json.Obj root, Json place, Object edited, String id) {
        var text = JsonPatch.apply(file.text(), JsonStyle.of(file.text(), root), place, edited);
        return text.equals(file.text()) ? new Edited.Unchanged() : new Edited.Changed(file.encode(text), id);
    }

    private static boolean attributesAsList(Json.Obj root) {
        return PostmanTwo.format(PostmanTwo.collection(root)).equals("Postman 2.1");
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
            return changed(root, environment, fields, "");
        } catch (JsonProblem e) {
            return new Edited.Refused(name + " is no sound JSON any more (line " + e.line() + ": " + e.getMessage() + "); mend it first.");
        }
    }
}
