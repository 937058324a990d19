package dev.posthorn.codegen;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The rules by which clients encode the fields of a form, so that it is known whether they send the same bytes.
final class Encoded {

    private Encoded() {}

    /// Everything but letters, digits and `-_.~`.
    static String percent(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
    }

    /// `quote_plus` of Python, and `FormUrlEncodedContent` of .NET.
    static String plus(String text) {
        return percent(text).replace("%20", "+");
    }

    /// The URL standard's: `URLSearchParams` of JavaScript.
    static String standard(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// OkHttp's `FormBody`.
    static String okHttp(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
