package dev.posthorn.ui.oauth;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The code of a device login, large, beside where it is to be typed and how long it holds (RFC 8628).
final class DeviceCode extends VBox {

    private final Instant expires;
    private final Clock clock;
    private final Label left = new Label();

    DeviceCode(URI page, String code, Instant expires, Clock clock, Runnable open) {
        super(8);
        this.expires = expires;
        this.clock = clock;
        getStyleClass().add("device-code");
        setAlignment(Pos.CENTER);
        var where = new Label("Type this code at " + page);
        where.setWrapText(true);
        where.setMinHeight(USE_PREF_SIZE);
        where.getStyleClass().add("muted");
        var shown = new TextField(code);
        shown.setId("device-code");
        shown.setEditable(false);
        shown.setAlignment(Pos.CENTER);
        shown.setPrefColumnCount(Math.max(9, code.length() + 1));
        shown.setMaxWidth(Region.USE_PREF_SIZE);
        shown.getStyleClass().addAll("code", "device-code-text");
        var again = new Button("Open the page");
        again.setId("device-open");
        again.setOnAction(_ -> open.run());
        var row = new HBox(8, Copying.words("device-copy", "Copy the code", () -> code), again);
        row.setAlignment(Pos.CENTER);
        left.setId("device-left");
        left.getStyleClass().addAll("muted", "small");
        getChildren().addAll(where, shown, row, left);
        tick();
    }

    /// Shows how long the code holds by now.
    void tick() {
        var rest = Duration.between(clock.instant(), expires);
        left.setText(rest.isPositive() ? String.format(Locale.ROOT, "The code holds for another %d:%02d.", rest.toMinutes(), rest.toSecondsPart()) : "The code has expired: begin again.");
    }
}
