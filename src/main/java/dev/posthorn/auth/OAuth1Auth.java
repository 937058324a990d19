package dev.posthorn.auth;

import dev.posthorn.auth.OAuth1Request.Parameter;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A signature with the secrets of an application and of a token (OAuth 1.0, RFC 5849).
///
/// 1. The parameters go into the Authorization header where that is chosen; else into the form of a POST or PUT, else into the query.
/// 2. Empty parameters are neither signed nor sent, unless that is chosen; then they are signed, and sent everywhere but in the header (as in Postman).
///    Callback, verifier and body hash count only where they have a value.
/// 3. The hash of the body (draft-eaton-oauth-bodyhash) is by the hash of the signature method; a form has none, since its fields are signed.
///    A multipart body is hashed as it goes out, where Postman leaves the hash away.
/// 4. The query stays as it was typed; a server decodes it before it signs. Postman writes it anew.
public final class OAuth1Auth implements AuthType {

    private static final Field METHOD = new Field.Choice("signatureMethod", "Signature method", "HMAC-SHA1",
            Arrays.stream(OAuth1Method.values()).map(m -> new Field.Option(m.text(), m.text())).toList());
    private static final Field CONSUMER_SECRET = new Field.Secret("consumerSecret", "Consumer secret", "");
    private static final Field TOKEN_SECRET = new Field.Secret("tokenSecret", "Token secret", "");
    private static final Field PRIVATE_KEY = new Field.Area("privateKey", "Private key", "", "-----BEGIN PRIVATE KEY-----", Field.Written.PEM, true);
    private static final Field CONSUMER_KEY = new Field.Text("consumerKey", "Consumer key", "", "");
    private static final Field TOKEN = new Field.Text("token", "Access token", "", "");
    private static final Field IN_HEADER = new Field.Flag("addParamsToHeader", "Send the parameters in the Authorization header", false);
    private static final Field REALM = new Field.Text("realm", "Realm", "", "testrealm@example.com");
    private static final Field RAW_HEADER = new Field.Flag("disableHeaderEncoding", "Do not encode the parameters in the header", false);
    private static final Field BODY_HASH = new Field.Flag("includeBodyHash", "Include the hash of the body", false);
    private static final List<Field> RARE = List.of(new Field.Text("callback", "Callback URL", "", "where the user is sent back to"), new Field.Text("verifier", "Verifier", "", ""),
            new Field.Text("timestamp", "Timestamp", "", "now, in seconds since 1970"), new Field.Text("nonce", "Nonce", "", "a new one for each request"),
            new Field.Text("version", "Version", "1.0", "1.0"));
    private static final Field EMPTY_TOO = new Field.Flag("addEmptyParamsToSign", "Sign empty parameters too", false);

    @Override
    public String id() {
        return "oauth1";
    }

    @Override
    public String label() {
        return "OAuth 1.0";
    }

    @Override
    public String summary() {
        return "Signs the request with the secrets of an application and of a token.";
    }

    @Override
    public List<Field> fields() {
        var all = new ArrayList<>(List.of(METHOD, CONSUMER_KEY, CONSUMER_SECRET, TOKEN, TOKEN_SECRET, PRIVATE_KEY, IN_HEADER));
        all.addAll(RARE);
        all.addAll(List.of(REALM, BODY_HASH, EMPTY_TOO, RAW_HEADER));
        return all;
    }

    @Override
    public List<Section> form(Auth values) {
        var method = OAuth1Method.of(method(values));
        var main = new ArrayList<>(List.of(METHOD, CONSUMER_KEY));
        if (method.isEmpty() || !method.get().rsa()) {
            main.addAll(List.of(CONSUMER_SECRET, TOKEN, TOKEN_SECRET));
        } else {
            main.add(TOKEN);
        }
        if (method.isEmpty() || method.get().rsa()) {
            main.add(PRIVATE_KEY);
        }
        main.add(IN_HEADER);
        var more = new ArrayList<>(RARE);
        if (values.flag("addParamsToHeader")) {
            more.addAll(List.of(REALM, RAW_HEADER));
        }
        if (method.isEmpty() || method.get() != OAuth1Method.PLAINTEXT) {
            more.add(BODY_HASH);
        }
        more.add(EMPTY_TOO);
        return List.of(new Section("", main, true), new Section("Advanced", more, false));
    }

    @Override
    public Signing signing(Auth values, Surroundings around) {
        return Signing.always(wire -> sign(wire, values, around));
    }

    private Signed sign(Wire wire, Auth values, Surroundings around) {
        var method = OAuth1Method.of(method(values));
        if (method.isEmpty()) {
            return refused("\"" + method(values) + "\" is no signature method; there are "
                    + Arrays.stream(OAuth1Method.values()).map(OAuth1Method::text).collect(Collectors.joining(", ")));
        }
        var needed = List.of(CONSUMER_KEY, method.get().rsa() ? PRIVATE_KEY : CONSUMER_SECRET);
        for (var field : needed) {
            if (values.text(field.key()).isBlank()) {
                return refused("the field \"" + field.label() + "\" is empty");
            }
        }
        try {
            return signed(OAuth1Request.of(wire, around.body()), method.get(), values, around);
        } catch (IOException e) {
            return new Signed.GivenUp(Proofs.unread(e, label()));
        } catch (RsaKey.Unusable e) {
            return refused("the private key cannot be used: " + e.getMessage());
        }
    }

