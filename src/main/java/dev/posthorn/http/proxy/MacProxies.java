package dev.posthorn.http.proxy;

import dev.posthorn.model.Network;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The settings of macOS, as `scutil --proxy` prints them: "Key : value" a line, the exceptions as an array.
final class MacProxies {

    private MacProxies() {}

    static Optional<SystemSettings.Settings> read(String output) {
        var values = new HashMap<String, String>();
        var bypass = new ArrayList<String>();
        var inList = false;
        for (var line : output.lines().map(String::strip).toList()) {
            var colon = line.indexOf(" : ");
            if (line.equals("}")) {
                inList = false;
            } else if (colon > 0) {
                var key = line.substring(0, colon);
                var value = line.substring(colon + 3).strip();
                if (inList) {
                    bypass.add(value);
                } else {
                    inList = value.startsWith("<array>");
                    values.put(key, value);
                }
            }
        }
        if (values.getOrDefault("ExcludeSimpleHostnames", "0").equals("1")) {
            bypass.add("<local>");
        }
        return settings(values, new Bypass(bypass));
    }

    private static Optional<SystemSettings.Settings> settings(Map<String, String> values, Bypass bypass) {
        if (values.getOrDefault("ProxyAutoConfigEnable", "0").equals("1") && values.containsKey("ProxyAutoConfigURLString")) {
            return Optional.of(new SystemSettings.Settings(null, null, bypass, values.get("ProxyAutoConfigURLString")));
        }
        var socks = proxy(values, "SOCKS", Network.Kind.SOCKS5);
        var http = proxy(values, "HTTP", Network.Kind.HTTP).or(() -> socks);
        var https = proxy(values, "HTTPS", Network.Kind.HTTP).or(() -> socks);
        return http.isEmpty() && https.isEmpty() ? Optional.empty()
                : Optional.of(new SystemSettings.Settings(http.orElse(null), https.orElse(null), bypass, ""));
    }

    private static Optional<Network.Proxy> proxy(Map<String, String> values, String key, Network.Kind kind) {
        if (!values.getOrDefault(key + "Enable", "0").equals("1") || values.getOrDefault(key + "Proxy", "").isEmpty()) {
            return Optional.empty();
        }
        var host = values.get(key + "Proxy");
        var port = values.get(key + "Port");
        var bracketed = host.contains(":") ? "[" + host + "]" : host;
        return Optional.of(ProxyAddress.of(kind, port == null ? bracketed : bracketed + ":" + port, "", ""));
    }
}
