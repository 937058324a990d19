/// Listens at the socket: what really went over the wire, heads byte for byte, counts of the rest, never a body. Floor 3, knows no OkHttp.
/// Read first: `Tap`, then `Tape` for HTTP/1 and `FrameLog` for HTTP/2.
package dev.posthorn.http.tap;
