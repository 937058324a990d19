package dev.posthorn.ui.sidebar;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TreeItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// What can be done with a row of the tree, as a menu.
final class TreeMenu {
    private final TreeEvents events;
    private final Consumer<Place> rename;

    /// `rename` lets the user type a new name in the row itself.
    TreeMenu(TreeEvents events, Consumer<Place> rename) {
        this.events = events;
        this.rename = rename;
    }

    ContextMenu of(TreeItem<TreeRow> item) {
        var menu = new ContextMenu();
        switch (item.getValue()) {
            case TreeRow.Leaf leaf -> leaf(menu, leaf);
            case TreeRow.Group group -> {
                inside(menu, group.place());
                separate(menu);
                menu.getItems().addAll(entry("Open", () -> events.open(group.place(), true)), entry("Run…", () -> events.run(group.place())), expand(item), entry("Expand all below", () -> expandAll(item)));
                separate(menu);
                change(menu, group.place());
                separate(menu);
                menu.getItems().addAll(entry("Export…", () -> events.export(group.place())), entry("Copy name", () -> copy(group.name())));
            }
            case TreeRow.Whole whole -> whole(menu, item, whole);
            case TreeRow.Other other -> {
                menu.getItems().add(entry("Open", () -> events.open(other.place(), true)));
                separate(menu);
                change(menu, other.place());
                separate(menu);
                menu.getItems().add(entry("Copy name", () -> copy(other.name())));
            }
            case TreeRow.BadFile bad -> menu.getItems().addAll(
                    entry("Read the reason", () -> events.open(bad.place(), false)),
                    entry("Show in the file manager", () -> events.reveal(bad.file())),
                    entry("Copy the reason", () -> copy(bad.name() + ": " + bad.why())));
            case TreeRow.Broken broken -> menu.getItems().addAll(
                    entry("Read again", () -> events.reload(broken.bad().file())),
                    entry("Show in the file manager", () -> events.reveal(broken.bad().file())),
                    entry("Copy the reason", () -> copy(broken.bad().file() + ": " + broken.why())),
                    entry("Remove from the list", () -> events.close(broken.bad().file())));
        }
        return menu;
    }

    private void leaf(ContextMenu menu, TreeRow.Leaf leaf) {
        var place = leaf.place();
        menu.getItems().addAll(entry("Open", () -> events.open(place, false)), entry("Open in a tab of its own", () -> events.open(place, true)));
        separate(menu);
        change(menu, place);
        separate(menu);
        if (leaf.item().request().url().contains("/DataService/json/")) {
            menu.getItems().add(entry("Build a DataService query", () -> events.buildQuery(place)));
        }
        menu.getItems().addAll(entry("Copy as cURL", () -> events.copyAsCurl(place)),
                entry("Copy URL", () -> copy(leaf.item().request().url())),
                entry("Copy name", () -> copy(leaf.name())),
                entry("Earlier versions…", () -> events.versions(place)));
    }

    private void whole(ContextMenu menu, TreeItem<TreeRow> item, TreeRow.Whole whole) {
        var place = whole.place();
        inside(menu, place);
        separate(menu);
        menu.getItems().addAll(entry("Open", () -> events.open(place, true)), entry("Run…", () -> events.run(place)), entry("API page", () -> events.apiPage(place)), expand(item), entry("Expand all below", () -> expandAll(item)),
                key(entry("Rename", () -> rename.accept(place)), KeyCode.F2));
        separate(menu);
        menu.getItems().addAll(entry("Export…", () -> events.export(place)),
                entry("Show in the file manager", () -> events.reveal(place.file())),
                entry("Copy path", () -> copy(place.file().toString())),
                entry("Close collection", () -> events.close(place.file())));
    }

    private void inside(ContextMenu menu, Place folder) {
        menu.getItems().addAll(entry("New request", () -> events.newRequest(folder)), entry("New WebSocket request", () -> events.newSocket(folder)), entry("New folder", () -> events.newFolder(folder)));
    }

    private void change(ContextMenu menu, Place place) {
        menu.getItems().addAll(List.of(
                key(entry("Rename", () -> rename.accept(place)), KeyCode.F2),
                key(entry("Duplicate", () -> events.duplicate(place)), KeyCode.D, KeyCombination.SHORTCUT_DOWN),
                key(entry("Delete", () -> events.delete(place)), KeyCode.DELETE)));
    }

    private static MenuItem expand(TreeItem<TreeRow> item) {
        return entry(item.isExpanded() ? "Collapse" : "Expand", () -> item.setExpanded(!item.isExpanded()));
    }

    private static void separate(ContextMenu menu) {
        menu.getItems().add(new SeparatorMenuItem());
    }

    private static MenuItem entry(String text, Runnable action) {
        var entry = new MenuItem(text);
        entry.setOnAction(_ -> action.run());
        return entry;
    }

    /// Shows the key beside the entry; the tree itself listens to it.
    private static MenuItem key(MenuItem entry, KeyCode code, KeyCombination.Modifier... modifiers) {
        entry.setAccelerator(new KeyCodeCombination(code, modifiers));
        return entry;
    }

    static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    static void expandAll(TreeItem<TreeRow> item) {
        item.setExpanded(true);
        item.getChildren().forEach(TreeMenu::expandAll);
    }
}
