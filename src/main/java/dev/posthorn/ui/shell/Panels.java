package dev.posthorn.ui.shell;

import dev.posthorn.model.Request;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.sidebar.CollectionsPane;
import dev.posthorn.ui.sidebar.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;

/// The panels that lie over the window, each made when it is first asked for.
final class Panels {
    private final Parts parts;
    private final Background background;
    private final Overlays overlays;
    private final Files files;
    private final ItemEdits items;
    private final Tabs tabs;
    private final Actions actions;
    private final Choosers choosers;
    private final Toasts toasts;
    private final StatusBar status;
    private Palette palette;
    private ShortcutSheet sheet;

    Panels(Parts parts, Background background, Overlays overlays, Files files, ItemEdits items, Tabs tabs, Actions actions, Choosers choosers, Toasts toasts,
            StatusBar status) {
        this.parts = parts;
        this.background = background;
        this.overlays = overlays;
        this.files = files;
        this.items = items;
        this.tabs = tabs;
        this.actions = actions;
        this.choosers = choosers;
        this.toasts = toasts;
        this.status = status;
    }

    void palette() {
        if (palette != null && overlays.shows(palette)) {
            overlays.close();
            return;
        }
        if (palette == null) {
            palette = new Palette(background, () -> Offers.of(files.desk(), actions, place -> tabs.open(place, true), files::choose), overlays::close);
        }
        overlays.show(palette, Pos.TOP_CENTER);
        palette.open();
    }

    void shortcuts() {
        if (sheet != null && overlays.shows(sheet)) {
            overlays.close();
            return;
        }
        if (sheet == null) {
            sheet = new ShortcutSheet(overlays::close);
        }
        overlays.show(sheet, Pos.CENTER);
    }

    void askWhere(String suggested, SavePanel.Decided decided) {
        var panel = new SavePanel(files.desk(), suggested, (collection, folder, name) -> {
            overlays.close();
            decided.save(collection, folder, name);
        }, overlays::close);
        overlays.show(panel, Pos.CENTER);
        panel.focusName();
    }

    void newCollection(Supplier<CollectionsPane> tree) {}

    void importAnything() {}

    void importText(String text) {}

    void dropped(List<Path> paths) {
        files.open(paths, () -> { });
    }

    void export(Place place) {}

    void copyAsCurl(String name, Request request) {}

    void saveHar(RequestDocument document) {}

    void versions(RequestDocument document) {}

    void compare(RequestDocument document, Request theirs) {}
}
