package dev.posthorn.odata.call;

import dev.posthorn.model.Header;
import dev.posthorn.odata.ODataProblem;
import dev.posthorn.odata.Version;
import dev.posthorn.odata.result.Around;
import dev.posthorn.odata.result.Results;
import dev.posthorn.odata.result.ServiceError;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The answer of a `$batch` taken apart: one reply for each request, in the order of the answer.
public record BatchAnswer(List<Reply> replies) {

    /// @param id        the Content-ID, or the id in JSON; "" where there is none
    /// @param changeSet the change set that it belongs to, from 1; 0 for a request by itself
    /// @param status    of HTTP; 0 where the part has none
    public record Reply(String id, int changeSet, int status, String reason, List<Header> headers, String body) {

        public Reply {
            headers = List.copyOf(headers);
        }

        public boolean fine() {
            return status >= 200 && status < 400;
        }

        /// Why it was refused, in the service's words; "" where it was not, or the service says nothing.
        public String refusal() {
            if (fine() || body.isBlank()) {
                return "";
            }
            try {
                return Results.read(body, Around.nothing(Version.V4)) instanceof ServiceError error ? error.sentence() : "";
            } catch (ODataProblem e) {
                return "";
            }
        }
    }

    public BatchAnswer {
        replies = List.copyOf(replies);
    }

    /// @param contentType of the answer; where it has no boundary, the first line that looks like one counts
    /// @throws ODataProblem where it is no answer of a batch; the sentence has the service's own error where there is one
    public static BatchAnswer read(byte[] body, String contentType) throws ODataProblem {
        var latin = new String(body, StandardCharsets.ISO_8859_1);
        if (contentType.regionMatches(true, 0, "multipart/", 0, 10) || latin.stripLeading().startsWith("--")) {
            var parts = new MultipartReader(latin, MultipartReader.boundary(contentType)).read();
            if (parts.isEmpty()) {
                throw new ODataProblem("The answer of the batch has no parts");
            }
            return new BatchAnswer(parts);
        }
        return json(new String(body, StandardCharsets.UTF_8));
    }

    private static BatchAnswer json(String text) throws ODataProblem {
        Json json;
        try {
            json = JsonReader.read(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (JsonProblem e) {
            throw new ODataProblem("The answer of the batch is neither multipart nor JSON: " + e.getMessage(), e.line(), e.column());
        }
        if (!(json instanceof Json.Obj root) || !(root.get("responses") instanceof Json.Arr responses)) {
            throw new ODataProblem(Results.read(text, Around.nothing(Version.V4)) instanceof ServiceError error ? "The service refused the batch: " + error.sentence()
                    : "The answer of the batch has no `responses`");
        }
        var groups = new ArrayList<String>();
        var replies = new ArrayList<Reply>();
        for (var response : responses.elements()) {
            if (response instanceof Json.Obj one) {
                replies.add(reply(one, groups));
            }
        }
        return new BatchAnswer(replies);
    }

    private static Reply reply(Json.Obj one, List<String> groups) {
        var group = one.text("atomicityGroup");
        if (!group.isEmpty() && !groups.contains(group)) {
            groups.add(group);
        }
        var headers = new ArrayList<Header>();
        if (one.object("headers") instanceof Json.Obj all) {
            all.members().forEach(m -> headers.add(new Header(m.key().value(), all.text(m.key().value()))));
        }
        var body = switch (one.get("body")) {
            case null -> "";
            case Json.Null _ -> "";
            case Json.Text t -> t.value();
            case Json.Obj _, Json.Arr _, Json.Num _, Json.Flag _ -> JsonWriter.compact(one.get("body").plain());
        };
        return new Reply(one.text("id"), group.isEmpty() ? 0 : groups.indexOf(group) + 1, number(one.text("status")), "", headers, body);
    }

    static int number(String text) {
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
    }
}
