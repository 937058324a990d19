package dev.posthorn.odata.result;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// The links to next pages that were followed for one answer: none is followed round in a circle, and none to another server, which would get our login.
public final class NextPages {

    private final Set<String> gone = new HashSet<>();

    /// Says why a link is not followed, and what to do; "" where it may be, and then it counts as followed.
    ///
    /// @param next  the link, whole
    /// @param asked the address that the first page came from; "" where that is not known
    public String follow(String next, String asked) {
        if (next.equals(asked) || gone.contains(next)) {
            return "The pages go round in a circle: the link to the next page leads to one that was shown already, and was not followed. Ask for the rest by $skip, and tell who runs the service.";
        }
        var there = origin(next);
        if (!asked.isEmpty() && !there.isEmpty() && !there.equals(origin(asked))) {
            return "The link to the next page leads to another server, " + there + " instead of " + origin(asked)
                    + ". Nothing was sent there, since your login would have gone along. Where that server is the right one, explore the service at its address.";
        }
        gone.add(next);
        return "";
    }

    /// No page came of it: it may be followed again.
    public void failed(String next) {
        gone.remove(next);
    }

    /// Another answer is shown.
    public void begin() {
        gone.clear();
    }

    /// Scheme, host and port, without the port that the scheme has by itself; "" where there is no host.
    private static String origin(String url) {
        var start = url.indexOf("://");
        if (start <= 0) {
            return "";
        }
        var end = start + 3;
        while (end < url.length() && "/?#\\".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        var scheme = url.substring(0, start).toLowerCase(Locale.ROOT);
        var authority = url.substring(start + 3, end).toLowerCase(Locale.ROOT);
        authority = authority.substring(authority.lastIndexOf('@') + 1);
        var port = scheme.equals("https") ? ":443" : ":80";
        return scheme + "://" + (authority.endsWith(port) ? authority.substring(0, authority.length() - port.length()) : authority);
    }
}
