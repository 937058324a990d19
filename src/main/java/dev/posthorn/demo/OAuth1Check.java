package dev.posthorn.demo;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Checks OAuth 1.0 (RFC 5849 §3.2), wherever its parameters stand: in Authorization, in a form or in the query.
final class OAuth1Check {

    static final String CONSUMER = "horn-key";
    static final String CONSUMER_SECRET = "horn & secret";
    static final String TOKEN = "horn-token";
    static final String TOKEN_SECRET = "horn-token-secret";

    private static final Pattern PART = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final Map<String, String> HASHES = Map.of("SHA1", "SHA-1", "SHA256", "SHA-256", "SHA512", "SHA-512");

    private final Asked asked;
    private final Supplier<PublicKey> key;
    private final List<Map.Entry<String, String>> all = new ArrayList<>();
    private final boolean form;

    /// @param key of our clients that sign with RSA
    OAuth1Check(Asked asked, Supplier<PublicKey> key) {
        this.asked = asked;
        this.key = key;
        form = asked.header("content-type").toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
        all.addAll(Asked.decoded(asked.query()));
        if (form) {
            all.addAll(Asked.decoded(new String(asked.body(), StandardCharsets.UTF_8)));
        }
        if (asked.header("authorization").startsWith("OAuth ")) {
            PART.matcher(asked.header("authorization")).results().filter(m -> !m.group(1).equals("realm"))
                    .forEach(m -> all.add(Map.entry(Call.decoded(m.group(1)), Call.decoded(m.group(2).replace("+", "%2B")))));
        }
    }

    Verdict verdict() throws GeneralSecurityException {
        var doubled = all.stream().map(Map.Entry::getKey).filter(n -> n.startsWith("oauth_")).collect(Collectors.groupingBy(n -> n, Collectors.counting())).entrySet().stream()
                .filter(e -> e.getValue() > 1).findFirst();
        if (doubled.isPresent()) {
            return Verdict.refused("The parameter " + doubled.get().getKey() + " was sent more than once.");
        }
        if (!one("oauth_consumer_key").equals(CONSUMER) || !List.of("", TOKEN).contains(one("oauth_token"))) {
            return Verdict.refused("The only oauth_consumer_key is " + CONSUMER + ", the only oauth_token " + TOKEN + ", which may be left away.");
        }
        if (!List.of("", "1.0").contains(one("oauth_version"))) {
            return Verdict.refused("oauth_version must be 1.0.");
        }
        var method = one("oauth_signature_method");
        if (!method.equals("PLAINTEXT") && late()) {
            return Verdict.refused("oauth_timestamp must be of now, in seconds since 1970.");
        }
        var computed = new LinkedHashMap<String, String>();
        var hash = bodyHash(method);
        if (!one("oauth_body_hash").isEmpty() && !one("oauth_body_hash").equals(hash)) {
            computed.put("bodyHash", hash);
            return new Verdict("oauth_body_hash is not the hash of the body.", computed);
        }
        return checked(method, computed);
    }

    private Verdict checked(String method, Map<String, String> computed) throws GeneralSecurityException {
        var sent = one("oauth_signature");
        var secrets = Asked.encoded(CONSUMER_SECRET) + "&" + (one("oauth_token").isEmpty() ? "" : Asked.encoded(TOKEN_SECRET));
        if (method.equals("PLAINTEXT")) {
            return new Verdict(Asked.same(sent, secrets) ? "" : "The two secrets are others.", computed);
        }
        var base = base();
        computed.put("baseString", base);
        var hash = method.replaceFirst(".*-", "");
        if (!HASHES.containsKey(hash)) {
            return Verdict.refused("\"" + method + "\" is no signature method that is known here.");
        }
        if (method.startsWith("RSA-")) {
            var check = Signature.getInstance(hash + "withRSA");
            check.initVerify(key.get());
            check.update(Asked.bytes(base));
            return new Verdict(right(check, sent) ? "" : "The signature is not by the key of /oauth1/key over \"computed\".", computed);
        }
        var made = Asked.base64(Asked.hmac("Hmac" + hash, Asked.bytes(secrets), base));
        computed.put("signature", made);
        return Verdict.compared(sent, made, computed);
    }

    private static boolean right(Signature check, String sent) {
        try {
            return check.verify(Base64.getDecoder().decode(sent));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private String base() {
        var standard = asked.host().replaceFirst(asked.scheme().equals("https") ? ":443$" : ":80$", "").toLowerCase(Locale.ROOT);
        var parameters = all.stream().filter(p -> !p.getKey().equals("oauth_signature")).map(p -> List.of(Asked.encoded(p.getKey()), Asked.encoded(p.getValue())))
                .sorted((a, b) -> a.get(0).equals(b.get(0)) ? a.get(1).compareTo(b.get(1)) : a.get(0).compareTo(b.get(0))).map(p -> p.get(0) + "=" + p.get(1)).collect(Collectors.joining("&"));
        return asked.method().toUpperCase(Locale.ROOT) + "&" + Asked.encoded(asked.scheme() + "://" + standard + asked.path()) + "&" + Asked.encoded(parameters);
    }

    private String bodyHash(String method) throws GeneralSecurityException {
        var hash = HASHES.get(method.replaceFirst(".*-", ""));
        return hash == null || form ? "none" : Asked.base64(Asked.hash(hash, asked.body()));
    }

    private boolean late() {
        return !one("oauth_timestamp").matches("\\d{1,15}") || Math.abs(Instant.now().getEpochSecond() - Long.parseLong(one("oauth_timestamp"))) > 600;
    }

    private String one(String name) {
        return all.stream().filter(p -> p.getKey().equals(name)).map(Map.Entry::getValue).findFirst().orElse("");
    }
}
