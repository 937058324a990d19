package dev.posthorn.oauth;

import dev.posthorn.model.Auth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Settings of OAuth 2.0 as they stand in a file, read by their keys; variables are resolved already.
///
/// 1. Postman's keys: `grant_type`, `authUrl`, `accessTokenUrl`, `refreshTokenUrl`, `redirect_uri` (older files: `callbackUrl`), `useBrowser`, `clientId`,
///    `clientSecret`, `scope`, `state`, `username`, `password`, `audience`, `resource`, `tokenName`, `client_authentication` (`header`, `body`),
///    `challengeAlgorithm` (`S256`, `plain`), `code_verifier`, `authRequestParams`, `tokenRequestParams`, `refreshRequestParams`, `accessToken`,
///    `tokenType`, `addTokenTo` (`header`, `queryParams`), `headerPrefix`. What Posthorn imported as `discoveryUrl` before it had `issuer` counts as that.
/// 2. Ours, which Postman keeps and passes over. Endpoints: `issuer`, `deviceUrl`, `revokeUrl`, `introspectUrl`, `userinfoUrl`. Client: four further ways
///    in `client_authentication` (`ClientProof`), `privateKey` (PEM, or a JWK), `keyId`, `assertionAlgorithm`, `assertionAudience`. JWT bearer: `assertion`
///    (given), or made from `assertionIssuer`, `assertionSubject`, `assertionAudience`, `assertionClaims` (JSON) and `assertionSeconds` with that key.
///    Token exchange, as on the wire: `subject_token`, `subject_token_type`, `actor_token`, `actor_token_type`, `requested_token_type`.
///    Use: `useToken` (`access_token`, `id_token`), `autoRefresh` (on), `application` (id of an OAuth application), `login` (id of a certain token).
/// 3. What a missing or unknown `grant_type` means is for the user to say: nothing is guessed.
public record OAuthSettings(Auth values) {

    /// The token types of RFC 8693 §3 that are offered, without their prefix `urn:ietf:params:oauth:token-type:`.
    public static final List<String> TOKEN_TYPES = List.of("access_token", "refresh_token", "id_token", "jwt", "saml1", "saml2");

    private static final String TYPE_PREFIX = "urn:ietf:params:oauth:token-type:";

    public String text(String key) {
        var text = values.text(key).strip();
        return text.isEmpty() && key.equals("issuer") ? values.text("discoveryUrl").strip() : text;
    }

    /// Not stripped: white space may belong to it.
    String secret(String key) {
        return values.text(key);
    }

    public Optional<Grant> grant() {
        return Grant.of(text("grant_type"));
    }

    public ClientProof proof() {
        return ClientProof.of(text("client_authentication"));
    }

    public String clientId() {
        return text("clientId");
    }

    /// Where somebody is sent back to; empty where any will do.
    public String redirect() {
        return text("redirect_uri").isEmpty() ? text("callbackUrl") : text("redirect_uri");
    }

    /// The scopes asked for. One list for both ways in which people write them: by white space, or else by commas.
    public List<String> scopes() {
        return split(text("scope"));
    }

    /// The scopes as they are sent: in the words of the file, apart by single spaces (RFC 6749 §3.3), also where the form has one on each line.
    String scope() {
        return text("scope").replaceAll("\\s+", " ");
    }

    /// Scopes told apart by white space (RFC 6749 §3.3); where there is none, by commas, as some servers answer.
    static List<String> split(String scope) {
        return Arrays.stream(scope.strip().split(scope.strip().matches("(?s).*\\s.*") ? "\\s+" : ",")).filter(s -> !s.isEmpty()).distinct().toList();
    }

    public boolean openId() {
        return scopes().contains("openid");
    }

    /// `resource` may repeat (RFC 8707 §2): several stand apart by white space, or are a list.
    public List<String> resources() {
        return list("resource");
    }

    /// In token exchange `audience` may repeat (RFC 8693 §2.1).
    public List<String> audiences() {
        return list("audience");
    }

    private List<String> list(String key) {
        return values.values().get(key) instanceof List<?> several ? several.stream().map(String::valueOf).filter(s -> !s.isBlank()).toList()
                : Arrays.stream(text(key).split("\\s+")).filter(s -> !s.isEmpty()).toList();
    }

    public String refreshUrl() {
        return text("refreshTokenUrl").isEmpty() ? text("accessTokenUrl") : text("refreshTokenUrl");
    }

    /// PKCE's way: S256 where the file says nothing.
    public boolean plainChallenge() {
        return text("challengeAlgorithm").equalsIgnoreCase("plain");
    }

