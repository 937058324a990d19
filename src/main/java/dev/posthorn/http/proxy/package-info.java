/// Proxies, without an HTTP client: which one leads to a host (`Routing`), how it is reached and asked (`Tunnel`, `Socks5`), and what it wants to
/// know of the user (`ProxyLogin`). Floor 4 under `http`: uses js, auth and model. Read first: `Way`, then `DialedSocket`.
package dev.posthorn.http.proxy;
