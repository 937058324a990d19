package dev.posthorn.demo.odata;

import com.fasterxml.jackson.databind.JsonNode;
import dev.posthorn.demo.data.Tables;
import dev.posthorn.demo.vendor.Answer;
import dev.posthorn.demo.vendor.Asked;
import dev.posthorn.demo.vendor.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// `$batch`: many requests in one, as multipart (OData 4.0 part 1 §11.7, version 3 §2.2.7.6) or as JSON (OData JSON Format 4.01 §19).
/// The changes of a change set, or of an atomicity group, are made together or not at all.
final class Batch {

    private static final int MOST = 200;

    private final ODataService service;
    private final Tables tables;

    Batch(ODataService service, Tables tables) {
        this.service = service;
        this.tables = tables;
    }

    Answer answer(Asked asked, String root) throws ODataError {
        if (asked.type().equals("application/json") && service.four()) {
            return json(asked, root);
        }
        var boundary = Parts.boundary(asked.header("Content-Type"));
        if (boundary.isEmpty()) {
            throw new ODataError(415, "A batch is multipart/mixed with a boundary" + (service.four() ? ", or application/json." : "."));
        }
        var left = new int[] {MOST};
        var mark = "batchresponse_1";
        var body = new StringBuilder();
        for (var part : Parts.of(asked.text(), boundary)) {
            body.append("--").append(mark).append("\r\n").append(answered(asked, root, part, left));
        }
        body.append("--").append(mark).append("--\r\n");
        return Answer.text(service.four() ? 200 : 202, "multipart/mixed; boundary=" + mark, body.toString());
    }

    private String answered(Asked asked, String root, Parts part, int[] left) throws ODataError {
        var inner = Parts.boundary(part.header("Content-Type"));
        if (inner.isEmpty()) {
            return wrapped(part, one(asked, root, Parts.request(part), new LinkedHashMap<>(), left));
        }
        var changes = Parts.of(part.content(), inner);
        var answers = new ArrayList<Answer>();
        var requests = new ArrayList<Parts.Inner>();
        for (var change : changes) {
            requests.add(Parts.request(change));
        }
        var failed = new ODataError[1];
        var good = tables.together(() -> {
            var made = new LinkedHashMap<String, String>();
            for (var i = 0; i < requests.size(); i++) {
                try {
                    answers.add(one(asked, root, requests.get(i), made, left));
                } catch (ODataError e) {
                    failed[0] = e;
                    return false;
                }
                made.put(changes.get(i).header("Content-ID"), answers.get(i).header("Location"));
                if (answers.get(i).status() >= 400) {
                    return false;
                }
            }
            return true;
        });
        if (failed[0] != null) {
            throw failed[0];
        }
        return good ? together(changes, answers) : wrapped(changes.get(answers.size() - 1), answers.getLast());
    }

    private static String together(List<Parts> changes, List<Answer> answers) {
        var mark = "changesetresponse_1";
        var body = new StringBuilder("Content-Type: multipart/mixed; boundary=" + mark + "\r\n\r\n");
        for (var i = 0; i < answers.size(); i++) {
            body.append("--").append(mark).append("\r\n").append(wrapped(changes.get(i), answers.get(i)));
        }
        return body.append("--").append(mark).append("--\r\n").toString();
    }

