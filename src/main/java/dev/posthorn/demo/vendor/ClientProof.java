package dev.posthorn.demo.vendor;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/// How a program proved itself at a token endpoint: in a Basic header, in the body, or in the query of a GET (RFC 6749 §2.3.1).
///
/// @param fields of the question, wherever they came
/// @param wrong  why that way does not count; empty where it does
public record ClientProof(String id, String secret, Map<String, String> fields, String wrong) {

    public static ClientProof of(Asked asked, Faults faults) {
        var fields = asked.is("GET") ? asked.parameters() : asked.form();
        var sent = asked.header("Authorization");
        if (!asked.is("GET") && !asked.is("POST")) {
            return new ClientProof("", "", fields, "A token is asked for by POST.");
        }
        if (asked.is("POST") && asked.form().isEmpty()) {
            return new ClientProof("", "", fields, "The body is no form: Content-Type must be application/x-www-form-urlencoded.");
        }
        if (sent.regionMatches(true, 0, "Basic ", 0, 6)) {
            var pair = basic(sent.substring(6).strip());
            var refused = faults.has(Fault.INVALID_CLIENT) ? "Fault: every client is refused." : faults.has(Fault.BODY_ONLY) || faults.has(Fault.QUERY_ONLY) ? "Fault: credentials do not count in a Basic header." : pair.length < 2 ? "The Basic header is not that of an id and a secret." : "";
            return new ClientProof(pair.length < 2 ? "" : pair[0], pair.length < 2 ? "" : pair[1], fields, refused);
        }
        var query = asked.is("GET");
        var refused = faults.has(Fault.BASIC_ONLY) || faults.has(Fault.QUERY_ONLY) && !query || faults.has(Fault.BODY_ONLY) && query ? "Fault: credentials do not count in the " + (query ? "query." : "body.")
                : query && !faults.has(Fault.QUERY_ONLY) ? "Credentials do not count in the query." : "";
        return new ClientProof(fields.getOrDefault("client_id", ""), fields.getOrDefault("client_secret", ""), fields, faults.has(Fault.INVALID_CLIENT) ? "Fault: every client is refused." : refused);
    }

    private static String[] basic(String coded) {
        try {
            var pair = new String(Base64.getDecoder().decode(coded), StandardCharsets.UTF_8).split(":", 2);
            for (var i = 0; i < pair.length; i++) {
                pair[i] = Asked.decoded(pair[i]);
            }
            return pair;
        } catch (IllegalArgumentException e) {
            return new String[0];
        }
    }

    /// Why this is none of these clients, a sentence; empty where it is one.
    ///
    /// @param clients id → secret
    public String refused(Map<String, String> clients) {
        if (!wrong.isEmpty()) {
            return wrong;
        }
        if (id.isEmpty()) {
            return "There is no client id.";
        }
        var wanted = clients.get(id);
        return wanted == null ? "The client id is not known here." : wanted.equals(secret) ? "" : "The client secret is wrong.";
    }
}
