package dev.posthorn.ui.odata;

import dev.posthorn.text.Decoding;
import java.util.Arrays;

/// What came of one request of the explorer, with its body in memory.
///
/// @param status      0 where no answer came
/// @param contentType the whole header; "" where there is none
/// @param url         the address that was asked in the end, without variables; "" where nothing went out
/// @param trouble     why no answer came, in sentences; "" where one came
/// @param millis      how long it took
public record Reply(int status, String reason, String contentType, byte[] body, String url, String trouble, long millis) {

    public static Reply none(String trouble) {
        return new Reply(0, "", "", new byte[0], "", trouble, 0);
    }

    public boolean fine() {
        return status >= 200 && status < 300;
    }

    /// The body, decoded as its headers or its first bytes say.
    public String text() {
        return new String(body, Decoding.of(contentType, Arrays.copyOf(body, Math.min(body.length, 1_024))).charset());
    }

    /// "401 Unauthorized"
    public String line() {
        return status + (reason.isBlank() ? "" : " " + reason);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reply reply && status == reply.status && url.equals(reply.url) && trouble.equals(reply.trouble) && Arrays.equals(body, reply.body);
    }

    @Override
    public int hashCode() {
        return 31 * status + Arrays.hashCode(body);
    }

    @Override
    public String toString() {
        return "Reply[" + line() + " " + url + "]";
    }
}
