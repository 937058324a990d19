package dev.posthorn.oauth;

import dev.posthorn.http.BodyInMemory;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Response;
import dev.posthorn.model.Sizes;
import dev.posthorn.model.Timings;
import dev.posthorn.model.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What the doctor gets to see of a request of a login that did not go well.
///
/// @param stage      where in the login it was
/// @param settings   what was asked with
/// @param url        where it was sent, or the page that the browser showed
/// @param response   null where none came
/// @param body       the beginning of the answer's body as text, at most 64 KiB
/// @param parameters of an OAuth error: from the JSON of the body, or of the redirect (`error`, `error_description`, `error_uri`); empty for none
/// @param failure    why no answer came; null where one did
/// @param redirect   the redirect URI that was used; empty for none
public record Evidence(Stage stage, OAuthSettings settings, String url, Response response, String body, Map<String, String> parameters, Failure failure, String redirect) {

    public enum Stage { DISCOVERY, AUTHORIZATION, DEVICE, TOKEN, REFRESH, REVOCATION, INTROSPECTION, USERINFO }

    public Evidence {
        parameters = Map.copyOf(parameters);
    }

    /// Of a page that says what is wrong where a login should be, and sends nobody back. Windows do not learn its status: it counts as 400.
    ///
    /// @param text what people read there
    static Evidence ofPage(OAuthSettings settings, String url, String text, String redirect) {
        var none = Duration.ZERO;
        var response = new Response(400, "", "", List.of(new Header("Content-Type", "text/html")), new BodyInMemory(new byte[0]), new Sizes(0, 0, 0, 0, 0),
                new Timings(Instant.EPOCH, none, none, none, none, none, none, none), "", false, Trace.NONE);
        return new Evidence(Stage.AUTHORIZATION, settings, url, response, text, Map.of(), null, redirect);
    }

    /// Scopes of a grant beside those that were asked for.
    public record Scopes(List<String> asked, List<String> granted) {}
}
