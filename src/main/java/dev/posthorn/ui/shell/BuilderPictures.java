package dev.posthorn.ui.shell;

import dev.posthorn.workbench.TabState;
import javafx.scene.control.Label;

/// Brings the query builder and the API page into a state that is worth a picture. Asked again and again until it is true.
final class BuilderPictures {

    private BuilderPictures() {}

    /// The query of the request in front, sent.
    static boolean query(Shell shell) {
        if (!(shell.documents().front().get() instanceof DataServiceDocument)) {
            shell.perform(Action.DATASERVICE);
            return false;
        }
        var known = text(shell, "#ds-known");
        if (known.isEmpty() || known.startsWith("Reading")) {
            return false;
        }
        if (text(shell, "#ds-said").isEmpty()) {
            shell.perform(Action.SEND);
        }
        return !text(shell, "#ds-said").isEmpty() && !text(shell, "#ds-said").startsWith("Waiting");
    }

    /// The API page of the collection in front, its first method sent.
    static boolean api(Shell shell) {
        if (!(shell.documents().front().get() instanceof ApiDocument api)) {
            shell.perform(Action.API_PAGE);
            return false;
        }
        // In a narrow window the code is behind its tab.
        if (shell.root().lookup("#api-list") == null || shell.root().lookup("#api-code") instanceof dev.posthorn.ui.editor.CodeEditor code && code.text().isEmpty()) {
            return false;
        }
        if (api.sent().filter(d -> d.state() instanceof TabState.Idle).isPresent()) {
            shell.perform(Action.SEND);
        }
        return api.sent().filter(d -> d.state() instanceof TabState.Done).isPresent();
    }

    private static String text(Shell shell, String selector) {
        return shell.root().lookup(selector) instanceof Label label ? label.getText() : "";
    }
}
