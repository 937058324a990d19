package dev.posthorn.demo.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Everything that can be wrong with a login, to be called up at will: by the client made for it (`fault-<id>`), under `/identity/with/<id>/…`,
/// or for everybody by `/identity/faults?on=<id>`.
public enum Fault {
    INVALID_CLIENT("The token endpoint says invalid_client, however right the credentials are."),
    UNAUTHORIZED_CLIENT("The client may use no grant: unauthorized_client at the login page and at the token endpoint."),
    BASIC_ONLY("Client credentials count in a Basic header alone; elsewhere invalid_client."),
    BODY_ONLY("Client credentials count in the body alone; elsewhere invalid_client."),
    QUERY_ONLY("Client credentials count in the query of a GET alone; elsewhere invalid_client."),
    NOT_FOUND("The token endpoint is not where it was: 404 with a page."),
    PAGE_NOT_FOUND("The login page is not where it was: 404."),
    HTML("The token endpoint and discovery answer a page of some application, with 200."),
    LOGIN_REDIRECT("The token endpoint redirects to a login page."),
    REDIRECT_PAGE("The login page shows redirect_uri_mismatch, whatever the redirect URI."),
    REDIRECT_AT_EXCHANGE("The exchange of the code says invalid_grant: the redirect URI differs."),
    CODE_INVALID("The exchange of the code says invalid_grant: the code is expired."),
    INVALID_SCOPE("Every scope is refused as not registered: invalid_scope."),
    SCOPES_CUT("Only the first of the scopes is granted, and the answer says so."),
    SCOPES_CUT_SILENTLY("Only the first of the scopes is granted, and the answer does not say so."),
    INSUFFICIENT_SCOPE("The API says 403 insufficient_scope, whatever the token."),
    TOKEN_REFUSED("The API says 401 invalid_token, whatever the token."),
    CALLER_NOT_ALLOWED("The caller's address is not allowed: 403 at the token endpoint and at the API, in the provider's own words."),
    DENIED("The person says no: access_denied."),
    NO_REFRESH("No refresh token ever comes."),
    REFRESH_BY_SCOPE("A refresh token comes with the scope offline_access alone."),
    REFRESH_BY_PARAMETER("A refresh token comes with the parameter access_type=offline alone."),
    REFRESH_ONCE("A refresh token comes at the first login of a person alone, until all of that person's tokens are revoked (or with prompt=consent)."),
    REFRESH_INVALID("Every refresh is refused: invalid_grant."),
    SHORT_LIVED("Access tokens live so many seconds.", 5),
    NO_EXPIRY("The answer does not say how long the token lives."),
    EXPIRES_TEXT("expires_in is a text: \"3600\"."),
    NO_TOKEN_TYPE("The answer has no token_type."),
    FORM_ENCODED("Token answers are form-encoded, as with GitHub, errors too, with 200."),
    ERRORS_AS_200("Errors come with status 200."),
    EMPTY("The token endpoint answers 200 and nothing."),
    BROKEN_JSON("The token endpoint's JSON breaks off in the middle."),
    HUGE("The token endpoint answers so many MiB of JSON.", 4),
    UNAVAILABLE("Out of order: 503 at the token endpoint, temporarily_unavailable at the login page."),
    SLOW("The token endpoint takes so many milliseconds.", 1000),
    SLOW_DOWN("So many polls for a device are answered slow_down.", 1),
    DEVICE_EXPIRED("A device's code is expired at its first poll."),
    DEVICE_DENIED("A device is denied at its first poll."),
    WRONG_STATE("The redirect carries another state."),
    WRONG_ISS("The redirect carries the iss of another server (RFC 9207)."),
    NO_ISS("The redirect carries no iss."),
    WRONG_NONCE("The id token has another nonce."),
    WRONG_AUDIENCE("The id token is for another client."),
    WRONG_SIGNATURE("The id token is signed with another key than the one that is published."),
    ISSUER_DIFFERS("The issuer calls itself creatio.com, whatever its URL.");

    private final String says;
    private final long preset;

    Fault(String says) {
        this(says, 0);
    }

    Fault(String says, long preset) {
        this.says = says;
        this.preset = preset;
    }

    /// As it is called in URLs and client ids: `short-lived`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String says() {
        return says;
    }

    /// The number that it takes where none is given; 0 where it takes none.
    public long preset() {
        return preset;
    }

    public static Optional<Fault> of(String id) {
        return Arrays.stream(values()).filter(f -> f.id().equals(id)).findFirst();
    }
}
