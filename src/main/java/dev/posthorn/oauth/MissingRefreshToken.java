package dev.posthorn.oauth;

import dev.posthorn.model.Finding;
import dev.posthorn.model.Mend;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says what it means that no refresh token came with a login that took a person.
final class MissingRefreshToken {

    private static final String OFFLINE = "offline_access";

    /// Set by types of vendors whose servers have none: logins recur, and nothing here changes that.
    private static final String NEVER = "noRefreshTokens";

    private MissingRefreshToken() {}

    static Optional<Finding> of(OAuthSettings settings, StoredToken token) {
        var grant = settings.grant().orElse(null);
        if (settings.text(NEVER).equals("true") || !token.refreshToken().isEmpty() || grant == null || !grant.person() && grant != Grant.PASSWORD || token.accessToken().isEmpty()) {
            return Optional.empty();
        }
        if (token.expires().isEmpty() && grant != Grant.IMPLICIT) {
            return Optional.of(new Finding("no-refresh-needed", "The server gave no lifetime for the token and no refresh token.",
                    "Such a token usually does not expire: nothing to do. Should a call answer 401 one day, log in again.", List.of()));
        }
        if (grant == Grant.IMPLICIT) {
            return Optional.of(new Finding("no-refresh-implicit", "The implicit grant never gives a refresh token (RFC 6749 §4.2.2): when the token expires, you log in again.",
                    "Where the provider offers it, use the authorization code grant with PKCE.",
                    List.of(new Mend.Change("Use the authorization code with PKCE", Map.of("grant_type", Grant.PKCE.key())))));
        }
        return Optional.of(new Finding("no-refresh-token", "No refresh token came with the login: when the token expires, you have to log in again.", advice(settings), mends(settings, token)));
    }

    private static String advice(OAuthSettings settings) {
        return google(settings) ? "Google gives one for the parameter access_type=offline, and only at the first consent: add it with prompt=consent, revoke this login, and log in again."
                : ScopeFaults.asked(settings).contains(OFFLINE)
                        ? "offline_access was asked for and not given: the provider has none for this client, or gave its only one before, perhaps to another program. Revoke the access at the provider, then log in again."
                        : "Most servers give one for the scope offline_access: add it, revoke this login, and log in again. If the server has none, logins will recur.";
    }

    private static List<Mend> mends(OAuthSettings settings, StoredToken token) {
        var mends = new ArrayList<Mend>();
        if (google(settings)) {
            mends.add(new Mend.Change("Add access_type=offline", Map.of("authRequestParams", withOffline(settings))));
        } else if (!ScopeFaults.asked(settings).contains(OFFLINE)) {
            mends.add(new Mend.Change("Add offline_access", Map.of("scope", (settings.text("scope") + " " + OFFLINE).strip())));
        }
        mends.add(new Mend.Forget("Revoke this login", token.id()));
        mends.add(new Mend.LogIn("Log in again"));
        return mends;
    }

    private static boolean google(OAuthSettings settings) {
        return settings.text("authUrl").contains("accounts.google.com");
    }

    private static List<Object> withOffline(OAuthSettings settings) {
        var rows = new ArrayList<Object>(settings.values().values().get("authRequestParams") instanceof List<?> list ? list : List.of());
        for (var parameter : List.of(Map.entry("access_type", "offline"), Map.entry("prompt", "consent"))) {
            if (rows.stream().noneMatch(r -> r instanceof Map<?, ?> row && parameter.getKey().equals(row.get("key")))) {
                var row = new LinkedHashMap<String, Object>();
                row.put("key", parameter.getKey());
                row.put("value", parameter.getValue());
                row.put("enabled", true);
                row.put("send_as", "request_url");
                rows.add(row);
            }
        }
        return rows;
    }
}
