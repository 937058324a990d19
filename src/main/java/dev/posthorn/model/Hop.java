package dev.posthorn.model;

/// One exchange on the way to the final answer: a redirect, an authorization round or a retry, each with what was sent and what came.
public record Hop(Wire sent, Response received, Why why) {

    /// What made this exchange happen.
    public enum Why { FIRST, REDIRECT, AUTHORIZATION, RETRY }
}
