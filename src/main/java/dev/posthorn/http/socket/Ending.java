package dev.posthorn.http.socket;

import dev.posthorn.model.Failure;

/// How a WebSocket ended.
///
/// @param code    of the close frame; 1005 where it had none, 1006 where there was no close frame, 0 where it never opened
/// @param reason  the text of the close frame, empty for none
/// @param by      who ended it
/// @param failure why, where something went wrong; null where all went well
public record Ending(int code, String reason, By by, Failure failure) {

    public enum By { US, SERVER, NOBODY }

    /// One sentence for people.
    public String sentence() {
        var said = code == 0 ? "" : " (" + code + (code == CloseCode.NONE ? "" : " " + CloseCode.meaning(code)) + (reason.isEmpty() ? "" : ": " + reason) + ")";
        if (failure != null) {
            return failure.sentence();
        }
        return switch (by) {
            case US -> code == 0 ? "Stopped before it was connected." : "Disconnected" + said + ".";
            case SERVER -> "The server closed the connection" + (code == CloseCode.NONE ? " without giving a code" : said) + ".";
            case NOBODY -> "The connection was lost" + said + ".";
        };
    }
}
