package dev.posthorn.ui.odata;

import dev.posthorn.model.Request;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.vars.Scopes;
import dev.posthorn.workbench.Job;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What the explorer needs of the program around it. All of it is called on the FX thread and must answer at once.
public interface ExplorerServices {

    Background background();

    /// The variables that are seen from there.
    Scopes scopes(Standing from);

    /// Where requests can stand: no collection first, then each collection, folder, and request with an authorization of its own.
    List<Standing> standings();

    /// The names of environments, without the empty one.
    List<String> environments();

    /// Sends an ordinary request; `done` is called once, on the FX thread.
    ///
    /// @param environment its name; null for the one that is in use in the window
    Job send(String name, Request request, Standing from, String environment, Consumer<Reply> done);

    /// Opens the request in a tab of its own.
    void open(String name, Request request, Standing from);

    /// Asks for a collection and saves the request there.
    void save(String name, Request request, Standing from);

    /// Asks for a file to read; empty where the user went back.
    Optional<Path> file(String title);

    /// Asks where to write a file; empty where the user went back.
    Optional<Path> saveAs(String title, String name);

    /// What the tab is called from now on.
    void titled(String title);

    void busy(boolean sends);

    /// Says something that went well, in the status bar.
    void say(String sentence);

    /// Says something that went wrong.
    void trouble(String sentence);
}
