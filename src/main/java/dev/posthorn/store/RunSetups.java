package dev.posthorn.store;

import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Remembers how each collection and folder was run the last time, the latest 200 of them. Methods block; they may be called from any thread.
public final class RunSetups {

    private static final int MOST = 200;

    private final Path file;

    public RunSetups(Home home) {
        file = home.runSetups();
    }

    /// @param item the id of the folder, empty for the whole collection
    public synchronized RunSetup of(Path collection, String item) {
        return read().getOrDefault(key(collection, item), RunSetup.DEFAULT);
    }

    public synchronized void keep(Path collection, String item, RunSetup setup) throws IOException {
        var all = read();
        all.remove(key(collection, item));
        all.put(key(collection, item), setup);
        while (all.size() > MOST) {
            all.pollFirstEntry();
        }
        var root = new LinkedHashMap<String, Object>();
        all.forEach((key, value) -> root.put(key, map(value)));
        PrivateFiles.write(file, JsonWriter.pretty(root).getBytes(StandardCharsets.UTF_8));
    }

    private static String key(Path collection, String item) {
        return collection.toAbsolutePath().normalize() + "#" + item;
    }

    /// A file that cannot be read is no reason to run nothing: all begins with the defaults.
    private LinkedHashMap<String, RunSetup> read() {
        var all = new LinkedHashMap<String, RunSetup>();
        try {
            if (Files.exists(file) && JsonReader.read(Files.readString(file)) instanceof Json.Obj root) {
                root.members().stream().filter(m -> m.value() instanceof Json.Obj).forEach(m -> all.put(m.key().value(), setup((Json.Obj) m.value())));
            }
        } catch (IOException | JsonProblem e) {
            return all;
        }
        return all;
    }

    private static RunSetup setup(Json.Obj o) {
        return new RunSetup(texts(o, "order"), new TreeSet<>(texts(o, "left")), o.get("environment") instanceof Json.Text name ? name.value() : null, number(o, "rounds", 1),
                number(o, "delay", 0), path(o.text("data")), o.flag("bail"), o.get("keepCookies") == null || o.flag("keepCookies"), number(o, "lanes", 1), number(o, "timeout", 0),
                number(o, "scripts", 0), o.flag("insecure"));
    }

    private static int number(Json.Obj o, String key, int otherwise) {
        return (int) Math.min(Integer.MAX_VALUE, RunText.number(o.get(key), otherwise));
    }

    private static List<String> texts(Json.Obj o, String key) {
        return o.list(key).stream().filter(Json.Text.class::isInstance).map(t -> ((Json.Text) t).value()).collect(Collectors.toList());
    }

    private static Path path(String text) {
        try {
            return text.isEmpty() ? null : Path.of(text);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static Map<String, Object> map(RunSetup setup) {
        var map = new LinkedHashMap<String, Object>();
        map.put("order", setup.order());
        map.put("left", List.copyOf(new TreeSet<>(setup.left())));
        map.put("environment", setup.environment());
        map.put("rounds", setup.rounds());
        map.put("delay", setup.delay());
        map.put("data", setup.data() == null ? null : setup.data().toString());
        map.put("bail", setup.bail());
        map.put("keepCookies", setup.keepCookies());
        map.put("lanes", setup.lanes());
        map.put("timeout", setup.timeout());
        map.put("scripts", setup.scripts());
        map.put("insecure", setup.insecure());
        return map;
    }
}
