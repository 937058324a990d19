package dev.posthorn.ui.oauth;

import dev.posthorn.oauth.Application;
import dev.posthorn.ui.kit.Icons;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.octicons.Octicons;

/// The sign of an application: a symbol, a small picture, or the first letter of its name on a colour of its own.
final class ApplicationIcon extends StackPane {

    /// Letters have one of these colours, always the same for a name: style classes `hue-0` and so on.
    private static final int HUES = 6;

    /// The symbols that can be chosen, by the names that files have for them.
    static final Map<String, Octicons> SYMBOLS = symbols();

    ApplicationIcon(Application application, double size) {
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        setAlignment(Pos.CENTER);
        getStyleClass().addAll("application-icon", "hue-" + Math.floorMod(application.name().hashCode() * 0x9E3779B9 >>> 20, HUES));
        getChildren().add(sign(application, size));
    }

    private static Map<String, Octicons> symbols() {
        var all = new LinkedHashMap<String, Octicons>();
        all.put("globe", Octicons.GLOBE_16);
        all.put("server", Octicons.SERVER_16);
        all.put("database", Octicons.DATABASE_16);
        all.put("people", Octicons.PEOPLE_16);
        all.put("briefcase", Octicons.BRIEFCASE_16);
        all.put("workflow", Octicons.WORKFLOW_16);
        all.put("rocket", Octicons.ROCKET_16);
        all.put("key", Octicons.KEY_16);
        all.put("beaker", Octicons.BEAKER_16);
        return java.util.Collections.unmodifiableMap(all);
    }

    private static Node sign(Application application, double size) {
        if (application.image().startsWith("data:image/")) {
            var picture = picture(application.image(), size);
            if (picture != null) {
                return picture;
            }
        }
        var symbol = SYMBOLS.get(application.image());
        return symbol != null ? Icons.of(symbol) : new Label(letter(application.name()));
    }

    /// Null for what is no picture after all.
    private static Node picture(String data, double size) {
        try {
            var bytes = Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1));
            var image = new Image(new ByteArrayInputStream(bytes), size * 2, size * 2, true, true);
            if (image.isError()) {
                return null;
            }
            var view = new ImageView(image);
            view.setFitWidth(size);
            view.setFitHeight(size);
            view.setPreserveRatio(true);
            var clip = new Rectangle(size, size);
            clip.setArcWidth(12);
            clip.setArcHeight(12);
            view.setClip(clip);
            return view;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    private static String letter(String name) {
        return name.isBlank() ? "?" : name.strip().substring(0, name.strip().offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }
}
