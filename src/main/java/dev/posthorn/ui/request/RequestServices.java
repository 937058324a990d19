package dev.posthorn.ui.request;

import dev.posthorn.auth.Surroundings;
import dev.posthorn.http.CookieChoice;
import dev.posthorn.js.ScriptError;
import dev.posthorn.model.Cookie;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Example;
import dev.posthorn.model.Request;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.vars.Scopes;
import dev.posthorn.workbench.AutomaticHeader;
import dev.posthorn.workbench.Context;
import dev.posthorn.workbench.Explaining;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What the request editor needs of the program around it. All of it is called on the FX thread and must answer at once.
public interface RequestServices {

    Background background();

    /// Collection, folders and environment of this request, as they are now.
    Context context();

    /// The variables that the request sees, dynamic ones included; asking has no side effects.
    Scopes scopes();

    /// What an authorization is worked out with, for the eyes alone: no token is got.
    Surroundings surroundings();

    /// Explains what an authorization does here, as things are now; it may be asked on another thread.
    default Explaining explaining() {
        return new Explaining(context(), scopes(), surroundings());
    }

    /// The headers that the program will add by itself, those included that are switched off or that the user's own stand for.
    List<AutomaticHeader> automaticHeaders(Request request);

    /// The cookies that would go to `url`, which has its variables resolved.
    List<Cookie> cookies(String url);

    /// All cookies of the site of `url`, those that would go along first, the others with what is in the way.
    default List<CookieChoice> cookieChoices(String url) {
        return cookies(url).stream().map(c -> new CookieChoice(c, "")).toList();
    }

    /// Shows the whole jar, with this URL's host chosen.
    default void manageCookies(String url) {}

    void addCookie(Cookie cookie);

    void removeCookie(Cookie cookie);

    /// Lets the user choose files; `chosen` is called with them, or never where the user thinks better of it.
    void chooseFiles(String title, boolean several, Consumer<List<Path>> chosen);

    /// The named sets of headers that the user keeps.
    Map<String, List<Entry>> headerPresets();

    void saveHeaderPresets(Map<String, List<Entry>> presets);

    /// Takes over what was pasted into the URL, where it is more than a URL, such as a curl command: true means it is taken care of.
    default boolean pasted(String text) {
        return false;
    }

    /// What stands in the Authorization tab beside its form.
    default AuthExtras authExtras() {
        return AuthExtras.NONE;
    }

    /// Shows the folder or collection of that name, which sets what this request inherits.
    void goTo(String level);

    /// The same, at a page of it: authorization, scripts …
    default void goTo(String level, String page) {
        goTo(level);
    }

    /// Says where a text cannot be read as a script. The one thing here that may take its time: it is asked on other threads.
    default Optional<ScriptError> syntax(String script) {
        return Optional.empty();
    }

    /// A script will be written or run soon: makes the engine ready, on another thread.
    default void warmScripts() {}

    /// Whether there is an answer that tests can be run on.
    default boolean answered() {
        return false;
    }

    /// The saved answers of this request.
    default List<Example> examples() {
        return List.of();
    }

    /// Runs the scripts after the response again, on the last answer or a saved one, without sending.
    default void runTests(Optional<Example> on) {}
}
