package dev.posthorn.codegen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The headers of a call, put together for clients that take one value for a name.
final class Headers {

    private Headers() {}

    /// Those of one name joined with a comma (RFC 9110 §5.3), Cookie with a semicolon.
    static List<Call.Header> joined(List<Call.Header> headers) {
        return grouped(headers).values().stream().map(same -> same.size() == 1 ? same.getFirst()
                : new Call.Header(same.getFirst().name(), same.stream().map(Call.Header::value).reduce((a, b) -> a.and(same.getFirst().is("Cookie") ? "; " : ", ").and(b)).orElseThrow())).toList();
    }

    /// By their names without case, in order.
    static Map<String, List<Call.Header>> grouped(List<Call.Header> headers) {
        var groups = new LinkedHashMap<String, List<Call.Header>>();
        headers.forEach(h -> groups.computeIfAbsent(h.name().toLowerCase(Locale.ROOT), _ -> new ArrayList<>()).add(h));
        return groups;
    }

    /// Without the Content-Type of a form whose boundary the client chooses.
    static List<Call.Header> sent(Call call) {
        return call.headers().stream().filter(h -> !(call.content() instanceof Content.Multipart && h.is("Content-Type"))).toList();
    }
}
