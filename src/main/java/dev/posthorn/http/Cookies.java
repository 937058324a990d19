package dev.posthorn.http;

import dev.posthorn.model.Cookie;
import dev.posthorn.model.CookieNews;
import dev.posthorn.model.CookieNews.Fate;
import dev.posthorn.model.Jar;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The cookies that servers set and that go back to them (RFC 6265, with the list of public suffixes). Safe from any thread.
///
/// 1. A cookie for a whole registry ("co.uk") or for a foreign domain is refused.
/// 2. The longest path goes first, then the oldest (§5.4); a new value leaves a cookie its age.
/// 3. At most 180 are kept of a domain and 3,000 in all; those that were not used for longest go first (§6.1).
/// 4. Secure cookies are taken over http too and go back over https alone, or to this machine itself; SameSite is shown and stops nothing.
public final class Cookies {

    static final int OF_A_DOMAIN = 180;
    static final int IN_ALL = 3_000;
    private static final int REMEMBERED = 50;

    private record Key(String name, String domain, String path, boolean hostOnly) {}

    private record Held(Cookie cookie, Instant created, long used) {}

    private final Clock clock;
    private final Map<Key, Held> jar = new LinkedHashMap<>();
    private final Deque<Cookie> ended = new ArrayDeque<>();
    private List<String> scripts = List.of();
    private boolean open;
    private List<Runnable> listeners = List.of();
    private long uses;

    public Cookies(Clock clock) {
        this.clock = clock;
    }

    /// `changed` is called after each change, on the thread that made it, and must be quick.
    public synchronized void listen(Runnable changed) {
        var all = new ArrayList<>(listeners);
        all.add(changed);
        listeners = List.copyOf(all);
    }

    private void tell() {
        List<Runnable> due;
        synchronized (this) {
            due = listeners;
        }
        due.forEach(Runnable::run);
    }

    /// All that have not expired, oldest first.
    public synchronized List<Cookie> all() {
        expire();
        return jar.values().stream().map(Held::cookie).toList();
    }

    /// Everything, to be kept for the next start.
    public synchronized Jar content() {
        expire();
        return new Jar(jar.values().stream().map(h -> new Jar.Kept(h.cookie(), h.created())).toList(), scripts);
    }

    /// Puts back what `content` gave.
    public void restore(Jar content) {
        synchronized (this) {
            jar.clear();
            scripts = content.scripts();
            content.cookies().forEach(kept -> put(kept.cookie(), kept.created()));
            expire();
        }
        tell();
    }

    /// Those that a request to this URL would carry, in the order they are sent; none where the URL cannot be read.
    public List<Cookie> matching(String url) {
        return target(url).map(t -> matching(t, false)).orElse(List.of());
    }

    /// The cookies of the URL's site, first those that a request would carry, then the others with the reason; none where it cannot be read.
    public List<CookieChoice> choices(String url) {
        return target(url).map(this::choices).orElse(List.of());
    }

    private synchronized List<CookieChoice> choices(Target target) {
        var choices = new ArrayList<CookieChoice>();
        matching(target, false).forEach(c -> choices.add(new CookieChoice(c, "")));
        var site = CookieSite.site(target.canonical().host());
        jar.values().stream().map(Held::cookie).filter(c -> CookieSite.domainMatches(c.domain(), site)).map(c -> new CookieChoice(c, obstacle(c, target)))
                .filter(c -> !c.sent()).forEach(choices::add);
        ended.stream().filter(c -> CookieSite.domainMatches(c.domain(), site) && !jar.containsKey(key(c))).forEach(c -> choices.add(new CookieChoice(c, "expired")));
        return List.copyOf(choices);
    }

    /// Why a cookie does not go to a URL; empty where it does.
    private static String obstacle(Cookie cookie, Target target) {
        var host = target.canonical().host();
        if (cookie.hostOnly() ? !host.equals(cookie.domain()) : !CookieSite.domainMatches(host, cookie.domain())) {
            return cookie.hostOnly() ? "for " + cookie.domain() + " alone" : "for " + cookie.domain() + " and below";
        }
        if (!CookieSite.pathMatches(CookieSite.path(target), cookie.path())) {
            return "for the path " + cookie.path() + (cookie.path().endsWith("/") ? "" : " and below");
        }
        return cookie.secure() && !CookieSite.trustworthy(target) ? "Secure, and this is http" : "";
    }

    public void add(Cookie cookie) {
        synchronized (this) {
            put(cookie, clock.instant());
        }
        tell();
    }

    /// Adds all at once; those that have expired are left out. Returns how many went in.
    public int addAll(Collection<Cookie> cookies) {
        int added;
        synchronized (this) {
            var now = clock.instant();
            var good = cookies.stream().filter(c -> c.expires() == null || c.expires().isAfter(now)).toList();
            good.forEach(c -> put(c, now));
            added = good.size();
        }
        tell();
        return added;
    }

