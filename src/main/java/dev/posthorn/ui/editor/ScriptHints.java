package dev.posthorn.ui.editor;

import java.time.Duration;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;

/// What comes up where the mouse rests in a script: what is wrong there, else what the name under it means.
final class ScriptHints {

    private static final Duration DELAY = Duration.ofMillis(500);

    private final CodeArea area;
    private final Popup popup = new Popup();

    ScriptHints(CodeArea area, Problems problems, Supplier<ScriptOffers> offers) {
        this.area = area;
        popup.setAutoHide(true);
        area.setMouseOverTextDelay(DELAY);
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, over -> {
            var index = over.getCharacterIndex();
            var place = over.getScreenPosition();
            problems.at(index).ifPresentOrElse(p -> show(sentence(p), place.getX(), place.getY()),
                    () -> show(((IntFunction<VBox>) i -> about(offers.get().about(area.getText(), i))).apply(index), place.getX(), place.getY()));
        });
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, _ -> popup.hide());
    }

    private static VBox sentence(Problem problem) {
        var label = new Label(problem.sentence());
        label.setWrapText(true);
        var box = new VBox(label);
        box.getStyleClass().add("offer-card");
        return box;
    }

    private static VBox about(Offer offer) {
        if (offer == null) {
            return null;
        }
        var card = new CompletionPopup.OfferCard();
        card.show(offer);
        return card;
    }

    private void show(VBox content, double x, double y) {
        if (content == null || area.getScene() == null) {
            return;
        }
        popup.getScene().getStylesheets().setAll(area.getScene().getStylesheets());
        popup.getContent().setAll(content);
        popup.show(area, x + 8, y + 14);
    }
}
