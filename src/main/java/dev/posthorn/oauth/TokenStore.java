package dev.posthorn.oauth;

import java.util.List;

/// Where granted tokens are kept between two runs, with the secrets of this machine. Safe from any thread; all methods may block.
public interface TokenStore {

    /// All of the workspace, the newest first. What cannot be read is left out and said in `troubles`.
    List<StoredToken> all();

    /// Keeps it over one with the same id.
    void put(StoredToken token);

    /// Forgets it; where there is none, nothing happens.
    void remove(String id);

    /// Called after each change, on a thread that makes one; closing the answer ends that.
    AutoCloseable listen(Runnable changed);

    /// What could not be read or kept, in sentences.
    default List<String> troubles() {
        return List.of();
    }
}
