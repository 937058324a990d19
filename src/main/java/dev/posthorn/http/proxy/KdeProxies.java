package dev.posthorn.http.proxy;

import dev.posthorn.model.Network;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// KDE's settings in `~/.config/kioslaverc`, section "Proxy Settings". A proxy stands there as "http://host 3128" or "http://host:3128".
final class KdeProxies {

    private KdeProxies() {}

    static Optional<SystemSettings.Settings> read(String file) {
        var values = section(file);
        return switch (values.getOrDefault("ProxyType", "0")) {
            case "1" -> manual(values);
            case "2" -> Optional.of(values.getOrDefault("Proxy Config Script", "")).filter(s -> !s.isEmpty())
                    .map(script -> new SystemSettings.Settings(null, null, new Bypass(List.of()), script));
            default -> Optional.empty();
        };
    }

    private static Map<String, String> section(String file) {
        var values = new HashMap<String, String>();
        var inside = false;
        for (var line : file.lines().map(String::strip).toList()) {
            if (line.startsWith("[")) {
                inside = line.equals("[Proxy Settings]");
            } else if (inside && line.indexOf('=') > 0) {
                values.put(line.substring(0, line.indexOf('=')).replaceFirst("\\[\\$\\w+]$", "").strip(), line.substring(line.indexOf('=') + 1).strip());
            }
        }
        return values;
    }

    private static Optional<SystemSettings.Settings> manual(Map<String, String> values) {
        var socks = proxy(values.getOrDefault("socksProxy", ""));
        var http = proxy(values.getOrDefault("httpProxy", ""));
        var https = proxy(values.getOrDefault("httpsProxy", ""));
        var bypass = Arrays.asList(values.getOrDefault("NoProxyFor", "").split("[,\\s]+"));
        return Optional.of(new SystemSettings.Settings(http.or(() -> socks).orElse(null), https.or(() -> socks).orElse(null), new Bypass(bypass), ""));
    }

    private static Optional<Network.Proxy> proxy(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(ProxyAddress.parse(text.replaceFirst("\\s+(\\d+)$", ":$1")));
    }
}
