package dev.posthorn.auth;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Name and password from the user's own `.netrc`, as curl and git take them, sent as Basic (RFC 7617). Nothing of them enters the saved file.
///
/// 1. The file is the one that is named, else the one of the variable `NETRC`, else `.netrc` or `_netrc` in the home folder.
/// 2. The machine is the host of the URL, unless one is named. Without an entry for it, and without a `default`, nothing is sent.
public final class NetrcAuth implements AuthType {

    private static final long MOST = 1 << 20;

    @Override
    public String id() {
        return "netrc";
    }

    @Override
    public String label() {
        return ".netrc";
    }

    @Override
    public String summary() {
        return "Sends the name and password that your .netrc has for the host, as Basic. They are never saved with the request.";
    }

    @Override
    public List<Field> fields() {
        return List.of(new Field.Text("machine", "Machine", "", "the host of the URL"), new Field.Text("login", "Login", "", "the first entry of the machine"),
                new Field.Text("file", "File", "", "~/.netrc"));
    }

    @Override
    public Signing signing(Auth values, Surroundings around) {
        return Signing.adding(wire -> sign(wire, values, around));
    }

    private Signed sign(Wire wire, Auth values, Surroundings around) {
        try {
            var file = file(values.text("file").strip(), around);
            var host = values.text("machine").isBlank() ? host(wire.url()) : values.text("machine").strip();
            var login = values.text("login").strip();
            var found = NetrcText.find(NetrcText.read(text(file)), host, login);
            if (found.isEmpty()) {
                return refused(file + " has no entry for \"" + host + "\"" + (login.isEmpty() ? "" : " with the login \"" + login + "\"") + ", and no default");
            }
            var workings = new ArrayList<Working>();
            workings.add(Working.note("From " + file + ": " + found.get() + ", login \"" + found.get().login() + "\"."));
            if (open(file)) {
                workings.add(Working.note("Others on this machine can read " + file + ": \"chmod 600\" makes it yours alone."));
            }
            var pair = found.get().login() + ":" + found.get().password();
            return new Signed.Ready(Headers.replace(wire, "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))), workings);
        } catch (Unfound e) {
            return refused(e.getMessage());
        } catch (NetrcText.Unreadable e) {
            return refused("the .netrc cannot be understood: " + e.getMessage());
        }
    }

    private Signed refused(String reason) {
        return new Signed.GivenUp(new Failure.AuthRefused(label(), reason));
    }

    private static final class Unfound extends Exception {
        private static final long serialVersionUID = 1L;

        Unfound(String reason, Throwable cause) {
            super(reason, cause);
        }
    }

    private static Path file(String named, Surroundings around) throws Unfound {
        var given = named.isEmpty() ? around.environment().getOrDefault("NETRC", "") : named;
        if (given.isEmpty()) {
            var dot = around.home().resolve(".netrc");
            var underscore = around.home().resolve("_netrc");
            return !Files.exists(dot) && Files.exists(underscore) ? underscore : dot;
        }
        try {
            return given.equals("~") || given.startsWith("~/") || given.startsWith("~\\") ? around.home().resolve(given.substring(Math.min(2, given.length()))) : around.home().resolve(given);
        } catch (InvalidPathException e) {
            throw new Unfound("\"" + given + "\" cannot be the name of a file here", e);
        }
    }

    private static String text(Path file) throws Unfound {
        try {
            if (!Files.exists(file)) {
                throw new Unfound("there is no file " + file, null);
            }
            if (!Files.isRegularFile(file)) {
                throw new Unfound(file + " is not an ordinary file", null);
            }
            if (Files.size(file) > MOST) {
                throw new Unfound(file + " is larger than 1 MB, which no .netrc is", null);
            }
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Unfound(file + " cannot be read (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    /// Whether others may read it; false where the system has no such permissions.
    private static boolean open(Path file) {
        try {
            var all = Files.getPosixFilePermissions(file);
            return all.contains(PosixFilePermission.GROUP_READ) || all.contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static String host(String url) {
        try {
            var host = new URI(url.split("[?#]", 2)[0].replaceFirst("^(\\w+://[^/]*).*$", "$1")).getHost();
            return host == null ? "" : host.replaceAll("^\\[|]$", "");
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
