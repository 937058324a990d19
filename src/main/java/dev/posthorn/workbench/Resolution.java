package dev.posthorn.workbench;

import dev.posthorn.auth.AuthTypes;
import dev.posthorn.auth.Field;
import dev.posthorn.http.UrlText;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestUrl;
import dev.posthorn.model.Settings;
import dev.posthorn.model.SocketRequest;
import dev.posthorn.model.Wire;
import dev.posthorn.vars.Scopes;
import dev.posthorn.vars.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns a draft into what goes out: every `{{variable}}` replaced, path variables filled in, rows that are off left away. What has no
/// value is collected with its place, so that one message names all of it.
///
/// 1. A path variable without a value stays as it is typed, `:id`, as in Postman; of several rows of one name the last one counts.
/// 2. A method is sent as it is typed; Postman makes its letters capital.
/// 3. White space around the name and the value of a header is dropped: HTTP does not count it (RFC 9110 §5.5).
final class Resolution {

    sealed interface Result {
        /// `auth` has its variables resolved.
        record Ready(Wire wire, Auth auth) implements Result {}

        record Refused(Failure failure) implements Result {}
    }

    /// The key of a forced setting: files outside of the folder `Context.files` must not be read.
    static final String FILES_INSIDE = "posthornFilesInside";

    private final Context context;
    private final Scopes scopes;
    private final List<Failure.Unresolved> missing = new ArrayList<>();

    Resolution(Context context, Scopes scopes) {
        this.context = context;
        this.scopes = scopes;
    }

    /// What had no value so far, and where it stands.
    List<Failure.Unresolved> missing() {
        return List.copyOf(missing);
    }

    /// What there is of it so far, for the eyes: what has no value stays as it was typed.
    ///
    /// @param wire  with the URL as it is, also where that cannot be sent
    /// @param fault what is wrong with the URL; empty where it is good
    record Preview(Wire wire, Auth auth, List<Failure.Unresolved> missing, String fault) {}

    Preview preview(Request draft) {
        return preview(draft, new BodyResolution(this::text, context.files(), context.forced().flag(FILES_INSIDE).orElse(false)));
    }

    /// The same with files that are only named.
    Preview named(Request draft) {
        return preview(draft, BodyResolution.naming(this::text, context.files()));
    }

    private Preview preview(Request draft, BodyResolution body) {
        var made = made(draft, body);
        var fault = urlFault(made.url());
        var wire = fault.isEmpty() ? made.wire() : new Wire(made.wire().method(), made.url(), made.wire().headers(), made.wire().payload());
        return new Preview(wire, made.auth(), List.copyOf(missing), fault.map(UrlText.Fault::reason).orElse(""));
    }

    private record Made(Wire wire, String url, Auth auth) {}

    private Made made(Request draft, BodyResolution body) {
        var settings = context.settings(draft.settings());
        var typed = text(draft.method(), "method").strip();
        var method = typed.isEmpty() ? "GET" : typed;
        var encoded = !settings.flag("disableUrlEncoding").orElse(false);
        var url = url(draft, encoded);
        var headers = headers(draft);
        var payload = body.of(method, draft.body(), settings, Header.first(headers, "Content-Type").orElse(""));
        var auth = auth(context.auth(draft.auth()).auth());
        var sent = urlFault(url).isEmpty() ? UrlText.forWire(url, encoded) : url;
        return new Made(new Wire(method, sent, headers, payload), url, auth);
    }

    /// What is wrong with ws:// itself is said by who sends it.
    private static Optional<UrlText.Fault> urlFault(String url) {
        return UrlText.fault(SocketRequest.url(url) ? url.strip().replaceFirst("(?i)^ws(s?):", "http$1:") : url);
    }

