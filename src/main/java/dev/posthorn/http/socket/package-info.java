/// WebSockets (RFC 6455, RFC 7692) over a connection that `http.Upgrade` opened: frames, messages, their log, and the life of a socket with its
/// reconnects. Floor 6. Read first: `WebSocket`, then `Conversation`.
package dev.posthorn.http.socket;
