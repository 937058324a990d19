package dev.posthorn.store;

import dev.posthorn.model.Entry;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How the user likes the window: theme, layout, and what was open.
///
/// @param sidebarWidth  in pixels
/// @param splitPosition the share of the request editor, 0 to 1
/// @param window        null where the window was never placed
/// @param selectedTab   an index into `tabs`, -1 for none
/// @param scale         of the whole window, in percent
/// @param sidebar       whether it is shown
/// @param headerPresets sets of headers by the names that the user gave them, in order
/// @param history       how much of what was sent is kept
/// @param code          how a request is shown as code
/// @param unknown       what another version of the program wrote; kept and written back
public record Preferences(
        Theme theme,
        Density density,
        Split split,
        double sidebarWidth,
        double splitPosition,
        Bounds window,
        List<Tab> tabs,
        int selectedTab,
        int scale,
        boolean sidebar,
        Map<String, List<Entry>> headerPresets,
        HistoryLimits history,
        CodeView code,
        Map<String, Object> unknown) {

    public enum Theme { SYSTEM, LIGHT, DARK }

    public enum Density { COMFORTABLE, COMPACT }

    /// Request and response beside each other (HORIZONTAL) or one over the other (VERTICAL).
    public enum Split { HORIZONTAL, VERTICAL }

    /// Where the window stood, in pixels of the screen.
    public record Bounds(double x, double y, double width, double height, boolean maximized) {}

    /// A tab that was open: the collection's file and the id of the request.
    public record Tab(Path file, String item) {}

    /// The code beside a request.
    ///
    /// @param target the id of a generator
    /// @param brief  in few words
    /// @param fill   what stands in the place of variables, by the name that the program gives it
    public record CodeView(boolean shown, String target, boolean brief, String fill) {

        public static final CodeView DEFAULT = new CodeView(false, "curl", false, "values");

        public CodeView withShown(boolean on) {
            return new CodeView(on, target, brief, fill);
        }

        public CodeView withTarget(String id) {
            return new CodeView(shown, id, brief, fill);
        }

        public CodeView withBrief(boolean on) {
            return new CodeView(shown, target, on, fill);
        }

        public CodeView withFill(String name) {
            return new CodeView(shown, target, brief, name);
        }
    }

    public static final Preferences DEFAULT =
            new Preferences(Theme.SYSTEM, Density.COMPACT, Split.VERTICAL, 280, 0.45, null, List.of(), -1, 100, true, Map.of(), HistoryLimits.DEFAULT, CodeView.DEFAULT, Map.of());

    public Preferences {
        tabs = List.copyOf(tabs);
        headerPresets = Collections.unmodifiableMap(new LinkedHashMap<>(headerPresets));
        unknown = Collections.unmodifiableMap(new LinkedHashMap<>(unknown));
    }

    public Preferences withTheme(Theme value) {
        return new Preferences(value, density, split, sidebarWidth, splitPosition, window, tabs, selectedTab, scale, sidebar, headerPresets, history, code, unknown);
    }

    public Preferences withDensity(Density value) {
        return new Preferences(theme, value, split, sidebarWidth, splitPosition, window, tabs, selectedTab, scale, sidebar, headerPresets, history, code, unknown);
    }

    public Preferences withSplit(Split value) {
        return new Preferences(theme, density, value, sidebarWidth, splitPosition, window, tabs, selectedTab, scale, sidebar, headerPresets, history, code, unknown);
    }

    /// Replaces what dragging changes: the window's place and the two dividers.
    public Preferences withLayout(Bounds bounds, double width, double position) {
        return new Preferences(theme, density, split, width, position, bounds, tabs, selectedTab, scale, sidebar, headerPresets, history, code, unknown);
    }

    public Preferences withTabs(List<Tab> open, int selected) {
        return new Preferences(theme, density, split, sidebarWidth, splitPosition, window, open, selected, scale, sidebar, headerPresets, history, code, unknown);
    }

    public Preferences withScale(int percent) {
        return new Preferences(theme, density, split, sidebarWidth, splitPosition, window, tabs, selectedTab, percent, sidebar, headerPresets, history, code, unknown);
    }

    public Preferences withSidebar(boolean shown) {
        return new Preferences(theme, density, split, sidebarWidth, splitPosition, window, tabs, selectedTab, scale, shown, headerPresets, history, code, unknown);
    }

    public Preferences withHeaderPresets(Map<String, List<Entry>> presets) {
        return new Preferences(theme, density, split, sidebarWidth, splitPosition, window, tabs, selectedTab, scale, sidebar, presets, history, code, unknown);
    }

    public Preferences withHistory(HistoryLimits limits) {
        return new Preferences(theme, density, split, sidebarWidth, splitPosition, window, tabs, selectedTab, scale, sidebar, headerPresets, limits, code, unknown);
    }

    public Preferences withCode(CodeView view) {
        return new Preferences(theme, density, split, sidebarWidth, splitPosition, window, tabs, selectedTab, scale, sidebar, headerPresets, history, view, unknown);
    }
}
