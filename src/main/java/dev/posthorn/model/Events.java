package dev.posthorn.model;

import java.io.IOException;
import java.time.Instant;

/// The server-sent events of one answer, also while it still comes. Safe from any thread.
public interface Events {

    /// One event as a browser would hand it to a page.
    ///
    /// @param number 1 for the first
    /// @param at     when its last byte came; null where nobody was there
    /// @param id     the last event id, which stays until another one comes
    /// @param type   "message" where the server did not say
    /// @param data   its lines, with a line feed between them
    /// @param whole  false where only the beginning of the data was asked for
    record Event(long number, Instant at, String id, String type, String data, boolean whole) {}

    /// How many are there so far.
    long count();

    /// @param index 0 for the first
    /// @param most  bytes of the event that are read at most
    Event get(long index, int most) throws IOException;

    /// In milliseconds, how long the server wants to be left alone before a browser reconnects; -1 where it did not say.
    long retry();
}
