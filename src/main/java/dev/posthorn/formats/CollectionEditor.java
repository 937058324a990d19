package dev.posthorn.formats;

import dev.posthorn.model.Example;
import dev.posthorn.model.Level;
import dev.posthorn.model.Request;
import dev.posthorn.model.SocketRequest;

/// Edits a collection where it lies, so that what is not edited stays byte for byte. Every id is one of `model.Item`; the
/// collection itself is "".
public interface CollectionEditor {

    /// Writes a request over the one with that id.
    Edited save(String id, Request request);

    /// Writes what a folder or the collection sets for all below it.
    Edited saveLevel(String id, Level level);

    /// Adds a request at the end of a folder.
    Edited append(String folderId, String name, Request request);

    /// Writes a WebSocket request, with its saved messages, over the one with that id.
    default Edited saveSocket(String id, SocketRequest request) {
        return noSockets();
    }

    /// Adds a WebSocket request at the end of a folder.
    default Edited appendSocket(String folderId, String name, SocketRequest request) {
        return noSockets();
    }

    private static Edited noSockets() {
        return new Edited.Refused("Postman 2.1 files have no place for WebSocket requests. Save it into a Postman 3.0 folder; a new collection is one.");
    }

    /// Adds an empty folder at the end of a folder.
    Edited appendFolder(String folderId, String name);

    Edited rename(String id, String name);

    /// Takes an item out, with all in it.
    Edited delete(String id);

    /// Puts a copy of an item behind it.
    Edited duplicate(String id);

    /// Puts an item into a folder.
    ///
    /// @param index its place among the folder's items as they are before the move, 0 for the first, their number for the end
    Edited move(String id, String folderId, int index);

    /// Adds a saved answer to a request.
    Edited appendExample(String requestId, Example example);

    /// @param index the example's place among those of the request
    Edited deleteExample(String requestId, int index);
}
