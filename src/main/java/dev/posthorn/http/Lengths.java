package dev.posthorn.http;

import java.net.ProtocolException;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.Headers;

/// Finds lengths of an answer that cannot be right, before its body is read by them (RFC 9112 §6.3). OkHttp takes the last of several,
/// reads to the end of the connection for what is no number, and fails with a bug for a negative one.
final class Lengths {

    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

    private Lengths() {}

    /// @throws ProtocolException that says what is wrong
    static void check(Headers headers) throws ProtocolException {
        var lengths = List.copyOf(headers.values("Content-Length")).stream().flatMap(v -> List.of(v.split(",")).stream()).map(String::strip).distinct().toList();
        if (headers.get("Transfer-Encoding") != null || lengths.isEmpty()) {
            return;
        }
        if (lengths.size() > 1) {
            throw new ProtocolException("it has " + lengths.size() + " different lengths (Content-Length: " + String.join(" and ", lengths) + ")");
        }
        if (!LENGTH.matcher(lengths.getFirst()).matches()) {
            throw new ProtocolException("its Content-Length \"" + lengths.getFirst() + "\" is no length");
        }
    }
}
