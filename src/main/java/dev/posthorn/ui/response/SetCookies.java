package dev.posthorn.ui.response;

import dev.posthorn.model.CookieNews;
import dev.posthorn.model.Header;
import dev.posthorn.model.Hop;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/// The cookies that the answers of one send set, as they stand in `Set-Cookie` (RFC 6265 §4.1), those of redirects first.
///
/// @param domain  as sent, or the host of the URL where none was
/// @param expires as sent, "Max-Age" turned into "in … s", "Session" where neither was
/// @param flags   "Secure HttpOnly SameSite=Lax"
/// @param setBy   status and path of the exchange: "302 /login"
/// @param fate    what became of it in the jar, with the reason; empty where that is not known any more
record SetCookies(String name, String value, String domain, String path, String expires, String flags, String setBy, String fate) {

    static List<SetCookies> of(List<Hop> hops) {
        var found = new ArrayList<SetCookies>();
        for (var hop : hops) {
            if (hop.received() != null) {
                var lines = of(hop.received().headers(), host(hop.sent().url()));
                for (var i = 0; i < lines.size(); i++) {
                    var fate = i < hop.cookies().size() ? fate(hop.cookies().get(i)) : "";
                    found.add(lines.get(i).with(hop.received().status() + " " + path(hop.sent().url()), fate));
                }
            }
        }
        return found;
    }

    static List<SetCookies> of(List<Header> headers, String host) {
        return headers.stream().filter(h -> h.is("Set-Cookie")).map(h -> parse(h.value(), host)).toList();
    }

    private SetCookies with(String by, String became) {
        return new SetCookies(name, value, domain, path, expires, flags, by, became);
    }

    private static String fate(CookieNews news) {
        var what = switch (news.fate()) {
            case STORED -> "stored";
            case REPLACED -> "replaced the one before";
            case DELETED -> "deleted";
            case GONE -> "nothing to delete";
            case REFUSED -> "refused";
            case OFF -> "not kept: cookies are off";
        };
        return news.why().isEmpty() ? what : what + ". " + news.why();
    }

    private static SetCookies parse(String header, String host) {
        var parts = header.split(";");
        var pair = parts[0].split("=", 2);
        var attributes = new LinkedHashMap<String, String>();
        for (var i = 1; i < parts.length; i++) {
            var attribute = parts[i].strip().split("=", 2);
            attributes.put(attribute[0].strip().toLowerCase(Locale.ROOT), attribute.length > 1 ? attribute[1].strip() : "");
        }
        var named = pair.length > 1;
        return new SetCookies(
                named ? pair[0].strip() : "", pair[pair.length - 1].strip(), attributes.getOrDefault("domain", host), attributes.getOrDefault("path", "/"),
                expires(attributes.get("max-age"), attributes.get("expires")), flags(attributes), "", "");
    }

    private static String expires(String maxAge, String expires) {
        if (maxAge != null) {
            return maxAge.startsWith("-") || maxAge.equals("0") ? "at once" : "in " + maxAge + " s";
        }
        return expires == null ? "Session" : expires;
    }

    private static String flags(LinkedHashMap<String, String> attributes) {
        var flags = new ArrayList<String>();
        if (attributes.containsKey("secure")) {
            flags.add("Secure");
        }
        if (attributes.containsKey("httponly")) {
            flags.add("HttpOnly");
        }
        if (attributes.containsKey("samesite")) {
            flags.add("SameSite=" + attributes.get("samesite"));
        }
        if (attributes.containsKey("partitioned")) {
            flags.add("Partitioned");
        }
        return String.join(" ", flags);
    }

    private static String path(String url) {
        var start = url.indexOf('/', Math.max(0, url.indexOf("://")) + 3);
        var path = start < 0 ? "/" : url.substring(start);
        return path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
    }

    private static String host(String url) {
        try {
            var host = URI.create(url).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
