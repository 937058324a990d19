package dev.posthorn.auth;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Wire;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/// A JSON Web Token (RFC 7519) that is signed here, with a secret or a private key, and sent as a bearer token or in the query.
///
/// 1. The keys and presets are Postman's (postman-runtime, `authorizer/jwt.js`): `alg` of the header is always the chosen algorithm and comes
///    first, an empty prefix is none, an empty name of the parameter is `token`.
/// 2. Header and payload are signed as they were typed, without the white space between tokens: Postman reads and writes them, which rounds
///    large numbers and changes escapes.
/// 3. A secret in Base64 stands for its bytes; Postman drops the highest bit of each, and so signs otherwise where one is set.
public final class JwtAuth implements AuthType {

    @Override
    public String id() {
        return "jwt";
    }

    @Override
    public String label() {
        return "JWT Bearer";
    }

    @Override
    public String summary() {
        return "Makes a JSON Web Token of the payload, signs it, and sends it as bearer token or in the query.";
    }

    @Override
    public List<Field> fields() {
        return Stream.of(signature("HS256"), signature("RS256"), token(), place("header"), place("queryParam")).flatMap(List::stream).distinct().toList();
    }

    @Override
    public List<Section> form(Auth values) {
        var algorithm = values.text("algorithm");
        var own = !values.text("header").isBlank();
        return List.of(new Section("", signature(algorithm.isEmpty() ? "HS256" : algorithm), true), new Section("", token().subList(0, 1), true),
                new Section("", place(values.text("addTokenTo")), true), new Section("Advanced", token().subList(1, 2), own));
    }

    private static List<Field> signature(String algorithm) {
        var options = new ArrayList<Field.Option>();
        options.add(new Field.Option("", "Choose an algorithm"));
        options.addAll(Jws.options(Jws.SECRETS));
        options.addAll(Jws.options(Jws.KEYS));
        var choice = new Field.Choice("algorithm", "Algorithm", "", options);
        return Jws.KEYS.contains(algorithm)
                ? List.of(choice, new Field.Area("privateKey", "Private key", "", "-----BEGIN PRIVATE KEY-----", Field.Written.PEM, true),
                        new Field.Secret("passphrase", "Passphrase of the key", "only where the key is encrypted"))
                : List.of(choice, new Field.Secret("secret", "Secret", ""), new Field.Flag("isSecretBase64Encoded", "The secret is in Base64", false));
    }

    private static List<Field> token() {
        return List.of(new Field.Area("payload", "Payload", "{}", "{\"sub\": \"…\"}", Field.Written.JSON, false),
                new Field.Area("header", "JWT headers", "", "{\"typ\": \"JWT\", \"kid\": \"…\"}", Field.Written.JSON, false));
    }

    private static List<Field> place(String place) {
        var choice = new Field.Choice("addTokenTo", "Add to", "header", List.of(new Field.Option("header", "Request header"), new Field.Option("queryParam", "Query param")));
        return List.of(choice, place.equals("queryParam") ? new Field.Text("queryParamKey", "Query param name", "token", "")
                : new Field.Text("headerPrefix", "Header prefix", "Bearer", ""));
    }

    @Override
    public Signing signing(Auth values, Surroundings around) {
        return Signing.adding(wire -> sign(wire, values));
    }

    private Signed sign(Wire wire, Auth values) {
        try {
            var algorithm = values.text("algorithm");
            if (!Jws.SECRETS.contains(algorithm) && !Jws.KEYS.contains(algorithm)) {
                throw new Jws.Unsignable(algorithm.isEmpty() ? "no algorithm is chosen" : "\"" + algorithm + "\" is an invalid algorithm");
            }
            var workings = new ArrayList<Working>();
            var input = Jws.input(header(algorithm, values), payload(values));
            var token = Jws.KEYS.contains(algorithm) ? withKey(algorithm, input, values) : withSecret(algorithm, input, values, workings);
            workings.add(Working.text("What is signed", input));
            return new Signed.Ready(placed(wire, token, values), workings);
        } catch (Jws.Unsignable | JsonText.Malformed e) {
            return new Signed.GivenUp(new Failure.AuthRefused(label(), e.getMessage()));
        }
    }

    private static String header(String algorithm, Auth values) throws JsonText.Malformed {
        var members = new LinkedHashMap<String, String>();
        members.put("alg", JsonText.quoted(algorithm));
        var typed = JsonText.of(values.values().get("header")).strip();
        if (!typed.isEmpty()) {
            JsonText.members("the JWT header", typed).forEach(members::putIfAbsent);
        }
        return JsonText.object(members);
    }

    private static String payload(Auth values) throws JsonText.Malformed {
        var typed = JsonText.of(values.values().get("payload")).strip();
        if (typed.isEmpty()) {
            return "{}";
        }
        JsonText.read("the payload", typed);
        return JsonText.packed(typed);
    }

    private static String withKey(String algorithm, String input, Auth values) throws Jws.Unsignable {
        if (values.text("privateKey").isBlank()) {
            throw new Jws.Unsignable(algorithm + " needs a private key, and there is none");
        }
        return Jws.withKey(algorithm, input, Jws.key(values.text("privateKey"), values.text("passphrase")));
    }

    private static String withSecret(String algorithm, String input, Auth values, List<Working> workings) throws Jws.Unsignable {
        var text = values.text("secret");
        if (text.isEmpty()) {
            throw new Jws.Unsignable(algorithm + " needs a secret, and there is none");
        }
        var secret = values.flag("isSecretBase64Encoded") ? decoded(text) : text.getBytes(StandardCharsets.UTF_8);
        var remark = Jws.remark(algorithm, secret.length);
        if (!remark.isEmpty()) {
            workings.add(Working.note(remark));
        }
        return Jws.withSecret(algorithm, input, secret);
    }

    /// Both alphabets, with padding or without (RFC 4648 §4 and §5).
    private static byte[] decoded(String text) throws Jws.Unsignable {
        try {
            var bytes = Base64.getDecoder().decode(text.replaceAll("\\s+", "").replaceAll("=+$", "").replace('-', '+').replace('_', '/'));
            if (bytes.length > 0) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new Jws.Unsignable("the secret is not in Base64; untick \"The secret is in Base64\" where it is plain text", e);
        }
        throw new Jws.Unsignable("the secret is empty");
    }

    private static Wire placed(Wire wire, String token, Auth values) {
        if (values.text("addTokenTo").equals("queryParam")) {
            var name = values.text("queryParamKey");
            return wire.withUrl(Query.replace(wire.url(), name.isEmpty() ? "token" : name, token));
        }
        var prefix = values.text("headerPrefix").strip();
        return Headers.replace(wire, "Authorization", prefix.isEmpty() ? token : prefix + " " + token);
    }
}
