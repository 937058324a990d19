package dev.posthorn.ui.kit;

import dev.posthorn.model.Finding;
import dev.posthorn.model.Mend;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.octicons.Octicons;

/// What is wrong with a login, in words: what it is, what to do, and a button for each thing that the program can do about it.
public final class FindingCard extends HBox {

    /// How bad it is.
    public enum Tone { BAD, WARNING, NOTE }

    private static final Duration MOMENT = Duration.seconds(2);

    /// @param mend does what a button says; copying is done by the card itself, and told too
    public FindingCard(Tone tone, Finding finding, Consumer<Mend> mend) {
        super(10);
        getStyleClass().addAll("finding", tone.name().toLowerCase(Locale.ROOT));
        setId("finding-" + finding.fault());
        var icon = Icons.of(tone == Tone.NOTE ? Octicons.INFO_16 : Octicons.ALERT_16);
        icon.getStyleClass().add("finding-icon");
        var words = new VBox(2, sentence("finding-sentence", finding.sentence(), "strong"));
        if (!finding.advice().isBlank()) {
            words.getChildren().add(sentence("finding-advice", finding.advice(), "plain"));
        }
        if (!finding.mends().isEmpty()) {
            words.getChildren().add(buttons(finding, mend));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(icon, words);
    }

    private static Label sentence(String id, String text, String style) {
        var label = new Label(text);
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private static FlowPane buttons(Finding finding, Consumer<Mend> mend) {
        var row = new FlowPane(8, 6);
        row.getStyleClass().add("finding-mends");
        finding.mends().forEach(m -> row.getChildren().add(button(m, mend)));
        return row;
    }

    /// A button for one thing that can be done.
    public static Button button(Mend mend, Consumer<Mend> does) {
        var button = new Button(mend.label());
        button.setId("mend-" + mend.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        button.setMinWidth(USE_PREF_SIZE);
        // "offline_access" has no letter to be pressed with Alt.
        button.setMnemonicParsing(false);
        button.setOnAction(_ -> {
            if (mend instanceof Mend.Copy copy) {
                copied(button, copy);
            }
            does.accept(mend);
            if (mend instanceof Mend.Change && button.getParent() != null) {
                ticked(button);
            }
        });
        return button;
    }

    /// Of several places that can be tried, the last one that was set has the tick.
    private static void ticked(Button done) {
        done.getParent().getChildrenUnmodifiable().forEach(n -> {
            if (n instanceof Button button) {
                button.setGraphic(button == done ? Icons.of(Octicons.CHECK_16) : null);
            }
        });
    }

    /// The button itself says for a moment that it was done.
    private static void copied(Button button, Mend.Copy copy) {
        copy(copy.text());
        button.setText("Copied");
        var moment = new PauseTransition(MOMENT);
        moment.setOnFinished(_ -> button.setText(copy.label()));
        moment.play();
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
