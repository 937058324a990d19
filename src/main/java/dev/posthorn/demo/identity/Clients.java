package dev.posthorn.demo.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The clients that are registered: one that may do everything, some that may do less, and one for each fault.
final class Clients {

    static final String SECRET = "workbench-secret";
    /// Long enough for an HMAC with SHA-256 (RFC 7518 §3.2).
    static final String LONG_SECRET = "a-secret-of-at-least-thirty-two-characters-for-hmac";
    static final List<String> SCOPES = List.of("openid", "profile", "email", "offline_access", "orders.read", "orders.write");
    static final String TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    static final String DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";
    static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    static final Set<String> GRANTS = Set.of("authorization_code", "implicit", "refresh_token", "password", "client_credentials", DEVICE_CODE, TOKEN_EXCHANGE, JWT_BEARER);
    private static final Set<String> SECRETS = Set.of("client_secret_basic", "client_secret_post", "query");
    private static final List<String> ANYWHERE = List.of(Client.LOOPBACK, "https://posthorn.example/callback");

    private final Map<String, Client> all = new LinkedHashMap<>();

    Clients() {
        add("workbench", SECRET, SECRETS, Map.of(), "May do everything; gets a refresh token whenever somebody logs in.");
        add("public", "", Set.of("none"), Map.of(), "Has no secret and must use PKCE.");
        add("secret-jwt", LONG_SECRET, Set.of("client_secret_jwt"), Map.of(), "Proves itself by a JWT signed with its secret (HS256, HS384).");
        add("private-jwt", "", Set.of("private_key_jwt"), Map.of(), "Proves itself by a JWT signed with its private key: /identity/clients/private-jwt/key.");
        put(new Client("rotating", SECRET, ANYWHERE, SCOPES, GRANTS, SECRETS, 3600, true, Map.of(), "Each refresh brings a new refresh token; an old one used again ends them all."));
        put(new Client("narrow", SECRET, ANYWHERE, List.of("orders.read"), GRANTS, SECRETS, 3600, false, Map.of(), "Is registered for the scope orders.read alone."));
        put(new Client("fixed-redirect", SECRET, List.of("http://127.0.0.1:8765/callback", "https://localhost:8766/"), SCOPES, GRANTS, SECRETS, 3600, false, Map.of(),
                "Is redirected to these URIs and no others."));
        put(new Client("machine", SECRET, List.of(), SCOPES, Set.of("client_credentials"), SECRETS, 3600, false, Map.of(), "May use client credentials alone."));
        put(new Client("administrator", SECRET, ANYWHERE, with(SCOPES, "admin"), GRANTS, SECRETS, 3600, false, Map.of(), "May ask for the scope admin too, as no other may."));
        for (var fault : Fault.values()) {
            add("fault-" + fault.id(), SECRET, SECRETS, Map.of(fault, fault.preset()), fault.says());
        }
    }

    private static List<String> with(List<String> some, String more) {
        var all = new ArrayList<>(some);
        all.add(more);
        return all;
    }

    private void add(String id, String secret, Set<String> methods, Map<Fault, Long> faults, String says) {
        put(new Client(id, secret, ANYWHERE, SCOPES, GRANTS, methods, 3600, false, faults, says));
    }

    private void put(Client client) {
        all.put(client.id(), client);
    }

    Optional<Client> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    List<Client> all() {
        return List.copyOf(all.values());
    }
}
