package dev.posthorn.ui.response;

import dev.posthorn.model.Hop;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/// Chooses one of the exchanges of a send: "2 · GET http://…/next → 302". Not to be seen where there was only one.
final class HopChooser extends ComboBox<Hop> {

    HopChooser(String id) {
        setId(id);
        setMaxWidth(360);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(Hop hop) {
                if (hop == null) {
                    return "";
                }
                var status = hop.received() == null ? "no answer" : Integer.toString(hop.received().status());
                return getItems().indexOf(hop) + 1 + " · " + hop.sent().method() + " " + hop.sent().url() + " → " + status;
            }

            @Override
            public Hop fromString(String text) {
                return null;
            }
        });
    }

    /// The last is chosen.
    void show(List<Hop> hops) {
        getItems().setAll(hops);
        setVisible(hops.size() > 1);
        setManaged(hops.size() > 1);
        setValue(hops.isEmpty() ? null : hops.getLast());
    }
}
