package dev.posthorn.workbench;

import dev.posthorn.model.Failure;

/// A failure in the words that scripts know: where Node has a message of its own for it they get that, since some compare it.
final class ScriptWords {

    private ScriptWords() {}

    static String of(Failure failure) {
        return switch (failure) {
            case Failure.UnknownHost(var host) -> "getaddrinfo ENOTFOUND " + host;
            case Failure.Refused(var authority) -> "connect ECONNREFUSED " + authority;
            case Failure.TimedOut _ -> "ESOCKETTIMEDOUT";
            case Failure.ConnectionLost _ -> "socket hang up";
            case Failure.TooManyRedirects(var limit, _) -> "Exceeded maxRedirects. Probably stuck in a redirect loop after " + limit + " redirects";
            default -> failure.sentence();
        };
    }
}
