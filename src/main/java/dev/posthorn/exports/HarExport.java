package dev.posthorn.exports;

import static dev.posthorn.exports.HarParts.map;

import dev.posthorn.formats.Report;
import dev.posthorn.formats.Source;
import dev.posthorn.model.Body;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Example;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Header;
import dev.posthorn.model.Item;
import dev.posthorn.model.Part;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Script;
import dev.posthorn.text.JsonComments;
import dev.posthorn.tree.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes a collection as a HAR 1.2 file: a page for each folder at the top, an entry for each request and example. Nothing is measured in it.
public final class HarExport implements Exporter {

    private static final String NEVER = "1970-01-01T00:00:00.000Z";

    @Override
    public String id() {
        return "har";
    }

    @Override
    public String name() {
        return "HAR 1.2";
    }

    @Override
    public String ending() {
        return ".har";
    }

    @Override
    public boolean takes(Source source) {
        return source instanceof Source.OfCollection;
    }

    @Override
    public Exported export(Source source) {
        return switch (source) {
            case Source.OfCollection(_, _, var collection, _, _) -> new Written().exported(collection);
            case Source.OfEnvironment _ -> Exported.one(new byte[0], Report.EMPTY);
        };
    }

    private static final class Written {

        private final List<Map<String, Object>> pages = new ArrayList<>();
        private final List<Map<String, Object>> entries = new ArrayList<>();
        private final List<Report.Row> rows = new ArrayList<>();

        Exported exported(Collection collection) {
            for (var item : collection.items()) {
                if (item instanceof Folder folder) {
                    var id = "page_" + (pages.size() + 1);
                    pages.add(map("startedDateTime", NEVER, "id", id, "title", folder.name(), "pageTimings", Map.of()));
                    Collection.requests(folder.items()).forEach(r -> add(r, id));
                } else {
                    Collection.requests(List.<Item>of(item)).forEach(r -> add(r, ""));
                }
            }
            var log = map("version", "1.2", "creator", map("name", "Posthorn", "version", ""), "pages", pages, "entries", entries);
            if (!collection.description().isEmpty()) {
                log.put("comment", collection.description());
            }
            var left = written(collection.scripts()) + collection.variables().size() + (collection.auth().type().equals("noauth") ? 0 : 1);
            if (left > 0) {
                rows.add(new Report.Row("", Report.Fate.ASIDE, "", "variables, scripts and authorization of the collection", "", "a recording has only requests and answers", left));
            }
            return Exported.one(JsonWriter.pretty(map("log", log)).getBytes(StandardCharsets.UTF_8), new Report(rows));
        }

        private void add(RequestItem item, String page) {
            var request = request(item.request());
            if (item.examples().isEmpty()) {
                entries.add(entry(page, request, response(new Example("", null, 0, "", List.of(), ""))));
            }
            item.examples().forEach(e -> entries.add(entry(page, e.request() == null ? request : request(e.request()), response(e))));
            var own = item.request();
            var left = written(own.scripts()) + own.settings().values().size() + (own.auth().inherited() ? 0 : 1);
            if (left > 0) {
                rows.add(new Report.Row(item.name(), Report.Fate.ASIDE, "", "scripts, settings and authorization", "", "a recording has only what was sent", left));
            }
        }

        private static int written(List<Script> scripts) {
            return (int) scripts.stream().filter(s -> !s.code().isEmpty()).count();
        }

        private static Map<String, Object> entry(String page, Map<String, Object> request, Map<String, Object> response) {
            var entry = map("startedDateTime", NEVER, "time", 0, "request", request, "response", response, "cache", Map.of(),
                    "timings", map("send", 0, "wait", 0, "receive", 0));
            if (!page.isEmpty()) {
                entry.put("pageref", page);
            }
            return entry;
        }

        private static Map<String, Object> request(Request request) {
            var url = AddressText.of(request);
            var headers = request.headers().stream().filter(e -> e.enabled() && !e.key().isBlank()).map(e -> new Header(e.key().strip(), e.value().strip())).toList();
            var out = map("method", request.method(), "url", url, "httpVersion", "HTTP/1.1", "cookies", HarParts.cookies(headers), "headers", HarParts.headers(headers),
                    "queryString", HarParts.query(url));
            var data = data(request.body(), Header.first(headers, "Content-Type").orElse(""));
            if (!data.isEmpty()) {
                out.put("postData", data);
            }
            out.put("headersSize", -1);
            out.put("bodySize", -1);
            if (!request.description().isEmpty()) {
                out.put("comment", request.description());
            }
            return out;
        }

        private static Map<String, Object> data(Body body, String typed) {
            return switch (body) {
                case Body.None() -> Map.of();
                case Body.Raw(var text, var language) -> map("mimeType", typed.isEmpty() ? type(language) : typed, "text",
                        language.equals("json") ? JsonComments.without(text) : text);
                case Body.UrlEncoded(var fields) -> {
                    var sent = fields.stream().filter(Entry::enabled).toList();
                    yield map("mimeType", "application/x-www-form-urlencoded", "params", sent.stream().map(f -> map("name", f.key(), "value", f.value())).toList(),
                            "text", sent.stream().map(f -> AddressText.form(f.key()) + "=" + AddressText.form(f.value())).collect(Collectors.joining("&")));
                }
                case Body.FormData(var parts) -> map("mimeType", "multipart/form-data", "params", parts.stream().filter(p -> p.entry().enabled()).map(Written::param).toList(),
                        "text", "");
                case Body.Binary(var source, var content) when source.isBlank() && !content.isEmpty() -> map("mimeType", typed, "text", content);
                case Body.Binary(var source, _) -> map("mimeType", typed.isEmpty() ? "application/octet-stream" : typed, "text", "", "comment", "the file " + source);
                case Body.GraphQl graph -> map("mimeType", "application/json", "text", AddressText.json(graph));
            };
        }

        private static Map<String, Object> param(Part part) {
            var param = map("name", part.entry().key());
            param.put(part.file() ? "fileName" : "value", part.file() ? String.join(", ", part.files()) : part.entry().value());
            if (!part.contentType().isEmpty()) {
                param.put("contentType", part.contentType());
            }
            return param;
        }

        private static String type(String language) {
            return switch (language) {
                case "json" -> "application/json";
                case "javascript" -> "application/javascript";
                case "html" -> "text/html";
                case "xml" -> "application/xml";
                default -> "text/plain";
            };
        }

        private static Map<String, Object> response(Example example) {
            var type = Header.first(example.headers(), "Content-Type").orElse("x-unknown");
            return map("status", example.status(), "statusText", example.reason(), "httpVersion", "HTTP/1.1", "cookies", HarParts.setCookies(example.headers()),
                    "headers", HarParts.headers(example.headers()),
                    "content", map("size", example.body().getBytes(StandardCharsets.UTF_8).length, "mimeType", type, "text", example.body()),
                    "redirectURL", Header.first(example.headers(), "Location").orElse(""), "headersSize", -1, "bodySize", -1);
        }
    }
}
