package dev.posthorn.oauth.agent;

import dev.posthorn.http.Cancellation;
import dev.posthorn.oauth.LoginStep;
import dev.posthorn.oauth.LoginWatcher;
import dev.posthorn.oauth.UserAgent;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Logs in in any browser, on any machine: the page is shown or opened, and the address that the browser ends at is pasted here, or the code alone.
public final class Pasted implements UserAgent {

    private static final int MOST = 64 << 10;
    private static final Pattern URL = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*");
    private static final Pattern CODE = Pattern.compile("[\\x21-\\x7e]+");

    private final Browser browser;
    private final Person person;
    private final Waiting waiting;
    private RedirectAddress address;

    /// @param waiting of this login alone
    public Pasted(Browser browser, Person person, Waiting waiting) {
        this.browser = browser;
        this.person = person;
        this.waiting = waiting;
    }

    /// Any redirect URI will do, since nobody has to listen there.
    @Override
    public URI ready(String wanted) throws Unusable {
        address = RedirectAddress.of(wanted.isBlank() ? RedirectAddress.BY_HAND : wanted);
        return address.loopback() && address.anyPort() ? URI.create(wanted.strip()) : address.uri();
    }

    @Override
    public Came ask(URI page, String state, LoginWatcher watcher, Cancellation cancellation) {
        var trouble = browser.open(page).orElse("");
        waiting.tell(LoginStep.Kind.INFO, trouble.isEmpty() ? "Browser opened" : "Login page shown", trouble);
        var how = address.byHand() ? "Log in there and paste the code that the page shows."
                : "Log in there. When the browser has arrived at " + address.uri() + ", with or without an error page, copy the whole address from its address bar and paste it here.";
        person.page(page, (trouble + " " + how).strip());
        try (var _ = person.offer(text -> take(text, address, state, waiting))) {
            return waiting.await(watcher, cancellation);
        }
    }

    @Override
    public void show(URI page, String code, Instant expires) {
        person.code(page, code, expires);
        Thread.ofVirtual().name("browser").start(() -> browser.open(page).ifPresent(trouble -> person.page(page, trouble)));
    }

    @Override
    public void close() {
        waiting.close(LoginWatcher.NONE);
    }

    /// Ends the login with what was pasted, or says why that is not what it waits for. The state is demanded of a whole address; a code alone has
    /// none, and whoever pastes it vouches for it.
    public static Optional<String> take(String pasted, RedirectAddress address, String state, Waiting waiting) {
        var text = pasted.strip().replaceAll("[\\r\\n]+\\s*", "");
        if (text.isEmpty()) {
            return Optional.of("Nothing was pasted. Copy the address from the browser's address bar.");
        }
        if (text.length() > MOST) {
            return Optional.of("What was pasted is longer than any redirected address. Copy the address from the browser's address bar.");
        }
        try {
            var parameters = parameters(text, address, state);
            if (!waiting.claim()) {
                return Optional.of("This login is over. Begin a new one.");
            }
            waiting.tell(LoginStep.Kind.GOOD, "Redirect pasted", "");
            waiting.finish(new Came.Redirected(parameters.values(), URL.matcher(text).matches() ? text : address.uri().toString()));
            return Optional.empty();
        } catch (Parameters.Malformed e) {
            return Optional.of(e.getMessage());
        }
    }

    private static Parameters parameters(String text, RedirectAddress address, String state) throws Parameters.Malformed {
        if (URL.matcher(text).matches()) {
            return ofUrl(text, address, state);
        }
        if (text.contains("code=") || text.contains("error=") || text.contains("access_token=")) {
            return checked(text.replaceFirst("^[^?#]*[?#]", ""), state);
        }
        if (!CODE.matcher(text).matches()) {
            throw new Parameters.Malformed("That is neither an address nor a code: it has spaces or letters that no code has. Copy the address from the browser's address bar.");
        }
        var alone = new LinkedHashMap<>(Map.of("code", text));
        if (!state.isEmpty()) {
            alone.put("state", state);
        }
        return new Parameters(alone);
    }

    private static Parameters ofUrl(String url, RedirectAddress address, String state) throws Parameters.Malformed {
        var base = url.replaceFirst("[?#].*$", "");
        if (!address.byHand() && !meant(base, address)) {
            throw new Parameters.Malformed("That address begins with " + shown(base) + ", but the login ends at " + address.uri() + ". Wait until the browser has arrived there, even if it shows an error page.");
        }
        var question = url.indexOf('?');
        var hash = url.indexOf('#');
        var query = question < 0 || hash >= 0 && hash < question ? "" : url.substring(question + 1, hash < 0 ? url.length() : hash);
        var fragment = hash < 0 ? "" : url.substring(hash + 1);
        var answer = fragment.contains("=") && !query.contains("code=") && !query.contains("error=") ? fragment : query;
        if (answer.isEmpty()) {
            throw new Parameters.Malformed("That address bears neither a code nor an error. Copy it as it stands in the browser's address bar after the login.");
        }
        return checked(answer, state);
    }

    /// The port of a loopback address may be any one (RFC 8252 §7.3).
    private static boolean meant(String base, RedirectAddress address) {
        if (address.isMeantBy(base)) {
            return true;
        }
        try {
            var other = RedirectAddress.of(base);
            return address.loopback() && address.anyPort() && other.scheme().equals(address.scheme()) && other.host().equals(address.host()) && other.path().equals(address.path());
        } catch (Unusable e) {
            return false;
        }
    }

    private static Parameters checked(String encoded, String state) throws Parameters.Malformed {
        Parameters parameters;
        try {
            parameters = Parameters.of(encoded);
        } catch (Parameters.Malformed e) {
            throw new Parameters.Malformed("That address is damaged: " + e.getMessage() + ". Copy it anew.");
        }
        if (!parameters.answers()) {
            throw new Parameters.Malformed("That address bears neither a code nor an error. Copy it as it stands in the browser's address bar after the login.");
        }
        if (!parameters.bears(state)) {
            throw new Parameters.Malformed(parameters.get("state").isEmpty() ? "That address bears no state, so it cannot be told whether it belongs to this login. Copy all of it, or begin the login anew."
                    : "That address belongs to another login: its state is not the one that was sent. Copy the address that this login ended at.");
        }
        return parameters;
    }

    private static String shown(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
