package dev.posthorn.http.socket;

/// What the numbers mean with which WebSockets are closed (RFC 6455 §7.4, and IANA's registry of close codes).
public final class CloseCode {

    public static final int NORMAL = 1000;
    public static final int PROTOCOL = 1002;
    static final int NONE = 1005;
    static final int LOST = 1006;
    static final int INVALID = 1007;
    static final int TOO_BIG = 1009;
    static final int EXTENSION = 1010;
    static final int FAILED = 1011;

    private CloseCode() {}

    /// In a few words: "Normal closure".
    public static String meaning(int code) {
        return switch (code) {
            case NORMAL -> "Normal closure";
            case 1001 -> "Going away: the server stops or the page was left";
            case PROTOCOL -> "Protocol error";
            case 1003 -> "Unsupported data: this kind of message is not taken";
            case NONE -> "No code was given";
            case LOST -> "Lost: the connection ended without a closing handshake";
            case INVALID -> "Invalid data: text that is not UTF-8, for instance";
            case 1008 -> "Against the server's policy";
            case TOO_BIG -> "Message too big";
            case EXTENSION -> "An extension is missing";
            case FAILED -> "Internal error";
            case 1012 -> "The service restarts";
            case 1013 -> "Try again later";
            case 1014 -> "Bad gateway";
            case 3000 -> "Unauthorized";
            case 3003 -> "Forbidden";
            case 3008 -> "Timeout";
            default -> code >= 3000 && code < 4000 ? "Registered for a library or framework" : code >= 4000 && code < 5000 ? "Of this application" : "Not a known code";
        };
    }

    /// Whether a peer may send it in a close frame (§7.4.1, §7.4.2).
    public static boolean sendable(int code) {
        return code >= NORMAL && code <= 1014 && code != 1004 && code != NONE && code != LOST || code >= 3000 && code <= 4999;
    }

    /// Whether the server may be back soon, so that connecting again is worth it.
    static boolean passing(int code) {
        return code == LOST || code == 1001 || code >= 1012 && code <= 1014;
    }
}