    /// @param lenient send what has no value as it is typed, as Postman does
    Result of(Request draft, boolean lenient) {
        var body = new BodyResolution(this::text, context.files(), context.forced().flag(FILES_INSIDE).orElse(false));
        var made = made(draft, body);
        if (!missing.isEmpty() && !lenient) {
            return new Result.Refused(new Failure.UnresolvedVariables(missing));
        }
        var fault = urlFault(made.url());
        if (fault.isPresent()) {
            return new Result.Refused(bad(draft.url(), made.url(), fault.get()));
        }
        if (body.fault().isPresent()) {
            return new Result.Refused(body.fault().get());
        }
        return new Result.Ready(made.wire(), made.auth());
    }

    /// The URL with its values, those of path variables encoded already.
    String url(Request draft, boolean encoded) {
        var parts = RequestUrl.parse(draft.url());
        var out = new StringBuilder();
        for (var piece : parts.pieces()) {
            if (piece.variable()) {
                var value = pathVariable(draft, piece.text());
                out.append(value.isEmpty() ? ":" + piece.text() : encoded ? UrlText.segment(value.get()) : value.get());
            } else {
                out.append(text(piece.text(), "URL"));
            }
        }
        return out.append(text(new RequestUrl("", parts.query(), parts.fragment()).toString(), "URL")).toString();
    }

    /// Empty where nothing is typed for it, which leaves it as it stands in the URL; a variable whose own value is empty leaves nothing there, as in Postman.
    private Optional<String> pathVariable(Request draft, String name) {
        return draft.pathVariables().stream().filter(e -> e.enabled() && e.key().equals(name)).reduce((_, last) -> last).map(Entry::value)
                .filter(value -> !value.isEmpty()).map(value -> text(value, "path variable " + name));
    }

    /// Says where in the typed text it is wrong, also where that is in the value of a variable.
    private Failure bad(String typed, String url, UrlText.Fault fault) {
        if (url.isBlank()) {
            return new Failure.BadUrl(url, fault.reason(), 0);
        }
        var shift = 0;
        for (var reference : Template.parse(typed).references()) {
            var value = scopes.resolve(typed.substring(reference.start(), reference.end())).text().length();
            if (fault.at() < reference.start() + shift) {
                break;
            }
            if (fault.at() < reference.start() + shift + value) {
                return new Failure.BadUrl(url, fault.reason() + " (in the value of {{" + reference.name() + "}})", reference.start());
            }
            shift += value - (reference.end() - reference.start());
        }
        var at = Math.clamp(fault.at() - shift, 0, typed.length());
        return new Failure.BadUrl(url, at < typed.length() ? fault.reason() + " (at character " + (at + 1) + ")" : fault.reason(), at);
    }

    private List<Header> headers(Request draft) {
        return draft.headers().stream().filter(e -> e.enabled() && !e.key().isBlank())
                .map(e -> new Header(text(e.key(), "header name").strip(), text(e.value(), "header " + e.key()).strip())).toList();
    }

    Auth auth(Auth auth) {
        var resolved = auth;
        for (var field : AuthTypes.of(auth.type()).map(t -> t.fields()).orElse(List.<Field>of())) {
            var value = auth.values().get(field.key());
            if (value != null) {
                resolved = resolved.with(field.key(), deep(value, "authorization, " + field.label()));
            }
        }
        return resolved;
    }

    /// Also within lists and objects, such as tables of further parameters; what is switched off in them is left as it is.
    private Object deep(Object value, String where) {
        return switch (value) {
            case String text -> text(text, where);
            case List<?> list -> list.stream().map(one -> deep(one, where)).toList();
            case Map<?, ?> map when Boolean.FALSE.equals(map.get("enabled")) -> map;
            case Map<?, ?> map -> {
                var out = new LinkedHashMap<Object, Object>();
                map.forEach((key, one) -> out.put(key, one == null ? null : deep(one, where)));
                yield out;
            }
            default -> value;
        };
    }

    private String text(String typed, String where) {
        var resolved = scopes.resolve(typed);
        resolved.missing().forEach(name -> missing.add(new Failure.Unresolved(name, where)));
        return resolved.text();
    }
}
