package dev.posthorn.odata.call;

import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Request;
import dev.posthorn.odata.ODataProblem;
import dev.posthorn.odata.Version;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/// Puts many requests into one, `$batch`: as multipart/mixed for every version, or as JSON for services of 4.01.
///
/// 1. Within a change set all succeed or none; only requests that change something may be in one.
/// 2. Every request of a change set has a Content-ID, from 1 on in the whole batch; a later one may begin its address with `$1` to mean what the first created.
/// 3. Addresses below the service's are written relative to it, which every server understands.
public final class Batch {

    /// What is sent one after the other: a request by itself, or a change set.
    public sealed interface Part {
        record One(Request request) implements Part {}

        record ChangeSet(List<Request> requests) implements Part {
            public ChangeSet {
                requests = List.copyOf(requests);
            }
        }
    }

    private static final String LINE = "\r\n";

    private final String root;
    private final Version version;
    private int contentId;

    private Batch(String root, Version version) {
        this.root = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
        this.version = version;
    }

    /// @throws ODataProblem where a request cannot be in a batch: it sends a file, or it reads within a change set
    public static Request multipart(List<Part> parts, String root, Version version) throws ODataProblem {
        return new Batch(root, version).multipart(parts);
    }

    public static Request json(List<Part> parts, String root) throws ODataProblem {
        return new Batch(root, Version.V4).json(parts);
    }

    private Request multipart(List<Part> parts) throws ODataProblem {
        var all = texts(parts);
        var boundary = free("batch", all);
        var change = free("changeset", all);
        var body = new StringBuilder();
        var sets = 0;
        for (var part : parts) {
            body.append("--").append(boundary).append(LINE);
            switch (part) {
                case Part.One(var request) -> http(request, 0, body);
                case Part.ChangeSet(var requests) -> changeSet(requests, change + "_" + ++sets, body);
            }
        }
        body.append("--").append(boundary).append("--").append(LINE);
        var request = Manners.request("POST", root + "/$batch", version, List.of());
        var headers = new ArrayList<>(request.headers());
        headers.set(0, Entry.of("Accept", "multipart/mixed"));
        headers.add(Entry.of("Content-Type", "multipart/mixed;boundary=" + boundary));
        headers.add(Entry.of(version == Version.V4 ? "OData-Version" : "DataServiceVersion", version.number()));
        return request.withHeaders(headers).withBody(new Body.Raw(body.toString(), "text"));
    }

    /// A boundary that none of the texts has in it.
    private static String free(String word, String texts) {
        for (var i = 1;; i++) {
            var boundary = word + "_" + i;
            if (!texts.contains(boundary)) {
                return boundary;
            }
        }
    }

    private static String texts(List<Part> parts) throws ODataProblem {
        var all = new StringBuilder();
        for (var part : parts) {
            var requests = switch (part) {
                case Part.One(var request) -> List.of(request);
                case Part.ChangeSet(var several) -> several;
            };
            for (var request : requests) {
                all.append(body(request)).append('\n');
            }
        }
        return all.toString();
    }

    private static String body(Request request) throws ODataProblem {
        return switch (request.body()) {
            case Body.None _ -> "";
            case Body.Raw raw -> raw.text();
            case Body.UrlEncoded _, Body.FormData _, Body.Binary _, Body.GraphQl _ ->
                throw new ODataProblem("A batch holds requests with text or without a body; " + request.method() + " " + request.url() + " sends a form or a file");
        };
    }

    private void changeSet(List<Request> requests, String boundary, StringBuilder out) throws ODataProblem {
        out.append("Content-Type: multipart/mixed;boundary=").append(boundary).append(LINE).append(LINE);
        for (var request : requests) {
            if (request.method().equals("GET") || request.method().equals("HEAD")) {
                throw new ODataProblem("A change set changes things; " + request.method() + " " + request.url() + " must stand outside of it");
            }
            out.append("--").append(boundary).append(LINE);
            http(request, ++contentId, out);
        }
        out.append("--").append(boundary).append("--").append(LINE);
    }

    private void http(Request request, int id, StringBuilder out) throws ODataProblem {
        out.append("Content-Type: application/http").append(LINE).append("Content-Transfer-Encoding: binary").append(LINE);
        if (id > 0) {
            out.append("Content-ID: ").append(id).append(LINE);
        }
        out.append(LINE).append(request.method()).append(' ').append(relative(request.url())).append(" HTTP/1.1").append(LINE);
        for (var header : request.headers()) {
            if (header.enabled() && !header.key().isEmpty()) {
                out.append(header.key()).append(": ").append(header.value()).append(LINE);
            }
        }
        var body = body(request);
        // A body with variables has another length when it is sent.
        if (!body.isEmpty() && !body.contains("{{")) {
            out.append("Content-Length: ").append(body.getBytes(StandardCharsets.UTF_8).length).append(LINE);
        }
        out.append(LINE).append(body).append(LINE);
    }

    private String relative(String url) {
        var home = root + "/";
        return url.startsWith(home) ? url.substring(home.length()) : url;
    }

    /// OData JSON format 4.01, §19.
    private Request json(List<Part> parts) throws ODataProblem {
        var requests = new ArrayList<Object>();
        var group = 0;
        for (var part : parts) {
            switch (part) {
                case Part.One(var request) -> requests.add(one(request, ""));
                case Part.ChangeSet(var several) -> {
                    group++;
                    for (var request : several) {
                        requests.add(one(request, "g" + group));
                    }
                }
            }
        }
        var json = new LinkedHashMap<String, Object>();
        json.put("requests", requests);
        return Manners.withJson(Manners.request("POST", root + "/$batch", Version.V4, List.of()), json, Version.V4);
    }

    private Object one(Request request, String group) throws ODataProblem {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", String.valueOf(++contentId));
        if (!group.isEmpty()) {
            json.put("atomicityGroup", group);
        }
        json.put("method", request.method().toLowerCase(Locale.ROOT));
        json.put("url", relative(request.url()));
        var headers = new LinkedHashMap<String, Object>();
        request.headers().stream().filter(h -> h.enabled() && !h.key().isEmpty()).forEach(h -> headers.put(h.key().toLowerCase(Locale.ROOT), h.value()));
        json.put("headers", headers);
        var body = body(request);
        if (!body.isEmpty()) {
            json.put("body", parsed(body));
        }
        return json;
    }

    private static Object parsed(String body) {
        try {
            return JsonReader.read(body).plain();
        } catch (JsonProblem e) {
            return body;
        }
    }
}
