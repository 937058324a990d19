package dev.posthorn.demo.identity;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Set;

/// How a client proves who it is: Basic header, body, query of a GET, a signed JWT, or not at all (RFC 6749 §2.3, RFC 7523 §2.2).
final class ClientLogin {

    static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final Clients clients;
    private final Assertions assertions;

    ClientLogin(Clients clients, Assertions assertions) {
        this.clients = clients;
        this.assertions = assertions;
    }

    /// Who it says it is, and by what.
    ///
    /// @param id     empty where it does not say
    /// @param method `client_secret_basic`, `client_secret_post`, `query`, `jwt` or `none`
    record Claim(String id, String proof, String method) {}

    Claim claimed(Visit visit) throws Refusal {
        var all = new ArrayList<Claim>();
        var authorization = visit.asked().authorization();
        if (authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            all.add(basic(authorization.substring(6).strip()));
        }
        if (!visit.get("client_secret").isEmpty()) {
            all.add(new Claim(visit.needed("client_id"), visit.get("client_secret"), visit.asked().method().equals("GET") ? "query" : "client_secret_post"));
        }
        if (!visit.get("client_assertion").isEmpty()) {
            all.add(assertion(visit));
        }
        if (all.size() > 1) {
            throw Refusal.request("The client proves itself in more than one way at once.");
        }
        var id = visit.get("client_id");
        if (all.isEmpty()) {
            return new Claim(id, "", "none");
        }
        if (!id.isEmpty() && !id.equals(all.getFirst().id())) {
            throw Refusal.request("client_id names another client than the credentials.");
        }
        return all.getFirst();
    }

    private static Claim basic(String coded) throws Refusal {
        try {
            var pair = new String(Base64.getDecoder().decode(coded), StandardCharsets.UTF_8).split(":", 2);
            if (pair.length == 2) {
                return new Claim(decoded(pair[0]), decoded(pair[1]), "client_secret_basic");
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw Refusal.request("The Basic header is not that of a client id and a secret.");
    }

    /// RFC 6749 §2.3.1: both are form-encoded before they are joined.
    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static Claim assertion(Visit visit) throws Refusal {
        if (!visit.get("client_assertion_type").equals(ASSERTION_TYPE)) {
            throw Refusal.request("client_assertion_type must be " + ASSERTION_TYPE + ".");
        }
        var claims = Assertions.claimed(visit.get("client_assertion"));
        if (claims == null || claims.getSubject() == null) {
            throw new Refusal(401, "invalid_client", "The client assertion is no signed JWT with a sub.");
        }
        return new Claim(claims.getSubject(), visit.get("client_assertion"), "jwt");
    }

    /// @param visit with the faults of the client that is claimed
    Client proven(Visit visit, Claim claim) throws Refusal {
        var client = clients.find(claim.id()).orElseThrow(Refusal::client);
        var methods = methods(visit, client);
        if (visit.has(Fault.INVALID_CLIENT)) {
            throw Refusal.client();
        }
        switch (claim.method()) {
            case "jwt" -> {
                if (!methods.contains("client_secret_jwt") && !methods.contains("private_key_jwt")) {
                    throw Refusal.client();
                }
                assertions.checked(visit, claim.proof(), client, "invalid_client");
            }
            default -> {
                if (!methods.contains(claim.method()) || !same(client.secret(), claim.proof())) {
                    throw Refusal.client();
                }
            }
        }
        return client;
    }

    private static Set<String> methods(Visit visit, Client client) {
        if (visit.has(Fault.BASIC_ONLY)) {
            return Set.of("client_secret_basic");
        }
        if (visit.has(Fault.BODY_ONLY)) {
            return Set.of("client_secret_post");
        }
        return visit.has(Fault.QUERY_ONLY) ? Set.of("query") : client.methods();
    }

    static boolean same(String wanted, String given) {
        return MessageDigest.isEqual(wanted.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
