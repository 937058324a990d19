package dev.posthorn.auth;

import dev.posthorn.model.Auth;
import dev.posthorn.model.BadLogin;
import dev.posthorn.model.Failure;
import java.util.Optional;

/// Gives tokens of OAuth 2.0 for settings whose variables are resolved. One that is bound to a send ends its waiting when the send is cancelled.
public interface TokenSource {

    /// A good one: what is kept, or renewed where it is about to expire, or got anew where no person is needed for that. Many who ask at once
    /// share one exchange and what came of it. Blocks.
    Got token(Auth values);

    /// Another one for `refused`, which a server answered with 401. Who asks for a token that has been replaced since gets the new one without
    /// an exchange. Blocks.
    Got instead(Token refused, Auth values);

    /// What is kept, good or expired; nothing is asked of anybody.
    Optional<Token> known(Auth values);

    sealed interface Got {
        record Has(Token token) implements Got {}

        record None(Failure failure) implements Got {}
    }

    /// Has none and gets none.
    TokenSource NONE = new TokenSource() {
        @Override
        public Got token(Auth values) {
            return new Got.None(new BadLogin.Needed("OAuth 2.0"));
        }

        @Override
        public Got instead(Token refused, Auth values) {
            return token(values);
        }

        @Override
        public Optional<Token> known(Auth values) {
            return Optional.empty();
        }
    };
}
