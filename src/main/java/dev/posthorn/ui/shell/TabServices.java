package dev.posthorn.ui.shell;

import dev.posthorn.auth.Surroundings;
import dev.posthorn.http.CookieChoice;
import dev.posthorn.js.ScriptError;
import dev.posthorn.model.Cookie;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Example;
import dev.posthorn.model.Request;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.request.AuthExtras;
import dev.posthorn.ui.request.RequestServices;
import dev.posthorn.vars.Scopes;
import dev.posthorn.workbench.AutomaticHeader;
import dev.posthorn.workbench.Context;
import dev.posthorn.workbench.Explaining;
import dev.posthorn.workbench.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// What the editor of one tab learns from the program around it: `where` it inherits from, and whose variables it `sees`.
record TabServices(
        Background background,
        Workbench workbench,
        Supplier<Context> where,
        Supplier<Context> sees,
        Choosers choosers,
        HeaderPresets presets,
        Runnable cookiesChanged,
        Consumer<String> manage,
        BiConsumer<String, String> show,
        Predicate<String> paste,
        TabExtras extras,
        Retest retest,
        boolean socket) implements RequestServices {

    TabServices(Background background, Workbench workbench, Supplier<Context> where, Supplier<Context> sees, Choosers choosers, HeaderPresets presets,
            Runnable cookiesChanged, Consumer<String> manage, BiConsumer<String, String> show, Predicate<String> paste, TabExtras extras, Retest retest) {
        this(background, workbench, where, sees, choosers, presets, cookiesChanged, manage, show, paste, extras, retest, false);
    }

    /// The same for a WebSocket, whose handshake has headers of its own.
    TabServices ofSocket() {
        return new TabServices(background, workbench, where, sees, choosers, presets, cookiesChanged, manage, show, paste, extras, retest, true);
    }

    /// Runs the tests of a request again, without sending it.
    interface Retest {
        boolean answered();

        List<Example> examples();

        void run(Optional<Example> on);

        /// For what has no answers of its own.
        static Retest none() {
            return new Retest() {
                @Override
                public boolean answered() {
                    return false;
                }

                @Override
                public List<Example> examples() {
                    return List.of();
                }

                @Override
                public void run(Optional<Example> on) {
                    throw new IllegalStateException("nothing here is sent");
                }
            };
        }
    }

    /// Where the named sets of headers are kept.
    interface HeaderPresets {
        Map<String, List<Entry>> all();

        void keep(Map<String, List<Entry>> presets);
    }

    @Override
    public Context context() {
        return where.get();
    }

    @Override
    public Scopes scopes() {
        return workbench.scopes(sees.get());
    }

    @Override
    public Surroundings surroundings() {
        return workbench.surroundings(sees.get()).withTokens(extras.services().glance());
    }

    @Override
    public Explaining explaining() {
        return workbench.explaining(where.get());
    }

    @Override
    public List<AutomaticHeader> automaticHeaders(Request request) {
        return socket ? workbench.automaticSocketHeaders(request, where.get()) : workbench.automaticHeaders(request, where.get());
    }

    @Override
    public List<Cookie> cookies(String url) {
        return workbench.cookies().matching(url);
    }

    @Override
    public List<CookieChoice> cookieChoices(String url) {
        return workbench.cookies().choices(url);
    }

    @Override
    public void manageCookies(String url) {
        manage.accept(url);
    }

    @Override
    public void addCookie(Cookie cookie) {
        workbench.cookies().add(cookie);
        cookiesChanged.run();
    }

    @Override
    public void removeCookie(Cookie cookie) {
        workbench.cookies().remove(cookie);
        cookiesChanged.run();
    }

    @Override
    public void chooseFiles(String title, boolean several, Consumer<List<Path>> chosen) {
        var files = several ? choosers.files(title) : choosers.file(title).map(List::of).orElse(List.of());
        if (!files.isEmpty()) {
            chosen.accept(files);
        }
    }

    @Override
    public Map<String, List<Entry>> headerPresets() {
        return presets.all();
    }

    @Override
    public void saveHeaderPresets(Map<String, List<Entry>> kept) {
        presets.keep(kept);
    }

    @Override
    public AuthExtras authExtras() {
        return extras;
    }

    @Override
    public boolean pasted(String text) {
        return paste.test(text);
    }

    @Override
    public void goTo(String level) {
        show.accept(level, "authorization");
    }

    @Override
    public void goTo(String level, String page) {
        show.accept(level, page);
    }

    @Override
    public Optional<ScriptError> syntax(String script) {
        return workbench.syntax(script);
    }

    @Override
    public void warmScripts() {
        workbench.warmScripts();
    }

    @Override
    public boolean answered() {
        return retest.answered();
    }

    @Override
    public List<Example> examples() {
        return retest.examples();
    }

    @Override
    public void runTests(Optional<Example> on) {
        retest.run(on);
    }
}
