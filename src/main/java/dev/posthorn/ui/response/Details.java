package dev.posthorn.ui.response;

import dev.posthorn.model.Hop;
import dev.posthorn.model.Response;
import dev.posthorn.ui.kit.Methods;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the parts of the status line open: phases, sizes, hops, connection.
final class Details {

    private Details() {}

    static Node status(Response response) {
        return box(Integer.toString(response.status()), new Label(meaning(response.status())));
    }

    private static String meaning(int status) {
        return switch (status / 100) {
            case 1 -> "Interim: the final answer is still to come.";
            case 2 -> "The server did what was asked.";
            case 3 -> "The server points to another place, and it was not followed.";
            case 4 -> status == 401 ? "The server wants to know who asks: look at the Authorization tab."
                    : status == 403 ? "The server knows who asks and refuses." : status == 404 ? "The server has nothing at this URL."
                    : status == 429 ? "Too many requests: wait before sending again." : "The server found fault with the request.";
            case 5 -> "The server failed at a request that may be right.";
            default -> "A status that HTTP does not define.";
        };
    }

    /// The phases of the last exchange as bars on one time line, and the sum of all where there were several.
    static Node timings(Response response, List<Hop> hops) {
        var all = hops.stream().filter(h -> h.received() != null).map(h -> h.received().timings().total()).reduce(Duration.ZERO, Duration::plus);
        return box("Time", new Phases(response.timings(), response.trace().interim(), hops.size() > 1 ? all : null, hops.size()));
    }

    static Node sizes(Response response) {
        return box("Size", FactSheet.grid(ExchangeFacts.sizes(response)));
    }

    static Node connection(Response response) {
        var facts = new ArrayList<>(ExchangeFacts.connection(response));
        var security = response.trace().connection().security();
        if (security != null) {
            facts.addAll(ExchangeFacts.tls(security));
        }
        return box("Connection", FactSheet.grid(facts));
    }

    /// Every exchange with what it sent and got; the one that is chosen shows its headers.
    static Node hops(List<Hop> hops) {
        var list = new ListView<Hop>();
        list.setId("hops");
        list.getItems().setAll(hops);
        list.setCellFactory(_ -> new HopCell());
        list.setFixedCellSize(28);
        list.setPrefSize(560, Math.min(6, hops.size()) * 28 + 4);
        var headers = new TextArea();
        headers.setId("hop-headers");
        headers.setEditable(false);
        headers.getStyleClass().add("code");
        headers.setPrefSize(560, 220);
        list.getSelectionModel().selectedItemProperty().addListener((_, _, hop) -> headers.setText(hop == null ? "" : text(hop)));
        list.getSelectionModel().selectFirst();
        return box("Exchanges", new VBox(8, list, headers));
    }

    /// The heads of one exchange as text.
    static String text(Hop hop) {
        var text = new StringBuilder(hop.sent().method() + " " + hop.sent().url() + "\n");
        hop.sent().headers().forEach(h -> text.append(h.name()).append(": ").append(h.value()).append('\n'));
        var received = hop.received();
        if (received == null) {
            return text.append("\nNo answer came.\n").toString();
        }
        text.append('\n').append(received.protocol()).append(' ').append(received.status()).append(' ').append(received.reason()).append('\n');
        received.headers().forEach(h -> text.append(h.name()).append(": ").append(h.value()).append('\n'));
        return text.toString();
    }

    private static VBox box(String title, Node content) {
        var heading = new Label(title);
        heading.getStyleClass().add("panel-title");
        return new VBox(10, heading, content);
    }

    private static final class HopCell extends javafx.scene.control.ListCell<Hop> {

        private final Label method = new Label();
        private final Label url = new Label();
        private final Label status = new Label();
        private final HBox row = new HBox(8, method, url, status);

        HopCell() {
            row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            HBox.setHgrow(url, javafx.scene.layout.Priority.ALWAYS);
            url.setMaxWidth(Double.MAX_VALUE);
            row.setPrefWidth(0);
            method.setMinWidth(Region.USE_PREF_SIZE);
            status.setMinWidth(Region.USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(Hop hop, boolean empty) {
            super.updateItem(hop, empty);
            setGraphic(empty ? null : row);
            if (!empty) {
                Methods.show(method, hop.sent().method());
                url.setText(hop.sent().url());
                var code = hop.received() == null ? 0 : hop.received().status();
                status.setText(code == 0 ? "no answer" : Integer.toString(code));
                status.getStyleClass().setAll("label", "pill", StatusLine.style(code));
            }
        }
    }
}
