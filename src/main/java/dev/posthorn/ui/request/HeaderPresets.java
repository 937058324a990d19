package dev.posthorn.ui.request;

import dev.posthorn.model.Entry;
import dev.posthorn.ui.kit.Tips;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/// Named sets of headers: put one into the request, keep the request's own as one, take one away.
final class HeaderPresets extends MenuButton {

    private final RequestServices services;
    private final Supplier<List<Entry>> current;
    private final Consumer<List<Entry>> apply;

    HeaderPresets(RequestServices services, Supplier<List<Entry>> current, Consumer<List<Entry>> apply) {
        super("Presets");
        this.services = services;
        this.current = current;
        this.apply = apply;
        setId("presets");
        getStyleClass().add("quiet-button");
        Tips.on(this, "Named sets of headers");
        getItems().add(new MenuItem());
        setOnShowing(_ -> fill());
    }

    private void fill() {
        getItems().clear();
        var presets = services.headerPresets();
        presets.forEach((name, rows) -> {
            var item = new MenuItem(name + "  (" + rows.size() + ")");
            item.setOnAction(_ -> apply.accept(merged(current.get(), rows)));
            getItems().add(item);
        });
        if (presets.isEmpty()) {
            var none = new MenuItem("No presets yet: name the headers below to keep them");
            none.setDisable(true);
            getItems().add(none);
        }
        getItems().addAll(new SeparatorMenuItem(), saveRow());
        if (!presets.isEmpty()) {
            var remove = new Menu("Remove");
            presets.keySet().forEach(name -> {
                var item = new MenuItem(name);
                item.setOnAction(_ -> {
                    var kept = new LinkedHashMap<>(services.headerPresets());
                    kept.remove(name);
                    services.saveHeaderPresets(kept);
                });
                remove.getItems().add(item);
            });
            getItems().add(remove);
        }
    }

    private MenuItem saveRow() {
        var name = new TextField();
        name.setId("preset-name");
        name.setPromptText("Name");
        name.setPrefColumnCount(14);
        var button = new Button("Save these headers");
        button.setDisable(true);
        name.textProperty().subscribe((_, text) -> button.setDisable(text.isBlank() || current.get().isEmpty()));
        var row = new CustomMenuItem(new HBox(8, name, button), false);
        Runnable save = () -> {
            if (!button.isDisabled()) {
                var presets = new LinkedHashMap<>(services.headerPresets());
                presets.put(name.getText().strip(), current.get());
                services.saveHeaderPresets(presets);
                hide();
            }
        };
        button.setOnAction(_ -> save.run());
        name.setOnAction(_ -> save.run());
        return row;
    }

    /// The preset's headers take the place of those of the same name; the others stay where they are.
    static List<Entry> merged(List<Entry> own, List<Entry> preset) {
        var rows = new ArrayList<Entry>();
        var left = new ArrayList<>(preset);
        for (var row : own) {
            var same = left.stream().filter(p -> p.key().equalsIgnoreCase(row.key())).findFirst();
            rows.add(same.orElse(row));
            same.ifPresent(left::remove);
        }
        rows.addAll(left);
        return rows;
    }
}
