package dev.posthorn.http.proxy;

import dev.posthorn.model.BadProxy;
import dev.posthorn.model.Network;
import java.util.List;
import java.util.function.Consumer;

/// Chooses the ways that lead to a host, in the order in which they are tried.
public final class Routing {

    private static final List<Way> STRAIGHT = List.of(new Way.Direct());

    private final SystemSettings system;
    private final Scripts scripts;

    /// @param scripts runs proxy scripts
    public Routing(SystemSettings system, Scripts scripts) {
        this.system = system;
        this.scripts = scripts;
    }

    /// Runs proxy scripts: asked for the ways to one URL.
    public interface Scripts {
        /// @param script    the script's address, user and password
        /// @param cancelled takes what is to be done at a cancel
        List<Way> ways(Network.Route.Script script, String url, String host, Consumer<Runnable> cancelled) throws ProxyFault;
    }

    /// Never empty.
    ///
    /// @param host   without brackets
    /// @param url    of the whole request
    public List<Way> ways(Network.Route route, String scheme, String host, int port, String url, Consumer<Runnable> cancelled) throws ProxyFault {
        return switch (route) {
            case Network.Route.Direct _ -> STRAIGHT;
            case Network.Route.Manual(var proxy, var bypass) -> new Bypass(bypass).matches(host, port) ? STRAIGHT : List.of(new Way.Via(usable(proxy)));
            case Network.Route.Script script -> scripts.ways(script, url, host, cancelled);
            case Network.Route.OfSystem _ -> ofSystem(scheme, host, port, url, cancelled);
        };
    }

    private static Network.Proxy usable(Network.Proxy proxy) throws ProxyFault {
        if (proxy.host().isBlank() || proxy.port() < 1 || proxy.port() > 65535) {
            throw new ProxyFault(new BadProxy.Settings("the network settings", proxy.host().isBlank() ? "the proxy has no host" : proxy.port() + " is not a port (1 to 65535)"));
        }
        return proxy;
    }

    /// This machine itself is never behind a proxy of the system, so the settings are not read for it.
    private List<Way> ofSystem(String scheme, String host, int port, String url, Consumer<Runnable> cancelled) throws ProxyFault {
        if (Addresses.loopback(host)) {
            return STRAIGHT;
        }
        var settings = system.current();
        if (settings.bypass().matches(host, port)) {
            return STRAIGHT;
        }
        if (!settings.script().isEmpty()) {
            return scripts.ways(new Network.Route.Script(settings.script(), "", ""), url, host, cancelled);
        }
        var proxy = scheme.equals("https") ? settings.https() : settings.http();
        return proxy == null ? STRAIGHT : List.of(new Way.Via(proxy));
    }
}
