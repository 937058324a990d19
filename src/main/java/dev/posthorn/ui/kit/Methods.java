package dev.posthorn.ui.kit;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;

/// HTTP methods as coloured badges, the same colour wherever a method is shown.
public final class Methods {

    public static final List<String> USUAL = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    private Methods() {}

    /// The style class that colours a method: `method-get` … `method-delete`, `method-ws`, `method-other` for all others.
    public static String style(String method) {
        return switch (method.toUpperCase(Locale.ROOT)) {
            case "GET", "POST", "PUT", "PATCH", "DELETE", "WS" -> "method-" + method.toLowerCase(Locale.ROOT);
            default -> "method-other";
        };
    }

    /// The method in at most five letters, as it fits a tree row.
    public static String brief(String method) {
        var upper = method.toUpperCase(Locale.ROOT);
        return switch (upper) {
            case "DELETE" -> "DEL";
            case "OPTIONS" -> "OPT";
            case "PROPFIND" -> "PROPF";
            default -> upper.length() > 5 ? upper.substring(0, 5) : upper;
        };
    }

    public static Label badge(String method) {
        var label = new Label();
        show(label, method);
        return label;
    }

    /// Makes `label` show another method; for cells that are used again.
    public static void show(Label label, String method) {
        label.setText(brief(method));
        label.getStyleClass().setAll("label", "method", style(method));
    }
}
