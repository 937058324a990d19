package dev.posthorn.ui.oauth;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// After some time of waiting: what to do where the browser shows an error of the provider, which never comes back to us. By far the most frequent one is about the redirect URL.
final class RedirectHint extends HBox {

    /// Whoever is quick has logged in by then.
    static final long SECONDS = 15;

    private RedirectHint(String redirect) {
        super(8);
        setId("login-redirect-hint");
        setAlignment(Pos.CENTER_LEFT);
        var words = new Label("Does the browser show an error about the redirect URL? Then register exactly this one at the provider: " + redirect);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        words.getStyleClass().add("muted");
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(words, Copying.words("login-copy-redirect", "Copy redirect URL", () -> redirect));
    }

    /// Empty where the page names no redirect URL.
    static Optional<RedirectHint> of(URI page) {
        var query = page.getRawQuery() == null ? "" : page.getRawQuery();
        return Arrays.stream(query.split("&")).filter(pair -> pair.startsWith("redirect_uri=")).map(pair -> URLDecoder.decode(pair.substring("redirect_uri=".length()), StandardCharsets.UTF_8))
                .filter(redirect -> !redirect.isBlank()).findFirst().map(RedirectHint::new);
    }
}
