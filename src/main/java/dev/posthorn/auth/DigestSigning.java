package dev.posthorn.auth;

import dev.posthorn.auth.AuthType.Signed;
import dev.posthorn.model.Auth;
import dev.posthorn.model.BadLogin;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Response;
import dev.posthorn.model.Wire;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// One send with Digest: waits to be asked, answers once.
///
/// 1. Where realm and nonce are given, the first request carries an answer already. If the server then asks with a nonce of its own, that is
///    answered; the same for the request of a redirect, which goes out with the nonce that worked.
/// 2. Of several challenges the one with the chosen algorithm is taken, else the strongest.
/// 3. `stale=true` says that the password was right and the nonce old: answered once more. Any other 401 to an answer is a refusal, and final.
final class DigestSigning implements Signing {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private final String label;
    private final Auth values;
    private final Surroundings around;
    private final List<Working> notes = new ArrayList<>();
    private Wire wire;
    private Digest digest;
    private Digest.Answer said;
    private int count;
    private boolean guessed;
    private boolean renewed;
    private Failure trouble;

    DigestSigning(String label, Auth values, Surroundings around) {
        this.label = label;
        this.values = values;
        this.around = around;
    }

    @Override
    public Signed sign(Wire first) {
        wire = first;
        var given = given();
        if (given.isEmpty()) {
            return new Signed.Ready(first, List.of(Working.note(values.flag("disableRetryRequest")
                    ? "Nothing is added: a challenge of the server is not answered, as the form says, and no realm and nonce are given."
                    : "When the server asks (401), the request is sent once more with the proof.")));
        }
        if (!Digest.known(given.get().algorithm())) {
            return new Signed.GivenUp(new Failure.AuthRefused(label, "\"" + given.get().algorithm() + "\" is no algorithm of Digest that is known here"));
        }
        digest = given.get();
        count = number(values.text("nonceCount")) - 1;
        guessed = true;
        return ready(List.of(Working.note("Realm and nonce are given, so the first request carries the proof. If the server asks with another nonce, that is answered.")));
    }

    /// What the form says of the server.
    private Optional<Digest> given() {
        var realm = values.text("realm");
        var nonce = values.text("nonce");
        var opaque = values.text("opaque");
        var algorithm = values.text("algorithm").isEmpty() ? "MD5" : values.text("algorithm");
        return realm.isEmpty() || nonce.isEmpty() ? Optional.empty()
                : Optional.of(new Digest(realm, nonce, opaque.isEmpty() ? null : opaque, algorithm, quality(values.text("qop")), false, false, false));
    }

    /// Of a list, as servers write it, the plainer one: an answer names one alone.
    private static String quality(String typed) {
        var all = java.util.Arrays.stream(typed.split(",", -1)).map(String::strip).toList();
        return all.size() > 1 && all.contains("auth") ? "auth" : all.getFirst();
    }

