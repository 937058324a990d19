package dev.posthorn.oauth.agent;

import dev.posthorn.oauth.LoginStep;
import dev.posthorn.oauth.UserAgent.Came;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Watches where a window of ours is sent, and takes the redirect of this login before it is loaded: from the address, from a form that is posted
/// to it, or from the title of the provider's own page. Safe from any thread.
public final class RedirectCatch {

    /// "Success code=…&state=…", as Google wrote it and as others do.
    private static final Pattern TITLED = Pattern.compile("(?:^|[\\s?#&;])((?:state|code|error)=[^\\s]+)");

    private final RedirectAddress address;
    private final Waiting waiting;
    private volatile String state;

    public RedirectCatch(RedirectAddress address, Waiting waiting) {
        this.address = address;
        this.waiting = waiting;
    }

    public void expect(String expected) {
        state = expected;
    }

    /// True where this address must not be loaded: it is the redirect, or the login is over.
    public boolean stops(String url) {
        if (waiting.over()) {
            return true;
        }
        if (state == null || !address.isMeantBy(url)) {
            return false;
        }
        var hash = url.indexOf('#');
        var question = url.indexOf('?');
        var fragment = hash < 0 ? "" : url.substring(hash + 1);
        var query = question < 0 || hash >= 0 && hash < question ? "" : url.substring(question + 1, hash < 0 ? url.length() : hash);
        return taken(query, url) || taken(fragment, url);
    }

    private boolean taken(String encoded, String url) {
        try {
            var parameters = Parameters.of(encoded);
            return parameters.answers() && end(parameters, url);
        } catch (Parameters.Malformed e) {
            waiting.refused(e.getMessage());
            return true;
        }
    }

    /// A form that is posted to this address, with its hidden fields (`response_mode=form_post`).
    public boolean stopsForm(String action, Map<String, String> fields) {
        var parameters = new Parameters(Map.copyOf(fields));
        return state != null && address.isMeantBy(action) && parameters.answers() && end(parameters, address.uri().toString());
    }

    /// The title of a page. Where it bears a code without a state it counts on the provider's own pages alone: nobody else can have put it there.
    ///
    /// @param ofProvider whether the page is of the host that the login began at
    public boolean stopsTitle(String title, boolean ofProvider) {
        var found = TITLED.matcher(title == null ? "" : title).results().map(part -> part.group(1)).collect(Collectors.joining("&"));
        if (state == null || found.isEmpty()) {
            return false;
        }
        try {
            var parameters = Parameters.of(found);
            if (!parameters.answers()) {
                return false;
            }
            if (ofProvider && !state.isEmpty() && !parameters.values().containsKey("state")) {
                var vouched = new LinkedHashMap<>(parameters.values());
                vouched.put("state", state);
                parameters = new Parameters(vouched);
            }
            return end(parameters, address.uri().toString());
        } catch (Parameters.Malformed e) {
            return false;
        }
    }

    /// True also for another state: that address is not for loading either.
    private boolean end(Parameters parameters, String url) {
        if (!parameters.bears(state)) {
            waiting.refused(parameters.get("state").isEmpty() ? "no state" : "another state");
        } else if (waiting.claim()) {
            waiting.tell(LoginStep.Kind.GOOD, "Redirect taken", "The window was closed before anything was loaded from the redirect URL.");
            waiting.finish(new Came.Redirected(parameters.values(), url));
        }
        return true;
    }

    /// Whether the login is over, however it ended.
    public boolean over() {
        return waiting.over();
    }

    public RedirectAddress address() {
        return address;
    }
}
