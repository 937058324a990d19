package dev.posthorn.oauth;

import java.util.List;
import java.util.Set;

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

    /// The values of tokens that passed through here since the start of the program, to be hidden wherever they turn up. Nothing is read for it, nobody is asked.
    default Set<String> known() {
        return Set.of();
    }

    /// What could not be read or kept, in sentences.
    default List<String> troubles() {
        return List.of();
    }
}
