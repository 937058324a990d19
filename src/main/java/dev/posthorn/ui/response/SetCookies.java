package dev.posthorn.ui.response;

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
record SetCookies(String name, String value, String domain, String path, String expires, String flags) {

    static List<SetCookies> of(List<Hop> hops) {
        var found = new ArrayList<SetCookies>();
        for (var hop : hops) {
            if (hop.received() != null) {
                found.addAll(of(hop.received().headers(), host(hop.sent().url())));
            }
        }
        return found;
    }

    static List<SetCookies> of(List<Header> headers, String host) {
        return headers.stream().filter(h -> h.is("Set-Cookie")).map(h -> parse(h.value(), host)).toList();
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
                expires(attributes.get("max-age"), attributes.get("expires")), flags(attributes));
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

    private static String host(String url) {
        try {
            var host = URI.create(url).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
