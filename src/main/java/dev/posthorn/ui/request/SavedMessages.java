package dev.posthorn.ui.request;

import dev.posthorn.model.SocketMessage;
import dev.posthorn.model.SocketRequest;
import dev.posthorn.ui.kit.Icons;
import dev.posthorn.workbench.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.cell.TextFieldListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.kordamp.ikonli.octicons.Octicons;

/// The messages that are saved with a WebSocket request: choose one, send it with Enter, rename it with F2, delete it with Delete. Above them
/// stands the message that is saved nowhere.
final class SavedMessages {

    private static final String SCRATCH = "New message";

    private final Draft<SocketRequest> draft;
    private final Consumer<Boolean> chosen;
    private final ListView<String> list = new ListView<>();
    private final BorderPane pane = new BorderPane(list);
    private boolean showing;

    /// @param chosen hears when another one is chosen, with true where it was added just now
    /// @param send   sends the one that is chosen
    SavedMessages(Draft<SocketRequest> draft, Consumer<Boolean> chosen, Runnable send) {
        this.draft = draft;
        this.chosen = chosen;
        list.setId("saved-messages");
        list.getStyleClass().add("saved-messages");
        list.setFixedCellSize(26);
        list.setEditable(true);
        list.setCellFactory(_ -> new Cell());
        list.setOnEditCommit(event -> rename(event.getIndex() - 1, event.getNewValue()));
        list.getSelectionModel().selectedIndexProperty().subscribe((_, now) -> {
            if (!showing && now.intValue() >= 0) {
                chosen.accept(false);
            }
        });
        list.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2 && chosen() >= 0) {
                send.run();
            }
        });
        list.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER && list.getEditingIndex() < 0) {
                send.run();
            } else if (key.getCode() == KeyCode.DELETE && chosen() >= 0) {
                delete();
            } else if (key.getCode() == KeyCode.F2 && chosen() >= 0) {
                list.edit(chosen() + 1);
            } else {
                return;
            }
            key.consume();
        });
        var rename = item("Rename", () -> list.edit(chosen() + 1));
        var delete = item("Delete", this::delete);
        var sending = item("Send", send);
        var menu = new ContextMenu(sending, rename, delete);
        menu.setOnShowing(_ -> {
            rename.setDisable(chosen() < 0);
            delete.setDisable(chosen() < 0);
        });
        list.setContextMenu(menu);
        var title = new Label("Saved messages");
        title.getStyleClass().addAll("muted", "small");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var head = new HBox(4, title, Icons.button(Octicons.PLUS_16, "New saved message", () -> add(new SocketMessage("", "", "text"))));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("saved-head");
        pane.setTop(head);
        pane.getStyleClass().add("saved-pane");
        pane.setPrefWidth(210);
        pane.setMinWidth(120);
        list.setMinHeight(0);
        show();
    }

    private static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        item.setOnAction(_ -> action.run());
        return item;
    }

    Node node() {
        return pane;
    }

    /// The index of the saved message in the composer; -1 for the one that is saved nowhere.
    int chosen() {
        return Math.min(list.getSelectionModel().getSelectedIndex(), list.getItems().size() - 1) - 1;
    }

    void show() {
        showing = true;
        var names = new ArrayList<>(List.of(SCRATCH));
        draft.value().messages().forEach(m -> names.add(m.name()));
        if (!names.equals(list.getItems())) {
            var at = Math.max(0, Math.min(list.getSelectionModel().getSelectedIndex(), names.size() - 1));
            list.getItems().setAll(names);
            list.getSelectionModel().select(at);
        }
        showing = false;
    }

    /// Keeps a message under a name of its own, and chooses it.
    void add(SocketMessage message) {
        var name = free(message.name().isEmpty() ? "Message " + (draft.value().messages().size() + 1) : message.name(), -1);
        draft.edit(s -> {
            var all = new ArrayList<>(s.messages());
            all.add(message.named(name));
            return s.withMessages(all);
        });
        show();
        showing = true;
        list.getSelectionModel().selectLast();
        showing = false;
        chosen.accept(true);
    }

    private String free(String wanted, int except) {
        var taken = new ArrayList<String>();
        for (var i = 0; i < draft.value().messages().size(); i++) {
            if (i != except) {
                taken.add(draft.value().messages().get(i).name().toLowerCase(Locale.ROOT));
            }
        }
        var name = wanted;
        for (var i = 2; taken.contains(name.toLowerCase(Locale.ROOT)); i++) {
            name = wanted + " " + i;
        }
        return name;
    }

    private void rename(int index, String typed) {
        if (index >= 0 && index < draft.value().messages().size() && !typed.isBlank()) {
            var name = free(typed.strip(), index);
            draft.edit(s -> {
                var all = new ArrayList<>(s.messages());
                all.set(index, all.get(index).named(name));
                return s.withMessages(all);
            });
        }
        show();
    }

    private void delete() {
        var index = chosen();
        if (index < 0) {
            return;
        }
        draft.edit(s -> {
            var all = new ArrayList<>(s.messages());
            all.remove(index);
            return s.withMessages(all);
        });
        show();
        chosen.accept(false);
    }

    private final class Cell extends TextFieldListCell<String> {

        Cell() {
            setConverter(new StringConverter<>() {
                @Override
                public String toString(String text) {
                    return text;
                }

                @Override
                public String fromString(String text) {
                    return text;
                }
            });
        }

        @Override
        public void startEdit() {
            if (getIndex() > 0) {
                super.startEdit();
            }
        }

        @Override
        public void updateItem(String name, boolean empty) {
            super.updateItem(name, empty);
            getStyleClass().remove("muted");
            if (!empty && getIndex() == 0) {
                getStyleClass().add("muted");
            }
        }
    }
}
