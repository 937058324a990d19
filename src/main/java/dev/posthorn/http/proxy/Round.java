package dev.posthorn.http.proxy;

import dev.posthorn.model.Header;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// One exchange with a proxy itself: a CONNECT and what it answered.
///
/// @param target       "host:port" that was asked for
/// @param requestHead  as sent, a byte a character
/// @param status       0 where no answer came
/// @param responseHead as received, a byte a character
/// @param body         of a refusal, at most 64 KiB of it
/// @param failure      null where the proxy answered
public record Round(Instant at, Duration took, String target, List<Header> sent, String requestHead, int status, String reason, List<Header> headers,
        String responseHead, byte[] body, dev.posthorn.model.Failure failure, String proxy, String remote) {
    public Round {
        sent = List.copyOf(sent);
        headers = List.copyOf(headers);
    }
}
