package dev.posthorn.demo.bizagi;

import java.util.List;
import java.util.Optional;

/// A program registered at the played Bizagi (Admin › Security › OAuth2 Applications).
///
/// @param secret   empty for one that proves itself by a certificate
/// @param grants   `authorization_code`, `client_credentials`
/// @param scopes   that it may ask for: `login`, `api`, `all`
/// @param user     for whom client credentials act
/// @param strategy how the code comes back
/// @param redirect the registered URI; empty where the strategy needs none
/// @param minutes  lifetime of its tokens
record Registration(String id, String secret, List<String> grants, List<String> scopes, String user, Strategy strategy, String redirect, long minutes) {

    /// The three redirect strategies.
    enum Strategy { WEB, TITLE, LOCALHOST }

    static final List<Registration> ALL = List.of(
            new Registration("bizagi-data", "bizagi-data-secret", List.of("authorization_code"), List.of("login", "api"), "", Strategy.LOCALHOST, "", 20),
            new Registration("bizagi-metadata", "bizagi-metadata-secret", List.of("client_credentials"), List.of("api"), "admon", Strategy.WEB, "", 20),
            new Registration("bizagi-all", "bizagi-all-secret", List.of("authorization_code", "client_credentials"), List.of("login", "api", "all"), "admon", Strategy.LOCALHOST, "", 20),
            new Registration("bizagi-web", "bizagi-web-secret", List.of("authorization_code"), List.of("login", "api"), "", Strategy.WEB, "https://client.posthorn.example/callback", 20),
            new Registration("bizagi-title", "bizagi-title-secret", List.of("authorization_code"), List.of("login", "api"), "", Strategy.TITLE, "", 20),
            new Registration("bizagi-certificate", "", List.of("client_credentials"), List.of("api"), "admon", Strategy.WEB, "", 20));

    static Optional<Registration> of(String id) {
        return ALL.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    /// Whether a login may be sent there. An URI of this computer may have any port (RFC 8252 §7.3); Bizagi's are HTTPS, here HTTP will do as well.
    boolean mayBeSentTo(String wanted) {
        return switch (strategy) {
            case WEB -> wanted.equals(redirect);
            case TITLE -> wanted.isEmpty() || wanted.equals("urn:ietf:wg:oauth:2.0:oob");
            case LOCALHOST -> wanted.matches("https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?(/[^#]*)?");
        };
    }
}
