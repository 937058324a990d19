package dev.posthorn.auth;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The signature of Akamai's APIs (EG1-HMAC-SHA256: techdocs.akamai.com, "Authenticate with EdgeGrid"): over method, URL, chosen headers and the body of a POST.
///
/// 1. Of a body only the first bytes count (131,072, or what the API says), and only of a POST. Form-data is hashed as it goes out, as Akamai's own clients do;
///    Postman leaves it out.
/// 2. The host that is signed is that of the base URL where there is one, else the Host that is sent.
public final class EdgeGridAuth implements AuthType {

    private static final int MOST = 131_072;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HH:mm:ss'+0000'", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Override
    public String id() {
        return "edgegrid";
    }

    @Override
    public String label() {
        return "Akamai EdgeGrid";
    }

    @Override
    public String summary() {
        return "Signs the request for the APIs of Akamai; the client secret itself is not sent.";
    }

    @Override
    public List<Field> fields() {
        return form(Auth.NONE).stream().flatMap(s -> s.fields().stream()).toList();
    }

    @Override
    public List<Section> form(Auth values) {
        return List.of(
                new Section("", List.of(new Field.Secret("accessToken", "Access token", "akab-…"), new Field.Secret("clientToken", "Client token", "akab-…"),
                        new Field.Secret("clientSecret", "Client secret", "")), true),
                new Section("Advanced", List.of(new Field.Text("nonce", "Nonce", "", "a new UUID for each request"),
                        new Field.Text("timestamp", "Timestamp", "", "now, as 20140321T19:34:21+0000"), new Field.Text("baseURL", "Base URL", "", "the host of the request"),
                        new Field.Text("headersToSign", "Headers to sign", "", "X-Test1, X-Test2"), new Field.Text("maxBodySize", "Max body size", "131072", "bytes of a body that are hashed")), false));
    }

    @Override
    public Signing signing(Auth values, Surroundings around) {
        return Signing.always(wire -> sign(wire, values, around));
    }

    private Signed sign(Wire wire, Auth values, Surroundings around) {
        for (var field : form(values).getFirst().fields()) {
            if (values.text(field.key()).isBlank()) {
                return refused("the field \"" + field.label() + "\" is empty");
            }
        }
        for (var field : List.of("accessToken", "clientToken", "nonce", "timestamp")) {
            if (values.text(field).chars().anyMatch(c -> c == ';' || c < ' ')) {
                return refused("the field \"" + field + "\" has a semicolon or a line end, which the header cannot carry");
            }
        }
        var limit = limit(values.text("maxBodySize").strip());
        if (limit.isEmpty()) {
            return refused("the field \"Max body size\" must be a whole number of bytes, not \"" + values.text("maxBodySize") + "\"");
        }
        try {
            return signed(wire, values, around, limit.get());
        } catch (IOException e) {
            return new Signed.GivenUp(Proofs.unread(e, label()));
        }
    }

    private static Optional<Long> limit(String text) {
        if (!text.matches("\\d{0,18}")) {
            return Optional.empty();
        }
        var number = text.isEmpty() ? 0 : Long.parseLong(text);
        return Optional.of(number == 0 ? MOST : number);
    }

    private static Signed signed(Wire wire, Auth values, Surroundings around, long limit) throws IOException {
        var url = SentUrl.of(wire.url());
        var notes = new ArrayList<Working>();
        var time = or(values.text("timestamp"), TIME.format(around.clock().instant()));
        var nonce = or(values.text("nonce"), uuid(around));
        var head = "EG1-HMAC-SHA256 client_token=" + values.text("clientToken").strip() + ";access_token=" + values.text("accessToken").strip() + ";timestamp=" + time + ";nonce=" + nonce + ";";
        var host = values.text("baseURL").isBlank() ? Header.first(wire.headers(), "Host").orElse(url.authority()) : host(values.text("baseURL").strip());
        var toSign = String.join("\t", wire.method(), url.scheme(), host, url.resource(), headers(wire, values, notes), hash(wire, around, limit, notes), head);
        var key = hmac(values.text("clientSecret").strip(), time);
        var signature = hmac(key, toSign);
        var workings = new ArrayList<>(List.of(Working.text("Data to sign (parts are separated by tabs)", toSign), Working.text("Signature", signature)));
        workings.addAll(notes);
        return new Signed.Ready(Headers.replace(wire, "Authorization", head + "signature=" + signature), workings);
    }

    private static String hmac(String key, String text) {
        return Base64.getEncoder().encodeToString(Proofs.hmac("HmacSHA256", key.getBytes(StandardCharsets.UTF_8), text));
    }

    /// The chosen headers in the order of the choice; those that are empty or not there do not count.
    private static String headers(Wire wire, Auth values, List<Working> notes) {
        var lines = new ArrayList<String>();
        for (var name : names(values)) {
            var value = Header.first(wire.headers(), name).map(String::strip).filter(v -> !v.isEmpty());
            value.ifPresentOrElse(v -> lines.add(name.toLowerCase(Locale.ROOT) + ":" + v.replaceAll("\\s+", " ")),
                    () -> notes.add(Working.note("The header " + name + " is not signed: the Headers tab has none.")));
        }
        return String.join("\t", lines);
    }

    /// A text with commas, or a list as some files have it.
    private static List<String> names(Auth values) {
        var written = values.values().get("headersToSign") instanceof List<?> list ? list.stream().map(String::valueOf) : Arrays.stream(values.text("headersToSign").split(","));
        return written.map(String::strip).filter(n -> !n.isEmpty()).toList();
    }

    private static String hash(Wire wire, Surroundings around, long limit, List<Working> notes) throws IOException {
        if (!wire.method().equals("POST") || wire.payload() instanceof Payload.Empty || wire.payload() instanceof Payload.Bytes bytes && bytes.bytes().length == 0) {
            notes.add(Working.note("No body is signed: EdgeGrid signs that of a POST alone."));
            return "";
        }
        var digest = Proofs.digest("SHA-256");
        Proofs.feed(digest, wire.payload(), around.body(), limit);
        notes.add(Working.note("Of the body the first " + String.format(Locale.ROOT, "%,d", limit) + " bytes are signed, or all where it is shorter."));
        return Base64.getEncoder().encodeToString(digest.digest());
    }

    private static String host(String base) {
        return SentUrl.of(base.contains("://") ? base : "https://" + base).authority();
    }

    /// A UUID of version 4 (RFC 9562 §5.4).
    private static String uuid(Surroundings around) {
        var bytes = new byte[16];
        around.random().nextBytes(bytes);
        bytes[6] = (byte) (bytes[6] & 0x0f | 0x40);
        bytes[8] = (byte) (bytes[8] & 0x3f | 0x80);
        return HexFormat.of().formatHex(bytes).replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }

    private static String or(String value, String preset) {
        return value.isBlank() ? preset : value.strip();
    }

    private Signed refused(String reason) {
        return new Signed.GivenUp(new Failure.AuthRefused(label(), reason));
    }
}
