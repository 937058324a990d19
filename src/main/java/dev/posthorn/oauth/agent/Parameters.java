package dev.posthorn.oauth.agent;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The parameters of a redirect, from its query, fragment or form (`application/x-www-form-urlencoded`).
record Parameters(Map<String, String> values) {

    /// Any of these makes a redirect the end of a login.
    private static final Set<String> ANSWERS = Set.of("code", "error", "access_token", "id_token", "response");
    private static final int MOST = 100;

    /// The parameters cannot be told; the message completes "refused: ".
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String reason) {
            super(reason);
        }
    }

    /// A parameter that stands twice is an attack or a mistake, and neither is answered (RFC 6749 §3.1).
    static Parameters of(String encoded) throws Malformed {
        var values = new LinkedHashMap<String, String>();
        for (var pair : encoded.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            var equals = pair.indexOf('=');
            var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (values.put(name, equals < 0 ? "" : decoded(pair.substring(equals + 1))) != null) {
                throw new Malformed("a parameter stands twice");
            }
            if (values.size() > MOST) {
                throw new Malformed("it has too many parameters");
            }
        }
        return new Parameters(values);
    }

    private static String decoded(String text) throws Malformed {
        var written = text.getBytes(StandardCharsets.UTF_8);
        var bytes = new ByteArrayOutputStream(written.length);
        for (var at = 0; at < written.length; at++) {
            if (written[at] != '%') {
                bytes.write(written[at] == '+' ? ' ' : written[at]);
            } else if (at + 2 < written.length && Character.digit(written[at + 1], 16) >= 0 && Character.digit(written[at + 2], 16) >= 0) {
                bytes.write(Character.digit(written[at + 1], 16) << 4 | Character.digit(written[at + 2], 16));
                at += 2;
            } else {
                throw new Malformed("a % without two hexadecimal digits");
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
        } catch (CharacterCodingException e) {
            throw new Malformed("it is not UTF-8");
        }
    }

    String get(String name) {
        return values.getOrDefault(name, "");
    }

    boolean answers() {
        return ANSWERS.stream().anyMatch(values::containsKey);
    }

    /// Compared in a time that tells nothing of where they differ. Where no state was sent there is nothing to compare.
    boolean bears(String state) {
        return state.isEmpty() || MessageDigest.isEqual(state.getBytes(StandardCharsets.UTF_8), get("state").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Parameters" + values.keySet();
    }
}
