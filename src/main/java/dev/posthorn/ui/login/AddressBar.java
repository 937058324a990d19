package dev.posthorn.ui.login;

import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Tips;
import java.net.URI;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.octicons.Octicons;

/// Whose page is shown: host and lock, with Back and Reload before and the ways out behind.
final class AddressBar extends VBox {

    private final FontIcon lock = Icons.of(Octicons.LOCK_16);
    private final Label host = new Label();
    private final Label rest = new Label();
    private final ProgressBar progress = new ProgressBar();

    AddressBar(Runnable back, Runnable reload, Runnable elsewhere, Runnable cancel) {
        getStyleClass().add("address-bar");
        host.setId("login-host");
        host.getStyleClass().add("host");
        host.setMinWidth(USE_PREF_SIZE);
        rest.getStyleClass().add("rest");
        rest.setMinWidth(0);
        var address = new HBox(lock, host, rest);
        address.getStyleClass().add("address");
        HBox.setHgrow(address, Priority.ALWAYS);
        var end = new Button("Cancel");
        end.setId("login-cancel");
        end.setMinWidth(USE_PREF_SIZE);
        end.setOnAction(_ -> cancel.run());
        var row = new HBox(Icons.button(Octicons.ARROW_LEFT_16, "Back (Alt+Left)", back), Icons.button(Octicons.SYNC_16, "Reload (Ctrl+R)", reload), address,
                Icons.button(Octicons.LINK_EXTERNAL_16, "Open in the system's browser", elsewhere), end);
        row.getStyleClass().add("row");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.getStyleClass().add("load");
        getChildren().addAll(row, progress);
    }

    ProgressBar progress() {
        return progress;
    }

    /// Shows an address; of one that cannot be read, all of it.
    void show(String url) {
        try {
            var uri = URI.create(url);
            var secure = "https".equals(uri.getScheme());
            host.setText(uri.getAuthority() == null ? url : uri.getRawAuthority().replaceFirst("^.*@", ""));
            rest.setText(uri.getRawPath() == null ? "" : uri.getRawPath());
            lock.setIconCode(secure ? Octicons.LOCK_16 : Octicons.UNLOCK_16);
            lock.getStyleClass().removeAll("secure", "open");
            lock.getStyleClass().add(secure ? "secure" : "open");
            Tips.on(host, secure ? "The connection to this host is encrypted, and its certificate was checked." : "The connection to this host is not encrypted.");
        } catch (IllegalArgumentException e) {
            host.setText(url);
            rest.setText("");
        }
    }
}
