package dev.posthorn.oauth;

import dev.posthorn.model.Finding;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// One login from its settings to the token that is kept.
record Login(Talk talk, Requests requests, Minting minting, Completion completion, Applications applications, Pause pause) {

    LoginResult run(OAuthSettings given, String application, UserAgent agent) {
        try {
            var settings = Completion.effective(given, application, applications);
            var grant = settings.grant().orElseThrow(() -> new NoToken(Faults.noGrant(settings.text("grant_type"))));
            var full = completion.forGrant(settings, grant);
            var fruit = fruit(full, grant, agent);
            var token = minting.first(full, settings.fingerprint(), settings.application(), fruit.granted());
            minting.tokens().put(token);
            talk.good("Token kept", token.expires().map(when -> "It expires at " + when.truncatedTo(ChronoUnit.SECONDS) + ".").orElse("The server did not say when it expires."));
            return new LoginResult.In(token, notes(full, token, fruit.nonce()));
        } catch (NoToken e) {
            return e.result();
        }
    }

    private BrowserLogin.Fruit fruit(OAuthSettings settings, Grant grant, UserAgent agent) throws NoToken {
        return switch (grant) {
            case AUTHORIZATION_CODE, PKCE, IMPLICIT -> new BrowserLogin(talk, requests, minting.random(), completion).run(settings, grant, agent);
            case DEVICE_CODE -> new BrowserLogin.Fruit(new DeviceLogin(talk, requests, pause).run(settings, agent), "");
            case PASSWORD, CLIENT_CREDENTIALS, TOKEN_EXCHANGE, JWT_BEARER ->
                new BrowserLogin.Fruit(Answers.granted(talk.send(requests.direct(settings, grant), "Token request"), Evidence.Stage.TOKEN, settings, ""), "");
        };
    }

    private List<Finding> notes(OAuthSettings settings, StoredToken token, String nonce) {
        var notes = new ArrayList<>(Doctor.after(settings, token));
        var id = IdToken.read(token.idToken());
        if (id.isEmpty()) {
            return notes;
        }
        try {
            completion.consult(settings);
            if (completion.read().isPresent()) {
                new PublishedKeys(talk).fault(completion.read().get(), token.idToken()).ifPresent(notes::add);
            }
        } catch (NoToken e) {
            talk.info("ID token", "Its signature was not checked: the login was ended.");
        }
        var issuer = completion.read().map(Discovery.Document::issuer).orElse("");
        notes.addAll(id.get().faults(issuer, settings.clientId(), nonce, talk.clock().instant()));
        return notes;
    }
}
