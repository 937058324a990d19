package dev.posthorn.ui.shell;

import dev.posthorn.model.Entry;
import dev.posthorn.ui.kit.Theme;
import dev.posthorn.ui.sidebar.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/// What the window remembers from one start to the next.
final class Memory implements TabServices.HeaderPresets {
    private Theme theme = Theme.SYSTEM;
    private boolean comfortable;
    private boolean beside;
    private boolean sidebarShown = true;
    private int percent = 100;
    private double width = 280;
    Memory(Object prefs, Executor executor) {}
    Theme theme() { return theme; }
    void theme(Theme t) { theme = t; }
    boolean comfortable() { return comfortable; }
    void comfortable(boolean on) { comfortable = on; }
    boolean beside() { return beside; }
    void beside(boolean on) { beside = on; }
    boolean sidebarShown() { return sidebarShown; }
    void sidebarShown(boolean on) { sidebarShown = on; }
    int percent() { return percent; }
    void percent(int p) { percent = p; }
    double sidebarWidth() { return width; }
    void sidebarWidth(double w) { width = w; }
    private javafx.geometry.Rectangle2D bounds;
    private boolean maximized;
    javafx.geometry.Rectangle2D bounds() { return bounds; }
    void bounds(javafx.geometry.Rectangle2D b) { bounds = b; }
    boolean maximized() { return maximized; }
    void maximized(boolean on) { maximized = on; }
    String environment() { return ""; }
    void environment(String name) {}
    List<Place> tabs() { return List.of(); }
    Optional<Place> frontTab() { return Optional.empty(); }
    void tabs(List<Place> places, Place front) {}
    void write(Runnable then) { then.run(); }
    @Override public Map<String, List<Entry>> all() { return Map.of(); }
    @Override public void keep(Map<String, List<Entry>> p) {}
}
