package dev.posthorn.auth;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Wire;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// WSSE's UsernameToken in HTTP headers: name and a digest of the password that holds for one nonce and one moment.
///
/// 1. PasswordDigest is Base64(SHA-1(nonce + created + password)), after "Atom Authentication" (https://www.xml.com/pub/a/2003/12/17/dive.html)
///    and the UsernameToken profile of OASIS.
/// 2. The nonce goes into the header as it was hashed. Some servers (Symfony's) expect it in Base64 there, and hash what that stands for.
public final class WsseAuth implements AuthType {

    @Override
    public String id() {
        return "wsse";
    }

    @Override
    public String label() {
        return "WSSE";
    }

    @Override
    public String summary() {
        return "Sends the user name and a digest of the password, with a fresh nonce and the time, in the header X-WSSE.";
    }

    @Override
    public List<Field> fields() {
        return form(new Auth(id(), Map.of())).stream().flatMap(s -> s.fields().stream()).toList();
    }

    @Override
    public List<Section> form(Auth values) {
        var advanced = values.values().keySet().stream().anyMatch(List.of("nonce", "created", "nonceEncoding", "profileHeader")::contains);
        return List.of(new Section("", List.of(new Field.Text("username", "Username", "", ""), new Field.Secret("password", "Password", "")), true),
                new Section("Advanced", List.of(new Field.Text("nonce", "Nonce", "", "made anew for each request"), new Field.Text("created", "Created", "", "now, as 2003-12-15T14:43:07Z"),
                        new Field.Choice("nonceEncoding", "Nonce in the header", "plain", List.of(new Field.Option("plain", "As it was hashed"), new Field.Option("base64", "In Base64"))),
                        new Field.Flag("profileHeader", "Also send Authorization: WSSE profile=\"UsernameToken\"", true)), advanced));
    }

    @Override
    public Signing signing(Auth values, Surroundings around) {
        return new Signing() {
            @Override
            public Signed sign(Wire wire) {
                return WsseAuth.this.sign(wire, values, around);
            }

            /// A nonce is taken once.
            @Override
            public Signed follow(Wire wire) {
                return WsseAuth.this.sign(wire, values, around);
            }
        };
    }

    private Signed sign(Wire wire, Auth values, Surroundings around) {
        var user = values.text("username");
        if (user.isEmpty() && values.text("password").isEmpty()) {
            return new Signed.Ready(wire);
        }
        var nonce = values.text("nonce").isEmpty() ? nonce(around) : values.text("nonce");
        var created = values.text("created").isEmpty() ? around.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString() : values.text("created");
        for (var part : List.of(user, nonce, created)) {
            if (part.chars().anyMatch(c -> c == '"' || c == '\\' || c < ' ')) {
                return new Signed.GivenUp(new Failure.AuthRefused(label(), "the name, nonce and time may hold no quotation marks, backslashes or line ends"));
            }
        }
        var shown = values.text("nonceEncoding").equals("base64") ? Base64.getEncoder().encodeToString(nonce.getBytes(StandardCharsets.UTF_8)) : nonce;
        var token = "UsernameToken Username=\"" + user + "\", PasswordDigest=\"" + digest(nonce + created + values.text("password")) + "\", Nonce=\"" + shown
                + "\", Created=\"" + created + "\"";
        var workings = List.of(Working.text("What is hashed (SHA-1)", nonce + "\n" + created + "\n(password)"));
        var signed = Headers.replace(wire, "X-WSSE", token);
        return new Signed.Ready(values.flag("profileHeader") ? withProfile(signed) : signed, workings);
    }

    private static Wire withProfile(Wire wire) {
        var headers = new ArrayList<Header>(wire.headers().stream().filter(h -> !h.is("Authorization")).toList());
        headers.add(headers.size() - 1, new Header("Authorization", "WSSE profile=\"UsernameToken\""));
        return wire.withHeaders(headers);
    }

    private static String nonce(Surroundings around) {
        var bytes = new byte[16];
        around.random().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String digest(String text) {
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
