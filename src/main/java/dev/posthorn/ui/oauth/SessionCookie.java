package dev.posthorn.ui.oauth;

import dev.posthorn.model.Cookie;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// One cookie of a session: its name, its value covered until the eye is pressed, and where it goes.
final class SessionCookie extends HBox {

    private static final double WIDTH = 512;
    private static final double NAME = 112;
    private static final double PLACE = 184;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    SessionCookie(Cookie cookie) {
        super(8);
        setId("session-cookie-" + cookie.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", ""));
        setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(WIDTH);
        getStyleClass().add("session-cookie");
        var name = new Label(cookie.name());
        name.getStyleClass().add("code");
        name.setMinWidth(NAME);
        name.setPrefWidth(NAME);
        var place = new Label(cookie.path() + (cookie.expires() == null ? " · until the session ends" : " · until " + WHEN.format(cookie.expires())));
        place.getStyleClass().addAll("muted", "small");
        place.setMinWidth(60);
        place.setPrefWidth(PLACE);
        var value = new Secret("session-value", "the value of " + cookie.name());
        value.show(cookie.value());
        HBox.setHgrow(value, Priority.ALWAYS);
        getChildren().addAll(name, value, place);
    }
}
