package dev.posthorn.model;

import java.time.Instant;
import java.util.List;

/// What a jar of cookies holds, as it is kept between two starts.
///
/// @param cookies oldest first
/// @param scripts domains whose cookies scripts may read and change, subdomains with them; lower case
public record Jar(List<Kept> cookies, List<String> scripts) {

    public static final Jar EMPTY = new Jar(List.of(), List.of());

    /// @param created when a cookie of this name came first; a new value does not change it (RFC 6265 §5.3)
    public record Kept(Cookie cookie, Instant created) {}

    public Jar {
        cookies = List.copyOf(cookies);
        scripts = List.copyOf(scripts);
    }
}
