package dev.posthorn.model;

/// One exchange on the way to the final answer: a redirect, an authorization round or a retry, each with what was sent and what came.
public record Hop(Wire sent, Response received, Why why) {

    /// What made this exchange happen. `PROXY` is one with the proxy itself: a CONNECT (`sent.url()` is then "host:port", as on the wire), or
    /// a plain request that it answered with a wish for a login.
    public enum Why { FIRST, REDIRECT, AUTHORIZATION, RETRY, PROXY }
}
