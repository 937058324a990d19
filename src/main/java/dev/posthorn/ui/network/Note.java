package dev.posthorn.ui.network;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The words under a field: what is wrong with it, or what was found. Without words it takes no room.
final class Note extends Label {

    enum Tone { QUIET, GOOD, WARNING, BAD }

    Note(String id) {
        setId(id);
        getStyleClass().add("field-note");
        setWrapText(true);
        setMinHeight(Region.USE_PREF_SIZE);
        say(Tone.QUIET, "");
    }

    void say(Tone tone, String text) {
        getStyleClass().removeAll("quiet", "good", "warning", "bad");
        getStyleClass().add(tone.name().toLowerCase(java.util.Locale.ROOT));
        setText(text);
        setVisible(!text.isEmpty());
        setManaged(!text.isEmpty());
    }

    /// An empty text means that nothing is wrong.
    boolean fault(String text) {
        say(Tone.BAD, text);
        return !text.isEmpty();
    }
}
