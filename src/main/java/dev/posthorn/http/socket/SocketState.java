package dev.posthorn.http.socket;

import dev.posthorn.model.Hop;
import java.time.Duration;
import java.util.List;

/// Where in its life a WebSocket is.
public sealed interface SocketState {

    /// @param attempt 1 for the first, 2 for the first repetition
    record Connecting(int attempt) implements SocketState {}

    /// @param protocol  the subprotocol that the server chose, empty for none
    /// @param extension what was agreed about compression, as the server wrote it; empty for none
    /// @param hops      the handshake, with its redirects
    record Open(String protocol, String extension, List<Hop> hops) implements SocketState {
        public Open {
            hops = List.copyOf(hops);
        }
    }

    /// Lost, and about to be made again.
    ///
    /// @param attempt which one comes next, from 2
    /// @param most    the last one that will be made
    /// @param why     how it was lost
    record Waiting(int attempt, int most, Duration delay, Ending why) implements SocketState {}

    /// A close was sent, and the server's is awaited.
    record Closing() implements SocketState {}

    /// @param hops the last handshake, as far as it came
    record Closed(Ending ending, List<Hop> hops) implements SocketState {
        public Closed {
            hops = List.copyOf(hops);
        }
    }
}
