package dev.posthorn.ui.request;

import dev.posthorn.store.Preferences;
import dev.posthorn.workbench.CodeWriting;

/// Where the code beside a request comes from, and how the user likes it. Called on the FX thread.
public interface CodeSource {

    /// Writes code as things are now; what it does is done on another thread.
    CodeWriting writing();

    Preferences.CodeView view();

    /// Remembers it, for all tabs and the next start.
    void view(Preferences.CodeView changed);
}
