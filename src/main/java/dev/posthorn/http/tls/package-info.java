/// Who is trusted and who we are: client certificates, authorities, and what was wrong with a handshake, in words. Floor 4, knows no OkHttp.
/// Read first: `Securing`, then `Judge`.
package dev.posthorn.http.tls;
