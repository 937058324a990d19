package dev.posthorn.formats;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Example;
import dev.posthorn.model.Header;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.RequestUrl;
import dev.posthorn.model.Script;
import dev.posthorn.model.Settings;
import dev.posthorn.tree.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads a request of a Postman 1.0 file.
final class PostmanOneRequest {

    /// The old names of the authorization types, and what they are called since.
    static final Map<String, String> HELPERS = Map.of("basicAuth", "basic", "bearerAuth", "bearer", "digestAuth", "digest", "hawkAuth", "hawk",
            "oAuth1", "oauth1", "oAuth2", "oauth2", "awsSigV4", "awsv4", "ntlmAuth", "ntlm", "apikeyAuth", "apikey");

    /// Attributes that were renamed since, as `type.old name`.
    private static final Map<String, String> RENAMED = Map.of("hawk.hawk_id", "authId", "hawk.hawk_key", "authKey", "hawk.ext", "extraData",
            "hawk.dlg", "delegation", "awsv4.saveToRequest", "");

    private final String source;

    PostmanOneRequest(String source) {
        this.source = source;
    }

    RequestItem read(Json.Obj object, String id) {
        var request = request(object);
        var name = object.text("name");
        return new RequestItem(id, name.isEmpty() ? request.url().isEmpty() ? "Unnamed request" : request.url() : name, request,
                object.list("responses").stream().filter(Json.Obj.class::isInstance).map(r -> example((Json.Obj) r)).toList());
    }

    private Request request(Json.Obj object) {
        var method = object.text("method");
        var url = object.text("url");
        var typed = RequestUrl.parse(url).entries();
        var rows = Rows.rows(Rows.entries(object.get("queryParams"), source));
        return new Request(method.isEmpty() ? "GET" : method, url, PostmanUrl.merged(typed, rows), pathVariables(object), headers(object),
                body(object), auth(object), scripts(object), settings(object), Rows.description(object));
    }

    private List<Entry> headers(Json.Obj object) {
        var rows = Rows.rows(Rows.entries(object.get("headerData"), source));
        return !rows.isEmpty() ? rows : object.get("headers") instanceof Json.Arr list ? Rows.rows(Rows.entries(list, source))
                : Rows.headerLines(object.text("headers"));
    }

    private List<Entry> pathVariables(Json.Obj object) {
        var rows = Rows.rows(Rows.entries(object.get("pathVariableData"), source));
        if (rows.isEmpty() && object.get("pathVariables") instanceof Json.Obj map) {
            return map.members().stream().map(m -> Entry.of(m.key().value(), Rows.value(m.value(), source))).toList();
        }
        return rows;
    }

    private Body body(Json.Obj object) {
        var data = object.get("data");
        var raw = object.get("rawModeData") instanceof Json.Text text ? text.value() : data instanceof Json.Text text ? text.value() : "";
        var graphql = object.object("graphqlModeData");
        return switch (object.text("dataMode")) {
            case "raw" -> new Body.Raw(raw, language(object));
            case "urlencoded" -> new Body.UrlEncoded(data instanceof Json.Text text ? RequestUrl.parse("?" + text.value()).entries()
                    : Rows.rows(Rows.entries(data, source)));
            case "binary" -> new Body.Binary(raw);
            case "graphql" -> graphql == null ? new Body.GraphQl("", "", "")
                    : new Body.GraphQl(graphql.text("query"), Rows.value(graphql.get("variables"), source), graphql.text("operationName"));
            case "params" -> {
                var parts = Rows.rows(Rows.parts(data, source));
                yield parts.isEmpty() ? Body.none() : new Body.FormData(parts);
            }
            default -> raw.isEmpty() ? Body.none() : new Body.Raw(raw, "text");
        };
    }

    private static String language(Json.Obj object) {
        var options = object.object("dataOptions");
        var raw = options == null ? null : options.object("raw");
        return raw == null ? "text" : raw.text("language");
    }

    private static Auth auth(Json.Obj object) {
        if (object.get("auth") instanceof Json.Obj) {
            return PostmanAuth.read(object.get("auth"), Auth.INHERIT);
        }
        var type = HELPERS.get(object.text("currentHelper"));
        if (type == null) {
            return Auth.INHERIT;
        }
        var values = new LinkedHashMap<String, Object>();
        var attributes = object.object("helperAttributes");
        if (attributes != null) {
            attributes.members().forEach(m -> {
                var name = RENAMED.getOrDefault(type + "." + m.key().value(), m.key().value());
                if (!name.isEmpty() && !name.equals("id")) {
                    values.put(name, m.value().plain());
                }
            });
        }
        return new Auth(type, values);
    }

    /// The events of newer files, else the two texts of older ones.
    static List<Script> scripts(Json.Obj object) {
        var scripts = new ArrayList<>(PostmanScripts.read(object.get("events")));
        if (scripts.stream().allMatch(s -> s.code().isEmpty())) {
            if (!object.text("preRequestScript").isEmpty()) {
                scripts.add(new Script(Script.Phase.PRE_REQUEST, object.text("preRequestScript")));
            }
            if (!object.text("tests").isEmpty()) {
                scripts.add(new Script(Script.Phase.TEST, object.text("tests")));
            }
        }
        return scripts;
    }

    static Settings settings(Json.Obj object) {
        return PostmanCollection.settings(object);
    }

    private Example example(Json.Obj response) {
        var code = response.object("responseCode");
        var number = code == null ? response.text("code") : code.text("code");
        var headers = Rows.rows(Rows.entries(response.get("headers"), source)).stream().map(e -> new Header(e.key(), e.value())).toList();
        var name = response.text("name");
        var request = response.object("request");
        return new Example(name.isEmpty() ? "Example" : name, request == null ? null : request(request), number.matches("\\d{1,3}") ? Integer.parseInt(number) : 0,
                code == null ? response.text("status") : code.text("name"), headers, response.text("text"));
    }
}
