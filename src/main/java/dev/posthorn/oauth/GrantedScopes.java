package dev.posthorn.oauth;

import dev.posthorn.model.Finding;
import dev.posthorn.model.Mend;
import java.util.List;
import java.util.Optional;

/// Compares the scopes that were granted with those that were asked for. More than was asked is no fault, and where none was asked (as with
/// Creatio, which gives `ApplicationAccess_…`) there is nothing to compare.
final class GrantedScopes {

    private GrantedScopes() {}

    static Optional<Finding> of(OAuthSettings settings, StoredToken token) {
        var missing = token.asked().stream().filter(s -> !token.granted().contains(s) && !s.equals("offline_access") && !s.equals("openid")).toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        var person = settings.grant().map(Grant::person).orElse(false);
        var many = missing.size() > 1;
        return Optional.of(new Finding("scopes-cut", "The login worked, but " + (many ? "the scopes " : "the scope ") + ScopeFaults.quoted(missing) + (many ? " were" : " was") + " not granted.",
                person ? "It was not ticked at the login, or the provider does not give it. Revoke this login, log in again and tick all; calls that need it would answer 403."
                        : "The provider does not give it to this client: add it there. Calls that need it would answer 403.",
                person ? List.of(new Mend.Forget("Revoke this login", token.id()), new Mend.LogIn("Log in again")) : List.of()));
    }
}
