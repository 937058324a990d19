package dev.posthorn.http;

import dev.posthorn.model.Cookie;
import dev.posthorn.model.CookieNews;
import java.util.List;
import java.util.Optional;

/// The jar as scripts may use it (`pm.cookies.jar()`): for the hosts of the list alone, each call by a URL.
public record ScriptCookies(Cookies cookies) {

    /// What a script asked for cannot be had; the message is the one that Postman gives.
    public static final class Denied extends Exception {
        private static final long serialVersionUID = 1L;

        Denied(String sentence) {
            super(sentence);
        }
    }

    /// The value of the first cookie of that name that would go to the URL.
    public Optional<String> get(String url, String name) throws Denied {
        return getAll(url).stream().filter(c -> c.name().equals(name)).map(Cookie::value).findFirst();
    }

    /// The cookies that would go to the URL, in the order they are sent.
    public List<Cookie> getAll(String url) throws Denied {
        allowed(url);
        return cookies.matching(url);
    }

    /// Sets a cookie of this name for the URL's host and folder.
    public void set(String url, String name, String value) throws Denied {
        setLine(url, name + "=" + value);
    }

    /// Sets what a whole `Set-Cookie` line says, as an answer from the URL would.
    public Cookie setLine(String url, String line) throws Denied {
        allowed(url);
        var news = cookies.set(url, line);
        if (news.fate() == CookieNews.Fate.REFUSED) {
            throw new Denied("CookieStore: the cookie is refused: " + news.why());
        }
        return news.cookie();
    }

    /// Deletes the cookies of that name that would go to the URL.
    public void unset(String url, String name) throws Denied {
        cookies.removeAll(getAll(url).stream().filter(c -> c.name().equals(name)).toList());
    }

    /// Deletes all cookies that would go to the URL.
    public void clear(String url) throws Denied {
        cookies.removeAll(getAll(url));
    }

    private void allowed(String url) throws Denied {
        var host = Cookies.target(url).map(t -> t.canonical().host()).orElseThrow(() -> new Denied("CookieStore: \"" + url + "\" is not a URL"));
        if (!cookies.openToScripts(host)) {
            throw new Denied("CookieStore: programmatic access to \"" + host + "\" is denied");
        }
    }
}
