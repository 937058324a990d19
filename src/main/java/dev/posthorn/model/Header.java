package dev.posthorn.model;

import java.util.List;
import java.util.Optional;

/// One header line as it stands on the wire: resolved, in order, duplicates kept.
public record Header(String name, String value) {

    public boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }

    /// The first value of that name, compared without case (RFC 9110 §5.1).
    public static Optional<String> first(List<Header> headers, String name) {
        for (var header : headers) {
            if (header.is(name)) {
                return Optional.of(header.value());
            }
        }
        return Optional.empty();
    }
}
