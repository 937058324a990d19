package dev.posthorn.ui.editor;

import dev.posthorn.ui.kit.NameDetailCell;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/// The list of a script's completion, with what is known of the chosen one beside it. The editor keeps the keyboard: arrows choose, Enter or Tab takes, Esc closes.
final class CompletionPopup {

    private static final double ROW = 24;
    private static final int MOST_ROWS = 10;
    private static final double WIDTH = 300;

    private final Popup popup = new Popup();
    private final ListView<Offer> list = new ListView<>();
    private final OfferCard card = new OfferCard();
    private final HBox both = new HBox(4, list, card);
    private Consumer<Offer> taken = _ -> {};
    private boolean enterTakes;

    CompletionPopup() {
        list.getStyleClass().add("suggestions");
        list.setId("completion");
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setPrefWidth(WIDTH);
        list.setMinWidth(WIDTH);
        list.setCellFactory(_ -> new NameDetailCell<>(Offer::label, Offer::detail, 120, WIDTH - 28));
        list.setOnMouseClicked(click -> {
            if (click.getClickCount() == 1 && !list.getSelectionModel().isEmpty()) {
                take();
            }
        });
        list.getSelectionModel().selectedItemProperty().addListener((_, _, offer) -> card.show(offer));
        both.setFillHeight(false);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
        popup.getContent().add(both);
    }

    /// `enter`: Enter takes the chosen one; else it means the text, and Tab takes.
    void show(Node owner, double screenX, double screenY, List<Offer> offers, boolean enter, Consumer<Offer> onTaken) {
        if (offers.isEmpty() || owner.getScene() == null || owner.getScene().getWindow() == null) {
            hide();
            return;
        }
        taken = onTaken;
        enterTakes = enter;
        if (!offers.equals(list.getItems())) {
            list.getItems().setAll(offers);
        }
        list.getSelectionModel().selectFirst();
        card.show(offers.getFirst());
        list.scrollTo(0);
        list.setPrefHeight(Math.min(MOST_ROWS, offers.size()) * ROW + 10);
        list.setMinHeight(Math.min(MOST_ROWS, offers.size()) * ROW + 10);
        if (!popup.isShowing()) {
            popup.getScene().getStylesheets().setAll(owner.getScene().getStylesheets());
            popup.show(owner, screenX, screenY);
        }
    }

    boolean showing() {
        return popup.isShowing();
    }

    void hide() {
        popup.hide();
    }

    List<Offer> offered() {
        return List.copyOf(list.getItems());
    }

    /// Takes part in the editor's keys: consumes those that are meant for the list.
    void key(KeyEvent key) {
        if (!showing()) {
            return;
        }
        switch (key.getCode()) {
            case UP -> move(-1);
            case DOWN -> move(1);
            case PAGE_UP -> move(-MOST_ROWS + 1);
            case PAGE_DOWN -> move(MOST_ROWS - 1);
            case ESCAPE -> hide();
            case TAB -> {
                if (key.isShiftDown() || key.isShortcutDown()) {
                    hide();
                    return;
                }
                take();
            }
            case ENTER -> {
                if (!enterTakes || key.isShiftDown() || key.isShortcutDown()) {
                    hide();
                    return;
                }
                take();
            }
            case LEFT, RIGHT, HOME, END -> {
                hide();
                return;
            }
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void move(int by) {
        var model = list.getSelectionModel();
        var size = list.getItems().size();
        var wanted = model.getSelectedIndex() + by;
        model.select(Math.abs(by) == 1 ? Math.floorMod(wanted, size) : Math.clamp(wanted, 0, size - 1));
        enterTakes = true;
        list.scrollTo(Math.max(0, model.getSelectedIndex() - MOST_ROWS + 1));
    }

    private void take() {
        var chosen = list.getSelectionModel().getSelectedItem();
        hide();
        if (chosen != null) {
            taken.accept(chosen);
        }
    }

    /// What is known of a member: how it is written, a sentence, an example.
    static final class OfferCard extends VBox {

        private final Label title = new Label();
        private final Label about = new Label();
        private final Label example = new Label();

        OfferCard() {
            getStyleClass().add("offer-card");
            title.getStyleClass().addAll("mono", "offer-title");
            example.getStyleClass().addAll("mono", "offer-example");
            for (var label : List.of(title, about, example)) {
                label.setWrapText(true);
                label.setMinHeight(Region.USE_PREF_SIZE);
            }
            getChildren().addAll(title, about, example);
        }

        void show(Offer offer) {
            var told = offer != null && !offer.title().isEmpty();
            setVisible(told);
            if (told) {
                title.setText(offer.title());
                about.setText(offer.about());
                example.setText(offer.example());
                example.setManaged(!offer.example().isEmpty());
                example.setVisible(!offer.example().isEmpty());
            }
        }
    }
}
