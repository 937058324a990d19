package dev.posthorn.http.proxy;

import dev.posthorn.model.Network;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The settings of Windows, as `reg query` prints them: "    ProxyServer    REG_SZ    host:8080" a line. A server is one for all protocols
/// or a list "http=a:80;https=b:80;socks=c:1080".
final class WindowsProxies {

    private static final Pattern LINE = Pattern.compile("\\s+(\\w+)\\s+REG_\\w+\\s+(.*)");

    private WindowsProxies() {}

    static Optional<SystemSettings.Settings> read(String output) {
        var values = new HashMap<String, String>();
        output.lines().map(LINE::matcher).filter(java.util.regex.Matcher::matches).forEach(m -> values.put(m.group(1), m.group(2).strip()));
        var bypass = new Bypass(Arrays.asList(values.getOrDefault("ProxyOverride", "").split(";")));
        if (!values.getOrDefault("AutoConfigURL", "").isEmpty()) {
            return Optional.of(new SystemSettings.Settings(null, null, bypass, values.get("AutoConfigURL")));
        }
        var enabled = values.getOrDefault("ProxyEnable", "0x0").matches("0x0*1");
        var server = values.getOrDefault("ProxyServer", "");
        return enabled && !server.isEmpty() ? Optional.of(servers(server, bypass)) : Optional.empty();
    }

    private static SystemSettings.Settings servers(String server, Bypass bypass) {
        if (server.indexOf('=') < 0) {
            var all = ProxyAddress.parse(server);
            return new SystemSettings.Settings(all, all, bypass, "");
        }
        Map<String, Network.Proxy> each = new HashMap<>();
        for (var part : List.of(server.split(";"))) {
            var equals = part.indexOf('=');
            if (equals > 0) {
                var scheme = part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                var address = part.substring(equals + 1).strip();
                each.put(scheme, scheme.equals("socks") && !address.contains("://") ? ProxyAddress.parse("socks5://" + address) : ProxyAddress.parse(address));
            }
        }
        var socks = each.get("socks");
        return new SystemSettings.Settings(each.getOrDefault("http", socks), each.getOrDefault("https", socks), bypass, "");
    }
}
