package dev.posthorn.ui.response;

import dev.posthorn.model.Visual;
import dev.posthorn.ui.kit.Fx;
import dev.posthorn.ui.web.Guest;
import dev.posthorn.ui.web.WebTraffic;
import javafx.concurrent.Worker;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
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
/// 2. Scripts, styles, fonts and pictures may come from the web, by the workspace's proxies and authorities; what could not be had is said below.
///    The page sends nothing by itself, has no frames and no forms.
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
        loaded = visual;
        Thread.ofVirtual().name("visualizer").start(() -> {
            WebTraffic.ofThisProcess().prepareGuests();
            Fx.run(this::run);
        });
    }

    /// Runs the page that is asked for by now.
    private void run() {
        if (loaded == null) {
            return;
        }
        if (view == null) {
            view = new WebView();
            view.setContextMenuEnabled(false);
            view.setPageFill(Color.WHITE);
            Guest.VISUAL.marks(view.getEngine());
            view.getEngine().setCreatePopupHandler(_ -> null);
            view.getEngine().locationProperty().addListener((_, _, to) -> stay(to));
            view.getEngine().getLoadWorker().stateProperty().addListener((_, _, now) -> arrived(now));
            setCenter(view);
        }
        page = page(loaded);
        setBottom(null);
        WebTraffic.ofThisProcess().guestsTrouble();
        view.getEngine().loadContent(page);
    }

    private void arrived(Worker.State now) {
        var trouble = now == Worker.State.SUCCEEDED ? WebTraffic.ofThisProcess().guestsTrouble() : "";
        if (!trouble.isEmpty()) {
            setBottom(bar("The page lacks something that it asked for: " + trouble + "."));
        }
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
        var copy = new Button("Copy the address");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(_ -> {
            var content = new ClipboardContent();
            content.putString(address);
            Clipboard.getSystemClipboard().setContent(content);
            setBottom(null);
        });
        setBottom(bar("The page links to " + address, copy));
    }

    private static HBox bar(String sentence, Node... more) {
        var words = new Label(sentence);
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setTooltip(new Tooltip(sentence));
        HBox.setHgrow(words, Priority.ALWAYS);
        var bar = new HBox(words);
        bar.getChildren().addAll(more);
        bar.getStyleClass().add("body-bar");
        return bar;
    }

    WebView view() {
        return view;
    }
}
