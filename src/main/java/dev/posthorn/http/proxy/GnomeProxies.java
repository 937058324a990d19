package dev.posthorn.http.proxy;

import dev.posthorn.model.Network;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// GNOME's settings, as `gsettings list-recursively org.gnome.system.proxy` prints them: "schema key value" a line.
final class GnomeProxies {

    private static final Pattern LINE = Pattern.compile("org\\.gnome\\.system\\.proxy(\\.\\w+)? ([\\w-]+) (.*)");
    private static final Pattern QUOTED = Pattern.compile("'((?:[^'\\\\]|\\\\.)*)'|\"((?:[^\"\\\\]|\\\\.)*)\"");

    private GnomeProxies() {}

    static Optional<SystemSettings.Settings> read(String output) {
        var values = new HashMap<String, String>();
        output.lines().map(String::strip).map(LINE::matcher).filter(java.util.regex.Matcher::matches)
                .forEach(m -> values.put((m.group(1) == null ? "" : m.group(1).substring(1) + ".") + m.group(2), m.group(3)));
        return switch (text(values.getOrDefault("mode", "'none'"))) {
            case "auto" -> script(text(values.getOrDefault("autoconfig-url", "''")));
            case "manual" -> manual(values);
            default -> Optional.empty();
        };
    }

    /// An empty address would mean a search of the network for a script, which is not done here.
    private static Optional<SystemSettings.Settings> script(String url) {
        return url.isEmpty() ? Optional.empty() : Optional.of(new SystemSettings.Settings(null, null, new Bypass(List.of()), url));
    }

    private static Optional<SystemSettings.Settings> manual(HashMap<String, String> values) {
        var socks = proxy(values, "socks", Network.Kind.SOCKS5);
        var http = proxy(values, "http", Network.Kind.HTTP);
        var same = text(values.getOrDefault("use-same-proxy", "false")).equals("true");
        var https = same ? http : proxy(values, "https", Network.Kind.HTTP);
        return Optional.of(new SystemSettings.Settings(http.or(() -> socks).orElse(null), https.or(() -> socks).orElse(null),
                new Bypass(list(values.getOrDefault("ignore-hosts", "[]"))), ""));
    }

    private static Optional<Network.Proxy> proxy(HashMap<String, String> values, String kind, Network.Kind as) {
        var host = text(values.getOrDefault(kind + ".host", "''"));
        var port = values.getOrDefault(kind + ".port", "0").strip();
        if (host.isEmpty() || port.equals("0")) {
            return Optional.empty();
        }
        var login = kind.equals("http") && values.getOrDefault("http.use-authentication", "false").equals("true");
        return Optional.of(ProxyAddress.of(as, host.contains(":") ? "[" + host + "]:" + port : host + ":" + port,
                login ? text(values.getOrDefault("http.authentication-user", "''")) : "", login ? text(values.getOrDefault("http.authentication-password", "''")) : ""));
    }

    private static String text(String value) {
        var all = list(value);
        return all.isEmpty() ? value.strip() : all.getFirst();
    }

    private static List<String> list(String value) {
        var all = new ArrayList<String>();
        var quoted = QUOTED.matcher(value);
        while (quoted.find()) {
            all.add((quoted.group(1) != null ? quoted.group(1) : quoted.group(2)).replaceAll("\\\\(.)", "$1"));
        }
        return all;
    }
}
