package dev.posthorn.auth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What Hawk hashes of one request, and what it makes of it.
///
/// @param key       the shared secret
/// @param algorithm "SHA256" or "SHA1"
/// @param time      seconds since 1970, as sent
/// @param resource  path and query as on the request line
record HawkSum(String id, String key, String algorithm, String time, String nonce, String method, String resource, HawkSum.Host host, String ext, String app, String dlg) {

    private static final Pattern PORT = Pattern.compile("(.*):(\\d{1,5})");

    /// The host that the server takes from the Host header.
    record Host(String name, String port) {

        /// @param standard the port where the header names none
        static Host of(String header, int standard) {
            var parts = PORT.matcher(header.strip());
            return parts.matches() ? new Host(parts.group(1), parts.group(2)) : new Host(header.strip(), Integer.toString(standard));
        }
    }

    /// Feeds a digest with the body.
    interface Body {
        void feed(MessageDigest digest) throws IOException;
    }

    String payloadHash(String type, Body body) throws IOException {
        var digest = Proofs.digest(algorithm.equals("SHA1") ? "SHA-1" : "SHA-256");
        digest.update(("hawk.1.payload\n" + type + "\n").getBytes(StandardCharsets.UTF_8));
        body.feed(digest);
        digest.update((byte) '\n');
        return Base64.getEncoder().encodeToString(digest.digest());
    }

    /// @param kind `header` for a request, `response` for its answer
    /// @param hash of the payload, empty for none
    String normalized(String kind, String hash, String extra) {
        var common = String.join("\n", "hawk.1." + kind, time, nonce, method.toUpperCase(Locale.ROOT), resource, host.name().toLowerCase(Locale.ROOT), host.port(), hash,
                extra.replace("\\", "\\\\").replace("\n", "\\n"), "");
        return app.isEmpty() ? common : common + app + "\n" + dlg + "\n";
    }

    String mac(String kind, String hash, String extra) {
        return mac(normalized(kind, hash, extra));
    }

    private String mac(String text) {
        return Base64.getEncoder().encodeToString(Proofs.hmac("Hmac" + algorithm, key.getBytes(StandardCharsets.UTF_8), text));
    }

    /// The value for Authorization, its parts in the order of Hawk's own client.
    String header(String hash) {
        var text = new StringBuilder("Hawk id=\"" + id + "\", ts=\"" + time + "\", nonce=\"" + nonce + '"');
        if (!hash.isEmpty()) {
            text.append(", hash=\"").append(hash).append('"');
        }
        if (!ext.isEmpty()) {
            text.append(", ext=\"").append(ext.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
        }
        text.append(", mac=\"").append(mac("header", hash, ext)).append('"');
        if (!app.isEmpty()) {
            text.append(", app=\"").append(app).append('"').append(dlg.isEmpty() ? "" : ", dlg=\"" + dlg + "\"");
        }
        return text.toString();
    }

    /// The server's time in a challenge, where it proves that it knows the key.
    Optional<Long> toldTime(Challenge challenge) {
        var ts = challenge.parameter("ts").filter(t -> t.matches("\\d{1,15}"));
        return ts.filter(t -> challenge.parameter("tsm").filter(told -> same(told, mac("hawk.1.ts\n" + t + "\n"))).isPresent()).map(Long::parseLong);
    }

    static boolean same(String told, String made) {
        return MessageDigest.isEqual(told.getBytes(StandardCharsets.UTF_8), made.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Hawk " + id;
    }
}
