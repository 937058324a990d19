package dev.posthorn.demo.creatio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.posthorn.demo.data.Tables;
import dev.posthorn.demo.vendor.Answer;
import dev.posthorn.demo.vendor.Asked;
import dev.posthorn.demo.vendor.Json;
import dev.posthorn.demo.vendor.Stage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/// Web services as a configuration has them: `rest/{Service}/{Method}`.
final class WebServices {

    static final String SAMPLE = "UsrCustomConfigurationService";
    static final String ANONYMOUS = "UsrAnonymousConfigurationService";

    private final Tables tables;
    private final Stage stage;

    WebServices(Tables tables, Stage stage) {
        this.tables = tables;
        this.stage = stage;
    }

    Answer answer(Asked asked, String service, String method) {
        return switch (service + "/" + method) {
            case SAMPLE + "/GetContactIdByName" -> asked.is("GET") ? contact(asked) : notAllowed(asked, "GET");
            case SAMPLE + "/GetServerTime" -> asked.is("GET") ? Answer.json(200, Map.of("GetServerTimeResult", stage.now().toString())) : notAllowed(asked, "GET");
            case "CryptographicService/GetConvertedPasswordValue" -> asked.is("POST") ? converted(asked) : notAllowed(asked, "POST");
            default -> missing(asked);
        };
    }

    static Answer missing(Asked asked) {
        asked.note().wrong("There is no such service or method; those here are " + SAMPLE + "/GetContactIdByName, " + SAMPLE + "/GetServerTime and CryptographicService/GetConvertedPasswordValue.");
        return Answer.page(404, "Endpoint not found.", "<p>Endpoint not found.</p>");
    }

    private static Answer notAllowed(Asked asked, String method) {
        asked.note().wrong("This method is for " + method + ".");
        return Answer.page(405, "Method not allowed.", "<p>Method not allowed.</p>").with("Allow", method);
    }

    private Answer contact(Asked asked) {
        var found = tables.of("Contact").where("Name", asked.parameter("Name"));
        return Answer.json(200, Map.of("GetContactIdByNameResult", found.isEmpty() ? "" : found.getFirst().get("Id").toString()));
    }

    private static Answer converted(Asked asked) {
        var body = Json.read(asked.body()).filter(JsonNode::isObject).map(b -> Json.field(b, "password")).filter(JsonNode::isTextual);
        if (body.isEmpty()) {
            asked.note().wrong("The body is no JSON object with the text \"password\".");
            return Answer.page(400, "Request Error", "<p>The server encountered an error processing the request.</p>");
        }
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(body.get().asText().getBytes(StandardCharsets.UTF_8));
            return Answer.json(200, Map.of("GetConvertedPasswordValueResult", Base64.getEncoder().encodeToString(hash)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
