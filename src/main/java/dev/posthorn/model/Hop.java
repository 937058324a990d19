package dev.posthorn.model;

import java.util.List;

/// One exchange on the way to the final answer: a redirect, an authorization round or a retry, each with what was sent and what came.
///
/// @param cookies what became of each `Set-Cookie` of the answer, in order; empty where the exchange is remembered from an earlier day
/// @param received null where no answer came
/// @param trace    what was seen of the exchange, also where no answer came
public record Hop(Wire sent, Response received, Why why, List<CookieNews> cookies, Trace trace) {

    /// What made this exchange happen. `PROXY` is one with the proxy itself: a CONNECT (`sent.url()` is then "host:port", as on the wire), or
    /// a plain request that it answered with a wish for a login.
    public enum Why { FIRST, REDIRECT, AUTHORIZATION, RETRY, PROXY }

    public Hop {
        cookies = List.copyOf(cookies);
    }

    public Hop(Wire sent, Response received, Why why, List<CookieNews> cookies) {
        this(sent, received, why, cookies, received == null ? Trace.NONE : received.trace());
    }

    public Hop(Wire sent, Response received, Why why) {
        this(sent, received, why, List.of());
    }
}
