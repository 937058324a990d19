package dev.posthorn.model;

import java.util.List;

/// One exchange on the way to the final answer: a redirect, an authorization round or a retry, each with what was sent and what came.
///
/// @param cookies what became of each `Set-Cookie` of the answer, in order; empty where the exchange is remembered from an earlier day
/// @param received null where no answer came
/// @param trace    what was seen of the exchange, also where no answer came
/// @param remarks  what the authorization noticed; empty where the exchange is remembered from an earlier day
public record Hop(Wire sent, Response received, Why why, List<CookieNews> cookies, Trace trace, List<Remark> remarks) {

    /// What made this exchange happen. `PROXY` is one with the proxy itself: a CONNECT (`sent.url()` is then "host:port", as on the wire), or
    /// a plain request that it answered with a wish for a login.
    public enum Why { FIRST, REDIRECT, AUTHORIZATION, RETRY, PROXY }

    public Hop {
        cookies = List.copyOf(cookies);
        remarks = List.copyOf(remarks);
    }

    public Hop(Wire sent, Response received, Why why, List<CookieNews> cookies, Trace trace) {
        this(sent, received, why, cookies, trace, List.of());
    }

    public Hop(Wire sent, Response received, Why why, List<CookieNews> cookies) {
        this(sent, received, why, cookies, received == null ? Trace.NONE : received.trace());
    }

    public Hop(Wire sent, Response received, Why why) {
        this(sent, received, why, List.of());
    }

    public Hop noticing(List<Remark> noticed) {
        return noticed.isEmpty() ? this : new Hop(sent, received, why, cookies, trace, noticed);
    }
}
