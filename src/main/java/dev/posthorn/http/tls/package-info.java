/// Who is trusted and who we are: client certificates, authorities, and what was wrong with a handshake, in words. Floor 3, knows no OkHttp.
/// Read first: `Securing`, then `Judge`.
package dev.posthorn.http.tls;
