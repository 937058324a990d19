package dev.posthorn.ui.network;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What the environment variables of this program say of proxies, in words, without passwords.
public final class EnvironmentProxies {

    private static final List<String> NAMES = List.of("http_proxy", "https_proxy", "all_proxy", "no_proxy");

    private EnvironmentProxies() {}

    public static String words(Map<String, String> environment) {
        var found = new TreeMap<String, String>();
        environment.forEach((name, value) -> {
            if (NAMES.contains(name.toLowerCase(Locale.ROOT)) && !value.isBlank()) {
                found.put(name, value.replaceFirst("//[^/@]*@", "//…@"));
            }
        });
        return found.isEmpty() ? "The environment names no proxy (http_proxy, https_proxy, all_proxy)."
                : "The environment says " + found.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(", ")) + ".";
    }
}
