package dev.posthorn.http;

import dev.posthorn.model.Cookie;

/// A cookie of the jar beside a URL: it goes along, or not and why.
///
/// @param why empty where it goes along, else what is in the way: "for /admin and below"
public record CookieChoice(Cookie cookie, String why) {

    public boolean sent() {
        return why.isEmpty();
    }
}
