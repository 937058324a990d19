package dev.posthorn.cli;

import dev.posthorn.model.Network;
import dev.posthorn.model.Settings;
import dev.posthorn.model.Switch;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// What the command line says of the network, over the settings of the window: our certificates, authorities to trust, and switches for all requests.
final class RunNetwork {

    private final RunFlags.Wires flags;
    private final Consumer<String> complain;

    RunNetwork(RunFlags.Wires flags, Consumer<String> complain) {
        this.flags = flags;
        this.complain = complain;
    }

    /// Reads the files that are named; nothing was sent by then.
    UnaryOperator<Network> changes() throws Misuse {
        if (flags.certificate == null && (flags.key != null || flags.passphrase != null)) {
            throw new Misuse((flags.key != null ? "--ssl-client-key" : "--ssl-client-passphrase") + " needs --ssl-client-cert.");
        }
        var own = new ArrayList<Network.ClientCertificate>();
        if (flags.certificates != null) {
            own.addAll(list(flags.certificates));
        }
        if (flags.certificate != null) {
            own.add(new Network.ClientCertificate("*", there(flags.certificate), flags.key == null ? null : there(flags.key), flags.passphrase == null ? "" : flags.passphrase));
        }
        var trusted = flags.authorities == null ? List.<Path>of() : List.of(there(flags.authorities));
        return network -> network.withCertificates(joined(own, network.certificates())).withAuthorities(joined(trusted, network.authorities()));
    }

    private static <T> List<T> joined(List<T> first, List<T> then) {
        var all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }

    private static Path there(Path file) throws Misuse {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new Misuse(file + (Files.exists(file) ? " cannot be read." : " does not exist."));
        }
        return file.toAbsolutePath();
    }

    private List<Network.ClientCertificate> list(Path file) throws Misuse {
        try {
            if (!(JsonReader.read(TextFile.of(Files.readAllBytes(there(file))).text()) instanceof Json.Arr list)) {
                throw new Misuse(file + ": a list of certificates is needed, such as [{\"matches\": [\"https://api.test/*\"], \"cert\": {\"src\": \"client.pem\"}, \"key\": {\"src\": \"client.key\"}}].");
            }
            var all = new ArrayList<Network.ClientCertificate>();
            for (var index = 0; index < list.elements().size(); index++) {
                all.addAll(one(file, index + 1, list.elements().get(index)));
            }
            return all;
        } catch (JsonProblem e) {
            throw new Misuse(file + ", line " + e.line() + ", column " + e.column() + ": " + e.getMessage() + ".");
        } catch (IOException e) {
            throw new Misuse(file + " cannot be read: " + e.getMessage() + ".");
        }
    }

    private List<Network.ClientCertificate> one(Path file, int number, Json element) throws Misuse {
        var where = file + ", certificate " + number + ": ";
        if (!(element instanceof Json.Obj entry)) {
            throw new Misuse(where + "it is no object.");
        }
        var source = source(entry, "pfx").isEmpty() ? source(entry, "cert") : source(entry, "pfx");
        if (source.isEmpty()) {
            throw new Misuse(where + "it names no file: \"cert\": {\"src\": \"client.pem\"} is missing.");
        }
        var certificate = there(Path.of(source));
        var key = source(entry, "key").isEmpty() ? null : there(Path.of(source(entry, "key")));
        var matches = entry.list("matches").stream().filter(Json.Text.class::isInstance).map(Object::toString).toList();
        if (matches.isEmpty()) {
            throw new Misuse(where + "\"matches\" names no addresses, such as \"https://api.test/*\".");
        }
        return matches.stream().map(pattern -> new Network.ClientCertificate(host(where, pattern), certificate, key, entry.text("passphrase"))).toList();
    }

    private static String source(Json.Obj entry, String name) {
        return entry.get(name) instanceof Json.Obj object ? object.text("src") : "";
    }

    /// Certificates belong to hosts, so of a pattern such as `https://*.api.test:8443/v1/*` only the host and the port count.
    private String host(String where, String pattern) {
        var scheme = pattern.indexOf("://");
        var rest = scheme < 0 ? pattern : pattern.substring(scheme + 3);
        var slash = rest.indexOf('/');
        var path = slash < 0 ? "" : rest.substring(slash);
        if (!path.isEmpty() && !path.equals("/") && !path.equals("/*")) {
            complain.accept(where + "the path of \"" + pattern + "\" does not count, the certificate goes to the whole host.");
        }
        var host = slash < 0 ? rest : rest.substring(0, slash);
        return pattern.equals("<all_urls>") || host.isEmpty() ? "*" : host.endsWith(":*") ? host.substring(0, host.length() - 2) : host;
    }

    /// Switches that are stronger than those of the requests.
    Settings forced(Long timeout) {
        var forced = Settings.NONE;
        forced = flags.insecure ? forced.with(Switch.STRICT_SSL.key(), false) : forced;
        forced = flags.noRedirects ? forced.with(Switch.FOLLOW_REDIRECTS.key(), false) : forced;
        return timeout == null ? forced : forced.with(Switch.TIMEOUT.key(), (int) Math.min(Integer.MAX_VALUE, timeout));
    }
}
