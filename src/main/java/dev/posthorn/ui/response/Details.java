package dev.posthorn.ui.response;

import dev.posthorn.model.Hop;
import dev.posthorn.model.Response;
import dev.posthorn.model.Timings;
import dev.posthorn.ui.kit.Methods;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the parts of the status line open: phases, sizes, hops, connection.
final class Details {

    private static final double BAR = 160;

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
        var grid = grid();
        var total = Math.max(1, response.timings().total().toNanos());
        var before = 0L;
        var row = 0;
        for (var phase : phases(response.timings()).entrySet()) {
            var took = phase.getValue().toNanos();
            var bar = new Region();
            bar.getStyleClass().add("phase-bar");
            bar.setMinSize(Math.max(took == 0 ? 0 : 2, BAR * took / total), 8);
            bar.setMaxSize(bar.getMinWidth(), 8);
            bar.setTranslateX(BAR * before / total);
            var lane = new HBox(bar);
            lane.setMinWidth(BAR);
            lane.getStyleClass().add("phase-lane");
            grid.addRow(row++, new Label(phase.getKey()), lane, value(took == 0 ? "–" : Amounts.time(phase.getValue())));
            before += took;
        }
        grid.addRow(row++, strong("Total"), new Region(), strongValue(Amounts.time(response.timings().total())));
        if (hops.size() > 1) {
            var all = hops.stream().filter(h -> h.received() != null).map(h -> h.received().timings().total()).reduce(Duration.ZERO, Duration::plus);
            grid.addRow(row, strong("All " + hops.size() + " exchanges"), new Region(), strongValue(Amounts.time(all)));
        }
        return box("Time", grid);
    }

    private static Map<String, Duration> phases(Timings timings) {
        var phases = new LinkedHashMap<String, Duration>();
        phases.put("Queue", timings.queue());
        phases.put("DNS", timings.dns());
        phases.put("Connect", timings.connect());
        phases.put("TLS", timings.tls());
        phases.put("Send", timings.send());
        phases.put("Wait", timings.waiting());
        phases.put("Receive", timings.receive());
        return phases;
    }

    static Node sizes(Response response) {
        var sizes = response.sizes();
        var grid = grid();
        grid.addRow(0, strong("Response"), new Region(), new Region());
        grid.addRow(1, new Label("Headers"), new Region(), value(exact(sizes.responseHead())));
        grid.addRow(2, new Label("Body"), new Region(), value(exact(sizes.body())));
        grid.addRow(3, new Label("Body on the wire"), new Region(), value(exact(sizes.bodyOnWire()) + saved(sizes.body(), sizes.bodyOnWire())));
        grid.addRow(4, strong("Request"), new Region(), new Region());
        grid.addRow(5, new Label("Headers"), new Region(), value(exact(sizes.requestHead())));
        grid.addRow(6, new Label("Body"), new Region(), value(exact(sizes.requestBody())));
        return box("Size", grid);
    }

    private static String exact(long bytes) {
        return bytes < 1_000 ? Amounts.bytes(bytes) : String.format(java.util.Locale.ROOT, "%s (%,d bytes)", Amounts.bytes(bytes), bytes);
    }

    private static String saved(long body, long wire) {
        return wire >= body || body == 0 ? "" : ", compressed to " + Math.max(1, wire * 100 / body) + " %";
    }

    static Node connection(Response response) {
        var grid = grid();
        grid.addRow(0, new Label("Protocol"), new Region(), value(response.protocol()));
        grid.addRow(1, new Label("Answered by"), new Region(), value(response.remote().isEmpty() ? "not known" : response.remote()));
        return box("Connection", grid);
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

    private static GridPane grid() {
        var grid = new GridPane(16, 5);
        var right = new ColumnConstraints();
        right.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(new ColumnConstraints(), new ColumnConstraints(), right);
        return grid;
    }

    private static Label value(String text) {
        var label = new Label(text);
        label.getStyleClass().add("value");
        return label;
    }

    private static Label strong(String text) {
        var label = new Label(text);
        label.getStyleClass().add("strong");
        return label;
    }

    private static Label strongValue(String text) {
        var label = strong(text);
        label.getStyleClass().add("value");
        return label;
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
