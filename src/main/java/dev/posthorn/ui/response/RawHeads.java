package dev.posthorn.ui.response;

import dev.posthorn.model.Heads;
import dev.posthorn.model.Hop;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;

/// The heads of an exchange as they were on the wire, sent and received beside each other.
final class RawHeads extends SplitPane {

    private static final double NARROW = 640;

    private final Label sentTitle = title();
    private final Label receivedTitle = title();
    private final TextView sent = view("raw-sent");
    private final TextView received = view("raw-received");

    RawHeads() {
        getStyleClass().add("raw-heads");
        getItems().addAll(side(sentTitle, sent), side(receivedTitle, received));
        widthProperty().addListener((_, _, width) -> setOrientation(width.doubleValue() < NARROW ? Orientation.VERTICAL : Orientation.HORIZONTAL));
    }

    private static Label title() {
        var label = new Label();
        label.getStyleClass().add("raw-title");
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private static TextView view(String id) {
        var view = new TextView();
        view.setId(id);
        view.wrapProperty().set(true);
        return view;
    }

    private static BorderPane side(Label title, TextView view) {
        var side = new BorderPane(view);
        side.setTop(title);
        side.setMinSize(0, 0);
        return side;
    }

    /// Without heads (an answer of an older history) what is known of them is shown instead.
    void show(Hop hop) {
        var heads = hop == null ? Heads.NONE : hop.trace().heads();
        var known = heads.equals(Heads.NONE) && hop != null;
        var lost = hop != null && hop.received() == null;
        var how = heads.raw() ? ", byte for byte" : ", rebuilt and not raw";
        sentTitle.setText(known && lost ? "Not sent" : "As sent" + how);
        receivedTitle.setText(lost && heads.response().isEmpty() ? "Nothing received" : "As received" + how);
        sent.show(new HeadParagraphs(known ? sentText(hop) : heads.request()));
        received.show(new HeadParagraphs(known ? receivedText(hop) : heads.response()));
    }

    /// Both as text, for the clipboard.
    String text() {
        return Caret.text(sent.paragraphs(), Place.START, end(sent), 1_000_000) + "\n" + Caret.text(received.paragraphs(), Place.START, end(received), 1_000_000);
    }

    private static Place end(TextView view) {
        return new Place(Math.max(0, view.paragraphs().count() - 1), Integer.MAX_VALUE);
    }

    private static String sentText(Hop hop) {
        var text = Details.text(hop);
        return text.substring(0, text.indexOf("\n\n") + 1);
    }

    private static String receivedText(Hop hop) {
        var text = Details.text(hop);
        return text.substring(text.indexOf("\n\n") + 2);
    }
}
