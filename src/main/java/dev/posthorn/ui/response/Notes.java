package dev.posthorn.ui.response;

import dev.posthorn.model.Finding;
import dev.posthorn.model.Mend;
import dev.posthorn.ui.kit.FindingCard;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What is to be known about an answer before it is read: that it is not complete, or what is wrong with its authorization.
final class Notes extends VBox {

    Notes(Label banner, List<Finding> findings, Consumer<Mend> mend) {
        if (!banner.getText().isEmpty()) {
            getChildren().add(banner);
        }
        if (!findings.isEmpty()) {
            var cards = new VBox(8);
            cards.setId("response-findings");
            cards.getStyleClass().add("response-findings");
            findings.forEach(f -> cards.getChildren().add(new FindingCard(FindingCard.Tone.WARNING, f, mend)));
            getChildren().add(cards);
        }
    }
}
