package dev.posthorn.store;

import dev.posthorn.model.Entry;
import dev.posthorn.store.Preferences.Bounds;
import dev.posthorn.store.Preferences.Tab;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads and writes the preferences. A value that makes no sense is the default; a broken file is moved aside and said.
public final class PreferencesFile {

    private static final List<String> KNOWN = List.of("theme", "density", "split", "sidebarWidth", "splitPosition", "window", "tabs", "selectedTab", "scale",
            "sidebar", "headerPresets", "history", "code");

    private final Path file;

    public PreferencesFile(Home home) {
        file = home.preferences();
    }

    /// @param note what went wrong, in a sentence to show; empty where nothing did
    public record Loaded(Preferences preferences, String note) {}

    /// Blocks; never fails.
    public Loaded load() {
        if (!Files.exists(file)) {
            return new Loaded(Preferences.DEFAULT, "");
        }
        try {
            if (JsonReader.read(Files.readString(file)) instanceof Json.Obj root) {
                return new Loaded(read(root), "");
            }
            return broken("it is no JSON object");
        } catch (JsonProblem e) {
            return broken("line " + e.line() + ": " + e.getMessage());
        } catch (IOException e) {
            return broken(String.valueOf(e.getMessage()));
        }
    }

    private Loaded broken(String reason) {
        try {
            return new Loaded(Preferences.DEFAULT, "The preferences could not be read (" + reason + "); the file was moved to "
                    + AtomicFile.setAside(file) + " and the defaults are used.");
        } catch (IOException e) {
            return new Loaded(Preferences.DEFAULT, "The preferences in " + file + " could not be read (" + reason + "); the defaults are used.");
        }
    }

    private static Preferences read(Json.Obj root) {
        var start = Preferences.DEFAULT;
        var unknown = new LinkedHashMap<String, Object>();
        root.members().stream().filter(m -> !KNOWN.contains(m.key().value())).forEach(m -> unknown.put(m.key().value(), m.value().plain()));
        return new Preferences(oneOf(root.text("theme"), start.theme()), oneOf(root.text("density"), start.density()),
                oneOf(root.text("split"), start.split()), number(root, "sidebarWidth", 0, 10_000, start.sidebarWidth()),
                number(root, "splitPosition", 0, 1, start.splitPosition()), bounds(root.object("window")), tabs(root),
                (int) number(root, "selectedTab", -1, Integer.MAX_VALUE, -1), (int) number(root, "scale", 80, 200, start.scale()),
                root.get("sidebar") == null || root.flag("sidebar"), presets(root.object("headerPresets")),
                limits(root.object("history")), code(root.object("code")), unknown);
    }

    private static <E extends Enum<E>> E oneOf(String text, E otherwise) {
        for (var value : otherwise.getDeclaringClass().getEnumConstants()) {
            if (value.name().equals(text.toUpperCase(Locale.ROOT))) {
                return value;
            }
        }
        return otherwise;
    }

    private static double number(Json.Obj root, String key, double least, double most, double otherwise) {
        if (root.get(key) instanceof Json.Num number) {
            var value = Double.parseDouble(number.text());
            return value >= least && value <= most ? value : otherwise;
        }
        return otherwise;
    }

    private static Bounds bounds(Json.Obj window) {
        if (window == null) {
            return null;
        }
        var far = 1_000_000;
        var width = number(window, "width", 1, far, 0);
        var height = number(window, "height", 1, far, 0);
        return width == 0 || height == 0 ? null
                : new Bounds(number(window, "x", -far, far, 0), number(window, "y", -far, far, 0), width, height, window.flag("maximized"));
    }

    private static List<Tab> tabs(Json.Obj root) {
        var tabs = new ArrayList<Tab>();
        for (var element : root.list("tabs")) {
            if (element instanceof Json.Obj tab && !tab.text("file").isEmpty()) {
                try {
                    tabs.add(new Tab(Path.of(tab.text("file")), tab.text("item")));
                } catch (InvalidPathException e) {
                    // A path of another system: such a tab cannot be opened here.
                }
            }
        }
        return tabs;
    }

