package dev.posthorn.ui.oauth;

import dev.posthorn.oauth.Application;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Asks before an application goes, since its logins are revoked at the server and no undo brings them back.
final class AskRemoval extends HBox {

    private final Label question = new Label();
    private final Button delete = new Button("Delete");
    private final Button keep = new Button("Keep it");
    private String id = "";

    AskRemoval() {
        super(8);
        setId("application-ask");
        getStyleClass().add("application-ask");
        setAlignment(Pos.CENTER_LEFT);
        question.setWrapText(true);
        question.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(question, Priority.ALWAYS);
        question.setMaxWidth(Double.MAX_VALUE);
        delete.setId("application-delete-sure");
        delete.setMinWidth(Region.USE_PREF_SIZE);
        keep.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(question, delete, keep);
    }

    AskRemoval show(Application application, int logins, Runnable yes, Runnable no) {
        id = application.id();
        question.setText("Delete “" + application.name() + "”?" + (logins == 0 ? "" : logins == 1 ? " Its login is revoked at the server." : " Its " + logins + " logins are revoked at the server.")
                + " Requests that chose it will have no authorization until they choose another.");
        delete.setOnAction(_ -> yes.run());
        keep.setOnAction(_ -> no.run());
        setOnKeyPressed(key -> escape(key, no));
        return this;
    }

    private static void escape(KeyEvent key, Runnable no) {
        if (key.getCode() == KeyCode.ESCAPE) {
            no.run();
            key.consume();
        }
    }

    void focusAnswer() {
        keep.requestFocus();
    }

    boolean isFor(String application) {
        return id.equals(application);
    }
}
