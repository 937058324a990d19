package dev.posthorn.formats;

import dev.posthorn.model.Body;
import dev.posthorn.model.RequestUrl;
import dev.posthorn.tree.Json;

/// Reads the body of a Postman 2.x request.
final class PostmanBody {

    private PostmanBody() {}

    static Body read(Json body, String source) {
        if (body instanceof Json.Text text) {
            return new Body.Raw(text.value(), "text");
        }
        if (!(body instanceof Json.Obj object) || object.flag("disabled")) {
            return Body.none();
        }
        return switch (mode(object)) {
            case "raw" -> new Body.Raw(Rows.value(object.get("raw"), source), language(object));
            case "urlencoded" -> new Body.UrlEncoded(object.get("urlencoded") instanceof Json.Text text
                    ? RequestUrl.parse("?" + text.value()).entries() : Rows.rows(Rows.entries(object.get("urlencoded"), source)));
            case "formdata" -> new Body.FormData(Rows.rows(Rows.parts(object.get("formdata"), source)));
            case "file" -> new Body.Binary(object.get("file") instanceof Json.Obj file ? file.text("src") : object.text("file"),
                    object.get("file") instanceof Json.Obj file ? file.text("content") : "");
            case "graphql" -> graphQl(object.get("graphql"), source);
            default -> Body.none();
        };
    }

    /// The mode that the file names; where it names none, that of the first data found.
    static String mode(Json.Obj body) {
        var named = body.text("mode");
        if (!named.isEmpty()) {
            return named;
        }
        for (var member : body.members()) {
            switch (member.key().value()) {
                case "raw", "urlencoded", "formdata", "file", "graphql" -> {
                    return member.key().value();
                }
                default -> { }
            }
        }
        return "none";
    }

    static String language(Json.Obj body) {
        var options = body.object("options");
        var raw = options == null ? null : options.object("raw");
        return raw == null ? "text" : raw.text("language");
    }

    private static Body graphQl(Json graphql, String source) {
        return switch (graphql) {
            case Json.Obj object -> new Body.GraphQl(Rows.value(object.get("query"), source), Rows.value(object.get("variables"), source),
                    object.text("operationName"));
            case Json.Text text -> new Body.GraphQl(text.value(), "", "");
            case null, default -> new Body.GraphQl("", "", "");
        };
    }
}
