package dev.posthorn.store;

import dev.posthorn.model.Network;
import dev.posthorn.model.Network.Route;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The network settings as JSON; where a secret would stand, the JSON says only that there is one.
final class NetworkWriting {

    private NetworkWriting() {}

    /// @param secrets filled with the secrets by the names under which they are kept
    static Map<String, Object> of(Network network, Map<String, String> secrets) {
        var root = new LinkedHashMap<String, Object>();
        root.put("version", 1);
        root.put("proxy", route(network.route(), secrets));
        root.put("hosts", network.hosts().stream().map(NetworkWriting::host).toList());
        root.put("certificates", network.certificates().stream().map(c -> certificate(c, secrets)).toList());
        root.put("authorities", network.authorities().stream().map(Path::toString).toList());
        root.put("systemTrust", network.systemTrust());
        root.put("unverified", network.unverified());
        root.put("mostBody", network.mostBody());
        root.put("freeDisk", network.freeDisk());
        return root;
    }

    private static Map<String, Object> route(Route route, Map<String, String> secrets) {
        var map = new LinkedHashMap<String, Object>();
        switch (route) {
            case Route.Direct _ -> map.put("mode", "none");
            case Route.OfSystem _ -> map.put("mode", "system");
            case Route.Manual(var proxy, var bypass) -> {
                map.put("mode", "manual");
                map.put("kind", proxy.kind().name().toLowerCase(Locale.ROOT));
                map.put("host", proxy.host());
                map.put("port", proxy.port());
                map.put("user", proxy.user());
                secret(map, "password", NetworkFile.passwordOf(proxy.user(), proxy.toString()), proxy.password(), secrets);
                map.put("bypass", bypass);
            }
            case Route.Script(var source, var user, var password) -> {
                map.put("mode", "script");
                map.put("source", source);
                map.put("user", user);
                secret(map, "password", NetworkFile.passwordOf(user, source), password, secrets);
            }
        }
        return map;
    }

    private static Map<String, Object> host(Network.HostOverride override) {
        var map = new LinkedHashMap<String, Object>();
        map.put("host", override.host());
        map.put("address", override.address());
        if (override.port() != 0) {
            map.put("port", override.port());
        }
        return map;
    }

    private static Map<String, Object> certificate(Network.ClientCertificate certificate, Map<String, String> secrets) {
        var map = new LinkedHashMap<String, Object>();
        map.put("host", certificate.host());
        map.put("file", certificate.file().toString());
        if (certificate.key() != null) {
            map.put("key", certificate.key().toString());
        }
        secret(map, "passphrase", NetworkFile.passphraseOf(certificate.key() == null ? certificate.file() : certificate.key()), certificate.passphrase(), secrets);
        return map;
    }

    private static void secret(Map<String, Object> map, String field, String name, String value, Map<String, String> secrets) {
        if (!value.isEmpty()) {
            map.put(field, true);
            secrets.put(name, value);
        }
    }
}
