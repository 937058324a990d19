package dev.posthorn.http.proxy;

import dev.posthorn.model.Network;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy`, as curl reads them; the names in lower case win over those in upper case.
///
/// A name in `no_proxy` means the host and all below it.
final class EnvironmentProxies implements SystemSettings.Origin {

    private final Map<String, String> environment;

    EnvironmentProxies(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public String name() {
        return "environment variables";
    }

    @Override
    public Optional<SystemSettings.Settings> read() {
        var http = proxy("http_proxy");
        var https = proxy("https_proxy");
        var all = proxy("all_proxy");
        if (http.isEmpty() && https.isEmpty() && all.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SystemSettings.Settings(http.or(() -> all).orElse(null), https.or(() -> all).orElse(null), new Bypass(bypass()), ""));
    }

    private Optional<Network.Proxy> proxy(String name) {
        return value(name).map(text -> {
            try {
                return ProxyAddress.parse(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("the address in " + name + " is wrong: " + e.getMessage(), e);
            }
        });
    }

    private List<String> bypass() {
        return Arrays.stream(value("no_proxy").orElse("").split("[,\\s]+")).filter(rule -> !rule.isEmpty()).map(EnvironmentProxies::withAllBelow).toList();
    }

    private static String withAllBelow(String rule) {
        var plain = rule.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_' || c == ':');
        return plain && !rule.startsWith(".") && Addresses.literal(rule.split(":", 2)[0]).isEmpty() && Addresses.literal(rule).isEmpty() ? "." + rule : rule;
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).or(() -> Optional.ofNullable(environment.get(name.toUpperCase(java.util.Locale.ROOT))))
                .map(String::strip).filter(text -> !text.isEmpty());
    }
}
