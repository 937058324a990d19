package dev.posthorn.ui.shell;

import dev.posthorn.formats.Report;
import dev.posthorn.model.Failure;
import dev.posthorn.model.SocketRequest;
import dev.posthorn.store.VariableKey;
import java.util.List;

/// What the tabs ask of the window.
interface TabEvents {
    /// Null takes the question away.
    void ask(AskBar bar);

    /// Other tabs are open, in front or changed.
    void changed();

    /// The history has a new row.
    void sent();

    /// `demo` is empty while the demo server does not run.
    void numbers(String demo, int cookies);

    /// Shows the jar; the host of `url` is chosen where it has cookies.
    void cookies(String url);

    void environments();

    /// Variables have other values on this machine.
    void valuesChanged();

    /// Opens the network settings where they mend that failure.
    void network(Failure failure);

    /// Explores the OData service that a request asks.
    void explore(RequestDocument request);

    /// Shows each answer of a batch by itself.
    void takeApart(RequestDocument request);

    /// Asks for the name and the folder of a new request.
    void askWhere(String suggested, SavePanel.Decided decided);

    /// Closes a tab with what is in it.
    void discard(Document document);

    /// Shows both versions of what was changed here and outside.
    void compare(EditedDocument<?> document);

    /// Tells of an import: what became of its parts, and what went wrong in sentences.
    void imported(String what, Report report, List<String> troubles);

    void importText(String text);

    /// Opens a WebSocket request that is saved nowhere yet.
    void openSocket(SocketRequest request);

    void fillIn(List<VariableKey> missing);

    void tell(String what);

    void trouble(String sentence);

    void offer(String sentence, String action, Runnable does);
}
