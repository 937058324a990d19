package dev.posthorn.ui.request;

import java.util.Optional;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.layout.Region;

/// Runs the tests of a request again without sending it: on the last answer, or from its menu on a saved one.
final class RetestButton extends SplitMenuButton {

    private final RequestServices services;

    RetestButton(RequestServices services) {
        this.services = services;
        setText("Run tests again");
        setId("retest");
        setMinWidth(Region.USE_PREF_SIZE);
        getItems().add(new MenuItem());
        setOnAction(_ -> {
            if (services.answered()) {
                services.runTests(Optional.empty());
            } else {
                show();
            }
        });
        setOnShowing(_ -> fill());
    }

    /// Only where there is something to run them on.
    void look() {
        setDisable(!services.answered() && services.examples().isEmpty());
    }

    private void fill() {
        var last = new MenuItem("On the last answer");
        last.setDisable(!services.answered());
        last.setOnAction(_ -> services.runTests(Optional.empty()));
        getItems().setAll(last);
        services.examples().forEach(example -> {
            var item = new MenuItem("On “" + example.name() + "”" + (example.status() == 0 ? "" : " (" + example.status() + ")"));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> services.runTests(Optional.of(example)));
            getItems().add(item);
        });
    }
}
