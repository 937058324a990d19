package dev.posthorn.oauth;

import dev.posthorn.model.Finding;
import java.util.List;

/// Gets a new access token with the refresh token of an old one (RFC 6749 §6). A refresh token that the server refused is marked, and never sent again.
record Renewal(Talk talk, Requests requests, Minting minting, Completion completion) {

    LoginResult run(StoredToken old, OAuthSettings settings) {
        try {
            var token = kept(old);
            if (token.refreshToken().isEmpty()) {
                return new LoginResult.Failed(Faults.noRefreshToken());
            }
            var full = completion.endpoints(settings, List.of("accessTokenUrl"));
            if (full.refreshUrl().isEmpty()) {
                return new LoginResult.Failed(Faults.missing(List.of("Access Token URL")));
            }
            var reply = talk.send(requests.refresh(full, token.refreshToken()), "Refresh request");
            if (reply.errors().getOrDefault("error", "").equals("invalid_grant")) {
                return refused(token, Doctor.of(reply.evidence(Evidence.Stage.REFRESH, full, "")));
            }
            var fresh = minting.renewed(token, Answers.granted(reply, Evidence.Stage.REFRESH, full, ""));
            minting.tokens().put(fresh);
            var rotated = !fresh.refreshToken().equals(token.refreshToken());
            talk.good("Token renewed", rotated ? "A new refresh token came with it and takes the place of the old one." : "");
            return new LoginResult.In(fresh, List.of());
        } catch (NoToken e) {
            return e.result();
        }
    }

    /// Another process may have renewed it in the meantime: then its refresh token is the one that holds.
    private StoredToken kept(StoredToken token) {
        return minting.tokens().all().stream().filter(t -> t.id().equals(token.id())).findFirst().orElse(token);
    }

    private LoginResult refused(StoredToken sent, Finding finding) {
        var now = kept(sent);
        if (!now.refreshToken().equals(sent.refreshToken()) && !now.refused()) {
            return new LoginResult.In(now, List.of());
        }
        minting.tokens().put(now.markedRefused());
        talk.bad("Refresh token refused", finding.sentence());
        return new LoginResult.Failed(finding);
    }
}
