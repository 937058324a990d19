package dev.posthorn.http.socket;

import java.io.IOException;

/// A rule of the protocol that the server broke, or a limit of ours that it passed: the connection is closed with this code.
final class Fault extends IOException {

    private static final long serialVersionUID = 1L;
    private final int code;

    /// @param sentence completes "The server broke the WebSocket protocol: " or, for 1009 and 1011, says it all
    Fault(int code, String sentence) {
        super(sentence);
        this.code = code;
    }

    int code() {
        return code;
    }
}
