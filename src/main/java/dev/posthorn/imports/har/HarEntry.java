package dev.posthorn.imports.har;

import dev.posthorn.formats.Report;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Example;
import dev.posthorn.model.Header;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestUrl;
import dev.posthorn.model.Settings;
import dev.posthorn.tree.Tracked;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes a request, with its answer as an example, of one entry of a recording.
final class HarEntry {

    /// @param examples empty where no answer came
    record Made(String name, Request request, List<Example> examples) {}

    private static final Set<String> MEASURED = Set.of("startedDateTime", "time", "cache", "timings", "serverIPAddress", "connection", "pageref", "_priority", "_resourceType",
            "_connectionId", "_transferSize", "headersSize", "bodySize", "_fetchedViaServiceWorker", "_initiator", "_securityState", "_securityDetails", "_serverPort", "redirectURL");

    private final Tracked entry;
    private final List<Report.Row> rows;
    private String name = "";

    HarEntry(Tracked entry, List<Report.Row> rows) {
        this.entry = entry;
        this.rows = rows;
    }

    /// Null where it is no request that could be sent.
    Made read() {
        var request = entry.get("request");
        var url = request.text("url");
        var method = request.text("method");
        name = (method.isEmpty() ? "GET" : method) + " " + RequestUrl.parse(url).base().replaceFirst("^[a-zA-Z]+://[^/]*(?=/.)", "");
        if (!url.regionMatches(true, 0, "http", 0, 4)) {
            var scheme = url.contains(":") ? url.substring(0, url.indexOf(':') + 1) : url;
            rows.add(new Report.Row(name.length() > 80 ? name.substring(0, 80) + "…" : name, Report.Fate.ASIDE, entry.pointer(), "a request to " + scheme, "",
                    "only http:// and https:// can be sent here", Math.max(1, entry.unread().size())));
            entry.skip();
            return null;
        }
        var headers = requestHeaders(request, url);
        var body = new HarBody(request.get("postData"), name, rows).read();
        type(headers, body, request.get("postData"));
        var description = joined(entry.text("comment"), request.text("comment"));
        var settings = request.text("httpVersion").toLowerCase(Locale.ROOT).matches("http/1\\.[01]") ? Settings.NONE.with("protocolVersion", "http1") : Settings.NONE;
        if (!(body instanceof Body.None) && Set.of("GET", "HEAD").contains(method)) {
            settings = settings.with("disableBodyPruning", true);
        }
        query(request, url);
        var made = new Request(method.isEmpty() ? "GET" : method, url, RequestUrl.parse(url).entries(), List.of(), headers, body, Auth.INHERIT, List.of(), settings, description);
        rows.add(Report.Row.kept(name, request.pointer(), 2 + headers.size() + (body instanceof Body.None ? 0 : 1)));
        var examples = example(made, entry.get("response"));
        left();
        return new Made(name, made, examples);
    }

    /// A text keeps the type it was sent with; a form gets a boundary of its own when it is sent.
    private void type(List<Entry> headers, Body body, Tracked data) {
        var type = data.text("mimeType");
        if (body instanceof Body.FormData && headers.removeIf(h -> h.key().equalsIgnoreCase("Content-Type"))) {
            rows.add(Report.Row.translated(name, data.pointer(), type, "multipart/form-data", "its boundary is made when it is sent"));
        } else if (body instanceof Body.Raw && !type.isEmpty() && headers.stream().noneMatch(h -> h.key().equalsIgnoreCase("Content-Type"))) {
            headers.add(Entry.of("Content-Type", type));
        }
    }

    private static String joined(String first, String second) {
        return first.isEmpty() || second.isEmpty() || first.equals(second) ? first.isEmpty() ? second : first : first + "\n\n" + second;
    }

    private List<Entry> requestHeaders(Tracked request, String url) {
        var headers = new ArrayList<Entry>();
        var pseudo = new ArrayList<String>();
        var calculated = new ArrayList<String>();
        for (var header : request.list("headers")) {
            var key = header.text("name");
            var value = header.text("value");
            if (key.startsWith(":")) {
                pseudo.add(key);
            } else if (key.equalsIgnoreCase("Content-Length") || key.equalsIgnoreCase("Host") && url.contains("://" + value)) {
                calculated.add(key);
            } else {
                headers.add(new Entry(key, value, header.text("comment"), true, false));
            }
        }
        aside(pseudo, request, "pseudo-headers of HTTP/2, which follow from the URL and the method");
        aside(calculated, request, "calculated when it is sent");
        cookies(request, headers);
        return headers;
    }

