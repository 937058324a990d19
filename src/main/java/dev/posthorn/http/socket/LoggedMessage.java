package dev.posthorn.http.socket;

import java.time.Instant;

/// One line of the message log.
///
/// @param number from 0, in the order in which things happened
/// @param sent   true for ours
/// @param size   of its content in bytes
/// @param first  the first line of a text, cut to what a row can show; of a binary message its first bytes in hexadecimal
public record LoggedMessage(long number, Instant at, boolean sent, Kind kind, long size, String first) {

    public enum Kind {
        TEXT, BINARY, PING, PONG,
        /// A close frame: "1000 reason".
        CLOSE,
        /// Something that happened: connected, lost, refused.
        NOTE
    }

    /// Whether people or programs said it, and not the protocol.
    public boolean message() {
        return kind == Kind.TEXT || kind == Kind.BINARY;
    }
}
