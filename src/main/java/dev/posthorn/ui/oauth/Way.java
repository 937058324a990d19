package dev.posthorn.ui.oauth;

import org.kordamp.ikonli.octicons.Octicons;

/// Where a person logs in.
public enum Way {
    AS_SET("As the settings say", Octicons.GEAR_16),
    BROWSER("In the system's browser", Octicons.GLOBE_16),
    WINDOW("In a window of Posthorn", Octicons.BROWSER_16),
    PASTE("Elsewhere; paste the address that comes back", Octicons.LINK_16);

    private final String words;
    private final Octicons icon;

    Way(String words, Octicons icon) {
        this.words = words;
        this.icon = icon;
    }

    String words() {
        return words;
    }

    Octicons icon() {
        return icon;
    }
}
