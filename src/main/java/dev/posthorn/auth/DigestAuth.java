package dev.posthorn.auth;

import dev.posthorn.model.Auth;
import java.util.List;

/// Proves that we know the password without sending it (RFC 7616): the server asks, we answer with a hash.
public final class DigestAuth implements AuthType {

    @Override
    public String id() {
        return "digest";
    }

    @Override
    public String label() {
        return "Digest Auth";
    }

    @Override
    public String summary() {
        return "Proves that you know the password by a hash; sent when the server asks for it, by a second request.";
    }

    private static List<Field> login() {
        return List.of(new Field.Text("username", "Username", "", ""), new Field.Secret("password", "Password", ""),
                new Field.Flag("disableRetryRequest", "Do not answer the server's challenge", false));
    }

    private static List<Field> given() {
        return List.of(
                new Field.Choice("algorithm", "Algorithm", "MD5", List.of(new Field.Option("MD5", "MD5"), new Field.Option("MD5-sess", "MD5-sess"),
                        new Field.Option("SHA-256", "SHA-256"), new Field.Option("SHA-256-sess", "SHA-256-sess"), new Field.Option("SHA-512-256", "SHA-512-256"),
                        new Field.Option("SHA-512-256-sess", "SHA-512-256-sess"), new Field.Option("", "The strongest that the server offers"))),
                new Field.Text("realm", "Realm", "", "the server's"), new Field.Text("nonce", "Nonce", "", "the server's"),
                new Field.Text("qop", "Quality (qop)", "", "auth or auth-int"), new Field.Text("nonceCount", "Nonce count", "", "00000001"),
                new Field.Text("clientNonce", "Client nonce", "", "random"), new Field.Text("opaque", "Opaque", "", "the server's"));
    }

    @Override
    public List<Field> fields() {
        return java.util.stream.Stream.concat(login().stream(), given().stream()).toList();
    }

    @Override
    public List<Section> form(Auth values) {
        return List.of(new Section("", login(), true), new Section("Advanced", given(), false));
    }

    @Override
    public Signing signing(Auth values, Surroundings around) {
        return new DigestSigning(label(), values, around);
    }
}
