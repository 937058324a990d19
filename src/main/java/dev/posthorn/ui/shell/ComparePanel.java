package dev.posthorn.ui.shell;

import dev.posthorn.model.Request;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Both versions of a request that was changed here and outside, beside each other, with the choice below.
final class ComparePanel extends Sheet {
    ComparePanel(String name, Request mine, Request theirs, Runnable keepMine, Runnable takeTheirs, Runnable close) {
        super("compare-panel", "Two versions of “" + name + "”", 980, close);
        var view = new CompareView();
        VBox.setVgrow(view, Priority.ALWAYS);
        view.show("Yours, in this tab", RequestText.of(mine), "Theirs, on disk", RequestText.of(theirs));
        body(view);
        beside(words("They differ in: " + RequestText.changes(theirs, mine) + "."));
        button("compare-close", "Decide later", close);
        button("compare-mine", "Keep yours", () -> {
            close.run();
            keepMine.run();
        });
        button("compare-theirs", "Take theirs", () -> {
            close.run();
            takeTheirs.run();
        });
    }
}