    private void aside(List<String> names, Tracked request, String reason) {
        if (!names.isEmpty()) {
            rows.add(new Report.Row(name, Report.Fate.ASIDE, request.pointer() + "/headers", String.join(", ", names), "", reason, names.size()));
        }
    }

    /// Cookies stand a second time in the header; some tools leave the header out.
    private void cookies(Tracked request, List<Entry> headers) {
        var cookies = request.list("cookies").stream().map(c -> c.text("name") + "=" + c.text("value")).collect(Collectors.joining("; "));
        request.get("cookies").skip();
        if (!cookies.isEmpty() && headers.stream().noneMatch(h -> h.key().equalsIgnoreCase("Cookie"))) {
            headers.add(Entry.of("Cookie", cookies));
            rows.add(Report.Row.translated(name, request.pointer() + "/cookies", "cookies", "the header Cookie", "the recording has them only as a list"));
        }
    }

    /// The rows of the query say again what the URL says; where they say something else, it is told.
    private void query(Tracked request, String url) {
        var typed = RequestUrl.parse(url).entries().stream().map(e -> decoded(e.key()) + "=" + decoded(e.value())).toList();
        var listed = request.list("queryString").stream().map(q -> decoded(q.text("name")) + "=" + decoded(q.text("value"))).toList();
        if (!listed.isEmpty() && !typed.equals(listed)) {
            rows.add(new Report.Row(name, Report.Fate.ASIDE, request.pointer() + "/queryString", "the list of query parameters", "", "it differs from the URL, which counts", listed.size()));
        }
    }

    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private List<Example> example(Request request, Tracked response) {
        var status = response.text("status");
        if (!status.matches("[1-9]\\d{2}")) {
            if (!response.absent()) {
                var error = response.text("_error");
                rows.add(new Report.Row(name, Report.Fate.ASIDE, response.pointer(), "no answer" + (error.isEmpty() ? "" : ": " + error), "", "there is nothing to keep as an example",
                        Math.max(1, response.unread().size())));
                response.skip();
            }
            return List.of();
        }
        var headers = new ArrayList<Header>();
        var pseudo = new ArrayList<String>();
        for (var header : response.list("headers")) {
            if (header.text("name").startsWith(":")) {
                header.text("value");
                pseudo.add(header.text("name"));
            } else {
                headers.add(new Header(header.text("name"), header.text("value")));
            }
        }
        aside(pseudo, response, "pseudo-headers of HTTP/2, which follow from the status");
        if (headers.stream().anyMatch(h -> h.is("Set-Cookie"))) {
            response.get("cookies").skip();
        }
        response.skip("httpVersion");
        var text = response.text("statusText");
        var body = HarBody.content(response.get("content"), name, rows);
        rows.add(Report.Row.kept(name, response.pointer(), 1 + headers.size() + (body.isEmpty() ? 0 : 1)));
        return List.of(new Example((status + " " + text).strip(), request, Integer.parseInt(status), text, headers, body));
    }

    /// One row for all that was measured, and one for each other part of the entry that nobody read.
    private void left() {
        var groups = new LinkedHashMap<String, List<Tracked>>();
        for (var left : entry.unread()) {
            var path = left.pointer().substring(entry.pointer().length() + 1).split("/");
            var key = path.length > 1 && (path[0].equals("request") || path[0].equals("response")) ? path[1] : path[0];
            groups.computeIfAbsent(MEASURED.contains(key) ? "" : key, k -> new ArrayList<>()).add(left);
        }
        groups.forEach((key, values) -> {
            var names = values.stream().map(v -> v.pointer().substring(entry.pointer().length() + 1).split("/")[0]).distinct().collect(Collectors.joining(", "));
            rows.add(new Report.Row(name, Report.Fate.ASIDE, key.isEmpty() ? entry.pointer() : values.getFirst().pointer(), key.isEmpty() ? names : key, "",
                    key.isEmpty() ? "measurements of the recording" : "a request has no place for it", values.size()));
        });
        entry.skip();
    }
}
