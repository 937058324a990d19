package dev.posthorn.oauth;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import dev.posthorn.model.Finding;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;

/// What only this login knows, so that its redirect and its code are nobody else's: state, nonce, and PKCE's verifier (RFC 7636).
///
/// @param nonce    empty where no id token is asked for
/// @param verifier empty without PKCE
record Secrecy(String state, String nonce, String verifier) {

    private static final int BYTES = 32;

    static Secrecy of(OAuthSettings settings, Grant grant, RandomGenerator random) throws NoToken {
        var state = settings.text("state").isEmpty() ? chance(random) : settings.text("state");
        return new Secrecy(state, settings.openId() ? chance(random) : "", grant == Grant.PKCE ? verifier(settings, random) : "");
    }

    private static String verifier(OAuthSettings settings, RandomGenerator random) throws NoToken {
        var given = settings.text("code_verifier");
        if (given.isEmpty()) {
            return chance(random);
        }
        if (!given.matches("[A-Za-z0-9._~-]{43,128}")) {
            throw new NoToken(new Finding("verifier", "The code verifier cannot be used: it must have 43 to 128 of the characters A-Z a-z 0-9 - . _ ~ (RFC 7636 §4.1).",
                    "Leave it empty: a new one is then made for each login.", List.of(new dev.posthorn.model.Mend.Change("Leave it empty", java.util.Map.of("code_verifier", "")))));
        }
        return given;
    }

    /// RFC 7636 §4.2.
    String challenge(boolean plain) {
        return CodeChallenge.compute(plain ? CodeChallengeMethod.PLAIN : CodeChallengeMethod.S256, new CodeVerifier(verifier)).getValue();
    }

    private static String chance(RandomGenerator random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Secrecy";
    }
}
