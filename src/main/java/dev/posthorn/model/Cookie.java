package dev.posthorn.model;

import java.time.Instant;

/// A cookie as RFC 6265 stores it.
///
/// @param domain   without a leading dot, lower case
/// @param hostOnly true where only that very host gets it back
/// @param expires  null for a session cookie
/// @param sameSite "Strict", "Lax", "None", or empty where the server did not say
public record Cookie(
        String name,
        String value,
        String domain,
        boolean hostOnly,
        String path,
        Instant expires,
        boolean secure,
        boolean httpOnly,
        String sameSite) {}
