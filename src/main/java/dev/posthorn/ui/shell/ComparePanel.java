package dev.posthorn.ui.shell;

import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Both versions of what was changed here and outside, beside each other, with the choice below.
final class ComparePanel extends Sheet {
    ComparePanel(EditedDocument<?> document, Runnable close) {
        super("compare-panel", "Two versions of “" + document.title().get() + "”", 980, close);
        var versions = document.versions();
        var view = new CompareView();
        VBox.setVgrow(view, Priority.ALWAYS);
        view.show("Yours, in this tab", versions.getFirst(), "Theirs, on disk", versions.getLast());
        body(view);
        beside(words("They differ in: " + document.differences() + "."));
        button("compare-close", "Decide later", close);
        button("compare-mine", "Keep yours", () -> {
            close.run();
            document.keepMine();
        });
        button("compare-theirs", "Take theirs", () -> {
            close.run();
            document.takeTheirs();
        });
    }
}
