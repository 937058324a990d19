package dev.posthorn.formats.v3;

import dev.posthorn.formats.Edited;
import dev.posthorn.formats.FileChange;
import dev.posthorn.model.SocketMessage;
import dev.posthorn.model.SocketRequest;
import dev.posthorn.tree.JsonProblem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Writes an edited WebSocket request over its file, and its saved messages over theirs.
///
/// 1. A message is known by its name; one that alone has another name at the same place was renamed, and keeps its file.
/// 2. What a file says besides stays as it is.
final class SocketEdit {

    private final V3Places places;
    private final List<FileChange> changes = new ArrayList<>();

    SocketEdit(V3Places places) {
        this.places = places;
    }

    Edited save(String id, SocketRequest request) throws NotEdited, JsonProblem {
        var file = V3File.read(places.request(id));
        if (!file.kind().equals(V3Socket.KIND)) {
            throw new NotEdited("This is no WebSocket request any more, but " + (file.kind().isEmpty() ? "an HTTP request" : "a " + file.kind()) + "; open the collection again.");
        }
        var stem = V3Places.stem(file.path());
        var tree = V3Socket.edited(file.tree(), stem, request.handshake());
        var there = messages(file.path(), file.tree(), places.root());
        write(folder(file.path(), stem, file.tree(), places.root()), there, request.messages());
        tree = linked(tree, stem, !there.isEmpty(), !request.messages().isEmpty());
        if (!file.says(tree)) {
            changes.add(file.write(tree));
        }
        return FolderEditor.changed(changes, id, Map.of());
    }

    Edited append(String folderId, String name, SocketRequest request) throws NotEdited, JsonProblem {
        var folder = places.folder(folderId);
        var stem = ItemEdit.taken(folder, false, null).unique(name, "WebSocket request");
        var path = folder.resolve(stem + CollectionFiles.REQUEST);
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new NotEdited("There is a file " + path.getFileName() + " already; choose another name.");
        }
        var place = OrderPlace.atEnd(places.siblings(folder));
        var tree = linked(V3Socket.created(name, stem, request.handshake()), stem, false, !request.messages().isEmpty());
        changes.add(new FileChange.Write(path, V3Text.bytes(OrderPlace.ordered(tree, place.order()))));
        write(path.resolveSibling(usual(stem)), List.of(), request.messages());
        changes.addAll(place.others());
        return new Edited.Changed(changes, places.id(path), Map.of());
    }

    private static String usual(String stem) {
        return ".resources/" + stem + ".resources/messages";
    }

    /// The request names the folder of its messages as long as it has some.
    private static Map<String, Object> linked(Map<String, Object> tree, String stem, boolean had, boolean has) {
        var linked = new LinkedHashMap<>(tree);
        if (has && !tree.containsKey("messages")) {
            V3Merge.put(linked, "messages", "./" + usual(stem), Map.of("$kind", ""));
        } else if (had && !has && tree.get("messages") instanceof String link && (link.equals(usual(stem)) || link.equals("./" + usual(stem)))) {
            linked.remove("messages");
        }
        return linked;
    }

    /// Where the link leads, if that is a folder of this collection; else the usual place.
    static Path folder(Path request, String stem, Map<String, Object> tree, Path root) {
        if (tree.get("messages") instanceof String link && !link.isBlank()) {
            try {
                var target = request.resolveSibling(link).normalize();
                if (target.startsWith(root.normalize()) && Files.isDirectory(target)) {
                    return target;
                }
            } catch (java.nio.file.InvalidPathException e) {
                // A link that leads nowhere is none.
            }
        }
        return request.resolveSibling(usual(stem));
    }

    /// A saved message as it lies on disk.
    record Kept(V3File file, SocketMessage message) {
        static String stem(Path path) {
            return path.getFileName().toString().replaceFirst("\\.message\\.ya?ml$", "");
        }

        double order() {
            return file.tree().get("order") instanceof Number n ? n.doubleValue() : Double.POSITIVE_INFINITY;
        }
    }

    /// Those of a request in their order. A file that cannot be read is left alone, and said where it is wanted.
    static List<Kept> messages(Path request, Map<String, Object> tree, Path root) throws NotEdited {
        var folder = folder(request, V3Places.stem(request), tree, root);
        var kept = new ArrayList<Kept>();
        for (var path : Files.isDirectory(folder) ? V3Places.list(folder) : List.<Path>of()) {
            if (path.getFileName().toString().matches("(?s).+\\.message\\.ya?ml")) {
                try {
                    var file = V3File.read(path);
                    if (file.kind().isEmpty() || file.kind().equals(V3Socket.MESSAGE_KIND)) {
                        kept.add(new Kept(file, V3Socket.message(file.tree(), Kept.stem(path))));
                    }
                } catch (NotEdited e) {
                    // A bad file stays as it is; nothing is written over it.
                }
            }
        }
        kept.sort(java.util.Comparator.comparingDouble(Kept::order).thenComparing(k -> k.message().name()));
        return kept;
    }

    private void write(Path folder, List<Kept> there, List<SocketMessage> wanted) throws NotEdited {
        var stems = new Stems();
        for (var path : Files.isDirectory(folder) ? V3Places.list(folder) : List.<Path>of()) {
            stems.take(Kept.stem(path));
        }
        var partners = partners(there, wanted);
        var order = there.stream().mapToDouble(Kept::order).filter(Double::isFinite).max().orElse(0);
        for (var i = 0; i < wanted.size(); i++) {
            var message = wanted.get(i);
            var kept = partners.get(i);
            if (kept == null) {
                order += CollectionFiles.STEP;
                create(folder, stems.unique(message.name(), "Message"), message, (long) order);
            } else if (!kept.message().equals(message)) {
                changes.add(kept.file().write(changed(kept, message)));
            }
        }
        there.stream().filter(k -> !partners.contains(k)).forEach(k -> changes.add(new FileChange.Delete(k.file().path())));
    }

    /// For each wanted message the one that it was; null for a new one.
    private static List<Kept> partners(List<Kept> there, List<SocketMessage> wanted) {
        var partners = new ArrayList<Kept>();
        for (var message : wanted) {
            partners.add(there.stream().filter(k -> k.message().name().equals(message.name()) && !partners.contains(k)).findFirst().orElse(null));
        }
        for (var i = 0; i < wanted.size() && wanted.size() == there.size(); i++) {
            if (partners.get(i) == null && !partners.contains(there.get(i))) {
                partners.set(i, there.get(i));
            }
        }
        return partners;
    }

    private static Map<String, Object> changed(Kept kept, SocketMessage message) {
        var tree = new LinkedHashMap<>(kept.file().tree());
        if (!message.name().equals(kept.message().name())) {
            if (message.name().equals(Kept.stem(kept.file().path()))) {
                tree.remove("name");
            } else {
                V3Merge.put(tree, "name", message.name(), Map.of("$kind", ""));
            }
        }
        if (!message.content().equals(kept.message().content())) {
            tree.put("content", message.content());
        }
        if (!Objects.equals(message.type(), kept.message().type())) {
            tree.put("contentType", message.type());
        }
        return tree;
    }

    private void create(Path folder, String stem, SocketMessage message, long order) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("$kind", V3Socket.MESSAGE_KIND);
        if (!message.name().equals(stem)) {
            tree.put("name", message.name());
        }
        tree.put("content", message.content());
        tree.put("contentType", message.type());
        tree.put("order", order);
        changes.add(new FileChange.Write(folder.resolve(stem + V3Socket.MESSAGE), V3Text.bytes(tree)));
    }
}
