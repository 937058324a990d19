package dev.posthorn.codegen;

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

    /// The URL standard's: `URLSearchParams` of JavaScript, and `FormBody` of OkHttp.
    static String standard(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
