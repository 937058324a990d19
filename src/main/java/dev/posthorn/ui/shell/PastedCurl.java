package dev.posthorn.ui.shell;

import dev.posthorn.ui.kit.Background;
import java.util.List;
import java.util.regex.Pattern;

/// A curl command that is pasted into the URL turns the tab into that request; its report is offered.
record PastedCurl(Background background, TabEvents events) {
    private static final Pattern CURL = Pattern.compile("^\\s*(\\$\\s+)?curl(\\.exe)?\\s+\\S");

    /// False where the text is no curl command.
    boolean into(RequestDocument document, String text) {
        if (!CURL.matcher(text).find()) {
            return false;
        }
        background.run(() -> Recognised.text(text), what -> {
            if (what.requests() == 1) {
                var item = what.collections().getFirst().collection().requests().findFirst().orElseThrow();
                document.draft().edit(_ -> item.request());
                events.imported("the curl command", what.report(), List.of());
            } else if (what.sources().isEmpty()) {
                events.trouble(String.join(" ", what.troubles()));
            } else {
                events.importText(text);
            }
        }, e -> events.trouble("The curl command cannot be read: " + e.getMessage()));
        return true;
    }
}
