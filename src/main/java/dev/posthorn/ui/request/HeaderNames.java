package dev.posthorn.ui.request;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The names and values that people write into request headers, for completion.
final class HeaderNames {

    private static final List<String> NAMES = List.of(
            "Accept", "Accept-Charset", "Accept-Encoding", "Accept-Language", "Access-Control-Request-Headers", "Access-Control-Request-Method",
            "Authorization", "Cache-Control", "Connection", "Content-Disposition", "Content-Encoding", "Content-Language", "Content-Length",
            "Content-Location", "Content-MD5", "Content-Type", "Cookie", "DataServiceVersion", "Date", "DNT", "Expect", "Forwarded", "From", "Host",
            "Idempotency-Key", "If-Match", "If-Modified-Since", "If-None-Match", "If-Range", "If-Unmodified-Since", "Keep-Alive", "Max-Forwards",
            "MaxDataServiceVersion", "OData-MaxVersion", "OData-Version", "Origin", "Pragma", "Prefer", "Proxy-Authorization", "Range", "Referer",
            "SOAPAction", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Upgrade-Insecure-Requests", "User-Agent", "Via", "X-API-Key",
            "X-Correlation-ID", "X-CSRF-Token", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-HTTP-Method-Override",
            "X-Request-ID", "X-Requested-With");
    private static final List<String> TYPES = List.of("application/json", "application/json; charset=utf-8", "application/xml", "application/x-www-form-urlencoded",
            "application/octet-stream", "application/problem+json", "application/graphql", "application/soap+xml", "multipart/form-data", "text/plain", "text/html",
            "text/xml", "text/csv", "application/json;odata=verbose");
    private static final Map<String, List<String>> VALUES = Map.of(
            "accept", List.of("*/*", "application/json", "application/xml", "text/html", "text/plain", "application/json;odata=verbose", "application/json;odata.metadata=full"),
            "content-type", TYPES,
            "accept-encoding", List.of("gzip", "gzip, deflate, br", "identity"),
            "accept-language", List.of("en", "en-US,en;q=0.9", "de", "es", "fr", "ru"),
            "authorization", List.of("Basic ", "Bearer "),
            "cache-control", List.of("no-cache", "no-store", "max-age=0", "only-if-cached"),
            "connection", List.of("keep-alive", "close", "upgrade"),
            "prefer", List.of("return=minimal", "return=representation", "respond-async", "odata.maxpagesize=100"),
            "x-requested-with", List.of("XMLHttpRequest"),
            "expect", List.of("100-continue"));
    private static final int MOST = 30;

    private HeaderNames() {}

    static List<String> names(String typed) {
        return matching(NAMES, typed);
    }

    static List<String> values(String name, String typed) {
        return matching(VALUES.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()), typed);
    }

    private static List<String> matching(List<String> words, String typed) {
        var lower = typed.toLowerCase(Locale.ROOT);
        return words.stream().filter(w -> w.toLowerCase(Locale.ROOT).contains(lower))
                .sorted((a, b) -> Boolean.compare(b.toLowerCase(Locale.ROOT).startsWith(lower), a.toLowerCase(Locale.ROOT).startsWith(lower)))
                .limit(MOST).toList();
    }
}
