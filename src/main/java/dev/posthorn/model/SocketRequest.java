package dev.posthorn.model;

import java.util.List;

/// A WebSocket request as the user edits it.
///
/// @param handshake the request that opens it: its URL, parameters, headers, authorization, settings and description; the rest has no meaning here
/// @param messages  those that are saved with it, in their order
public record SocketRequest(Request handshake, List<SocketMessage> messages) {

    public static final String KIND = "websocket-request";

    public SocketRequest {
        messages = List.copyOf(messages);
    }

    /// Nothing saved, and nowhere to connect to yet.
    public static SocketRequest blank() {
        return of(Request.blank());
    }

    /// The same address, headers and authorization, to be opened as a WebSocket.
    public static SocketRequest of(Request request) {
        return new SocketRequest(request.withMethod("GET").withBody(Body.none()).withScripts(List.of()).withSettings(Settings.NONE), List.of());
    }

    public SocketRequest withHandshake(Request value) {
        return new SocketRequest(value, messages);
    }

    public SocketRequest withMessages(List<SocketMessage> value) {
        return new SocketRequest(handshake, value);
    }

    /// Whether this URL is one of a WebSocket.
    public static boolean url(String text) {
        return text.strip().regionMatches(true, 0, "ws://", 0, 5) || text.strip().regionMatches(true, 0, "wss://", 0, 6);
    }
}
