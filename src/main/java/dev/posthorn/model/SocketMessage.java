package dev.posthorn.model;

/// A message that was saved with a WebSocket request. Its content may hold `{{variables}}`.
///
/// @param name unique among those of its request, whatever the case
/// @param type how the content is written: one of `text`, `json`, `xml`, `html`, `hex`, `base64`; the last two are sent as binary messages
public record SocketMessage(String name, String content, String type) {

    public SocketMessage {
        content = content == null ? "" : content;
        type = type == null || type.isEmpty() ? "text" : type;
    }

    public SocketMessage named(String other) {
        return new SocketMessage(other, content, type);
    }

    public boolean binary() {
        return type.equals("hex") || type.equals("base64");
    }
}
