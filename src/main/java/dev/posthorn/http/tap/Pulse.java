package dev.posthorn.http.tap;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;

/// Finds out whether an idle connection is still open at its other end.
final class Pulse {

    private Pulse() {}

    /// Waits a millisecond. A byte that nobody asked for counts as an end too: it would be taken for the answer to what is sent next.
    static boolean ended(Socket socket) {
        try {
            var before = socket.getSoTimeout();
            socket.setSoTimeout(1);
            try {
                return socket.getInputStream().read() < Integer.MAX_VALUE;
            } catch (SocketTimeoutException open) {
                socket.setSoTimeout(before);
                return false;
            }
        } catch (IOException broken) {
            return true;
        }
    }
}
