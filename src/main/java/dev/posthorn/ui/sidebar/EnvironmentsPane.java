package dev.posthorn.ui.sidebar;

import dev.posthorn.store.OpenedEnvironment;
import dev.posthorn.ui.kit.EmptyState;
import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Theme;
import dev.posthorn.ui.kit.Tips;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.octicons.Octicons;

/// The environments: a click shows the variables, the circle puts one to use.
public final class EnvironmentsPane extends VBox {
    /// What the pane asks of the window.
    public interface Events {
        /// An empty name stands for none.
        void choose(String name);

        void edit(OpenedEnvironment environment);

        void create();

        void duplicate(OpenedEnvironment environment);

        /// Takes it away; it can be brought back.
        void delete(OpenedEnvironment environment);

        void export(OpenedEnvironment environment);

        /// What it is marked with, `#rrggbb`; empty for nothing.
        String colour(OpenedEnvironment environment);

        void close(Path file);

        void reveal(Path file);
    }

    private final Events events;
    private final ListView<OpenedEnvironment> list = new ListView<>();
    private final StackPane deck = new StackPane(list);
    private final EmptyState empty;
    private String chosen = "";

    public EnvironmentsPane(Events events) {
        this.events = events;
        this.empty = new EmptyState(Octicons.GLOBE_16, "No environment yet. It holds the values that change from place to place.").action("New environment", events::create);
        getStyleClass().add("sidebar-pane");
        getStylesheets().add(Theme.sheet(EnvironmentsPane.class, "sidebar.css"));
        setId("environments-pane");
        list.setId("environment-list");
        list.getStyleClass().add("environment-list");
        list.setCellFactory(_ -> new Cell());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        setVgrow(deck, Priority.ALWAYS);
        getChildren().addAll(header(), deck);
    }

    private HBox header() {
        var title = new Label("Environments");
        title.getStyleClass().add("panel-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var header = new HBox(title, gap, Icons.button(Octicons.PLUS_16, "New environment", events::create));
        header.getStyleClass().add("sidebar-header");
        return header;
    }

    public void focusList() {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().select(0);
        }
    }

    private void key(KeyEvent key) {
        var at = list.getSelectionModel().getSelectedItem();
        if (at != null && key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
            events.edit(at);
            key.consume();
        } else if (at != null && at.file() != null && !at.environment().globals() && key.getCode() == KeyCode.DELETE) {
            events.delete(at);
            key.consume();
        } else if (at != null && key.isShortcutDown() && key.getCode() == KeyCode.D) {
            events.duplicate(at);
            key.consume();
        } else if (at != null && key.getCode() == KeyCode.SPACE && !at.environment().globals()) {
            toggle(at);
            key.consume();
        }
    }

    private void toggle(OpenedEnvironment environment) {
        var name = environment.environment().name();
        events.choose(name.equals(chosen) ? "" : name);
    }

    /// `inUse` is the name of the chosen environment, empty for none.
    public void show(List<OpenedEnvironment> environments, String inUse) {
        chosen = inUse;
        list.getItems().setAll(environments);
        list.refresh();
        deck.getChildren().setAll(environments.isEmpty() ? empty : list);
    }

    /// A row: the circle that puts it to use, its name, how many variables it holds.
    private final class Cell extends ListCell<OpenedEnvironment> {
        private final FontIcon radio = Icons.of(Octicons.CIRCLE_16);
        private final StackPane hit = new StackPane(radio);
        private final Label name = new Label();
        private final Label count = new Label();
        private final Circle mark = new Circle(4);
        private final HBox row = new HBox(hit, name, mark, new Region(), count);
        private String tip = "";

        Cell() {
            Tips.on(this, () -> tip);
            row.getStyleClass().add("side-row");
            HBox.setHgrow(row.getChildren().get(3), Priority.ALWAYS);
            count.getStyleClass().add("when");
            count.setMinWidth(USE_PREF_SIZE);
            name.setMinWidth(20);
            setPrefWidth(0);
            hit.setOnMouseClicked(click -> {
                if (getItem() != null && !getItem().environment().globals()) {
                    toggle(getItem());
                    click.consume();
                }
            });
            setOnMouseClicked(click -> {
                if (getItem() != null && click.getButton() == MouseButton.PRIMARY) {
                    events.edit(getItem());
                }
            });
            setOnContextMenuRequested(at -> {
                if (getItem() != null) {
                    menu(getItem()).show(this, at.getScreenX(), at.getScreenY());
                }
            });
        }

        private ContextMenu menu(OpenedEnvironment item) {
            var menu = new ContextMenu(entry("Edit", () -> events.edit(item)));
            if (!item.environment().globals()) {
                menu.getItems().add(entry(item.environment().name().equals(chosen) ? "Use none" : "Use this one", () -> toggle(item)));
            }
            menu.getItems().addAll(entry("Duplicate", () -> events.duplicate(item)), entry("Export…", () -> events.export(item)));
            if (item.file() != null && !item.environment().globals()) {
                menu.getItems().add(entry("Delete", () -> events.delete(item)));
            }
            if (item.file() != null) {
                menu.getItems().addAll(entry("Show in the file manager", () -> events.reveal(item.file())), entry("Close", () -> events.close(item.file())));
            }
            return menu;
        }

        private static MenuItem entry(String text, Runnable action) {
            var entry = new MenuItem(text);
            entry.setOnAction(_ -> action.run());
            return entry;
        }

        @Override
        protected void updateItem(OpenedEnvironment item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            tip = "";
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            var on = item.environment().name().equals(chosen);
            radio.setIconCode(item.environment().globals() ? Octicons.GLOBE_16 : on ? Octicons.CHECK_CIRCLE_FILL_16 : Octicons.CIRCLE_16);
            radio.getStyleClass().setAll("ikonli-font-icon", "radio");
            if (on) {
                radio.getStyleClass().add("on");
            }
            name.setText(item.environment().globals() ? "Globals" : item.environment().name());
            var colour = events.colour(item);
            mark.setVisible(colour.matches("#[0-9a-fA-F]{6}"));
            mark.setManaged(mark.isVisible());
            if (mark.isVisible()) {
                mark.setFill(Color.web(colour));
            }
            count.setText(Integer.toString(item.environment().variables().size()));
            tip = item.file() == null ? name.getText() : name.getText() + "\n" + item.file();
            setGraphic(row);
        }
    }
}
