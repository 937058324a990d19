package dev.posthorn.oauth;

import dev.posthorn.auth.Token;
import dev.posthorn.auth.TokenSource;
import dev.posthorn.model.Auth;
import dev.posthorn.model.BadLogin;
import java.util.Optional;

/// Shows what a send would get, without asking any server: the kept token, or a mark in its place where one would be got at the send.
record Glance(TokenSource life, Applications applications, java.time.Clock clock) implements TokenSource {

    @Override
    public Got token(Auth values) {
        try {
            var settings = Completion.effective(new OAuthSettings(values), "", applications);
            var known = life.known(values);
            if (known.isPresent() && known.get().expires().map(clock.instant()::isBefore).orElse(true)) {
                return new Got.Has(known.get());
            }
            var grant = settings.grant();
            return grant.isEmpty() ? new Got.None(new BadLogin.Refused("OAuth 2.0", Faults.noGrant(settings.text("grant_type"))))
                    : known.isEmpty() && grant.get().person() ? new Got.None(new BadLogin.Needed("OAuth 2.0")) : new Got.Has(new Token("", Token.LATER, Optional.empty()));
        } catch (NoToken e) {
            return new Got.None(new BadLogin.Refused("OAuth 2.0", e.finding()));
        }
    }

    @Override
    public Got instead(Token refused, Auth values) {
        return token(values);
    }

    @Override
    public Optional<Token> known(Auth values) {
        return life.known(values);
    }
}
