package dev.posthorn.demo;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Checks Hawk as its document describes it, with a clock that may differ by a minute, and proves the server in its turn.
final class HawkCheck {

    static final String ID = "dh37fgj492je";
    static final String KEY = "werxhqb98rpaxn39848xrunpaw3489ruxnpa98w4rxn";

    private static final Pattern PART = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /// @param algorithm the hash of the key: "SHA256" or "SHA1"
    private final String algorithm;
    private final Asked asked;
    private final Map<String, String> sent = new HashMap<>();

    HawkCheck(Asked asked, String algorithm) {
        this.asked = asked;
        this.algorithm = algorithm;
        if (asked.header("authorization").startsWith("Hawk ")) {
            var parts = PART.matcher(asked.header("authorization"));
            while (parts.find()) {
                sent.put(parts.group(1), parts.group(2).replaceAll("\\\\(.)", "$1"));
            }
        }
    }

    Verdict verdict() throws GeneralSecurityException {
        if (!sent.keySet().containsAll(java.util.Set.of("id", "ts", "nonce", "mac"))) {
            return Verdict.refused("Authorization must be Hawk with id, ts, nonce and mac.");
        }
        if (!sent.get("id").equals(ID)) {
            return Verdict.refused("The only id is " + ID + ".");
        }
        var normalized = normalized("header", part("hash"), part("ext"));
        var mac = mac(normalized);
        var computed = new LinkedHashMap<String, String>();
        computed.put("normalized", normalized);
        computed.put("mac", mac);
        var verdict = Verdict.compared(sent.get("mac"), mac, computed);
        if (!verdict.good()) {
            return verdict;
        }
        var hash = payloadHash(asked.header("content-type"), asked.body());
        if (sent.containsKey("hash") && !sent.get("hash").equals(hash)) {
            computed.put("hash", hash);
            return new Verdict("The hash is not that of the body and its type.", computed);
        }
        return stale() ? new Verdict("Stale timestamp: it is " + sent.get("ts") + ".", computed) : verdict;
    }

    /// Whether the proof is right but of another time.
    boolean stale() {
        return !part("ts").matches("\\d{1,15}") || Math.abs(Instant.now().getEpochSecond() - Long.parseLong(part("ts"))) > 60;
    }

    /// What tells the client the right time, and that this server knows the key.
    String time() throws GeneralSecurityException {
        var now = Instant.now().getEpochSecond();
        return "Hawk ts=\"" + now + "\", tsm=\"" + mac("hawk.1.ts\n" + now + "\n") + "\", error=\"Stale timestamp\"";
    }

    /// The value of Server-Authorization.
    String proof(String type, byte[] answer) throws GeneralSecurityException {
        var hash = payloadHash(type, answer);
        return "Hawk mac=\"" + mac(normalized("response", hash, "horn")) + "\", hash=\"" + hash + "\", ext=\"horn\"";
    }

    private String normalized(String kind, String hash, String ext) {
        var colon = asked.host().lastIndexOf(':');
        var port = colon > asked.host().lastIndexOf(']');
        var text = "hawk.1." + kind + "\n" + part("ts") + "\n" + part("nonce") + "\n" + asked.method() + "\n" + asked.resource() + "\n"
                + (port ? asked.host().substring(0, colon) : asked.host()).toLowerCase(Locale.ROOT) + "\n" + (port ? asked.host().substring(colon + 1) : "80") + "\n" + hash + "\n"
                + ext.replace("\\", "\\\\").replace("\n", "\\n") + "\n";
        return sent.containsKey("app") ? text + part("app") + "\n" + part("dlg") + "\n" : text;
    }

    private String payloadHash(String type, byte[] body) throws GeneralSecurityException {
        var text = new java.io.ByteArrayOutputStream();
        text.writeBytes(Asked.bytes("hawk.1.payload\n" + type.split(";")[0].strip().toLowerCase(Locale.ROOT) + "\n"));
        text.writeBytes(body);
        text.write('\n');
        return Asked.base64(Asked.hash(algorithm.equals("SHA1") ? "SHA-1" : "SHA-256", text.toByteArray()));
    }

    private String mac(String text) throws GeneralSecurityException {
        return Asked.base64(Asked.hmac("Hmac" + algorithm, Asked.bytes(KEY), text));
    }

    private String part(String name) {
        return sent.getOrDefault(name, "");
    }
}
