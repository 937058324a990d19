package dev.posthorn.model;

/// The heads of one exchange as text, a byte a character (ISO 8859-1), with their line ends and the empty line.
///
/// @param request  as it was sent; empty where nothing was
/// @param response all heads that came, interim ones before the final one; empty where none did
/// @param raw      true where these are the very bytes of the wire, false where they were put together again from what OkHttp told
public record Heads(String request, String response, boolean raw) {
    public static final Heads NONE = new Heads("", "", false);
}
