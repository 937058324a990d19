package dev.posthorn.store;

import dev.posthorn.auth.AuthType;
import dev.posthorn.auth.AuthTypes;
import dev.posthorn.auth.Field;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Request;
import dev.posthorn.model.SecretPlaces;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Takes literal secrets out of a request before it goes into the history. A value that is only `{{variables}}` is no secret and stays.
///
/// Masked are: secret attributes of the authorization, rows marked as secret, the headers that carry credentials, and parameters and form
/// fields whose name says that they are a secret, also inside a text body (see `BodyMask`).
final class SecretMask {

    static final String MASK = "••••••";

    private SecretMask() {}

    static Request request(Request request) {
        return request.withAuth(auth(request.auth())).withBody(body(request.body()))
                .withHeaders(request.headers().stream()
                        .map(h -> h.secret() || secretHeader(h.key()) ? masked(h) : h).toList())
                .withAddress(url(request.url()), fields(request.query()), fields(request.pathVariables()));
    }

    static boolean secretHeader(String name) {
        return SecretPlaces.header(name);
    }

    /// Whether a field of that name holds a secret.
    static boolean secretName(String name) {
        return SecretPlaces.name(name);
    }

    static Auth auth(Auth auth) {
        var values = new LinkedHashMap<>(auth.values());
        values.replaceAll((key, value) -> switch (value) {
            case String text when secret(auth.type(), key) -> masked(text);
            // A URL may bear a password, and claims in JSON a token.
            case String text when text.contains("://") -> url(text);
            case String text -> BodyMask.text(text);
            case List<?> rows -> rows.stream().map(SecretMask::row).toList();
            case null, default -> value;
        });
        return new Auth(auth.type(), values);
    }

    /// A row of a table of further parameters.
    private static Object row(Object row) {
        if (row instanceof Map<?, ?> map && map.get("key") instanceof String name && secretName(name) && map.get("value") instanceof String text) {
            var changed = new LinkedHashMap<Object, Object>(map);
            changed.put("value", masked(text));
            return changed;
        }
        return row;
    }

    /// The key id of AWS proves nothing, and is hidden all the same where it is not needed.
    static boolean secret(String type, String key) {
        return SecretPlaces.attribute(type, key) || type.equals("awsv4") && key.equals("accessKey") || declared(type, key);
    }

    /// The type's own form says that it is to be covered.
    private static boolean declared(String type, String key) {
        return Forms.SECRET.getOrDefault(type, Set.of()).contains(key);
    }

    /// The keys that each type's form covers; made when the first is asked for, since it takes all forms.
    private static final class Forms {
        static final Map<String, Set<String>> SECRET = AuthTypes.ALL.stream().collect(Collectors.toUnmodifiableMap(AuthType::id, t -> t.fields().stream()
                .filter(f -> f instanceof Field.Secret || f instanceof Field.Area area && area.secret()).map(Field::key).collect(Collectors.toUnmodifiableSet())));
    }

    /// The URL without the password before the host and without the values of secret parameters, in the query and in the fragment.
    static String url(String url) {
        return BodyMask.masked(url, UrlSecrets.of(url));
    }

    private static List<Entry> fields(List<Entry> fields) {
        var names = fields.stream().map(Entry::key).toList();
        return fields.stream().map(f -> field(f, names)).toList();
    }

    private static Entry field(Entry field, List<String> beside) {
        return field.secret() || UrlSecrets.secret(field.key(), field.value(), beside) ? masked(field) : field;
    }

    private static Body body(Body body) {
        return switch (body) {
            case Body.UrlEncoded form -> new Body.UrlEncoded(fields(form.fields()));
            case Body.FormData form -> new Body.FormData(form.parts().stream().map(p -> p.withEntry(field(p.entry(), List.of()))).toList());
            case Body.Raw(var text, var language) -> new Body.Raw(BodyMask.text(text), language);
            case Body.GraphQl(var query, var variables, var name) -> new Body.GraphQl(query, BodyMask.text(variables), name);
            case Body.None _, Body.Binary _ -> body;
        };
    }

    private static Entry masked(Entry entry) {
        return entry.withValue(masked(entry.value()));
    }

    /// Whether nothing of a text but `{{references}}` is left.
    static boolean onlyReferences(String value) {
        return value.replaceAll("\\{\\{[^{}]*}}", "").isBlank();
    }

    /// The value without what is secret in it; variables and the name of a scheme stay.
    static String masked(String value) {
        var literal = value.replaceAll("\\{\\{[^{}]*}}", "").strip();
        return literal.isEmpty() || literal.matches("(?i)(basic|bearer|token|digest|negotiate|ntlm|hawk|oauth|dpop)") ? value : MASK;
    }
}
