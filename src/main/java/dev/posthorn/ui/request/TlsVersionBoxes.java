package dev.posthorn.ui.request;

import dev.posthorn.http.TlsChoices;
import dev.posthorn.model.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.FlowPane;

/// A box for each version of TLS, ticked where it is offered. Names in the file that stand for no box stay as they are.
final class TlsVersionBoxes implements SettingControl {

    private static final List<String> NAMES = List.of("TLSv1_3", "TLSv1_2", "TLSv1_1", "TLSv1");

    private final String key;
    private final Map<String, CheckBox> boxes = new LinkedHashMap<>();
    private final FlowPane row = new FlowPane(16, 6);
    private List<String> off = List.of();
    private List<String> possible = List.of("TLSv1_3", "TLSv1_2");

    TlsVersionBoxes(Setting.TlsVersions setting, Edit edit) {
        key = setting.which().key();
        for (var name : NAMES) {
            var label = name.equals("TLSv1") ? "1.0" : name.substring(4).replace('_', '.');
            var box = new CheckBox(label);
            box.setId("setting-" + key + "-" + name);
            box.setAccessibleText("TLS " + label);
            box.setOnAction(_ -> {
                var changed = changed(name, box.isSelected());
                edit.apply(now -> now.with(key, changed));
            });
            boxes.put(name, box);
        }
        row.getChildren().setAll(boxes.values());
        row.getStyleClass().add("link-row");
    }

    private List<String> changed(String name, boolean offered) {
        var names = new ArrayList<>(off);
        names.removeIf(one -> TlsChoices.version(one).equals(TlsChoices.version(name)));
        if (!offered) {
            names.add(name);
        }
        return names;
    }

    /// What this Java can offer; the others cannot be ticked.
    void offer(TlsChoices choices) {
        possible = choices.versions();
    }

    @Override
    public Node node() {
        return row;
    }

    @Override
    public void show(Settings effective, Settings own) {
        off = effective.texts(key);
        boxes.forEach((name, box) -> {
            box.setDisable(!possible.contains(name));
            box.setSelected(possible.contains(name) && off.stream().noneMatch(one -> TlsChoices.version(one).equals(TlsChoices.version(name))));
        });
    }

    @Override
    public String remark() {
        if (boxes.values().stream().noneMatch(CheckBox::isSelected)) {
            return "Nothing is left to offer: no secure connection can be made.";
        }
        var unknown = off.stream().filter(name -> TlsChoices.version(name).isEmpty()).toList();
        return unknown.isEmpty() ? "" : "No version of TLS: " + String.join(", ", unknown) + ". Kept, without effect.";
    }
}
