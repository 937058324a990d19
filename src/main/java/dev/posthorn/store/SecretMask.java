package dev.posthorn.store;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestUrl;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Takes literal secrets out of a request before it goes into the history. A value that is only `{{variables}}` is no secret and stays.
///
/// Masked are: secret attributes of the authorization, rows marked as secret, the headers that carry credentials, and parameters and form
/// fields whose name says that they are a secret, also inside a text body (see `BodyMask`).
final class SecretMask {

    static final String MASK = "••••••";

    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?i)(password|passwd|pwd|passphrase|(client|consumer|token|app)?[-_]?secret|secret[-_]?(key|access[-_]?key)|(access|refresh|session|auth|id|api|client|csrf)?[-_]?token"
            + "|(private|auth|api|x-api|access|app|signing)[-_]?key|key|value|assertion|client_assertion|code_verifier|userpassword)");

    private static final List<String> SECRET_HEADERS = List.of("authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key", "api-key", "x-auth-token",
            "bpmcsrf", "x-csrf-token", "ocp-apim-subscription-key");

    private SecretMask() {}

    static Request request(Request request) {
        return request.withAuth(auth(request.auth())).withBody(body(request.body()))
                .withHeaders(request.headers().stream()
                        .map(h -> h.secret() || secretHeader(h.key()) ? masked(h) : h).toList())
                .withAddress(url(request.url()), fields(request.query()), fields(request.pathVariables()));
    }

    static boolean secretHeader(String name) {
        return SECRET_HEADERS.contains(name.strip().toLowerCase(Locale.ROOT)) || secretName(name.strip());
    }

    /// Whether a field of that name holds a secret.
    static boolean secretName(String name) {
        return !name.equalsIgnoreCase("key") && !name.equalsIgnoreCase("value") && SECRET_NAME.matcher(name).matches();
    }

    private static Auth auth(Auth auth) {
        var values = new LinkedHashMap<>(auth.values());
        values.replaceAll((key, value) -> value instanceof String text && secret(auth.type(), key) ? masked(text) : value);
        return new Auth(auth.type(), values);
    }

    static boolean secret(String type, String key) {
        return key.equals("key") ? false : key.equals("value") ? type.equals("apikey") : SECRET_NAME.matcher(key).matches();
    }

    /// The URL without the password before the host and without the values of secret parameters.
    static String url(String url) {
        var parsed = RequestUrl.parse(url.replaceFirst("^([a-zA-Z][a-zA-Z0-9+.-]*://[^/?#@:{}]*):[^/?#@{}]+@", "$1:" + MASK + "@"));
        return parsed.withEntries(fields(parsed.entries())).toString();
    }

    private static List<Entry> fields(List<Entry> fields) {
        return fields.stream().map(SecretMask::field).toList();
    }

    private static Entry field(Entry field) {
        return field.secret() || secretName(field.key()) ? masked(field) : field;
    }

    private static Body body(Body body) {
        return switch (body) {
            case Body.UrlEncoded form -> new Body.UrlEncoded(fields(form.fields()));
            case Body.FormData form -> new Body.FormData(form.parts().stream().map(p -> p.withEntry(field(p.entry()))).toList());
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
        return literal.isEmpty() || literal.matches("(?i)(basic|bearer|token|digest|negotiate)") ? value : MASK;
    }
}
