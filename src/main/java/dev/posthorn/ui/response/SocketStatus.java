package dev.posthorn.ui.response;

import atlantafx.base.controls.Popover;
import dev.posthorn.http.socket.CloseCode;
import dev.posthorn.http.socket.Ending;
import dev.posthorn.http.socket.SocketState;
import dev.posthorn.model.Hop;
import dev.posthorn.ui.kit.Amounts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How a WebSocket is, in a word or two; its handshake is a click away.
final class SocketStatus extends HBox {

    private final Label pill = new Label();
    private final Label agreed = new Label();
    private final Button handshake = new Button("Handshake");
    private List<Hop> hops = List.of();

    SocketStatus() {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        pill.setId("socket-state");
        pill.setMinWidth(Region.USE_PREF_SIZE);
        agreed.getStyleClass().add("muted");
        agreed.setMinWidth(0);
        handshake.setId("handshake");
        handshake.getStyleClass().add("status-part");
        handshake.setMinWidth(Region.USE_PREF_SIZE);
        handshake.setOnAction(_ -> open());
        getChildren().addAll(pill, handshake, agreed);
        show(null);
    }

    void show(SocketState state) {
        switch (state) {
            case null -> pill("Not connected", "plain", "");
            case SocketState.Connecting(var attempt) -> pill(attempt == 1 ? "Connecting…" : "Connecting again (" + attempt + ")…", "info", "");
            case SocketState.Open(var protocol, var extension, var made) -> {
                hops = made;
                pill("Connected", "success", (protocol.isEmpty() ? "" : "protocol " + protocol) + (protocol.isEmpty() || extension.isEmpty() ? "" : " · ")
                        + (extension.isEmpty() ? "" : "compressed"));
            }
            case SocketState.Waiting(var attempt, var most, var delay, var _) ->
                pill("Connecting again in " + Amounts.time(delay) + " (" + attempt + " of " + most + ")", "warning", "");
            case SocketState.Closing() -> pill("Closing…", "info", "");
            case SocketState.Closed(var ending, var made) -> {
                hops = made;
                closed(ending);
            }
        }
        handshake.setVisible(!hops.isEmpty());
        handshake.setManaged(!hops.isEmpty());
    }

    private void closed(Ending ending) {
        var style = ending.failure() != null ? "danger" : "plain";
        pill(ending.code() == 0 ? "Not connected" : "Closed " + ending.code(), style,
                ending.code() == 0 ? "" : CloseCode.meaning(ending.code()) + (ending.reason().isEmpty() ? "" : ": " + ending.reason()));
    }

    private void pill(String text, String style, String more) {
        pill.setText(text);
        pill.getStyleClass().setAll("label", "pill", style);
        agreed.setText(more);
    }

    private void open() {
        var holder = new VBox(Details.hops(hops));
        holder.getStyleClass().add("status-detail");
        var popover = new Popover(holder);
        popover.setHeaderAlwaysVisible(false);
        popover.setDetachable(false);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_LEFT);
        popover.setAnimated(false);
        popover.show(handshake);
    }
}
