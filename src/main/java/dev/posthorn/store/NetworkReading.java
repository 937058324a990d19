package dev.posthorn.store;

import dev.posthorn.model.Network;
import dev.posthorn.model.Network.Route;
import dev.posthorn.tree.Json;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Takes the network settings out of their JSON; what makes no sense is left out and said.
final class NetworkReading {

    private final Json.Obj root;
    private final UnaryOperator<String> secret;
    private final Consumer<String> note;

    /// @param secret gives a secret by the name under which it is kept
    /// @param note   hears what was left out: "the port of the proxy is not a number from 1 to 65535"
    NetworkReading(Json.Obj root, UnaryOperator<String> secret, Consumer<String> note) {
        this.root = root;
        this.secret = secret;
        this.note = note;
    }

    Network network() {
        var start = Network.DEFAULT;
        return new Network(root.object("proxy") == null ? start.route() : route(root.object("proxy")), hosts(), certificates(), authorities(),
                root.has("systemTrust") ? root.flag("systemTrust") : start.systemTrust(), texts(root, "unverified"),
                amount("mostBody", start.mostBody()), amount("freeDisk", start.freeDisk()));
    }

    private Route route(Json.Obj proxy) {
        return switch (proxy.text("mode")) {
            case "none" -> new Route.Direct();
            case "system", "" -> new Route.OfSystem();
            case "script" -> new Route.Script(proxy.text("source"), proxy.text("user"), password(proxy, proxy.text("source")));
            case "manual" -> manual(proxy);
            default -> {
                note.accept("the proxy has the unknown mode \"" + proxy.text("mode") + "\"");
                yield Network.DEFAULT.route();
            }
        };
    }

    private Route manual(Json.Obj proxy) {
        var port = port(proxy, "port");
        Network.Kind kind;
        try {
            kind = Network.Kind.valueOf(proxy.text("kind").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            note.accept("the proxy is of the unknown kind \"" + proxy.text("kind") + "\"");
            return Network.DEFAULT.route();
        }
        if (proxy.text("host").isBlank() || port <= 0) {
            note.accept(port <= 0 ? "the port of the proxy is not a number from 1 to 65535" : "the proxy has no host");
            return Network.DEFAULT.route();
        }
        var bare = new Network.Proxy(kind, proxy.text("host"), port, proxy.text("user"), "");
        return new Route.Manual(new Network.Proxy(kind, bare.host(), port, bare.user(), password(proxy, bare.toString())), texts(proxy, "bypass"));
    }

    private String password(Json.Obj proxy, String place) {
        return proxy.flag("password") ? secret.apply(NetworkFile.passwordOf(proxy.text("user"), place)) : "";
    }

    private List<Network.HostOverride> hosts() {
        var hosts = new ArrayList<Network.HostOverride>();
        for (var one : objects("hosts")) {
            var port = one.has("port") ? port(one, "port") : 0;
            if (one.text("host").isBlank() || one.text("address").isBlank() || port < 0) {
                note.accept("an entry of the names was left out (\"" + one.text("host") + "\")");
            } else {
                hosts.add(new Network.HostOverride(one.text("host"), one.text("address"), port));
            }
        }
        return hosts;
    }

    private List<Network.ClientCertificate> certificates() {
        var all = new ArrayList<Network.ClientCertificate>();
        for (var one : objects("certificates")) {
            var file = path(one.text("file"));
            var key = one.text("key").isEmpty() ? null : path(one.text("key"));
            if (one.text("host").isBlank() || file == null || key == null && !one.text("key").isEmpty()) {
                note.accept("a client certificate was left out (\"" + one.text("host") + "\")");
            } else {
                var passphrase = one.flag("passphrase") ? secret.apply(NetworkFile.passphraseOf(key == null ? file : key)) : "";
                all.add(new Network.ClientCertificate(one.text("host"), file, key, passphrase));
            }
        }
        return all;
    }

    private List<Path> authorities() {
        var all = new ArrayList<Path>();
        for (var text : texts(root, "authorities")) {
            var path = path(text);
            if (path == null) {
                note.accept("a file of authorities was left out (\"" + text + "\")");
            } else {
                all.add(path);
            }
        }
        return all;
    }

    private List<Json.Obj> objects(String key) {
        return root.list(key).stream().filter(Json.Obj.class::isInstance).map(Json.Obj.class::cast).toList();
    }

    private static List<String> texts(Json.Obj object, String key) {
        return object.list(key).stream().filter(Json.Text.class::isInstance).map(e -> ((Json.Text) e).value()).filter(t -> !t.isBlank()).toList();
    }

    private static Path path(String text) {
        try {
            return text.isBlank() ? null : Path.of(text);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /// -1 for no port.
    private static int port(Json.Obj object, String key) {
        var text = object.text(key);
        var port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
        return port >= 1 && port <= 65535 ? port : -1;
    }

    private long amount(String key, long preset) {
        if (!root.has(key)) {
            return preset;
        }
        if (root.text(key).matches("\\d{1,18}")) {
            return Long.parseLong(root.text(key));
        }
        note.accept("\"" + key + "\" is not a number of bytes");
        return preset;
    }
}