    private static int number(String hex) {
        try {
            return hex.isBlank() ? 1 : Integer.parseInt(hex.strip(), 16);
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    @Override
    public Signed follow(Wire next) {
        wire = digest == null ? next : Headers.remove(next, "Authorization");
        if (digest == null) {
            return new Signed.Ready(wire);
        }
        guessed = true;
        renewed = false;
        return ready(List.of());
    }

    private Signed ready(List<Working> more) {
        try {
            var header = header();
            var shown = new ArrayList<>(more);
            shown.add(Working.text("Hashed", digest.hashed(said)));
            return new Signed.Ready(Headers.replace(wire, "Authorization", header), shown);
        } catch (IOException e) {
            return new Signed.GivenUp(unreadable(e));
        }
    }

    private Failure unreadable(IOException e) {
        return new BadLogin.Unable(label, "the body, which the proof covers (auth-int), cannot be read: " + e.getMessage(), "Choose the file again in the Body tab.");
    }

    @Override
    public Optional<Wire> again(Wire sent, Response answer) {
        learn(answer);
        if (answer.status() != 401 && answer.status() != 403 || values.flag("disableRetryRequest")) {
            return Optional.empty();
        }
        var challenges = Headers.challenges(answer);
        var chosen = chosen(challenges);
        if (chosen.isEmpty()) {
            if (!challenges.isEmpty()) {
                notes.add(Working.note("The server offers no Digest that can be answered, but " + offered(challenges) + "."));
            }
            return Optional.empty();
        }
        if (said != null && !mayAnswer(chosen.get())) {
            notes.add(Working.note("The server refused the proof. It is not sent again."));
            return Optional.empty();
        }
        notes.add(Working.note("Answered the challenge of \"" + chosen.get().realm() + "\" with " + chosen.get().algorithm()
                + (chosen.get().qop().isEmpty() ? "" : ", " + chosen.get().qop()) + (chosen.get().stale() ? ", since the nonce was stale" : "") + "."));
        renewed = said != null;
        guessed = false;
        digest = chosen.get();
        count = 0;
        try {
            return Optional.of(Headers.replace(wire, "Authorization", header()));
        } catch (IOException e) {
            trouble = unreadable(e);
            return Optional.empty();
        }
    }

    private boolean mayAnswer(Digest asked) {
        return !renewed && (asked.stale() || guessed && !asked.nonce().equals(digest.nonce()));
    }

    private Optional<Digest> chosen(List<Challenge> challenges) {
        var all = challenges.stream().flatMap(c -> Digest.of(c, values.text("qop").strip()).stream()).toList();
        return all.stream().filter(d -> d.algorithm().equalsIgnoreCase(values.text("algorithm"))).findFirst().or(() -> Digest.strongestOf(all));
    }

    private static String offered(List<Challenge> challenges) {
        return String.join(", ", challenges.stream().map(c -> c.scheme() + c.parameter("algorithm").map(a -> " with " + a).orElse("")).distinct().toList());
    }

    private String header() throws IOException {
        count++;
        said = new Digest.Answer(values.text("username"), values.text("password"), wire.method(), resource(wire.url()), new byte[0], cnonce(), count);
        return digest.authorization(said, digest.qop().equals("auth-int") ? bodyHash() : "");
    }

    private String bodyHash() throws IOException {
        var hash = digest.entity();
        around.body().write(wire.payload(), new DigestOutputStream(OutputStream.nullOutputStream(), hash));
        return HexFormat.of().formatHex(hash.digest());
    }

    private String cnonce() {
        var given = values.text("clientNonce");
        if (!given.isEmpty()) {
            return given;
        }
        var text = new StringBuilder();
        while (text.length() < 8) {
            text.append(LETTERS.charAt(around.random().nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /// Path and query, as they stand on the request line.
    private static String resource(String url) {
        var bare = url.replaceFirst("(?s)#.*$", "").replaceFirst("^[a-zA-Z][a-zA-Z0-9+.-]*://[^/?]*", "");
        return bare.startsWith("/") ? bare : "/" + bare;
    }

    /// What the server says of itself, and of its next nonce (RFC 7616 §3.5).
    private void learn(Response answer) {
        var info = Header.first(answer.headers(), "Authentication-Info").map(v -> Challenge.parse(List.of("Info " + v)));
        if (said == null || info.isEmpty() || info.get().isEmpty()) {
            return;
        }
        var told = info.get().getFirst();
        if (digest.qop().equals("auth") && told.parameter("rspauth").isPresent()) {
            var proved = told.parameters().get("rspauth").equalsIgnoreCase(digest.rspauth(said));
            notes.add(proved ? Working.note("The server proved that it knows the password too (rspauth).")
                    : Working.warning("The server's own proof (rspauth) is wrong: it may not be the one that knows the password."));
        }
        told.parameter("nextnonce").filter(next -> !next.isEmpty()).ifPresent(next -> {
            digest = digest.withNonce(next);
            count = 0;
        });
    }

    @Override
    public Optional<Failure> trouble() {
        return Optional.ofNullable(trouble);
    }

    @Override
    public List<Working> notes() {
        return List.copyOf(notes);
    }
}
