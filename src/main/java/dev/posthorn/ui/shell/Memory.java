package dev.posthorn.ui.shell;

import dev.posthorn.model.Entry;
import dev.posthorn.store.Preferences;
import dev.posthorn.store.PreferencesFile;
import dev.posthorn.ui.kit.Fx;
import dev.posthorn.ui.kit.Theme;
import dev.posthorn.ui.sidebar.Place;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.util.Duration;

/// What the window remembers from one start to the next. A change is written a moment later, off the FX thread.
final class Memory implements TabServices.HeaderPresets {
    private static final Duration SOON = Duration.millis(800);

    private final PreferencesFile file;
    private final Executor executor;
    private final Consumer<String> trouble;
    private final PauseTransition pause = new PauseTransition(SOON);
    private Preferences now;

    /// `loaded` is what was read at the start; `trouble` hears why it could not be written.
    Memory(PreferencesFile file, Preferences loaded, Executor executor, Consumer<String> trouble) {
        this.file = file;
        this.now = loaded;
        this.executor = executor;
        this.trouble = trouble;
        pause.setOnFinished(_ -> write(() -> { }));
    }

    private void change(UnaryOperator<Preferences> change) {
        var changed = change.apply(now);
        if (!changed.equals(now)) {
            now = changed;
            pause.playFromStart();
        }
    }

    /// Writes nothing more, for a window that goes without being quit.
    void stop() {
        pause.stop();
        pause.setOnFinished(null);
    }

    /// Writes it, then calls `then` on the FX thread, written or not.
    void write(Runnable then) {
        pause.stop();
        var value = now;
        executor.execute(() -> {
            try {
                file.save(value);
            } catch (IOException e) {
                Fx.run(() -> trouble.accept("The settings of the window could not be kept: " + e.getMessage() + "."));
            }
            Fx.run(then);
        });
    }

    Theme theme() {
        return switch (now.theme()) {
            case SYSTEM -> Theme.SYSTEM;
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
        };
    }

    void theme(Theme theme) {
        change(p -> p.withTheme(switch (theme) {
            case SYSTEM -> Preferences.Theme.SYSTEM;
            case LIGHT -> Preferences.Theme.LIGHT;
            case DARK -> Preferences.Theme.DARK;
        }));
    }

    boolean comfortable() {
        return now.density() == Preferences.Density.COMFORTABLE;
    }

    void comfortable(boolean on) {
        change(p -> p.withDensity(on ? Preferences.Density.COMFORTABLE : Preferences.Density.COMPACT));
    }

    /// Whether the response stands beside the request, not below it.
    boolean beside() {
        return now.split() == Preferences.Split.HORIZONTAL;
    }

    void beside(boolean on) {
        change(p -> p.withSplit(on ? Preferences.Split.HORIZONTAL : Preferences.Split.VERTICAL));
    }

    boolean sidebarShown() {
        return now.sidebar();
    }

    void sidebarShown(boolean on) {
        change(p -> p.withSidebar(on));
    }

    /// In percent.
    int scale() {
        return now.scale();
    }

    void scale(int percent) {
        change(p -> p.withScale(percent));
    }

    double sidebarWidth() {
        return now.sidebarWidth();
    }

    void sidebarWidth(double width) {
        change(p -> p.withLayout(p.window(), width, p.splitPosition()));
    }

    /// The share of the request editor, 0 to 1.
    double splitPosition() {
        return now.splitPosition();
    }

    void splitPosition(double share) {
        change(p -> p.withLayout(p.window(), p.sidebarWidth(), share));
    }

    /// How requests are shown as code.
    Preferences.CodeView code() {
        return now.code();
    }

    void code(Preferences.CodeView view) {
        change(p -> p.withCode(view));
    }

    /// Null where the window was never placed.
    Rectangle2D bounds() {
        var window = now.window();
        return window == null ? null : new Rectangle2D(window.x(), window.y(), window.width(), window.height());
    }

    boolean maximized() {
        return now.window() != null && now.window().maximized();
    }

    void window(Rectangle2D bounds, boolean maximized) {
        change(p -> p.withLayout(new Preferences.Bounds(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight(), maximized), p.sidebarWidth(), p.splitPosition()));
    }

    List<Place> tabs() {
        return now.tabs().stream().map(t -> new Place(t.file(), t.item())).toList();
    }

    Optional<Place> frontTab() {
        var at = now.selectedTab();
        return at < 0 || at >= now.tabs().size() ? Optional.empty() : Optional.of(tabs().get(at));
    }

    /// `front` is null where none of them is in front.
    void tabs(List<Place> places, Place front) {
        change(p -> p.withTabs(places.stream().map(t -> new Preferences.Tab(t.file(), t.item())).toList(), places.indexOf(front)));
    }

    @Override
    public Map<String, List<Entry>> all() {
        return now.headerPresets();
    }

    @Override
    public void keep(Map<String, List<Entry>> presets) {
        change(p -> p.withHeaderPresets(presets));
    }
}
