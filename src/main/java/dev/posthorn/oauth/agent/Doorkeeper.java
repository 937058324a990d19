package dev.posthorn.oauth.agent;

import dev.posthorn.oauth.UserAgent.Came;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Locale;

/// Decides about each request to our redirect address whether it is the redirect of this login.
///
/// 1. The header `Host` names our address: a page of a foreign name that was made to lead here is not answered.
/// 2. The path is that of the redirect URI, to the letter; the method is GET, or POST with a form (`response_mode=form_post`).
/// 3. The `state` is the one that was sent, compared in constant time; no parameter stands twice.
/// 4. A GET without parameters may be a redirect with a fragment, which browsers keep to themselves: it gets a page that posts the fragment back,
///    with a key that serves once, and only from our own origin.
/// 5. One redirect is taken. What comes before the page was opened, after the login is over, or a second time is refused.
///
/// Safe from any thread.
final class Doorkeeper {

    private static final int MOST_KEYS = 16;
    private static final int SHOWN_PATH = 60;

    sealed interface Verdict {
        /// It is the redirect; the page says that it worked, or the error that it bears.
        record Taken(Came.Redirected came) implements Verdict {}

        /// Perhaps there is a fragment.
        record AskForFragment(String key) implements Verdict {}

        /// @param reason completes "Callback refused: "; empty where nobody need be told, as of a browser that wants an icon
        record Refused(int status, String reason) implements Verdict {}
    }

    private final RedirectAddress address;
    private final int port;
    private final Waiting waiting;
    private final SecureRandom random;
    private final Deque<String> keys = new ArrayDeque<>();
    private volatile String state;

    Doorkeeper(RedirectAddress address, int port, Waiting waiting, SecureRandom random) {
        this.address = address;
        this.port = port;
        this.waiting = waiting;
        this.random = random;
    }

    /// From now on the redirect is expected.
    void expect(String expected) {
        state = expected;
    }

    Verdict judge(CallbackRequest request) {
        if (!request.only("host").toLowerCase(Locale.ROOT).equals(address.authority(port))) {
            return new Verdict.Refused(421, "it is meant for another host");
        }
        if (!request.path().equals(address.path())) {
            return request.path().equals("/favicon.ico") ? new Verdict.Refused(404, "") : new Verdict.Refused(404, "another path, " + shown(request.path()));
        }
        var expected = state;
        if (expected == null) {
            return new Verdict.Refused(409, "it came before the login page was opened");
        }
        try {
            return switch (request.method()) {
                case "GET" -> query(request, expected);
                case "POST" -> form(request, expected);
                default -> new Verdict.Refused(405, "the method " + shown(request.method()));
            };
        } catch (Parameters.Malformed e) {
            return new Verdict.Refused(400, e.getMessage());
        }
    }

    private Verdict query(CallbackRequest request, String expected) throws Parameters.Malformed {
        var own = address.uri().getRawQuery() == null ? "" : address.uri().getRawQuery();
        if (request.query().equals(own)) {
            return waiting.over() ? late() : new Verdict.AskForFragment(key());
        }
        return taken(Parameters.of(request.query()), expected, "?" + request.query());
    }

    private Verdict form(CallbackRequest request, String expected) throws Parameters.Malformed {
        if (!request.only("content-type").split(";", 2)[0].strip().equalsIgnoreCase("application/x-www-form-urlencoded")) {
            return new Verdict.Refused(415, "it is no form");
        }
        var sent = Parameters.of(request.body());
        if (!sent.values().containsKey(CallbackPage.KEY)) {
            return taken(sent, expected, "");
        }
        var origin = request.only("origin");
        if (!used(sent.get(CallbackPage.KEY)) || !origin.equalsIgnoreCase(address.scheme() + "://" + address.authority(port))) {
            return new Verdict.Refused(403, "a fragment that our own page did not send");
        }
        var fragment = sent.get(CallbackPage.FRAGMENT);
        return taken(Parameters.of(fragment), expected, "#" + fragment);
    }

    private Verdict taken(Parameters parameters, String expected, String rest) {
        if (parameters.values().isEmpty()) {
            return new Verdict.Refused(400, "it brought nothing");
        }
        if (!parameters.bears(expected)) {
            return new Verdict.Refused(403, parameters.get("state").isEmpty() ? "no state" : "another state");
        }
        if (!parameters.answers()) {
            return new Verdict.Refused(400, "neither a code nor an error is in it");
        }
        return waiting.claim() ? new Verdict.Taken(new Came.Redirected(parameters.values(), address.at(port) + rest)) : late();
    }

    private static Verdict late() {
        return new Verdict.Refused(410, "this login is over");
    }

    private String key() {
        var bytes = new byte[24];
        random.nextBytes(bytes);
        var key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        synchronized (keys) {
            keys.addLast(key);
            if (keys.size() > MOST_KEYS) {
                keys.removeFirst();
            }
        }
        return key;
    }

    private boolean used(String key) {
        synchronized (keys) {
            return keys.remove(key);
        }
    }

    private static String shown(String text) {
        var plain = text.replaceAll("[^\\x21-\\x7e]", "?");
        return plain.length() > SHOWN_PATH ? plain.substring(0, SHOWN_PATH) + "…" : plain;
    }
}
