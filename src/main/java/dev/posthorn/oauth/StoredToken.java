package dev.posthorn.oauth;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One login that was granted, as it is kept. It never stands in a text: `toString` shows nothing secret.
///
/// @param id           made by us, for ever the same
/// @param name         as the user sees it ("Token", or the name in the settings)
/// @param settings     fingerprint of the settings that it was got with (`OAuthSettings.fingerprint`): requests with the same ones share it
/// @param application  the id of the OAuth application whose login it is; empty for none
/// @param who          the account, as far as the server told (id token, user name); empty where it did not
/// @param asked        scopes that were asked for
/// @param granted      scopes that were given; equal to `asked` where the answer named none (RFC 6749 §5.1)
/// @param accessToken  empty where only an id token came
/// @param idToken      empty for none
/// @param refreshToken empty for none
/// @param type         `token_type` as it came: "Bearer"
/// @param expires      empty where the server gave no lifetime
/// @param other        all further fields of the answer, as JSON values
/// @param refused      a server said 401 to the access token, or the refresh token was refused: it is not sent again
public record StoredToken(String id, String name, String settings, String application, String who, List<String> asked, List<String> granted, String accessToken,
        String idToken, String refreshToken, String type, Instant obtained, Optional<Instant> expires, Map<String, Object> other, boolean refused) {

    public StoredToken {
        asked = List.copyOf(asked);
        granted = List.copyOf(granted);
        other = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(other));
    }

    public StoredToken named(String value) {
        return new StoredToken(id, value, settings, application, who, asked, granted, accessToken, idToken, refreshToken, type, obtained, expires, other, refused);
    }

    public StoredToken markedRefused() {
        return new StoredToken(id, name, settings, application, who, asked, granted, accessToken, idToken, refreshToken, type, obtained, expires, other, true);
    }

    @Override
    public String toString() {
        return "StoredToken[" + id + ", " + name + ", " + who + ", expires " + expires.map(Instant::toString).orElse("never said") + "]";
    }
}
