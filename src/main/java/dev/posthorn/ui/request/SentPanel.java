package dev.posthorn.ui.request;

import dev.posthorn.auth.AuthTypes;
import dev.posthorn.model.Auth;
import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Tips;
import dev.posthorn.workbench.Context;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// "What will be sent": the headers and parameters that the authorization adds, secrets masked until the eye is pressed, and which level sets it.
final class SentPanel extends VBox {

    private final RequestServices services;
    private final Subject subject;
    private final ToggleButton eye = new ToggleButton(null, Icons.of(Octicons.EYE_16));
    private final VBox content = new VBox(8);
    private Context.Effective shown;

    SentPanel(RequestServices services, Subject subject) {
        this.services = services;
        this.subject = subject;
        getStyleClass().add("sent-panel");
        var title = new Label("What will be sent");
        title.getStyleClass().add("panel-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        eye.getStyleClass().add("icon-button");
        eye.setId("reveal");
        Tips.on(eye, "Show or hide the secrets");
        eye.setAccessibleText("Show or hide the secrets");
        eye.setOnAction(_ -> refresh());
        var top = new HBox(title, gap, eye);
        top.getStyleClass().add("title-row");
        getChildren().addAll(top, content);
    }

    void show(Auth own) {
        shown = services.context().auth(own);
        refresh();
    }

    private void refresh() {
        content.getChildren().clear();
        var auth = shown.auth();
        eye.setVisible(false);
        if (auth.type().equals(Auth.NONE.type())) {
            sentence(shown.from().isEmpty() ? subject == Subject.COLLECTION ? "Nothing: this collection sets no authorization."
                    : "Nothing: neither " + subject.words() + " nor a folder or collection above it sets an authorization."
                    : "Nothing: no authorization is set.");
        } else if (AuthTypes.of(auth.type()).isEmpty()) {
            sentence(AuthTypes.label(auth.type()) + " is kept in the file with all its values, but this version cannot sign with it yet, so sending stops with that sentence.");
        } else {
            lines(auth);
        }
        origin();
    }

    private void lines(Auth auth) {
        var sent = WhatWillBeSent.of(auth, services.scopes(), services.surroundings());
        sent.lines().forEach(line -> {
            var name = new Label(line.where().equals("header") ? line.name() + ":" : "?" + line.name() + "=");
            name.setMinWidth(USE_PREF_SIZE);
            var value = new Label(eye.isSelected() ? line.value() : line.masked());
            value.getStyleClass().add("muted");
            var row = new HBox(8, name, value);
            row.getStyleClass().addAll("sent-line", "code");
            content.getChildren().add(row);
        });
        eye.setVisible(!sent.lines().isEmpty());
        if (sent.lines().isEmpty() && sent.problem().isEmpty()) {
            sentence("Nothing yet: fill in the form.");
        }
        if (!sent.problem().isEmpty()) {
            sentence(sent.problem());
        }
        if (!sent.missing().isEmpty()) {
            var warning = new Label("! no value for " + String.join(", ", sent.missing().stream().map(m -> "{{" + m + "}}").toList()));
            warning.getStyleClass().addAll("pill", "warning");
            warning.setWrapText(true);
            content.getChildren().add(warning);
        }
        AuthTypes.of(auth.type()).ifPresent(type -> sentence(type.summary()));
    }

    private void origin() {
        if (!shown.from().isEmpty() && !shown.from().equals("this request")) {
            var text = new Label("Inherited from");
            text.getStyleClass().add("muted");
            var link = new Hyperlink(shown.from());
            link.setId("inherited-from");
            link.setOnAction(_ -> services.goTo(shown.from()));
            var row = new HBox(4, text, link);
            row.getStyleClass().add("link-row");
            content.getChildren().add(row);
        }
    }

    private void sentence(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().addAll("muted", "small");
        content.getChildren().add(label);
    }
}
