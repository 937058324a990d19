package dev.posthorn.odata.query;

import dev.posthorn.model.RequestUrl;
import dev.posthorn.odata.Percent;
import dev.posthorn.odata.Version;
import dev.posthorn.odata.edm.Edm;
import java.util.ArrayList;
import java.util.List;

/// Turns a query into the URL that asks it, and a URL back into the query.
public final class QueryUrl {

    private QueryUrl() {}

    /// @param root the address of the service, with or without `/` at its end; may hold `{{variables}}`
    public static String write(Query query, String root, Version version) {
        var url = new StringBuilder(stripped(root));
        for (var segment : query.path()) {
            url.append('/').append(Percent.segment(segment.toString()));
        }
        if (query.path().isEmpty()) {
            url.append('/');
        }
        var separator = '?';
        for (var pair : pairs(query, version)) {
            url.append(separator).append(Percent.name(pair.name())).append('=').append(Percent.option(pair.value()));
            separator = '&';
        }
        return url.toString();
    }

    private static List<Options.Pair> pairs(Query query, Version version) {
        var pairs = new ArrayList<>(query.options().pairs(version));
        if (!query.format().isEmpty()) {
            pairs.add(pairs.size() - query.options().others().size(), new Options.Pair("$format", query.format()));
        }
        return pairs;
    }

    private static String stripped(String root) {
        var base = RequestUrl.parse(root).base();
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    /// @param url  as in the URL field
    /// @param root the address of the service; where the URL is not below it, it is taken for what `rootOf` finds
    public static Query read(String url, String root, Edm edm) {
        var parts = RequestUrl.parse(url);
        var home = stripped(root);
        var below = !home.isEmpty() && parts.base().startsWith(home) && (parts.base().length() == home.length() || parts.base().charAt(home.length()) == '/');
        var start = below ? home.length() : rootOf(url, edm).length();
        var segments = new ArrayList<Segment>();
        for (var piece : Pieces.of(parts.base().substring(Math.min(start, parts.base().length())).replace("%27", "'"), '/')) {
            if (!piece.text().isEmpty()) {
                segments.add(Segment.read(Percent.decode(piece.text())));
            }
        }
        var query = new Query(segments, Options.NONE, "");
        for (var row : parts.entries()) {
            var name = Percent.decodeOption(row.key());
            var value = Percent.decodeOption(row.value());
            query = name.equals("$format") && query.format().isEmpty() ? query.withFormat(value) : name.isEmpty() ? query : query.withOptions(query.options().with(name, value, 0));
        }
        return edm.version().old() ? query.withOptions(OldExpand.apart(query.options())) : query;
    }

    /// The address of the service that a URL belongs to, without `/` at its end: what stands before `$metadata`, `$batch`, or the name of a set or an operation of its,
    /// or where none is known before the first step with a key; else before the last step.
    public static String rootOf(String url, Edm edm) {
        var base = RequestUrl.parse(url).base();
        var scheme = base.indexOf("://");
        var from = base.indexOf('/', scheme < 0 ? 0 : scheme + 3);
        if (from < 0) {
            return base;
        }
        for (var at = from; at < base.length(); at = next(base, at)) {
            var name = Percent.decode(base.substring(at + 1, next(base, at)));
            var open = name.indexOf('(');
            var plain = open > 0 ? name.substring(0, open) : name;
            if (plain.equals("$metadata") || plain.equals("$batch") || edm.set(plain) != null || edm.operationImport(plain) != null || open > 0 && edm.sets().isEmpty()) {
                return base.substring(0, at);
            }
        }
        var service = base.indexOf(".svc/");
        var end = base.endsWith("/") ? base.length() - 1 : base.length();
        return service > 0 ? base.substring(0, service + 4) : base.endsWith("/") || base.lastIndexOf('/') <= from ? base.substring(0, end) : base.substring(0, base.lastIndexOf('/'));
    }

    private static int next(String base, int slash) {
        return Pieces.next(base, '/', slash + 1);
    }
}
