package dev.posthorn.ui.sidebar;

import java.nio.file.Path;

/// What the tree of collections asks of the window.
public interface TreeEvents {
    /// Shows a request, folder or collection; `pinned` false shows it in the one preview tab, which the next look at another takes over.
    void open(Place place, boolean pinned);

    /// Takes a collection out of the window; its file stays.
    void close(Path collection);

    void reveal(Path file);

    /// A new tab for a request that is saved nowhere yet.
    void newRequest();

    /// A new saved request at the end of a folder or collection.
    void newRequest(Place folder);

    /// A new tab for a WebSocket request that is saved nowhere yet.
    void newSocket();

    /// A new saved WebSocket request at the end of a folder or collection.
    void newSocket(Place folder);

    void newFolder(Place folder);

    void newCollection();

    /// Lets the user choose files to open.
    void choose();

    void chooseFolder();

    void importAnything();

    /// Goes on reading one that could not be read, after it was mended.
    void reload(Path file);

    void rename(Place place, String name);

    void duplicate(Place place);

    void delete(Place place);

    /// Brings back what was deleted or moved last.
    void undo();

    /// Puts an item into a folder.
    ///
    /// @param index its place among what the folder holds before the move
    void move(Place what, Place folder, int index);

    void export(Place place);

    /// Opens the runner of a folder or collection.
    void run(Place folder);

    /// Shows all methods of a collection on a page.
    void apiPage(Place collection);

    /// Opens the builder for the request of a DataService query.
    void buildQuery(Place request);

    void copyAsCurl(Place request);

    void versions(Place request);

    /// Says something in the status bar.
    void tell(String sentence);
}