    /// The rows of `authRequestParams`: of a browser's page all go into its URL.
    public List<Extra> authExtras() {
        return Extra.rows(values.values().get("authRequestParams"), Extra.Place.URL);
    }

    public List<Extra> tokenExtras() {
        return Extra.rows(values.values().get("tokenRequestParams"), Extra.Place.BODY);
    }

    public List<Extra> refreshExtras() {
        return Extra.rows(values.values().get("refreshRequestParams"), Extra.Place.BODY);
    }

    /// Token types of token exchange, with the short names spelled out; an access token where nothing is said (empty for `requested_token_type`).
    public String tokenType(String key) {
        var type = text(key);
        return type.isEmpty() && key.equals("requested_token_type") ? "" : type.isEmpty() ? TYPE_PREFIX + "access_token" : TOKEN_TYPES.contains(type) ? TYPE_PREFIX + type : type;
    }

    public String tokenName() {
        return text("tokenName");
    }

    public boolean sendsIdToken() {
        return text("useToken").equals("id_token");
    }

    /// Whether a token is renewed by itself; on where the file says nothing.
    public boolean autoRefresh() {
        return !text("autoRefresh").equals("false");
    }

    /// How long a token lives where the server does not say it; empty where the settings do not either.
    Optional<Duration> lifetime() {
        var minutes = text("tokenMinutes");
        return minutes.matches("0*[1-9]\\d{0,6}(\\.\\d{1,3})?") ? Optional.of(Duration.ofMillis(Math.round(Double.parseDouble(minutes) * 60_000))) : Optional.empty();
    }

    /// The id of the OAuth application whose values count; empty for none.
    public String application() {
        return text("application");
    }

    /// The id of a certain token to use; empty for the shared or the newest one.
    public String login() {
        return text("login");
    }

    /// A token that stands in the file itself; empty for none, and beside an application, which brings its own.
    public String literal() {
        return application().isEmpty() ? text("accessToken") : "";
    }

    public OAuthSettings with(String key, Object value) {
        return new OAuthSettings(values.with(key, value));
    }

    /// These settings with the values of the application over them. What the application leaves empty stays; where it does not say how the client
    /// proves itself, in the body (as on Creatio's page).
    public OAuthSettings under(Application application) {
        var merged = new LinkedHashMap<>(values.values());
        merged.put("client_authentication", "body");
        application.values().values().forEach((key, value) -> {
            if (value != null && !value.toString().isBlank() && !key.equals("accessToken")) {
                merged.put(key, value);
            }
        });
        if (!application.revokeUrl().isBlank()) {
            merged.put("revokeUrl", application.revokeUrl());
        }
        merged.put("application", application.id());
        return new OAuthSettings(new Auth(values.type(), merged));
    }

    /// Puts what discovery found where the file has nothing.
    OAuthSettings completed(Map<String, String> found) {
        var merged = new LinkedHashMap<>(values.values());
        found.forEach((key, value) -> {
            if (text(key).isEmpty()) {
                merged.put(key, value);
            }
        });
        return new OAuthSettings(new Auth(values.type(), merged));
    }

    /// Says which grant this is, of whom and for what, the same after a restart: requests whose settings have one fingerprint share a token.
    public String fingerprint() {
        return Fingerprint.of(identity());
    }

    /// The same with everything that is proved with, so that a wrong password is known from the next one. Never kept.
    String proofprint() {
        var parts = new ArrayList<>(identity());
        for (var key : List.of("clientSecret", "password", "privateKey", "keyId", "client_authentication", "accessTokenUrl", "refreshTokenUrl")) {
            parts.add(values.text(key));
        }
        return Fingerprint.of(parts);
    }

    private List<String> identity() {
        var parts = new ArrayList<String>();
        for (var key : List.of("grant_type", "issuer", "authUrl", "accessTokenUrl", "deviceUrl", "clientId", "username", "audience", "resource", "application",
                "subject_token", "actor_token", "requested_token_type", "assertion", "assertionIssuer", "assertionSubject", "assertionClaims")) {
            parts.add(text(key));
        }
        parts.add(String.join(" ", scopes().stream().sorted().toList()));
        parts.add(authExtras().stream().map(e -> e.key() + "=" + e.value()).toList().toString());
        parts.add(tokenExtras().stream().map(e -> e.key() + "=" + e.value()).toList().toString());
        return parts;
    }

    @Override
    public String toString() {
        return "OAuthSettings[" + text("grant_type") + ", " + text("accessTokenUrl") + "]";
    }
}
