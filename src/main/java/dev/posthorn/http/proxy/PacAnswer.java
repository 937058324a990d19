package dev.posthorn.http.proxy;

import dev.posthorn.model.BadProxy;
import dev.posthorn.model.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a proxy script said: "PROXY a:3128; SOCKS5 b:1080; DIRECT", read from left to right. `SOCKS` is taken for SOCKS5; what cannot be done here
/// (`SOCKS4`) is left away where something else remains.
final class PacAnswer {

    private PacAnswer() {}

    /// @param source of the script, for the message
    static List<Way> ways(Object answer, String source, String user, String password) throws ProxyFault {
        if (answer != null && !(answer instanceof String)) {
            throw nonsense(source, answer);
        }
        var text = answer == null ? "" : answer.toString().strip();
        if (text.isEmpty()) {
            return List.of(new Way.Direct());
        }
        var ways = new ArrayList<Way>();
        for (var part : text.split(";")) {
            var words = part.strip().split("\\s+", 2);
            var kind = kind(words[0]);
            if (words[0].equalsIgnoreCase("DIRECT")) {
                ways.add(new Way.Direct());
            } else if (kind != null && words.length == 2) {
                ways.add(new Way.Via(proxy(kind, words[1], user, password, source, text)));
            } else if (!words[0].isEmpty() && !words[0].equalsIgnoreCase("SOCKS4")) {
                throw nonsense(source, text);
            }
        }
        if (ways.isEmpty()) {
            throw new ProxyFault(new BadProxy.Script(source, "names only proxies that cannot be used here: \"" + shortened(text) + "\""));
        }
        return ways.stream().distinct().toList();
    }

    private static Network.Kind kind(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "PROXY", "HTTP" -> Network.Kind.HTTP;
            case "HTTPS" -> Network.Kind.HTTPS;
            case "SOCKS", "SOCKS5" -> Network.Kind.SOCKS5;
            default -> null;
        };
    }

    private static Network.Proxy proxy(Network.Kind kind, String address, String user, String password, String source, String text) throws ProxyFault {
        try {
            return ProxyAddress.of(kind, address.strip(), user, password);
        } catch (IllegalArgumentException e) {
            throw nonsense(source, text);
        }
    }

    private static ProxyFault nonsense(String source, Object answer) {
        return new ProxyFault(new BadProxy.Script(source, "answered \"" + shortened(String.valueOf(answer)) + "\", which names no proxy"));
    }

    private static String shortened(String text) {
        var line = text.replaceAll("\\s+", " ");
        return line.length() > 100 ? line.substring(0, 100) + "…" : line;
    }
}
