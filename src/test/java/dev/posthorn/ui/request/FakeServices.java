package dev.posthorn.ui.request;

import dev.posthorn.auth.Surroundings;
import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Cookie;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Environment;
import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Request;
import dev.posthorn.model.Settings;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.vars.Scopes;
import dev.posthorn.workbench.AutomaticHeader;
import dev.posthorn.workbench.Context;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The program around a request editor, as small as a test needs it.
final class FakeServices implements RequestServices {

    final List<Cookie> jar = new ArrayList<>();
    final Map<String, List<Entry>> presets = new LinkedHashMap<>();
    final List<String> visited = new ArrayList<>();
    List<Path> files = List.of();
    /// What the authorization adds, as the Headers tab is told.
    List<AutomaticHeader> signed = List.of();
    AuthExtras extras = AuthExtras.NONE;
    Environment environment = new Environment("Demo", false, List.of(
            Entry.of("creatio", "https://mycreatio.com"), Entry.of("page", "20"), Entry.of("identity", "https://is.mycreatio.com"),
            Entry.of("token", "s3cr3t-token").withSecret(true)));
    Auth inherited = new Auth("bearer", Map.of("token", "{{token}}"));
    Settings settings = Settings.NONE;

    @Override
    public Background background() {
        return new Background(task -> Thread.ofVirtual().start(task));
    }

    @Override
    public Context context() {
        return new Context(new Collection("Creatio", "", inherited, List.of(), List.of(), settings, List.of()), List.of(), environment, null, List.of(), Path.of(""));
    }

    @Override
    public Scopes scopes() {
        return context().scopes(List.of());
    }

    @Override
    public List<AutomaticHeader> automaticHeaders(Request request) {
        var off = names(context().settings(request.settings()));
        var above = names(settings);
        Payload payload = request.body() instanceof Body.None ? new Payload.Empty() : new Payload.Bytes(new byte[3], "application/json");
        var own = request.headers().stream().filter(Entry::enabled).map(e -> new Header(e.key(), e.value())).toList();
        return Stream.concat(signed.stream(), new AutomaticHeaders("Posthorn/0.1").preview(request.method(), own, payload, "", "", off).stream()
                .map(r -> new AutomaticHeader(r.header().name(), r.header().value(), r.key(), r.state(), above.contains(r.key()) ? "Creatio" : ""))).toList();
    }

    private static Set<String> names(Settings settings) {
        return settings.values().get("disabledSystemHeaders") instanceof Map<?, ?> names
                ? names.keySet().stream().map(Object::toString).collect(Collectors.toSet()) : Set.<String>of();
    }

    @Override
    public List<Cookie> cookies(String url) {
        return List.copyOf(jar);
    }

    @Override
    public void addCookie(Cookie cookie) {
        jar.add(cookie);
    }

    @Override
    public void removeCookie(Cookie cookie) {
        jar.remove(cookie);
    }

    @Override
    public void chooseFiles(String title, boolean several, Consumer<List<Path>> chosen) {
        if (!files.isEmpty()) {
            chosen.accept(files);
        }
    }

    @Override
    public Map<String, List<Entry>> headerPresets() {
        return presets;
    }

    @Override
    public void saveHeaderPresets(Map<String, List<Entry>> changed) {
        var copy = Map.copyOf(changed);
        presets.clear();
        presets.putAll(copy);
    }

    @Override
    public void goTo(String level) {
        visited.add(level);
    }

    @Override
    public AuthExtras authExtras() {
        return extras;
    }

    @Override
    public Surroundings surroundings() {
        return new Surroundings(java.time.Clock.systemUTC(), new java.util.Random(1), new dev.posthorn.http.WireBody(), dev.posthorn.auth.TokenSource.NONE,
                Path.of(""), Map.of());
    }
}
