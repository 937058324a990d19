package dev.posthorn.auth;

import java.time.Instant;
import java.util.Optional;

/// A token that can be sent now. It never stands in a text: `toString` shows none of it.
///
/// @param id      of the stored one; empty where it comes from the file
/// @param value   what goes over the wire
/// @param expires empty where nobody said when
public record Token(String id, String value, Optional<Instant> expires) {
    /// Stands for a value that is got when the request is sent.
    public static final String LATER = "<got when sent>";

    @Override
    public String toString() {
        return "Token[" + id + "]";
    }
}
