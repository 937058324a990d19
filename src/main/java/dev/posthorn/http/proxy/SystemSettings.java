package dev.posthorn.http.proxy;

import dev.posthorn.model.BadProxy;
import dev.posthorn.model.Network;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// The proxy that this machine is set to: by environment variables, by Java's own settings, or by the desktop; the first that says something counts.
///
/// Asking the desktop starts a program, so what it said is kept for half a minute; after that it is asked again beside the request that noticed.
public final class SystemSettings {

    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final int RULES_SHOWN = 8;

    /// @param http   for http URLs; null for none
    /// @param https  for https URLs; null for none
    /// @param script address of a proxy script, which then counts alone; empty for none
    public record Settings(Network.Proxy http, Network.Proxy https, Bypass bypass, String script) {
        static final Settings NONE = new Settings(null, null, new Bypass(List.of()), "");
    }

    /// One place where proxies are set.
    public interface Origin {
        /// Empty where it says nothing about proxies.
        ///
        /// @throws IllegalArgumentException where it says something that cannot be used; the message is a clause
        Optional<Settings> read();

        /// "environment variables"
        String name();
    }

    /// @param fault the words for what cannot be used; null where all is well
    private record Known(Settings settings, BadProxy fault, Instant at) {}

    private final List<Origin> origins;
    private final InstantSource clock;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile Known known;

    public SystemSettings(List<Origin> origins, InstantSource clock) {
        this.origins = origins;
        this.clock = clock;
    }

    /// Of the machine that this runs on.
    public static SystemSettings ofThisMachine(InstantSource clock) {
        return new SystemSettings(List.of(new EnvironmentProxies(System.getenv()), new JavaProxies(System.getProperties()), DesktopProxies.ofThisMachine()), clock);
    }

    Settings current() throws ProxyFault {
        var now = known == null ? first() : known;
        if (now.at().plus(FRESH).isBefore(clock.instant()) && asking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("proxy settings").start(() -> {
                known = read();
                asking.set(false);
            });
        }
        if (now.fault() != null) {
            throw new ProxyFault(now.fault());
        }
        return now.settings();
    }

    private synchronized Known first() {
        if (known == null) {
            known = read();
        }
        return known;
    }

    /// What is set now, in sentences for the user, without users and passwords. Looks afresh, so it may start a program and wait for it.
    public String words() {
        for (var origin : origins) {
            try {
                var settings = origin.read();
                if (settings.isPresent()) {
                    return words(settings.get(), origin.name());
                }
            } catch (IllegalArgumentException e) {
                return "What is set (" + origin.name() + ") cannot be used: " + e.getMessage() + ".";
            }
        }
        return "Now no proxy is set: requests go straight to their hosts.";
    }

    private static String words(Settings settings, String origin) {
        if (!settings.script().isEmpty()) {
            return "Now the script " + withoutLogin(settings.script()) + " chooses (" + origin + ").";
        }
        var same = settings.http() != null && settings.https() != null && settings.http().toString().equals(settings.https().toString());
        var proxies = same ? settings.http().toString() : "http:// " + way(settings.http()) + ", https:// " + way(settings.https());
        var rules = settings.bypass().rules();
        return "Now: " + proxies + " (" + origin + ")." + (rules.isEmpty() ? "" : " Not for " + String.join(", ", rules.stream().limit(RULES_SHOWN).toList())
                + (rules.size() > RULES_SHOWN ? " and " + (rules.size() - RULES_SHOWN) + " more" : "") + ".");
    }

    private static String way(Network.Proxy proxy) {
        return proxy == null ? "straight" : "by " + proxy;
    }

    private static String withoutLogin(String url) {
        return url.replaceFirst("//[^/@]*@", "//…@");
    }

    private Known read() {
        for (var origin : origins) {
            try {
                var settings = origin.read();
                if (settings.isPresent()) {
                    return new Known(settings.get(), null, clock.instant());
                }
            } catch (IllegalArgumentException e) {
                return new Known(Settings.NONE, new BadProxy.Settings(origin.name(), e.getMessage()), clock.instant());
            }
        }
        return new Known(Settings.NONE, null, clock.instant());
    }
}
