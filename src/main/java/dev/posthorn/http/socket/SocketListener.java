package dev.posthorn.http.socket;

/// Hears of one WebSocket, on threads of that socket. Messages are in its log.
public interface SocketListener {

    /// The last one is `Closed`.
    void changed(SocketState state);

    /// Messages were added to the log; said after each, so the hearer counts for itself how often it looks.
    void logged();
}
