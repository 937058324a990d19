package dev.posthorn.ui.request;

import dev.posthorn.http.socket.SocketState;
import dev.posthorn.ui.editor.VariableField;
import dev.posthorn.ui.kit.Tips;
import dev.posthorn.ui.kit.Variables;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Where a WebSocket connects to, with Connect and Save. While it connects the button is Cancel, while it is open Disconnect.
final class SocketBar extends HBox {

    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("within");
    private static final PseudoClass SENDING = PseudoClass.getPseudoClass("sending");

    private final VariableField url;
    private final Button connect = new Button("Connect");
    private final Region dirty = new Region();
    private boolean connecting;

    SocketBar(Variables variables, Consumer<String> urlChanged, Runnable connectOrNot, Runnable saved) {
        getStyleClass().add("url-bar");
        var badge = new Label("WS");
        badge.getStyleClass().addAll("method", "method-ws", "socket-badge");
        badge.setMinWidth(Region.USE_PREF_SIZE);
        url = new VariableField(variables);
        url.setId("url");
        url.prompt("wss://…   or {{variable}}/path");
        url.onEdit(urlChanged);
        url.onEnter(connectOrNot);
        HBox.setHgrow(url, Priority.ALWAYS);
        var address = new HBox(badge, url);
        address.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        address.getStyleClass().add("address");
        address.focusWithinProperty().subscribe(within -> address.pseudoClassStateChanged(FOCUSED, within));
        HBox.setHgrow(address, Priority.ALWAYS);
        connect.setId("connect");
        connect.getStyleClass().addAll("accent", "send");
        Tips.on(connect, () -> connecting ? "Cancel (Esc)" : connect.getText().equals("Connect") ? "Connect (Ctrl+Enter)" : "Close the connection");
        connect.setOnAction(_ -> connectOrNot.run());
        connect.setMinWidth(USE_PREF_SIZE);
        var save = new Button("Save", dirty);
        save.setId("save");
        Tips.on(save, "Save (Ctrl+S)");
        save.setOnAction(_ -> saved.run());
        save.setMinWidth(USE_PREF_SIZE);
        dirty.getStyleClass().addAll("dot", "changed");
        getChildren().addAll(address, connect, save);
    }

    void show(String newUrl, boolean changed) {
        url.show(newUrl);
        dirty.setVisible(changed);
        dirty.setManaged(changed);
    }

    void show(SocketState state) {
        connecting = state instanceof SocketState.Connecting || state instanceof SocketState.Waiting || state instanceof SocketState.Closing;
        connect.setText(switch (state) {
            case null -> "Connect";
            case SocketState.Connecting _, SocketState.Waiting _ -> "Cancel";
            case SocketState.Open _ -> "Disconnect";
            case SocketState.Closing _ -> "Cut off";
            case SocketState.Closed _ -> "Connect";
        });
        connect.getStyleClass().remove("accent");
        if (!(state instanceof SocketState.Open)) {
            connect.getStyleClass().add("accent");
        }
        connect.pseudoClassStateChanged(SENDING, connecting);
    }

    boolean connecting() {
        return connecting;
    }

    void focusUrl() {
        url.requestFocus();
        url.selectAll();
    }

    void recolour() {
        url.recolour();
    }
}
