package dev.posthorn.ui.shell;

import dev.posthorn.model.Finding;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.VariableChange;
import dev.posthorn.store.VariableKey;
import dev.posthorn.ui.request.RequestPane;
import dev.posthorn.ui.response.ResponsePane;
import dev.posthorn.ui.sidebar.Place;
import dev.posthorn.workbench.Context;
import dev.posthorn.workbench.Workbench;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// What the tab of a request asks of the window.
interface RequestHost extends EditedDocument.Asked {
    Workbench workbench();

    /// Where a request of that place stands; null for one of no collection.
    Context context(Place place);

    RequestPane requestPane(RequestDocument document);

    ResponsePane responsePane(RequestDocument document);

    boolean responseBeside();

    /// The share of the request editor, 0 to 1.
    double splitPosition();

    void splitMoved(double share);

    /// The secrets without a value that a request of that place may need.
    List<VariableKey> missingSecrets(Place place);

    void fillIn(List<VariableKey> missing);

    /// What there is to say about the authorization of an answer; told on the FX thread.
    void findings(RequestDocument document, Request request, Outcome outcome, Consumer<List<Finding>> found);

    /// Called after each send, with what was sent as the user typed it. The outcome's bodies are needed until the answer is complete.
    CompletableFuture<?> sent(RequestDocument document, Request request, Outcome outcome);

    /// Keeps what scripts did to variables.
    void changed(Place place, List<VariableChange> changes);
}
