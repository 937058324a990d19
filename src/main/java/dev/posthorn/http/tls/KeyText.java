package dev.posthorn.http.tls;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.regex.Pattern;

/// A private key that stands in a field as text: PEM in any form that OpenSSL writes, also on one line or with `\n` written out, or the
/// bytes of one in Base64.
public final class KeyText {

    private static final Path NAME = Path.of("the private key");
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

    private KeyText() {}

    /// @param passphrase empty where the key is not encrypted
    /// @throws Unusable with a sentence that begins "the private key: "
    public static PrivateKey read(String text, String passphrase) throws Unusable {
        var keys = new PrivateKeys(NAME, passphrase);
        var plain = unquoted(text.strip()).replace("\\r", "").replace("\\n", "\n");
        if (!plain.contains("-----BEGIN ")) {
            return keys.der(decoded(plain));
        }
        var blocks = Pem.blocks(NAME, broken(plain).getBytes(StandardCharsets.ISO_8859_1));
        var found = keys.first(blocks);
        if (found.isEmpty()) {
            throw new Unusable(NAME, blocks.isEmpty() ? "there is no key in it" : "it is a " + blocks.getFirst().label() + ", and no private key");
        }
        return found.get();
    }

    /// The bytes of a key, such as a data URI holds.
    public static PrivateKey der(byte[] bytes) throws Unusable {
        return new PrivateKeys(NAME, "").der(bytes);
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"") ? text.substring(1, text.length() - 1) : text;
    }

    /// With the line ends that a form or a variable lost; a block with headers needs its own.
    private static String broken(String text) {
        return BLOCK.matcher(text).replaceAll(block -> {
            var body = block.group(2);
            return java.util.regex.Matcher.quoteReplacement("\n-----BEGIN " + block.group(1) + "-----\n"
                    + (body.contains(":") ? body.strip() : body.replaceAll("\\s+", "")) + "\n-----END " + block.group(1) + "-----\n");
        });
    }

    private static byte[] decoded(String text) throws Unusable {
        try {
            var bytes = Base64.getDecoder().decode(text.replaceAll("\\s+", ""));
            if (bytes.length > 0) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new Unusable(NAME, "it is neither PEM (-----BEGIN PRIVATE KEY-----) nor Base64", e);
        }
        throw new Unusable(NAME, "it is empty");
    }
}
