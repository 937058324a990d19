package dev.posthorn.ui.shell;

import dev.posthorn.http.Cookies;
import dev.posthorn.ui.kit.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// The domains whose cookies scripts may read and change; all others are closed to them.
final class ScriptDomains extends VBox {

    private final Cookies jar;
    private final ListView<String> list = new ListView<>();
    private final TextField field = new TextField();

    ScriptDomains(Cookies jar) {
        this.jar = jar;
        setSpacing(8);
        list.setId("script-domains");
        list.setFixedCellSize(26);
        list.setPrefHeight(200);
        list.setMinHeight(60);
        var none = new Label("No domain yet: scripts cannot use pm.cookies.jar().");
        none.getStyleClass().add("muted");
        list.setPlaceholder(none);
        VBox.setVgrow(list, Priority.ALWAYS);
        list.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.DELETE) {
                remove();
                key.consume();
            }
        });
        field.setId("script-domain");
        field.setPromptText("example.com");
        field.setOnAction(_ -> add());
        HBox.setHgrow(field, Priority.ALWAYS);
        var add = new Button("Add domain");
        add.setId("script-domain-add");
        add.setOnAction(_ -> add());
        add.disableProperty().bind(field.textProperty().map(String::isBlank));
        var remove = Icons.button(Octicons.TRASH_16, "Close the chosen domain to scripts (Delete)", this::remove);
        remove.setId("script-domain-remove");
        remove.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
        getChildren().addAll(Sheet.words("Scripts reach the cookies of these domains, and of those below them, through pm.cookies.jar(). Others are denied to them."),
                list, new HBox(8, field, add, remove));
    }

    void refresh() {
        if (!list.getItems().equals(jar.scriptDomains())) {
            list.getItems().setAll(jar.scriptDomains());
        }
    }

    private void add() {
        var typed = field.getText().strip().replaceFirst("^[a-zA-Z]+://", "").replaceFirst("[/?#].*$", "").replaceFirst("^\\*?\\.", "").replaceFirst(":\\d+$", "");
        if (!typed.isEmpty()) {
            var domains = new ArrayList<>(jar.scriptDomains());
            domains.add(typed);
            jar.scriptDomains(domains);
            field.clear();
            refresh();
        }
    }

    private void remove() {
        var chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            jar.scriptDomains(List.copyOf(jar.scriptDomains().stream().filter(d -> !d.equals(chosen)).toList()));
            refresh();
        }
    }
}
