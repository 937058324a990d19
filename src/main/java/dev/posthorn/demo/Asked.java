package dev.posthorn.demo;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.jetty.io.Content;

/// A request as it came, for checking its signature: nothing decoded, nothing left out. Of the body at most 4 MiB are read.
///
/// @param query null for none
record Asked(String method, String scheme, String host, String path, String query, List<Map.Entry<String, String>> headers, byte[] body) {

    static Asked of(Call call) throws IOException {
        var uri = call.request().getHttpURI();
        var headers = new ArrayList<Map.Entry<String, String>>();
        call.request().getHeaders().forEach(field -> headers.add(Map.entry(field.getName().toLowerCase(Locale.ROOT), field.getValue() == null ? "" : field.getValue())));
        var host = call.header("Host") == null ? uri.getAuthority() : call.header("Host");
        return new Asked(call.request().getMethod(), uri.getScheme(), host, uri.getPath(), uri.getQuery(), headers, Content.Source.asInputStream(call.request()).readNBytes(4 << 20));
    }

    String header(String name) {
        return headers.stream().filter(h -> h.getKey().equals(name)).map(Map.Entry::getValue).findFirst().orElse("");
    }

    String resource() {
        return query == null ? path : path + "?" + query;
    }

    /// Names and values of a query or form, decoded.
    static List<Map.Entry<String, String>> decoded(String pairs) {
        var all = new ArrayList<Map.Entry<String, String>>();
        for (var pair : pairs == null ? new String[0] : pairs.split("&")) {
            if (!pair.isEmpty()) {
                var parts = pair.split("=", 2);
                all.add(Map.entry(Call.decoded(parts[0]), parts.length == 2 ? Call.decoded(parts[1]) : ""));
            }
        }
        return all;
    }

    /// As RFC 3986 wants it, and nothing else.
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
    }

    static byte[] hash(String algorithm, byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance(algorithm).digest(bytes);
    }

    static byte[] hmac(String algorithm, byte[] key, String text) throws GeneralSecurityException {
        var mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(key, algorithm));
        return mac.doFinal(bytes(text));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static boolean same(String one, String other) {
        return MessageDigest.isEqual(bytes(one), bytes(other));
    }
}
