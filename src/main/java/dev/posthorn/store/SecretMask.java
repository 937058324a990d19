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
/// fields whose name says that they are a secret. What stands inside a text body is the user's own and is kept.
final class SecretMask {

    static final String MASK = "••••••";

    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?i)(password|passwd|pwd|passphrase|(client|consumer|token|app)?[-_]?secret|secret[-_]?(key|access[-_]?key)|(access|refresh|session|auth|id|api|client|csrf)?[-_]?token"
            + "|(private|auth|api|x-api|access|app|signing)[-_]?key|key|value|assertion|client_assertion|code_verifier|userpassword)");

    private static final List<String> SECRET_HEADERS = List.of("authorization", "proxy-authorization", "cookie", "x-api-key", "api-key", "x-auth-token",
            "bpmcsrf", "x-csrf-token", "ocp-apim-subscription-key");

    private SecretMask() {}

    static Request request(Request request) {
        return request.withAuth(auth(request.auth())).withBody(body(request.body()))
                .withHeaders(request.headers().stream()
                        .map(h -> h.secret() || SECRET_HEADERS.contains(h.key().toLowerCase(Locale.ROOT)) ? masked(h) : h).toList())
                .withAddress(url(request.url()), fields(request.query()), fields(request.pathVariables()));
    }

    private static Auth auth(Auth auth) {
        var values = new LinkedHashMap<>(auth.values());
        values.replaceAll((key, value) -> value instanceof String text && secret(auth.type(), key) ? masked(text) : value);
        return new Auth(auth.type(), values);
    }

    private static boolean secret(String type, String key) {
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
        var named = SECRET_NAME.matcher(field.key()).matches() && !field.key().equalsIgnoreCase("key") && !field.key().equalsIgnoreCase("value");
        return field.secret() || named ? masked(field) : field;
    }

    private static Body body(Body body) {
        return switch (body) {
            case Body.UrlEncoded form -> new Body.UrlEncoded(fields(form.fields()));
            case Body.FormData form -> new Body.FormData(form.parts().stream().map(p -> p.withEntry(field(p.entry()))).toList());
            case Body.None _, Body.Raw _, Body.Binary _, Body.GraphQl _ -> body;
        };
    }

    private static Entry masked(Entry entry) {
        return entry.withValue(masked(entry.value()));
    }

    /// Whether nothing of a text but `{{references}}` is left.
    static boolean onlyReferences(String value) {
        return value.replaceAll("\\{\\{[^{}]*}}", "").isBlank();
    }

    private static String masked(String value) {
        var literal = value.replaceAll("\\{\\{[^{}]*}}", "").strip();
        return literal.isEmpty() || literal.matches("(?i)(basic|bearer|token|digest|negotiate)") ? value : MASK;
    }
}
