package dev.posthorn.ui.response;

import dev.posthorn.model.Visual;
import dev.posthorn.ui.kit.Fx;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.web.WebView;

/// The page that a script made of the answer with `pm.visualizer.set`, on white as its writer expects it.
///
/// 1. It is loaded when the tab is looked at, not before: its scripts run then.
/// 2. Scripts, styles, fonts and pictures may come from the web; the page sends nothing by itself, has no frames and no forms.
/// 3. A link leads nowhere: its address is shown, to be copied.
final class VisualTab extends BorderPane {

    private static final String HEAD = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\""
            + "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' http: https: data:; style-src 'unsafe-inline' http: https:; img-src http: https: data: blob:; "
            + "font-src http: https: data:; media-src http: https: data:; form-action 'none'\">"
            + "<style>body { background: #fff; color: #212121; font-family: sans-serif; font-size: 14px; }</style><script>";
    private static final String DATA = "(function () { var data = ";
    private static final String GIVE = "; window.pm = { getData: function (callback) { callback(null, data); } }; })();";

    private WebView view;
    private Visual visual;
    private Visual loaded;
    private String page = "";

    VisualTab() {
        setId("visual");
        getStyleClass().add("visual-tab");
    }

    /// Null for none.
    void show(Visual now) {
        visual = now;
        if (now == null && view != null) {
            loaded = null;
            view.getEngine().loadContent("");
        }
        if (getScene() != null && getParent() != null) {
            load();
        }
    }

    /// The tab is looked at.
    void load() {
        if (visual == null || visual == loaded) {
            return;
        }
        if (view == null) {
            view = new WebView();
            view.setContextMenuEnabled(false);
            view.setPageFill(Color.WHITE);
            view.getEngine().setCreatePopupHandler(_ -> null);
            view.getEngine().locationProperty().addListener((_, _, to) -> stay(to));
            setCenter(view);
        }
        loaded = visual;
        page = page(visual);
        setBottom(null);
        view.getEngine().loadContent(page);
    }

    /// The page of a visual. The data stands in a script: nothing in it ends that.
    static String page(Visual visual) {
        var data = visual.data() == null || visual.data().isBlank() ? "null" : visual.data();
        return HEAD + DATA + data.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + GIVE + "</script></head><body>" + visual.html() + "</body></html>";
    }

    private void stay(String to) {
        if (to != null && !to.isEmpty() && !to.equals("about:blank")) {
            Fx.later(() -> {
                view.getEngine().loadContent(page);
                told(to);
            });
        }
    }

    private void told(String address) {
        var words = new Label("The page links to " + address);
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var copy = new Button("Copy the address");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(_ -> {
            var content = new ClipboardContent();
            content.putString(address);
            Clipboard.getSystemClipboard().setContent(content);
            setBottom(null);
        });
        var bar = new HBox(words, copy);
        bar.getStyleClass().add("body-bar");
        setBottom(bar);
    }

    WebView view() {
        return view;
    }
}
