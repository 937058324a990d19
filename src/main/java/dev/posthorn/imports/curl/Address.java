package dev.posthorn.imports.curl;

import dev.posthorn.model.RequestUrl;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What curl makes of a URL before it sends: sets written out, `..` resolved, the user taken out, data added to the query.
///
/// @param user `user:password` as it stood in the URL, decoded; null where there is none
/// @param raw  whether it has characters that curl sends as they are and that would be encoded here
record Address(String url, String user, boolean raw) {

    private static final Pattern PARTS = Pattern.compile("(?s)(?:([A-Za-z][A-Za-z0-9+.-]*)://)?([^/?#]*)([^?#]*)(.*)");

    /// @param globs whether `{}` and `[]` mean sets
    /// @param dots  whether `/../` is resolved
    static List<Address> of(String written, boolean globs, boolean dots, String query, int offset, Ledger ledger) {
        var addresses = new ArrayList<Address>();
        for (var url : written(written, globs, offset, ledger)) {
            addresses.add(one(url.strip(), dots, query, offset, ledger));
        }
        return addresses;
    }

    private static List<String> written(String written, boolean globs, int offset, Ledger ledger) {
        if (!globs || written.indexOf('{') < 0 && written.indexOf('[') < 0) {
            return List.of(written);
        }
        var urls = Globbing.urls(written);
        if (urls.isEmpty()) {
            ledger.aside(offset, "a URL that stands for more than " + Globbing.MOST, "it is kept as written: curl would send a request for each");
            return List.of(written);
        }
        if (urls.get().size() > 1) {
            ledger.translated(offset, "a URL with {} or []", urls.get().size() + " requests", "curl sends one for each");
        }
        return urls.get();
    }

    private static Address one(String url, boolean dots, String query, int offset, Ledger ledger) {
        var parts = PARTS.matcher(url);
        if (!parts.matches()) {
            return new Address(url, null, false);
        }
        var scheme = parts.group(1) == null ? "" : parts.group(1) + "://";
        if (!scheme.isEmpty() && !scheme.toLowerCase(Locale.ROOT).matches("https?://")) {
            ledger.aside(offset, scheme, "only http:// and https:// can be sent here");
        }
        var authority = parts.group(2);
        var at = authority.contains("}}") && authority.lastIndexOf('@') < authority.lastIndexOf("}}") && authority.lastIndexOf("{{") < authority.lastIndexOf('@')
                ? -1 : authority.lastIndexOf('@');
        var user = at < 0 ? null : Percent.decoded(authority.substring(0, at));
        if (user != null) {
            ledger.translated(offset, "user and password in the URL", "Basic authorization", "that is how curl sends them");
        }
        var path = parts.group(3);
        if (dots && (path + "/").matches("(?s).*/\\.{1,2}/.*")) {
            path = withoutDots(path);
            ledger.translated(offset, "/../ in the URL", path, "curl resolves it before it sends");
        }
        var made = RequestUrl.parse(scheme + authority.substring(at + 1) + path + parts.group(4));
        if (!query.isEmpty()) {
            var old = made.query() == null || made.query().isEmpty() ? "" : made.query() + "&";
            made = new RequestUrl(made.base(), old + query, made.fragment());
        }
        return new Address(made.toString(), user, raw(path, made.query()));
    }

    /// The characters of `UrlText` that are encoded though they could stand on a request line.
    private static boolean raw(String path, String query) {
        var plain = path.replaceAll("\\{\\{[^{}]*}}", "");
        return plain.chars().anyMatch(c -> "\"<>`{}".indexOf(c) >= 0)
                || query != null && query.replaceAll("\\{\\{[^{}]*}}", "").chars().anyMatch(c -> "\"<>'".indexOf(c) >= 0);
    }

    private static String withoutDots(String path) {
        var kept = new ArrayDeque<String>();
        var segments = path.split("/", -1);
        for (var i = 1; i < segments.length; i++) {
            if (segments[i].equals("..")) {
                kept.pollLast();
            }
            if (segments[i].equals("..") || segments[i].equals(".")) {
                if (i == segments.length - 1) {
                    kept.add("");
                }
            } else {
                kept.add(segments[i]);
            }
        }
        return "/" + String.join("/", kept);
    }

    /// A name for the request: what stands behind the host.
    String name() {
        var base = RequestUrl.parse(url).base().replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://", "");
        var slash = base.indexOf('/');
        return slash < 0 || slash == base.length() - 1 ? base : base.substring(slash);
    }
}
