package dev.posthorn.ui.request;

import dev.posthorn.ui.editor.VariableField;
import dev.posthorn.ui.kit.Beat;
import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Tips;
import dev.posthorn.ui.kit.Variables;
import dev.posthorn.workbench.TabState;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.octicons.Octicons;

/// Method, URL, Send and Save. While the request is under way Send is Cancel, and tells how long it takes and what has come.
final class UrlBar extends HBox {

    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("within");
    private static final PseudoClass SENDING = PseudoClass.getPseudoClass("sending");

    /// Wide enough for "Cancel  12.3 s · 456.7 MB", so that the ticking moves nothing.
    private static final double SENDING_WIDTH = 190;

    private final MethodChooser method;
    private final VariableField url;
    private final Button send = new Button("Send");
    private final Button save = new Button("Save");
    private final Button explore;
    private final Region dirty = new Region();
    private final Beat clock = Beat.of(this, Duration.ofMillis(100), this::tick);
    private TabState.Sending sending;
    private Predicate<String> explorable = _ -> false;
    private Runnable onExplore = () -> {};

    UrlBar(Variables variables, Consumer<String> methodChanged, Consumer<String> urlChanged, Runnable sendOrCancel, Runnable saved) {
        getStyleClass().add("url-bar");
        method = new MethodChooser(methodChanged);
        url = new VariableField(variables);
        url.setId("url");
        url.prompt("https://…   or {{variable}}/path");
        url.onEdit(urlChanged);
        url.onEnter(sendOrCancel);
        HBox.setHgrow(url, Priority.ALWAYS);
        var address = new HBox(method, url);
        address.getStyleClass().add("address");
        address.focusWithinProperty().subscribe(within -> address.pseudoClassStateChanged(FOCUSED, within));
        HBox.setHgrow(address, Priority.ALWAYS);
        send.setId("send");
        send.getStyleClass().addAll("accent", "send");
        Tips.on(send, () -> sending() ? "Cancel (Esc)" : "Send (Ctrl+Enter)");
        send.setOnAction(_ -> sendOrCancel.run());
        send.setMinWidth(USE_PREF_SIZE);
        save.setId("save");
        Tips.on(save, "Save (Ctrl+S)");
        save.setOnAction(_ -> saved.run());
        save.setMinWidth(USE_PREF_SIZE);
        dirty.getStyleClass().addAll("dot", "changed");
        save.setGraphic(dirty);
        explore = Icons.button(Octicons.TABLE_16, "Explore this OData service (Ctrl+Shift+D)", () -> onExplore.run());
        explore.setId("explore-service");
        explore.setMinWidth(USE_PREF_SIZE);
        explorable("");
        getChildren().addAll(address, explore, send, save);
    }

    void show(String newMethod, String newUrl, boolean changed) {
        if (!method.getEditor().getText().strip().equals(newMethod)) {
            method.show(newMethod);
        }
        url.show(newUrl);
        explorable(newUrl);
        dirty.setVisible(changed);
        dirty.setManaged(changed);
    }

    void show(TabState state) {
        sending = state instanceof TabState.Sending s ? s : null;
        send.pseudoClassStateChanged(SENDING, sending != null);
        if (sending == null) {
            clock.stop();
            send.setText("Send");
            send.setMinWidth(USE_PREF_SIZE);
        } else {
            clock.start();
            send.setMinWidth(SENDING_WIDTH);
            tick();
        }
    }

    private void tick() {
        if (sending != null) {
            var tenths = Duration.between(sending.since(), Instant.now()).toMillis() / 100;
            var time = String.format(Locale.ROOT, "%d.%d s", tenths / 10, tenths % 10);
            send.setText("Cancel  " + time + (sending.onWire() > 0 ? " · " + Bytes.brief(sending.onWire()) : ""));
        }
    }

    /// `taken` gets what is pasted into the URL; where it answers true the URL stays as it is.
    void onPaste(Predicate<String> taken) {
        url.onPaste(taken);
    }

    /// Shows a button beside a URL that `likely` takes for one of an OData service.
    void onExplore(Predicate<String> likely, Runnable action) {
        explorable = likely;
        onExplore = action;
        explorable(url.text());
    }

    private void explorable(String text) {
        explore.setVisible(explorable.test(text));
        explore.setManaged(explore.isVisible());
    }

    boolean sending() {
        return sending != null;
    }

    void focusUrl() {
        url.requestFocus();
        url.selectAll();
    }

    /// Puts the keyboard into the URL, with what is wrong there selected: a `{{variable}}`, or one character.
    void focusUrl(int wrong) {
        var text = url.text();
        var end = text.startsWith("{{", wrong) ? text.indexOf("}}", wrong) + 2 : wrong + 1;
        url.requestFocus();
        url.select(wrong, Math.max(end, wrong + 1));
    }

    void recolour() {
        url.recolour();
    }
}
