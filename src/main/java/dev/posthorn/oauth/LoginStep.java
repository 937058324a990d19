package dev.posthorn.oauth;

import dev.posthorn.model.Hop;
import java.time.Instant;

/// One line in the timeline of a login: an exchange with the server, or something that happened at our side.
///
/// @param title "Token request", "Browser opened", "Callback refused"
/// @param text  a sentence about it, without secrets; empty for none
/// @param hop   what was sent and came back; null where nothing went over the wire
/// @param kind  how it is marked
public record LoginStep(Instant at, Kind kind, String title, String text, Hop hop) {
    public enum Kind { INFO, GOOD, BAD }
}
