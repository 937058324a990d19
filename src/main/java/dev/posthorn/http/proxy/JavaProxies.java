package dev.posthorn.http.proxy;

import dev.posthorn.model.Network;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/// What was given to Java itself: `-Dhttp.proxyHost`, `-Dhttps.proxyHost`, `-DsocksProxyHost`, with their ports and `-Dhttp.nonProxyHosts`.
final class JavaProxies implements SystemSettings.Origin {

    private final Properties properties;

    JavaProxies(Properties properties) {
        this.properties = properties;
    }

    @Override
    public String name() {
        return "options of Java";
    }

    @Override
    public Optional<SystemSettings.Settings> read() {
        var socks = proxy(Network.Kind.SOCKS5, "socksProxyHost", "socksProxyPort", "1080");
        var http = proxy(Network.Kind.HTTP, "http.proxyHost", "http.proxyPort", "80").or(() -> socks);
        var https = proxy(Network.Kind.HTTP, "https.proxyHost", "https.proxyPort", "443").or(() -> socks);
        if (http.isEmpty() && https.isEmpty()) {
            return Optional.empty();
        }
        var bypass = List.of(properties.getProperty("http.nonProxyHosts", "").split("\\|"));
        return Optional.of(new SystemSettings.Settings(http.orElse(null), https.orElse(null), new Bypass(bypass), ""));
    }

    private Optional<Network.Proxy> proxy(Network.Kind kind, String host, String port, String usual) {
        var name = properties.getProperty(host, "").strip();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        var socks = Arrays.asList(properties.getProperty("java.net.socks.username", ""), properties.getProperty("java.net.socks.password", ""));
        var login = kind == Network.Kind.SOCKS5 ? socks : List.of("", "");
        return Optional.of(ProxyAddress.of(kind, Addresses.authority(name, 0).replaceFirst("0$", properties.getProperty(port, usual).strip()), login.get(0), login.get(1)));
    }
}
