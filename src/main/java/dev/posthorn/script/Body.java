package dev.posthorn.script;

import dev.posthorn.model.Header;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/// The body of an answer as a script asks for it; read when it does.
final class Body {

    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([^\\s;\"']{1,40})");

    private final Answer answer;

    /// @param answer null for none
    Body(Answer answer) {
        this.answer = answer;
    }

    /// By the charset of its Content-Type, else UTF-8; empty where there is no answer.
    String text() {
        return answer == null ? "" : new String(bytes(), charset());
    }

    String base64() {
        return answer == null ? "" : Base64.getEncoder().encodeToString(bytes());
    }

    private byte[] bytes() {
        if (answer.size() > Answer.MOST) {
            throw new IllegalStateException("The body has more than " + (Answer.MOST >> 20) + " MB, which is more than a script can load");
        }
        try {
            return answer.body().read();
        } catch (IOException e) {
            throw new UncheckedIOException("The body cannot be read: " + e.getMessage(), e);
        }
    }

    private Charset charset() {
        var named = CHARSET.matcher(Header.first(answer.headers(), "Content-Type").orElse(""));
        try {
            return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
