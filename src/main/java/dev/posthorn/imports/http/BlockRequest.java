package dev.posthorn.imports.http;

import dev.posthorn.formats.Report;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestUrl;
import dev.posthorn.model.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Makes the request of one block.
final class BlockRequest {

    private static final Pattern CREDENTIALS = Pattern.compile("(?i)(Basic|Digest)\\s+(\\{\\{[^}]+}}|[^\\s:]+)(?:\\s*:\\s*|\\s+)(\\S.*)");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,7})\\s*(ms|m|s)?");

    private final Block block;
    private final String item;
    private final List<Report.Row> rows;
    private final Templates templates;
    private Settings settings = Settings.NONE;
    private Auth auth = Auth.INHERIT;
    private boolean graphQl;

    BlockRequest(Block block, String item, List<Report.Row> rows) {
        this.block = block;
        this.item = item;
        this.rows = rows;
        this.templates = new Templates(rows);
    }

    Request request() {
        graphQl = block.method.equals("GRAPHQL");
        block.directives.forEach(this::directive);
        block.others.forEach(o -> rows.add(Report.Row.aside(item, "line " + o.line(), o.name(), o.value())));
        version();
        var headers = headers();
        var type = headers.stream().filter(h -> h.key().equalsIgnoreCase("Content-Type")).map(Entry::value).findFirst().orElse("");
        var lines = block.body.stream().map(l -> new Line(templates.translated(l.text(), item, l.place()), l.number())).toList();
        var body = new HttpBody(item, rows).read(lines, type, graphQl);
        if (body instanceof Body.FormData && type.toLowerCase(Locale.ROOT).contains("boundary")) {
            headers.removeIf(h -> h.key().equalsIgnoreCase("Content-Type"));
        }
        var method = graphQl ? "POST" : block.method.isEmpty() ? "GET" : block.method;
        if (!(body instanceof Body.None) && (method.equals("GET") || method.equals("HEAD"))) {
            settings = settings.with("disableBodyPruning", true);
        }
        var url = url(headers);
        rows.add(Report.Row.kept(item, "line " + block.line, 1 + headers.size() + (body instanceof Body.None ? 0 : 1)));
        return new Request(method, url, RequestUrl.parse(url).entries(), List.of(), headers, body, auth, Handlers.of(block, item, rows), settings,
                String.join("\n", block.comments));
    }

    /// A URL that is only a path stands behind its Host header.
    private String url(List<Entry> headers) {
        var url = templates.translated(block.url, item, "line " + block.line);
        var host = headers.stream().filter(h -> h.key().equalsIgnoreCase("Host")).map(Entry::value).findFirst().orElse("");
        if (url.startsWith("/") && !host.isEmpty()) {
            headers.removeIf(h -> h.key().equalsIgnoreCase("Host"));
            url = (host.contains("://") ? "" : host.endsWith(":443") ? "https://" : "http://") + host + url;
            rows.add(Report.Row.translated(item, "line " + block.line, "a path and the header Host", url, "a request has a whole URL"));
        } else if (url.startsWith("/")) {
            rows.add(Report.Row.aside(item, "line " + block.line, url, "a path without a host: put the address before it"));
        }
        return url;
    }

    private void version() {
        if (block.version.startsWith("HTTP/2")) {
            settings = settings.with("protocolVersion", "http2").with("http2PriorKnowledge", block.version.toLowerCase(Locale.ROOT).contains("prior") ? true : null);
        } else if (block.version.startsWith("HTTP/3") || block.version.contains("(")) {
            rows.add(Report.Row.aside(item, "line " + block.line, block.version, "this version of HTTP cannot be chosen here"));
        }
    }

    private void directive(Block.Pair directive) {
        var place = "line " + directive.line();
        switch (directive.name()) {
            case "no-redirect" -> settings = settings.with("followRedirects", false);
            case "no-cookie-jar" -> settings = settings.with("disableCookies", true);
            case "no-auto-encoding" -> settings = settings.with("disableUrlEncoding", true);
            case "timeout" -> timeout(directive, place);
            case "prompt" -> rows.add(Report.Row.aside(item, place, "@prompt " + directive.value(), "nothing is asked at a send: give the variable a value in an environment"));
            case "name" -> {
                if (!block.title.isEmpty() && !block.title.equals(directive.value())) {
                    rows.add(Report.Row.aside(item, place, "@name " + directive.value(), "the request has its name from the ### line"));
                }
            }
            case String name -> rows.add(Report.Row.aside(item, place, ("@" + name + " " + directive.value()).strip(), "a request has no such setting here"));
        }
    }

    private void timeout(Block.Pair directive, String place) {
        var duration = DURATION.matcher(directive.value().strip());
        if (!duration.matches()) {
            rows.add(Report.Row.aside(item, place, "@timeout " + directive.value(), "it is no duration"));
            return;
        }
        var unit = duration.group(2) == null ? "s" : duration.group(2);
        var millis = Long.parseLong(duration.group(1)) * (unit.equals("ms") ? 1 : unit.equals("m") ? 60_000 : 1_000);
        settings = settings.with("requestTimeout", (int) Math.min(Integer.MAX_VALUE, millis));
    }

    private List<Entry> headers() {
        var headers = new ArrayList<Entry>();
        for (var header : block.headers) {
            var place = "line " + header.line();
            var value = templates.translated(header.value(), item, place);
            var credentials = CREDENTIALS.matcher(value);
            if (header.name().equalsIgnoreCase("X-Request-Type") && value.equalsIgnoreCase("GraphQL")) {
                graphQl = true;
            } else if (header.name().equalsIgnoreCase("Authorization") && credentials.matches()) {
                auth = new Auth(credentials.group(1).toLowerCase(Locale.ROOT), Map.of("username", credentials.group(2), "password", credentials.group(3).strip()));
                rows.add(Report.Row.translated(item, place, "the header Authorization with user and password", credentials.group(1) + " authorization", "encoded when it is sent"));
            } else {
                headers.add(Entry.of(header.name(), value));
            }
        }
        return headers;
    }
}