    /// Gives deleted ones back, with their age.
    public void putBack(Collection<Jar.Kept> kept) {
        synchronized (this) {
            kept.forEach(k -> put(k.cookie(), k.created()));
        }
        tell();
    }

    /// Puts a cookie in the place of another one, whose age it keeps.
    public void replace(Cookie old, Cookie fresh) {
        synchronized (this) {
            var before = jar.remove(key(old));
            put(fresh, before == null ? clock.instant() : before.created());
        }
        tell();
    }

    public void remove(Cookie cookie) {
        removeAll(List.of(cookie));
    }

    public void removeAll(Collection<Cookie> cookies) {
        synchronized (this) {
            cookies.forEach(c -> jar.remove(key(c)));
        }
        tell();
    }

    public void clear() {
        synchronized (this) {
            jar.clear();
            ended.clear();
        }
        tell();
    }

    /// The domains whose cookies scripts may read and change.
    public synchronized List<String> scriptDomains() {
        return scripts;
    }

    public void scriptDomains(List<String> domains) {
        synchronized (this) {
            scripts = domains.stream().map(d -> CookieSite.canonical(d).orElse(d)).distinct().toList();
        }
        tell();
    }

    /// From now on scripts may touch the cookies of every host, as in newman: nobody is there to be asked. The list stays as it is.
    public synchronized Cookies openToAllScripts() {
        open = true;
        return this;
    }

    /// Whether scripts may touch the cookies of every host.
    public synchronized boolean openToAll() {
        return open;
    }

    /// True where scripts may touch the cookies of that host: it, or a domain above it, is on the list.
    public synchronized boolean openToScripts(String host) {
        return open || scripts.stream().anyMatch(domain -> CookieSite.domainMatches(host, domain));
    }

    /// The jar's own clock.
    public Instant now() {
        return clock.instant();
    }

    /// What one Set-Cookie line of an answer from `url` would store; empty where it would be refused.
    public Optional<Cookie> parse(String url, String setCookie) {
        return target(url).map(t -> read(t, setCookie)).filter(n -> n.fate() != Fate.REFUSED).map(CookieNews::cookie);
    }

    /// What `set` would do, without doing it: `STORED` stands for acceptable.
    public CookieNews look(String url, String setCookie) {
        return target(url).map(t -> read(t, setCookie)).orElseGet(() -> new CookieNews(setCookie, null, Fate.REFUSED, "\"" + url + "\" is not a URL that can have cookies."));
    }

    /// The line with which a server would set this cookie.
    public static String line(Cookie cookie) {
        return SetCookie.line(cookie);
    }

    /// Stores or deletes what one Set-Cookie line says, as an answer from `url` would.
    public CookieNews set(String url, String setCookie) {
        return target(url).map(t -> store(t, List.of(setCookie)).getFirst())
                .orElseGet(() -> new CookieNews(setCookie, null, Fate.REFUSED, "\"" + url + "\" is not a URL that can have cookies."));
    }

    private synchronized List<Cookie> matching(Target target, boolean use) {
        expire();
        var found = new ArrayList<Map.Entry<Key, Held>>();
        jar.entrySet().stream().filter(e -> obstacle(e.getValue().cookie(), target).isEmpty()).forEach(found::add);
        if (use) {
            found.forEach(e -> e.setValue(new Held(e.getValue().cookie(), e.getValue().created(), ++uses)));
        }
        return found.stream().map(Map.Entry::getValue)
                .sorted(Comparator.comparingInt((Held h) -> h.cookie().path().length()).reversed().thenComparing(Held::created)).map(Held::cookie).toList();
    }

    String header(Target target) {
        return header(target, _ -> false);
    }

    /// The value of the header for one request. A cookie without a name is its value alone (RFC 6265bis §5.8.3).
    ///
    /// @param foreign names of cookies that somebody else sends
    String header(Target target, Predicate<String> foreign) {
        return matching(target, true).stream().filter(c -> !foreign.test(c.name())).map(c -> c.name().isEmpty() ? c.value() : c.name() + "=" + c.value()).collect(Collectors.joining("; "));
    }

    /// @param on      whether cookies are kept at all
    /// @param foreign names of cookies that somebody else keeps
    List<CookieNews> store(Target target, List<String> setCookies, boolean on, Predicate<String> foreign) {
        var all = new ArrayList<CookieNews>();
        for (var line : setCookies) {
            var foreigner = parse(target.url(), line).filter(c -> foreign.test(c.name()));
            if (foreigner.isPresent()) {
                all.add(new CookieNews(line, foreigner.get(), Fate.OFF, "It belongs to the session of the authorization, which keeps it."));
            } else {
                all.add(on ? store(target, List.of(line)).getFirst() : new CookieNews(line, parse(target.url(), line).orElse(null), Fate.OFF, ""));
            }
        }
        return all;
    }

