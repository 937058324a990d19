package dev.posthorn.ui.editor;

import java.util.List;
import java.util.Optional;

/// The languages of bodies and scripts, in the order of the chooser.
public final class Languages {

    public static final Language TEXT = new Language("text", "Text", _ -> List.of(), Optional.empty());

    public static final List<Language> ALL = List.of(
            TEXT,
            new Language("json", "JSON", _ -> List.of(), Optional.empty()),
            new Language("xml", "XML", _ -> List.of(), Optional.empty()),
            new Language("html", "HTML", _ -> List.of(), Optional.empty()),
            new Language("javascript", "JavaScript", _ -> List.of(), Optional.empty()));

    private Languages() {}

    /// The language of that id; plain text where it is not known.
    public static Language of(String id) {
        return ALL.stream().filter(l -> l.id().equals(id)).findFirst().orElse(TEXT);
    }
}
