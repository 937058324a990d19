package dev.posthorn.auth;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Response;
import dev.posthorn.model.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A keyed hash over method, URL, host and time (Hawk, header of version 1: github.com/mozilla/hawk, API.md); the key itself is not sent.
///
/// 1. The payload's hash covers the Content-Type that will be sent, also an automatic one. Postman knows only the user's own, and the hash is wrong without it.
/// 2. What the server proves of its answer is looked at by `HawkAnswer`.
/// 3. A server whose clock differs says its own time and proves that it knows the key (`ts`, `tsm`): then the request goes out once more by that clock. A time
///    that the user wrote stays.
public final class HawkAuth implements AuthType {

    @Override
    public String id() {
        return "hawk";
    }

    @Override
    public String label() {
        return "Hawk Authentication";
    }

    @Override
    public String summary() {
        return "Signs method, URL, host and time with a key that server and client share; the key itself is not sent.";
    }

    @Override
    public List<Field> fields() {
        return form(Auth.NONE).stream().flatMap(s -> s.fields().stream()).toList();
    }

    @Override
    public List<Section> form(Auth values) {
        return List.of(
                new Section("", List.of(new Field.Text("authId", "Hawk auth ID", "", ""), new Field.Secret("authKey", "Hawk auth key", ""),
                        new Field.Choice("algorithm", "Algorithm", "sha256", List.of(new Field.Option("sha256", "sha256"), new Field.Option("sha1", "sha1")))), true),
                new Section("Advanced", List.of(new Field.Text("user", "User", "", "kept in the file, not sent"), new Field.Text("nonce", "Nonce", "", "a new one for each request"),
                        new Field.Text("extraData", "ext", "", "application data that is signed too"), new Field.Text("app", "app", "", "application ID (Oz)"),
                        new Field.Text("delegation", "dlg", "", "the application that delegated it (Oz)"), new Field.Text("timestamp", "Timestamp", "", "now, in seconds since 1970"),
                        new Field.Flag("includePayloadHash", "Include the hash of the body", false)), false));
    }

    @Override
    public Signing signing(Auth values, Surroundings around) {
        return new Talk(values, around);
    }

    /// `sha256` or `sha1`, or what else the file has.
    static String algorithm(Auth values) {
        var text = values.text("algorithm").strip();
        return text.isEmpty() ? "sha256" : text.toLowerCase(Locale.ROOT);
    }

    /// One send: what was signed last, and by how many seconds the server's clock differs.
    private final class Talk implements Signing {

        private final Auth values;
        private final Surroundings around;
        private Wire last;
        private HawkSum sum;
        private long skew;
        private boolean told;

        Talk(Auth values, Surroundings around) {
            this.values = values;
            this.around = around;
        }

        @Override
        public Signed sign(Wire wire) {
            last = wire;
            var wrong = wrong();
            if (wrong.isPresent()) {
                return new Signed.GivenUp(new Failure.AuthRefused(label(), wrong.get()));
            }
            try {
                return signed(wire);
            } catch (IOException e) {
                return new Signed.GivenUp(Proofs.unread(e, label()));
            }
        }

        @Override
        public Signed follow(Wire wire) {
            return sign(wire);
        }

        @Override
        public Optional<Wire> again(Wire sent, Response answer) {
            if (answer.status() != 401 || told || sum == null || !text("timestamp").isEmpty()) {
                return Optional.empty();
            }
            var offered = answer.headers().stream().filter(h -> h.is("WWW-Authenticate")).map(Header::value).toList();
            var time = Challenge.parse(offered).stream().filter(c -> c.is("Hawk")).flatMap(c -> sum.toldTime(c).stream()).findFirst();
            if (time.isEmpty()) {
                return Optional.empty();
            }
            told = true;
            skew = time.get() - around.clock().instant().getEpochSecond();
            return sign(last) instanceof Signed.Ready(var wire, var _) ? Optional.of(wire) : Optional.empty();
        }

        private Optional<String> wrong() {
            if (text("authId").isEmpty() || text("authKey").isEmpty()) {
                return Optional.of("the field \"" + (text("authId").isEmpty() ? "Hawk auth ID" : "Hawk auth key") + "\" is empty");
            }
            if (!List.of("sha256", "sha1").contains(algorithm())) {
                return Optional.of("\"" + algorithm() + "\" is no algorithm of Hawk, which has sha256 and sha1");
            }
            if (!text("timestamp").matches("\\d{0,15}")) {
                return Optional.of("the timestamp \"" + text("timestamp") + "\" is no number of seconds since 1970");
            }
            if (!text("delegation").isEmpty() && text("app").isEmpty()) {
                return Optional.of("the field \"dlg\" goes with an \"app\", which is empty");
            }
            return form(values).stream().flatMap(s -> s.fields().stream()).filter(f -> !List.of("authKey", "user", "extraData").contains(f.key()))
                    .filter(f -> text(f.key()).chars().anyMatch(c -> c == '"' || c == '\\' || c < ' ')).findFirst()
                    .map(f -> "the field \"" + f.label() + "\" has a character that Hawk cannot carry (a quotation mark, a backslash or a line end)");
        }

        private Signed signed(Wire wire) throws IOException {
            var url = SentUrl.of(wire.url());
            var notes = new ArrayList<Working>();
            var algorithm = algorithm().equals("sha1") ? "SHA1" : "SHA256";
            var time = text("timestamp").isEmpty() ? Long.toString(around.clock().instant().getEpochSecond() + skew) : text("timestamp");
            var nonce = text("nonce").isEmpty() ? Proofs.nonce(around.random(), 6) : text("nonce");
            var host = HawkSum.Host.of(Header.first(wire.headers(), "Host").orElse(url.authority()), url.port());
            sum = new HawkSum(text("authId"), values.text("authKey"), algorithm, time, nonce, wire.method(), url.resource(), host, values.text("extraData"), text("app"), text("delegation"));
            var hash = values.flag("includePayloadHash") ? hash(wire, notes) : "";
            if (skew != 0) {
                notes.add(Working.note("The server's clock differs by " + skew + " seconds; the timestamp is in its time."));
            }
            var ready = Headers.replace(wire, "Authorization", sum.header(hash));
            var workings = new ArrayList<>(List.of(Working.text("Normalized request", sum.normalized("header", hash, sum.ext())), Working.text("MAC", sum.mac("header", hash, sum.ext()))));
            workings.addAll(notes);
            return new Signed.Ready(ready, workings);
        }

        private String hash(Wire wire, List<Working> notes) throws IOException {
            if (wire.payload() instanceof Payload.Empty) {
                notes.add(Working.note("There is no body, so no hash of it is included."));
                return "";
            }
            var type = SentType.of(wire);
            notes.add(Working.note("The hash of the body covers it and its type, " + (type.isEmpty() ? "which is empty" : type) + "."));
            return sum.payloadHash(type, digest -> Proofs.feed(digest, wire.payload(), around.body(), Long.MAX_VALUE));
        }

        private String algorithm() {
            return HawkAuth.algorithm(values);
        }

        private String text(String key) {
            return values.text(key).strip();
        }
    }
}