    List<CookieNews> store(Target target, List<String> setCookies) {
        var news = setCookies.stream().map(line -> store(target, line)).toList();
        if (news.stream().anyMatch(n -> n.fate() == Fate.STORED || n.fate() == Fate.REPLACED || n.fate() == Fate.DELETED)) {
            tell();
        }
        return news;
    }

    private synchronized CookieNews store(Target target, String line) {
        expire();
        var news = read(target, line);
        if (news.fate() == Fate.REFUSED) {
            return news;
        }
        var cookie = news.cookie();
        if (cookie.expires() != null && !cookie.expires().isAfter(clock.instant())) {
            var fate = jar.remove(key(cookie)) == null ? Fate.GONE : Fate.DELETED;
            return new CookieNews(line, cookie, fate, fate == Fate.GONE ? "It is over already, and no such cookie was here." : "");
        }
        var fate = put(cookie, clock.instant()) ? Fate.REPLACED : Fate.STORED;
        return new CookieNews(line, cookie, fate, news.why());
    }

    /// True where it took the place of another one. The oldest date of creation stays.
    private boolean put(Cookie cookie, Instant created) {
        var key = key(cookie);
        var old = jar.get(key);
        if (old == null) {
            makeRoom(cookie.domain());
        }
        jar.put(key, new Held(cookie, old == null ? created : old.created(), ++uses));
        return old != null;
    }

    private void makeRoom(String domain) {
        while (jar.values().stream().filter(h -> h.cookie().domain().equals(domain)).count() >= OF_A_DOMAIN) {
            jar.values().stream().filter(h -> h.cookie().domain().equals(domain)).min(Comparator.comparingLong(Held::used)).ifPresent(h -> jar.remove(key(h.cookie())));
        }
        while (jar.size() >= IN_ALL) {
            jar.values().stream().min(Comparator.comparingLong(Held::used)).ifPresent(h -> jar.remove(key(h.cookie())));
        }
    }

    /// What a line means at this URL: `STORED` stands for acceptable.
    private CookieNews read(Target target, String line) {
        var said = SetCookie.parse(line, clock.instant());
        var host = target.canonical().host();
        var path = said.path().isEmpty() ? CookieSite.defaultPath(CookieSite.path(target)) : said.path();
        if (!said.fault().isEmpty()) {
            return new CookieNews(line, said.name().isEmpty() && said.value().isEmpty() ? null : said.cookie(host, true, path), Fate.REFUSED, said.fault());
        }
        if (said.domain().isEmpty()) {
            return accepted(line, said.cookie(host, true, path), target);
        }
        var domain = CookieSite.canonical(said.domain());
        if (domain.isEmpty()) {
            return new CookieNews(line, said.cookie(host, true, path), Fate.REFUSED, "\"" + said.domain() + "\" is no domain.");
        }
        if (domain.get().equals(host)) {
            return accepted(line, said.cookie(host, CookieSite.ip(host) || CookieSite.publicSuffix(host), path), target);
        }
        var cookie = said.cookie(domain.get(), false, path);
        if (CookieSite.publicSuffix(domain.get())) {
            return new CookieNews(line, cookie, Fate.REFUSED, "Everybody can have names below " + domain.get() + ", so no cookie may be for all of them.");
        }
        return CookieSite.domainMatches(host, domain.get()) ? accepted(line, cookie, target)
                : new CookieNews(line, cookie, Fate.REFUSED, host + " may not set cookies for " + domain.get() + ".");
    }

    private static CookieNews accepted(String line, Cookie cookie, Target target) {
        return new CookieNews(line, cookie, Fate.STORED, cookie.secure() && !CookieSite.trustworthy(target) ? "It is Secure: over http it does not go back."
                : cookie.sameSite().equals("None") && !cookie.secure() ? "Browsers refuse SameSite=None without Secure." : "");
    }

    private void expire() {
        var now = clock.instant();
        jar.values().removeIf(held -> {
            var over = held.cookie().expires() != null && !held.cookie().expires().isAfter(now);
            if (over) {
                ended.addFirst(held.cookie());
            }
            return over;
        });
        while (ended.size() > REMEMBERED) {
            ended.removeLast();
        }
    }

    private static Key key(Cookie cookie) {
        return new Key(cookie.name(), cookie.domain(), cookie.path(), cookie.hostOnly());
    }

    static Optional<Target> target(String url) {
        try {
            return Optional.of(Target.parse(UrlText.forWire(url, true)));
        } catch (Target.Bad e) {
            return Optional.empty();
        }
    }
}
