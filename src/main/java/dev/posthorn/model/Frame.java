package dev.posthorn.model;

import java.time.Duration;

/// A frame of HTTP/2 on the wire (RFC 9113 §6), or several alike in a row.
///
/// @param sent   true where it went out, false where it came
/// @param after  from the start of the exchange to the (first) frame; negative for what happened on the connection before
/// @param type   "HEADERS", "DATA", "RST_STREAM" …; "TYPE 77" for one that is not known
/// @param flags  "END_STREAM END_HEADERS"; empty for none
/// @param stream 0 for the connection itself
/// @param count  how many frames this stands for
/// @param length bytes of their payloads, without the nine of each frame's head
/// @param detail what the payload says where it is short: "PROTOCOL_ERROR", "INITIAL_WINDOW_SIZE=16777216"
public record Frame(boolean sent, Duration after, String type, String flags, int stream, int count, long length, String detail) {}
