package dev.posthorn.oauth;

import dev.posthorn.model.Finding;

/// Ends the inner work of a login early; `Logins` makes a value of it.
final class NoToken extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient LoginResult result;

    NoToken(LoginResult result) {
        super(null, null, false, false);
        this.result = result;
    }

    NoToken(Finding finding) {
        this(new LoginResult.Failed(finding));
    }

    static NoToken cancelled() {
        return new NoToken(new LoginResult.Ended("it was cancelled"));
    }

    LoginResult result() {
        return result;
    }

    /// Why there is nothing, as a finding.
    Finding finding() {
        return switch (result) {
            case LoginResult.Failed(var finding) -> finding;
            case LoginResult.Ended(var reason) -> Faults.ended(reason);
            case LoginResult.In _ -> throw new IllegalStateException("that is a token");
        };
    }
}
