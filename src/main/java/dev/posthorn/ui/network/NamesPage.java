package dev.posthorn.ui.network;

import dev.posthorn.http.tls.HostPattern;
import dev.posthorn.model.Network;
import dev.posthorn.ui.kit.Icons;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// Hosts that are somewhere else than the name servers say.
final class NamesPage extends VBox {

    private final RowList<Row> rows;
    private final Consumer<List<Network.HostOverride>> changed;

    NamesPage(List<Network.HostOverride> hosts, Consumer<List<Network.HostOverride>> changed) {
        super(12);
        this.changed = changed;
        var words = new Label("A host on the left is reached at the address on the right, as with a line in the hosts file. The URL, the Host header and the name in the certificate stay.");
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        rows = new RowList<>("names", "No host is redirected.", "Add a name", () -> {
            var row = new Row("", "");
            add(row);
            row.host.requestFocus();
        });
        getChildren().addAll(words, rows);
        hosts.forEach(h -> add(new Row(h.host(), h.port() == 0 ? h.address() : (h.address().contains(":") ? "[" + h.address() + "]" : h.address()) + ":" + h.port())));
    }

    private void add(Row row) {
        rows.add(row);
        row.look(false);
    }

    private void take() {
        var seen = new HashSet<String>();
        for (var row : rows.rows()) {
            row.look(!seen.add(row.host.getText().strip().toLowerCase(java.util.Locale.ROOT)));
        }
        changed.accept(rows.rows().stream().flatMap(r -> r.value().stream()).toList());
    }

    private final class Row extends VBox {

        private final TextField host;
        private final TextField address;
        private final Note note = new Note("name-note");

        Row(String from, String to) {
            host = Form.text("name-host", from, "api.test, or *.test for all below");
            address = Form.text("name-address", to, "127.0.0.1:8443");
            host.setAccessibleText("Host");
            address.setAccessibleText("Address");
            for (var field : List.of(host, address)) {
                HBox.setHgrow(field, Priority.ALWAYS);
                field.setPrefWidth(240);
                field.setMaxWidth(340);
                field.textProperty().subscribe((_, _) -> take());
            }
            var arrow = Icons.of(Octicons.ARROW_RIGHT_16);
            var line = new HBox(8, host, arrow, address, Icons.button(Octicons.X_16, "Take this name away", () -> {
                rows.remove(this);
                take();
            }));
            line.getStyleClass().add("row-line");
            getChildren().addAll(line, note);
        }

        private void look(boolean twice) {
            var fault = fault();
            if (host.getText().isBlank() && address.getText().isBlank()) {
                note.say(Note.Tone.QUIET, "");
            } else if (!fault.isEmpty()) {
                note.fault(fault);
            } else {
                note.say(Note.Tone.WARNING, twice ? "A row above has this host already, and counts." : "");
            }
        }

        private String fault() {
            var from = HostPattern.fault(host.getText());
            if (!from.isEmpty()) {
                return "Host: " + from + ".";
            }
            if (HostPattern.parse(host.getText()).port() != 0) {
                return "Host: without a port; the address may have one.";
            }
            var to = HostPattern.fault(address.getText());
            return !to.isEmpty() ? "Address: " + to.replace("such as api.test", "such as 127.0.0.1:8443") + "." : address.getText().contains("*") ? "Address: one address, without a star." : "";
        }

        private Optional<Network.HostOverride> value() {
            if (!fault().isEmpty()) {
                return Optional.empty();
            }
            var to = HostPattern.parse(address.getText());
            return Optional.of(new Network.HostOverride(host.getText().strip(), to.host(), to.port()));
        }
    }
}
