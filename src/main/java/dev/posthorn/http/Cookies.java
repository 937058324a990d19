package dev.posthorn.http;

import dev.posthorn.model.Cookie;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/// The cookies that servers set and that go back to them (RFC 6265, with the list of public suffixes). Safe from any thread.
///
/// 1. A cookie for a whole registry ("co.uk") or for a foreign domain is refused.
/// 2. The longest path goes first, then the oldest (§5.4).
/// 3. At most 3,000 are kept; the oldest go first (§6.1).
public final class Cookies {

    private static final int LIMIT = 3_000;

    private record Key(String name, String domain, String path, boolean hostOnly) {}

    private final Clock clock;
    private final Map<Key, Cookie> jar = new LinkedHashMap<>();

    public Cookies(Clock clock) {
        this.clock = clock;
    }

    /// All that have not expired, oldest first.
    public synchronized List<Cookie> all() {
        expire();
        return List.copyOf(jar.values());
    }

    /// Those that a request to this URL would carry, in the order they are sent; none where the URL cannot be read.
    public List<Cookie> matching(String url) {
        return target(url).map(this::matching).orElse(List.of());
    }

    public synchronized void add(Cookie cookie) {
        var key = key(cookie);
        var old = jar.get(key);
        if (old == null) {
            while (jar.size() >= LIMIT) {
                jar.remove(jar.keySet().iterator().next());
            }
        }
        jar.put(key, cookie);
    }

    public synchronized void remove(Cookie cookie) {
        jar.remove(key(cookie));
    }

    public synchronized void clear() {
        jar.clear();
    }

    /// What one Set-Cookie line of an answer from `url` would store; empty where it would be refused.
    public Optional<Cookie> parse(String url, String setCookie) {
        return target(url).flatMap(t -> parse(t, setCookie));
    }

    synchronized List<Cookie> matching(Target target) {
        expire();
        var host = target.canonical().host();
        var mark = target.resource().indexOf('?');
        var path = mark < 0 ? target.resource() : target.resource().substring(0, mark);
        return jar.values().stream()
                .filter(c -> c.hostOnly() ? host.equals(c.domain()) : host.equals(c.domain()) || host.endsWith("." + c.domain()))
                .filter(c -> pathMatches(path, c.path()))
                .filter(c -> !c.secure() || target.secure() || host.equals("localhost") || host.equals("127.0.0.1"))
                .sorted(Comparator.comparingInt((Cookie c) -> c.path().length()).reversed())
                .toList();
    }

    String header(Target target) {
        return matching(target).stream().map(c -> c.name() + "=" + c.value()).collect(Collectors.joining("; "));
    }

    void store(Target target, List<String> setCookies) {
        for (var line : setCookies) {
            parse(target, line).ifPresent(this::put);
        }
    }

    private synchronized void put(Cookie cookie) {
        if (cookie.expires() != null && !cookie.expires().isAfter(clock.instant())) {
            jar.remove(key(cookie));
        } else {
            add(cookie);
        }
    }

    private static Optional<Cookie> parse(Target target, String line) {
        var mark = target.resource().indexOf('?');
        var path = mark < 0 ? target.resource() : target.resource().substring(0, mark);
        var url = HttpUrl.get(target.scheme() + "://" + target.authority()).newBuilder().encodedPath(path.startsWith("/") ? path : "/").build();
        var parsed = okhttp3.Cookie.parse(url, line);
        if (parsed == null) {
            return Optional.empty();
        }
        var sameSite = parsed.sameSite() == null ? "" : parsed.sameSite();
        return Optional.of(new Cookie(parsed.name(), parsed.value(), parsed.domain().toLowerCase(Locale.ROOT), parsed.hostOnly(), parsed.path(),
                parsed.persistent() ? Instant.ofEpochMilli(parsed.expiresAt()) : null, parsed.secure(), parsed.httpOnly(), sameSite));
    }

    private static boolean pathMatches(String path, String cookiePath) {
        return path.equals(cookiePath)
                || path.startsWith(cookiePath) && (cookiePath.endsWith("/") || path.charAt(cookiePath.length()) == '/');
    }

    private void expire() {
        var now = clock.instant();
        var gone = new ArrayList<Key>();
        jar.forEach((key, cookie) -> {
            if (cookie.expires() != null && !cookie.expires().isAfter(now)) {
                gone.add(key);
            }
        });
        gone.forEach(jar::remove);
    }

    private static Key key(Cookie cookie) {
        return new Key(cookie.name(), cookie.domain(), cookie.path(), cookie.hostOnly());
    }

    private static Optional<Target> target(String url) {
        try {
            return Optional.of(Target.parse(UrlText.forWire(url, true)));
        } catch (Target.Bad e) {
            return Optional.empty();
        }
    }
}
