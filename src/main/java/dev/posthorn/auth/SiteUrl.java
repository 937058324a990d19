package dev.posthorn.auth;

import java.util.Locale;

/// The address of a site as people paste it: without query, fragment and the slashes at its end.
public final class SiteUrl {

    private SiteUrl() {}

    public static String of(String typed) {
        var text = typed.strip();
        var end = text.length();
        for (var mark : new char[] {'?', '#'}) {
            var at = text.indexOf(mark);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        while (end > 0 && text.charAt(end - 1) == '/') {
            end--;
        }
        return text.substring(0, end);
    }

    /// Scheme, host and port, in lower case and without the port that the scheme has by itself; empty where there is no host.
    public static String origin(String url) {
        var start = url.indexOf("://");
        if (start < 0) {
            return "";
        }
        var end = start + 3;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        var scheme = url.substring(0, start).strip().toLowerCase(Locale.ROOT);
        var authority = url.substring(start + 3, end).toLowerCase(Locale.ROOT);
        authority = authority.substring(authority.lastIndexOf('@') + 1);
        var port = scheme.equals("https") ? ":443" : ":80";
        return scheme + "://" + (authority.endsWith(port) ? authority.substring(0, authority.length() - port.length()) : authority);
    }
}
