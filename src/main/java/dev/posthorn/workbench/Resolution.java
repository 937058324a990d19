package dev.posthorn.workbench;

import dev.posthorn.auth.AuthTypes;
import dev.posthorn.auth.Field;
import dev.posthorn.http.UrlText;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestUrl;
import dev.posthorn.model.Settings;
import dev.posthorn.model.Wire;
import dev.posthorn.vars.Scopes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns a draft into what goes out: every `{{variable}}` replaced, path variables filled in, rows that are off left away. What has no
/// value is collected with its place, so that one message names all of it.
final class Resolution {

    sealed interface Result {
        /// `auth` has its variables resolved.
        record Ready(Wire wire, Auth auth) implements Result {}

        record Refused(Failure failure) implements Result {}
    }

    private static final Pattern PATH_VARIABLE = Pattern.compile("(?<=/):([^/?#&=:{}]+)");

    private final Context context;
    private final Scopes scopes;
    private final List<Failure.Unresolved> missing = new ArrayList<>();

    Resolution(Context context, Scopes scopes) {
        this.context = context;
        this.scopes = scopes;
    }

    Result of(Request draft) {
        var settings = context.settings(draft.settings());
        var url = url(draft, settings);
        var headers = headers(draft);
        var body = new BodyResolution(this::text, context.files());
        var payload = body.of(draft.method(), draft.body(), settings);
        var auth = auth(context.auth(draft.auth()).auth());
        if (!missing.isEmpty()) {
            return new Result.Refused(new Failure.UnresolvedVariables(missing));
        }
        if (body.fault().isPresent()) {
            return new Result.Refused(body.fault().get());
        }
        var method = text(draft.method(), "method").strip();
        return new Result.Ready(new Wire(method.isEmpty() ? "GET" : method, url, headers, payload), auth);
    }

    private String url(Request draft, Settings settings) {
        var parts = RequestUrl.parse(text(draft.url(), "URL"));
        var values = draft.pathVariables().stream().filter(e -> e.enabled() && !e.key().isEmpty()).toList();
        var authority = parts.base().indexOf("://") < 0 ? 0 : parts.base().indexOf("://") + 3;
        var path = PATH_VARIABLE.matcher(parts.base().substring(authority)).replaceAll(found -> Matcher.quoteReplacement(
                values.stream().filter(e -> e.key().equals(found.group(1))).findFirst()
                        .map(e -> UrlText.segment(text(e.value(), "path variable " + e.key()))).orElse(found.group())));
        var query = parts.query() == null ? "" : "?" + parts.query();
        return UrlText.forWire(parts.base().substring(0, authority) + path + query, !settings.flag("disableUrlEncoding").orElse(false));
    }

    private List<Header> headers(Request draft) {
        return draft.headers().stream().filter(e -> e.enabled() && !e.key().isBlank())
                .map(e -> new Header(text(e.key(), "header name").strip(), text(e.value(), "header " + e.key()).strip())).toList();
    }

    Auth auth(Auth auth) {
        var resolved = auth;
        for (var field : AuthTypes.of(auth.type()).map(t -> t.fields()).orElse(List.<Field>of())) {
            if (auth.values().get(field.key()) instanceof String value) {
                resolved = resolved.with(field.key(), text(value, "authorization, " + field.label()));
            }
        }
        return resolved;
    }

    private String text(String typed, String where) {
        var resolved = scopes.resolve(typed);
        resolved.missing().forEach(name -> missing.add(new Failure.Unresolved(name, where)));
        return resolved.text();
    }
}