    private static String method(Auth values) {
        var text = values.text("signatureMethod").strip();
        return text.isEmpty() ? "HMAC-SHA1" : text;
    }

    private static Signed signed(OAuth1Request request, OAuth1Method method, Auth values, Surroundings around) throws IOException, RsaKey.Unusable {
        var notes = new ArrayList<Working>();
        var oauth = new ArrayList<>(parameters(method, values, around));
        var hash = hash(request, method, values, around, notes);
        add(oauth, "oauth_body_hash", hash);
        add(oauth, "oauth_callback", values.text("callback").strip());
        add(oauth, "oauth_verifier", values.text("verifier").strip());
        var base = request.base(oauth);
        var signature = method.sign(base, values.text("consumerSecret"), values.text("tokenSecret"), values.text("privateKey"));
        oauth.add(new Parameter("oauth_signature", signature));
        var header = values.flag("addParamsToHeader");
        var inForm = !header && request.form().isPresent() && (request.wire().method().equals("POST") || request.wire().method().equals("PUT"));
        var ready = header ? Headers.replace(request.wire(), "Authorization", header(oauth, values)) : inForm ? request.inForm(oauth) : request.inQuery(oauth);
        notes.add(Working.note("The parameters are sent in the " + (header ? "Authorization header." : inForm ? "form of the body." : "query of the URL.")));
        var secret = method == OAuth1Method.PLAINTEXT;
        if (secret && !request.url().scheme().equals("https")) {
            notes.add(Working.note("PLAINTEXT sends both secrets readable; without https everybody on the way sees them."));
        }
        var workings = new ArrayList<Working>();
        if (!secret) {
            workings.add(Working.text("Signature base string", base));
        }
        workings.add(new Working(Working.Kind.TEXT, "Signature", signature, secret));
        if (!hash.isEmpty()) {
            workings.add(Working.text("Hash of the body", hash));
        }
        workings.addAll(notes);
        return new Signed.Ready(ready, workings);
    }

    private static List<Parameter> parameters(OAuth1Method method, Auth values, Surroundings around) {
        var timestamp = values.text("timestamp").strip();
        var nonce = values.text("nonce").strip();
        return java.util.stream.Stream.of(new Parameter("oauth_consumer_key", values.text("consumerKey").strip()), new Parameter("oauth_token", values.text("token").strip()),
                new Parameter("oauth_signature_method", method.text()),
                new Parameter("oauth_timestamp", timestamp.isEmpty() ? Long.toString(around.clock().instant().getEpochSecond()) : timestamp),
                new Parameter("oauth_nonce", nonce.isEmpty() ? Proofs.nonce(around.random(), 11) : nonce), new Parameter("oauth_version", values.text("version").strip()))
                .filter(p -> !p.value().isEmpty() || values.flag("addEmptyParamsToSign")).toList();
    }

    private static void add(List<Parameter> oauth, String name, String value) {
        if (!value.isEmpty()) {
            oauth.add(new Parameter(name, value));
        }
    }

    private static String hash(OAuth1Request request, OAuth1Method method, Auth values, Surroundings around, List<Working> notes) throws IOException {
        if (!values.flag("includeBodyHash")) {
            return "";
        }
        if (method == OAuth1Method.PLAINTEXT || request.form().isPresent()) {
            notes.add(Working.note(method == OAuth1Method.PLAINTEXT ? "PLAINTEXT has no hash of the body." : "The body is a form: its fields are signed, so there is no hash of it."));
            return "";
        }
        var digest = Proofs.digest(method.digest());
        if (!(request.wire().payload() instanceof Payload.Empty)) {
            Proofs.feed(digest, request.wire().payload(), around.body(), Long.MAX_VALUE);
        }
        return Base64.getEncoder().encodeToString(digest.digest());
    }

    /// RFC 5849 §3.5.1; the realm is not signed.
    private static String header(List<Parameter> oauth, Auth values) {
        var raw = values.flag("disableHeaderEncoding");
        var parts = new ArrayList<String>();
        Optional.of(values.text("realm").strip()).filter(r -> !r.isEmpty()).ifPresent(realm -> parts.add("realm=\"" + (raw ? realm : Percent.encoded(realm)) + '"'));
        oauth.stream().filter(p -> !p.value().isEmpty()).forEach(p -> parts.add(p.name() + "=\"" + (raw ? p.value() : Percent.encoded(p.value())) + '"'));
        return "OAuth " + String.join(",", parts);
    }

    private Signed refused(String reason) {
        return new Signed.GivenUp(new Failure.AuthRefused(label(), reason));
    }
}