    private static String wrapped(Parts part, Answer answer) {
        var text = new StringBuilder("Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n");
        if (!part.header("Content-ID").isEmpty()) {
            text.append("Content-ID: ").append(part.header("Content-ID")).append("\r\n");
        }
        text.append("\r\nHTTP/1.1 ").append(answer.status()).append(' ').append(reason(answer.status())).append("\r\n");
        answer.headers().forEach(h -> text.append(h.getKey()).append(": ").append(h.getValue()).append("\r\n"));
        if (answer.body().length > 0) {
            text.append("Content-Type: ").append(answer.type()).append("\r\nContent-Length: ").append(answer.body().length).append("\r\n");
        }
        return text.append("\r\n").append(new String(answer.body(), StandardCharsets.UTF_8)).append("\r\n").toString();
    }

    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 201 -> "Created";
            case 204 -> "No Content";
            case 400 -> "Bad Request";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 409 -> "Conflict";
            default -> "Error";
        };
    }

    /// Where a request names a row that an earlier one made: `$1/Contacts`.
    private Answer one(Asked asked, String root, Parts.Inner inner, Map<String, String> made, int[] left) throws ODataError {
        if (--left[0] < 0) {
            throw new ODataError(413, "A batch takes no more than " + MOST + " requests here.");
        }
        var url = inner.url();
        for (var entry : made.entrySet()) {
            var name = "$" + entry.getKey();
            if (!entry.getKey().isEmpty() && (url.equals(name) || url.startsWith(name + "/"))) {
                url = entry.getValue() + url.substring(name.length());
            }
        }
        var question = url.indexOf('?');
        var path = question < 0 ? url : url.substring(0, question);
        var below = below(path, root, asked.origin());
        if (below.startsWith("/$batch")) {
            throw new ODataError(400, "A batch cannot hold a batch.");
        }
        var headers = new ArrayList<>(inner.headers());
        if (headers.stream().noneMatch(h -> h.getKey().equalsIgnoreCase("Accept"))) {
            headers.add(Map.entry("Accept", "application/json"));
        }
        var whole = root.substring(asked.origin().length()) + below;
        return service.answer(asked.within(inner.method(), whole, question < 0 ? "" : url.substring(question + 1), headers, inner.body().getBytes(StandardCharsets.UTF_8)), root, below);
    }

    /// An address may be absolute, begin at the host, or at the service.
    private static String below(String url, String root, String origin) throws ODataError {
        var local = root.substring(origin.length());
        if (url.startsWith(root)) {
            return url.substring(root.length());
        }
        if (url.startsWith(local + "/")) {
            return url.substring(local.length());
        }
        if (url.contains("://") || url.startsWith("/")) {
            throw new ODataError(400, "'" + url + "' is not of this service.");
        }
        return "/" + url;
    }

    private Answer json(Asked asked, String root) throws ODataError {
        var requests = Json.read(asked.body()).map(b -> b.path("requests")).filter(JsonNode::isArray).orElseThrow(() -> new ODataError(400, "A JSON batch is an object with the array \"requests\"."));
        var responses = new ArrayList<Map<String, Object>>();
        var made = new LinkedHashMap<String, String>();
        var failed = new ArrayList<String>();
        var left = new int[] {MOST};
        for (var i = 0; i < requests.size();) {
            var group = requests.get(i).path("atomicityGroup").asText();
            var end = i + 1;
            while (!group.isEmpty() && end < requests.size() && requests.get(end).path("atomicityGroup").asText().equals(group)) {
                end++;
            }
            var answers = group(asked, root, slice(requests, i, end), made, failed, left, !group.isEmpty());
            for (var k = i; k < end; k++) {
                var id = requests.get(k).path("id").asText();
                if (answers.get(k - i).status() >= 400) {
                    failed.add(id);
                    failed.add(group);
                }
                responses.add(told(id, requests.get(k), answers.get(k - i)));
            }
            i = end;
        }
        return Answer.json(200, Map.of("responses", responses));
    }

    private static List<JsonNode> slice(JsonNode requests, int begin, int end) {
        var some = new ArrayList<JsonNode>();
        for (var i = begin; i < end; i++) {
            some.add(requests.get(i));
        }
        return some;
    }

    /// One request, or those of a group: where one of them fails, so do the others (424).
    private List<Answer> group(Asked asked, String root, List<JsonNode> requests, Map<String, String> made, List<String> failed, int[] left, boolean atomic) throws ODataError {
        var answers = new ArrayList<Answer>();
        var broken = new ODataError[1];
        BooleanSupplier work = () -> {
            try {
                for (var request : requests) {
                    var answer = depends(request, failed) ? service.error(asked, 424, "A request that this one depends on failed.") : one(asked, root, inner(request), made, left);
                    made.put(request.path("id").asText(), answer.header("Location"));
                    answers.add(answer);
                    if (answer.status() >= 400 && atomic) {
                        return false;
                    }
                }
                return true;
            } catch (ODataError e) {
                broken[0] = e;
                return false;
            }
        };
        var good = atomic ? tables.together(work) : work.getAsBoolean();
        if (broken[0] != null) {
            throw broken[0];
        }
        if (good) {
            return answers;
        }
        var all = new ArrayList<Answer>();
        for (var i = 0; i < requests.size(); i++) {
            all.add(i == answers.size() - 1 ? answers.get(i) : service.error(asked, 424, "Another request of the atomicity group failed."));
        }
        return all;
    }

    private static boolean depends(JsonNode request, List<String> failed) {
        for (var on : request.path("dependsOn")) {
            if (failed.contains(on.asText())) {
                return true;
            }
        }
        return false;
    }

    private static Parts.Inner inner(JsonNode request) throws ODataError {
        if (!request.path("method").isTextual() || !request.path("url").isTextual()) {
            throw new ODataError(400, "A request of a JSON batch needs id, method and url.");
        }
        var headers = new ArrayList<Map.Entry<String, String>>();
        request.path("headers").properties().forEach(h -> headers.add(Map.entry(h.getKey(), h.getValue().asText())));
        var body = request.path("body");
        return new Parts.Inner(request.path("method").asText(), request.path("url").asText(), headers, body.isMissingNode() ? "" : body.isTextual() ? body.asText() : body.toString());
    }

    private static Map<String, Object> told(String id, JsonNode request, Answer answer) {
        var told = new LinkedHashMap<String, Object>();
        told.put("id", id);
        if (request.has("atomicityGroup")) {
            told.put("atomicityGroup", request.path("atomicityGroup").asText());
        }
        told.put("status", answer.status());
        var headers = new LinkedHashMap<String, String>();
        answer.headers().forEach(h -> headers.put(h.getKey(), h.getValue()));
        if (answer.body().length > 0) {
            headers.put("Content-Type", answer.type());
            var json = answer.type().startsWith("application/json") ? Json.read(answer.body()) : Optional.<JsonNode>empty();
            told.put("headers", headers);
            told.put("body", json.isPresent() ? json.get() : answer.type().startsWith("text/") ? new String(answer.body(), StandardCharsets.UTF_8) : Base64.getEncoder().encodeToString(answer.body()));
        } else {
            told.put("headers", headers);
        }
        return told;
    }
}
