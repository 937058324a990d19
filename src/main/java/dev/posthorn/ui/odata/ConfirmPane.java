package dev.posthorn.ui.odata;

import dev.posthorn.model.Body;
import dev.posthorn.model.Request;
import dev.posthorn.ui.editor.CodeEditor;
import dev.posthorn.ui.editor.Languages;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Variables;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Shows the request that would be sent, before it is: nothing is changed at a service without a look at it.
final class ConfirmPane extends BorderPane {

    /// What can be decided.
    interface Events {
        void send(Changing changing);

        /// Keeps it for a batch.
        void together(Changing changing);

        void open(Changing changing);

        void back();
    }

    private final Label trouble = new Label();
    private final Button send;
    private boolean underWay;

    /// @param batch whether it can go into a batch
    ConfirmPane(Changing changing, boolean batch, Background background, Variables variables, Events events) {
        setId("odata-confirm");
        getStyleClass().add("odata-sheet");
        var title = new Label(changing.title());
        title.getStyleClass().add("panel-title");
        title.setWrapText(true);
        trouble.setId("odata-confirm-trouble");
        trouble.getStyleClass().add("odata-fault");
        trouble.setWrapText(true);
        trouble.setMinHeight(USE_PREF_SIZE);
        trouble(null);
        send = new Button(switch (changing.kind()) {
            case DELETE -> "Delete";
            case UNLINK -> "Unlink";
            case CREATE, UPDATE, LINK, FILE, CALL -> changing.request().method().equals("GET") ? "Call" : "Send";
        });
        send.setId("odata-confirm-send");
        send.getStyleClass().add(changing.kind() == Changing.Kind.DELETE ? "danger" : "accent");
        send.setOnAction(_ -> {
            if (!underWay) {
                events.send(changing);
            }
        });
        var together = new Button("Send together later");
        together.setId("odata-confirm-together");
        together.setDisable(!batch);
        together.setOnAction(_ -> events.together(changing));
        dev.posthorn.ui.kit.Tips.on(together, "Puts it into a batch with other changes");
        var open = new Button("Open as a request");
        open.setOnAction(_ -> events.open(changing));
        var back = new Button("Back");
        back.setOnAction(_ -> events.back());
        dev.posthorn.ui.kit.Tips.on(back, "Back (Esc)");
        var buttons = new FlowPane(8, 8, send, together, open, back);
        setTop(new VBox(8, title, buttons, trouble));
        var text = new CodeEditor(Languages.TEXT, variables, background);
        text.setId("odata-confirm-text");
        text.readOnly();
        text.show(text(changing.request()));
        setCenter(text);
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                events.back();
                key.consume();
            }
        });
    }

    /// The request as people read it.
    static String text(Request request) {
        var head = request.method() + " " + request.url() + "\n" + request.headers().stream().filter(h -> h.enabled()).map(h -> h.key() + ": " + h.value()).collect(Collectors.joining("\n"));
        return switch (request.body()) {
            case Body.Raw raw -> head + "\n\n" + raw.text();
            case Body.Binary file -> head + "\n\n(the bytes of " + file.source() + ")";
            case null, default -> head;
        };
    }

    /// Why the service refused it; null for nothing.
    void trouble(String sentence) {
        trouble.setText(sentence == null ? "" : sentence);
        trouble.setVisible(sentence != null);
        trouble.setManaged(sentence != null);
        underWay = false;
    }

    /// A second press sends nothing. The button stays as it is: one that is disabled gives the keyboard to the next.
    void sending() {
        underWay = true;
    }

    void focusSend() {
        send.requestFocus();
    }
}
