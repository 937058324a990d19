package dev.posthorn.ui.request;

import dev.posthorn.model.SocketMessage;
import dev.posthorn.model.SocketRequest;
import dev.posthorn.ui.editor.CodeEditor;
import dev.posthorn.ui.editor.Languages;
import dev.posthorn.ui.kit.Tips;
import dev.posthorn.ui.kit.Variables;
import dev.posthorn.workbench.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/// The message to send, in one of its types, beside those that are saved with the request. What is typed over a saved one changes it.
final class MessageTab implements RequestTab {

    private static final Map<String, String> TYPES = Map.of("text", "Text", "json", "JSON", "xml", "XML", "html", "HTML", "hex", "Hexadecimal", "base64", "Base64");
    private static final List<String> ORDER = List.of("text", "json", "xml", "html", "hex", "base64");

    private final Draft<SocketRequest> draft;
    private final Consumer<SocketMessage> send;
    private final CodeEditor editor;
    private final SavedMessages saved;
    private final ChoiceBox<String> type = new ChoiceBox<>();
    private final Button beautify = new Button("Beautify");
    private final Button keep = new Button("Save message");
    private final Button sendButton = new Button("Send");
    private final Label trouble = new Label();
    private final BorderPane pane = new BorderPane();
    private SocketMessage scratch = new SocketMessage("", "", "text");
    private boolean showing;
    private boolean open;
    private boolean sending;

    MessageTab(Draft<SocketRequest> draft, RequestServices services, Variables variables, Consumer<SocketMessage> send) {
        this.draft = draft;
        this.send = send;
        editor = new CodeEditor(Languages.TEXT, variables, services.background());
        editor.setId("message");
        editor.onEdit(text -> edit(m -> new SocketMessage(m.name(), text, m.type())));
        saved = new SavedMessages(draft, this::chosen, this::send);
        types();
        beautify.getStyleClass().add("quiet-button");
        beautify.setId("beautify-message");
        beautify.setOnAction(_ -> editor.beautify());
        keep.getStyleClass().add("quiet-button");
        keep.setId("keep-message");
        Tips.on(keep, "Keep it with this request");
        keep.setOnAction(_ -> saved.add(scratch));
        sendButton.setId("send-message");
        Tips.on(sendButton, "Send the message (Ctrl+Enter)");
        sendButton.setOnAction(_ -> send());
        trouble.setId("message-trouble");
        trouble.getStyleClass().add("message-trouble");
        trouble.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        for (var button : List.of(beautify, keep, sendButton)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        var bar = new HBox(8, type, beautify, trouble, gap, keep, sendButton);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("tab-bar");
        editor.setMinSize(0, 0);
        pane.setCenter(editor);
        pane.setBottom(bar);
        pane.setRight(saved.node());
        open(false);
    }

    private void types() {
        type.setId("message-type");
        type.getStyleClass().add("quiet-choice");
        type.setAccessibleText("Type of the message");
        type.getItems().setAll(ORDER);
        type.setConverter(new StringConverter<>() {
            @Override
            public String toString(String id) {
                return id == null ? "" : TYPES.getOrDefault(id, id);
            }

            @Override
            public String fromString(String label) {
                return label;
            }
        });
        type.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (!showing && chosen != null) {
                edit(m -> new SocketMessage(m.name(), m.content(), chosen));
                show();
            }
        });
    }

    /// Changes what is in the composer: a saved message, or the one that is saved nowhere.
    private void edit(java.util.function.UnaryOperator<SocketMessage> change) {
        trouble("");
        var index = saved.chosen();
        if (index < 0) {
            scratch = change.apply(scratch);
            return;
        }
        draft.edit(s -> {
            var all = new ArrayList<>(s.messages());
            all.set(index, change.apply(all.get(index)));
            return s.withMessages(all);
        });
    }

    private SocketMessage composed() {
        var index = saved.chosen();
        return index < 0 || index >= draft.value().messages().size() ? scratch : draft.value().messages().get(index);
    }

    /// Another message was chosen; one that has just been kept leaves the place for new ones empty.
    private void chosen(boolean kept) {
        if (kept) {
            scratch = new SocketMessage("", "", scratch.type());
        }
        trouble("");
        show();
    }

    void send() {
        if (open && !sending) {
            send.accept(composed());
        }
    }

    void open(boolean now) {
        open = now;
        sendButton.getStyleClass().remove("accent");
        if (open) {
            sendButton.getStyleClass().add("accent");
        }
        sendButton.setDisable(!open || sending);
    }

    void sending(boolean under) {
        sending = under;
        sendButton.setText(under ? "Sending…" : "Send");
        sendButton.setDisable(!open || sending);
    }

    void trouble(String sentence) {
        trouble.setText(sentence);
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void show() {
        showing = true;
        saved.show();
        var message = composed();
        if (!type.getItems().contains(message.type())) {
            type.getItems().add(message.type());
        }
        type.getSelectionModel().select(message.type());
        var language = Languages.of(message.type());
        if (editor.language() != language) {
            editor.language(language);
        }
        editor.show(message.content());
        beautify.setVisible(language.format().isPresent());
        keep.setVisible(saved.chosen() < 0);
        keep.setManaged(saved.chosen() < 0);
        showing = false;
    }

    @Override
    public void environmentChanged() {
        editor.recolour();
    }

    @Override
    public void focusFirst() {
        editor.requestFocus();
    }
}
