package dev.posthorn.oauth;

/// Tells an answer that grants a token from all others.
final class Answers {

    private Answers() {}

    /// A token in an answer that says it is an error, or an error in one that says 200 (as GitHub does), counts for what it is.
    ///
    /// @param redirect the redirect URI of the login; empty for none
    static Granted granted(Reply reply, Evidence.Stage stage, OAuthSettings settings, String redirect) throws NoToken {
        var granted = new Granted(reply.fields());
        if (reply.good() && granted.any() && reply.errors().isEmpty()) {
            return granted;
        }
        throw new NoToken(Doctor.of(reply.evidence(stage, settings, redirect)));
    }
}