    private static Preferences.CodeView code(Json.Obj code) {
        var start = Preferences.CodeView.DEFAULT;
        return code == null ? start : new Preferences.CodeView(code.flag("shown"), code.text("target").isEmpty() ? start.target() : code.text("target"), code.flag("short"),
                code.text("fill").isEmpty() ? start.fill() : code.text("fill"));
    }

    private static Map<String, Object> code(Preferences.CodeView view) {
        var map = new LinkedHashMap<String, Object>();
        map.put("shown", view.shown());
        map.put("target", view.target());
        map.put("short", view.brief());
        map.put("fill", view.fill());
        return map;
    }

    private static HistoryLimits limits(Json.Obj history) {
        var start = HistoryLimits.DEFAULT;
        return history == null ? start : new HistoryLimits((int) number(history, "bodyBytes", 0, 64 << 20, start.body()),
                (int) number(history, "rows", 1, 10_000_000, start.rows()), (int) number(history, "days", 0, 100_000, start.days()),
                (long) number(history, "totalBytes", 0, 1L << 50, start.total()));
    }

    private static Map<String, Object> limits(HistoryLimits history) {
        var map = new LinkedHashMap<String, Object>();
        map.put("bodyBytes", history.body());
        map.put("rows", history.rows());
        map.put("days", history.days());
        map.put("totalBytes", history.total());
        return map;
    }

    private static Map<String, List<Entry>> presets(Json.Obj root) {
        var presets = new LinkedHashMap<String, List<Entry>>();
        if (root != null) {
            for (var member : root.members()) {
                presets.put(member.key().value(), root.list(member.key().value()).stream().filter(Json.Obj.class::isInstance).map(Json.Obj.class::cast)
                        .map(row -> new Entry(row.text("key"), row.text("value"), row.text("description"), !row.flag("disabled"), false)).toList());
            }
        }
        return presets;
    }

    private static Map<String, Object> row(Entry entry) {
        var row = new LinkedHashMap<String, Object>();
        row.put("key", entry.key());
        row.put("value", entry.value());
        row.put("description", entry.description());
        row.put("disabled", !entry.enabled());
        return row;
    }

    /// Blocks.
    public void save(Preferences preferences) throws IOException {
        var root = new LinkedHashMap<String, Object>();
        root.put("theme", name(preferences.theme()));
        root.put("density", name(preferences.density()));
        root.put("split", name(preferences.split()));
        root.put("sidebarWidth", preferences.sidebarWidth());
        root.put("splitPosition", preferences.splitPosition());
        root.put("window", window(preferences.window()));
        root.put("tabs", preferences.tabs().stream().map(t -> Map.of("file", t.file().toString(), "item", t.item())).toList());
        root.put("selectedTab", preferences.selectedTab());
        root.put("scale", preferences.scale());
        root.put("sidebar", preferences.sidebar());
        var presets = new LinkedHashMap<String, Object>();
        preferences.headerPresets().forEach((name, rows) -> presets.put(name, rows.stream().map(PreferencesFile::row).toList()));
        root.put("headerPresets", presets);
        root.put("history", limits(preferences.history()));
        root.put("code", code(preferences.code()));
        root.putAll(preferences.unknown());
        AtomicFile.write(file, JsonWriter.pretty(root).getBytes(StandardCharsets.UTF_8));
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> window(Bounds bounds) {
        if (bounds == null) {
            return null;
        }
        var map = new LinkedHashMap<String, Object>();
        map.put("x", bounds.x());
        map.put("y", bounds.y());
        map.put("width", bounds.width());
        map.put("height", bounds.height());
        map.put("maximized", bounds.maximized());
        return map;
    }
}
