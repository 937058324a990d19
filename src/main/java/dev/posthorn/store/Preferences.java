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
        Map<String, Object> unknown) {

    public enum Theme { SYSTEM, LIGHT, DARK }

    public enum Density { COMFORTABLE, COMPACT }

    /// Request and response beside each other (HORIZONTAL) or one over the other (VERTICAL).
    public enum Split { HORIZONTAL, VERTICAL }

    /// Where the window stood, in pixels of the screen.
    public record Bounds(double x, double y, double width, double height, boolean maximized) {}

    /// A tab that was open: the collection's file and the id of the request.
    public record Tab(Path file, String item) {}

    public static final Preferences DEFAULT =
            new Preferences(Theme.SYSTEM, Density.COMPACT, Split.VERTICAL, 280, 0.45, null, List.of(), -1, 100, true, Map.of(), HistoryLimits.DEFAULT, Map.of());

    public Preferences {
        tabs = List.copyOf(tabs);
        headerPresets = Collections.unmodifiableMap(new LinkedHashMap<>(headerPresets));
        unknown = Collections.unmodifiableMap(new LinkedHashMap<>(unknown));
    }

    public Preferences withTheme(Theme value) {
        return new Preferences(value, density, split, sidebarWidth, splitPosition, window, tabs, selectedTab, scale, sidebar, headerPresets, history, unknown);
    }

    public Preferences withDensity(Density value) {
        return new Preferences(theme, value, split, sidebarWidth, splitPosition, window, tabs, selectedTab, scale, sidebar, headerPresets, history, unknown);
    }

    public Preferences withSplit(Split value) {
        return new Preferences(theme, density, value, sidebarWidth, splitPosition, window, tabs, selectedTab, scale, sidebar, headerPresets, history, unknown);
    }

    /// Replaces what dragging changes: the window's place and the two dividers.
    public Preferences withLayout(Bounds bounds, double width, double position) {
        return new Preferences(theme, density, split, width, position, bounds, tabs, selectedTab, scale, sidebar, headerPresets, history, unknown);
    }

    public Preferences withTabs(List<Tab> open, int selected) {
        return new Preferences(theme, density, split, sidebarWidth, splitPosition, window, open, selected, scale, sidebar, headerPresets, history, unknown);
    }

    public Preferences withScale(int percent) {
        return new Preferences(theme, density, split, sidebarWidth, splitPosition, window, tabs, selectedTab, percent, sidebar, headerPresets, history, unknown);
    }

    public Preferences withSidebar(boolean shown) {
        return new Preferences(theme, density, split, sidebarWidth, splitPosition, window, tabs, selectedTab, scale, shown, headerPresets, history, unknown);
    }

    public Preferences withHeaderPresets(Map<String, List<Entry>> presets) {
        return new Preferences(theme, density, split, sidebarWidth, splitPosition, window, tabs, selectedTab, scale, sidebar, presets, history, unknown);
    }

    public Preferences withHistory(HistoryLimits limits) {
        return new Preferences(theme, density, split, sidebarWidth, splitPosition, window, tabs, selectedTab, scale, sidebar, headerPresets, limits, unknown);
    }
}
