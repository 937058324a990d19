package dev.posthorn.store;

import dev.posthorn.model.Level;
import dev.posthorn.model.Settings;
import dev.posthorn.model.SocketMessage;
import dev.posthorn.model.SocketRequest;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Drafts as lines of JSON. One without a kind is of a request, as the first versions of the program wrote all.
final class DraftRecord {

    private static final String LEVEL = "level";
    private static final String SOCKET = "websocket";
    private static final String ENVIRONMENT = "environment";

    private final VariableRecord variables;
    private final SealedDraft sealed;

    DraftRecord(Seal seal) {
        variables = new VariableRecord(seal);
        sealed = new SealedDraft(seal);
    }

    String put(DraftEntry entry) {
        var map = new LinkedHashMap<String, Object>();
        map.put("put", entry.key());
        switch (entry.draft()) {
            case DraftContent.OfRequest _ -> { }
            case DraftContent.OfSocket _ -> map.put("kind", SOCKET);
            case DraftContent.OfLevel _ -> map.put("kind", LEVEL);
            case DraftContent.OfEnvironment _ -> map.put("kind", ENVIRONMENT);
        }
        map.put("file", entry.file() == null ? null : entry.file().toString());
        map.put("item", entry.itemId());
        map.put("name", entry.name());
        map.put("base", entry.base() == null ? null : of(entry.base()));
        map.put("draft", of(entry.draft()));
        return JsonWriter.compact(map);
    }

    private Map<String, Object> of(DraftContent content) {
        return switch (content) {
            case DraftContent.OfRequest(var request) -> sealed.of(request);
            case DraftContent.OfSocket(var socket) -> socket(socket);
            case DraftContent.OfLevel(var level) -> level(level);
            case DraftContent.OfEnvironment(var rows) -> Map.of("rows", variables.of(rows));
        };
    }

    private Map<String, Object> socket(SocketRequest socket) {
        var map = sealed.of(socket.handshake());
        map.put("messages", socket.messages().stream().map(m -> (Object) List.of(m.name(), m.content(), m.type())).toList());
        return map;
    }

    private SocketRequest socket(Json.Obj record) {
        var messages = new ArrayList<SocketMessage>();
        for (var element : record.list("messages")) {
            var cells = element instanceof Json.Arr array ? array.elements() : List.<Json>of();
            if (cells.size() == 3 && cells.get(0) instanceof Json.Text name && cells.get(1) instanceof Json.Text content
                    && cells.get(2) instanceof Json.Text type) {
                messages.add(new SocketMessage(name.value(), content.value(), type.value()));
            }
        }
        return new SocketRequest(sealed.request(record), messages);
    }

    private Map<String, Object> level(Level level) {
        var map = new LinkedHashMap<String, Object>();
        map.put("description", level.description());
        map.put("auth", sealed.of(level.auth()));
        map.put("variables", variables.of(level.variables().stream().map(LocalVariable::of).toList()));
        map.put("scripts", RequestRecord.scripts(level.scripts()));
        map.put("settings", level.settings().values());
        return map;
    }

    static String remove(String key) {
        var map = new LinkedHashMap<String, Object>();
        map.put("remove", key);
        return JsonWriter.compact(map);
    }

    /// @param entry null where the draft is gone
    record Read(String key, DraftEntry entry) {}

    /// Null for what is no such record.
    Read read(String json) {
        try {
            if (!(JsonReader.read(json) instanceof Json.Obj root)) {
                return null;
            }
            if (root.has("remove")) {
                return new Read(root.text("remove"), null);
            }
            if (!root.has("put") || root.object("draft") == null) {
                return null;
            }
            var kind = root.text("kind");
            var base = root.object("base");
            return new Read(root.text("put"), new DraftEntry(root.text("put"), root.text("file").isEmpty() ? null : Path.of(root.text("file")),
                    root.text("item"), root.text("name"), base == null ? null : content(kind, base), content(kind, root.object("draft"))));
        } catch (JsonProblem | InvalidPathException e) {
            return null;
        }
    }

    private DraftContent content(String kind, Json.Obj record) {
        return switch (kind) {
            case LEVEL -> new DraftContent.OfLevel(new Level(record.text("description"), sealed.auth(record.object("auth")),
                    variables.read(record.list("variables")).stream().map(LocalVariable::shared).toList(), RequestRecord.scripts(record),
                    new Settings(record.object("settings") == null ? Map.of() : record.object("settings").map())));
            case ENVIRONMENT -> new DraftContent.OfEnvironment(variables.read(record.list("rows")));
            case SOCKET -> new DraftContent.OfSocket(socket(record));
            default -> new DraftContent.OfRequest(sealed.request(record));
        };
    }

    /// Whether the values of some secrets could not be read.
    boolean lostSecrets() {
        return variables.lost() || sealed.lost();
    }
}
