package dev.posthorn.demo.identity;

import java.util.List;
import java.util.Set;

/// What a program wants from the login page (RFC 6749 §4.1.1, OpenID Connect Core §3.1.2.1).
///
/// @param types    `code`, `token`, `id_token`, or the last two together
/// @param mode     how the answer is carried: `query`, `fragment` or `form_post`
/// @param method   of the code challenge; empty for none
record AuthorizationRequest(Client client, String redirect, Set<String> types, String mode, List<String> scopes, String nonce, String challenge, String method,
        Set<String> prompt, boolean offline, String hint) {

    private static final Set<Set<String>> KNOWN = Set.of(Set.of("code"), Set.of("token"), Set.of("id_token"), Set.of("id_token", "token"));

    /// Where its errors go; known before anything else is.
    record Target(Client client, String redirect, String mode) {}

    static Target target(Visit visit, Client client, String redirect) throws Refusal {
        var mode = visit.get("response_mode");
        var types = visit.get("response_type");
        return new Target(client, redirect, Set.of("query", "fragment", "form_post").contains(mode) ? mode : types.contains("token") ? "fragment" : "query");
    }

    static AuthorizationRequest of(Visit visit, Target target) throws Refusal {
        var client = target.client();
        var types = Set.copyOf(visit.words("response_type"));
        if (!KNOWN.contains(types)) {
            throw new Refusal(400, "unsupported_response_type", "The response_type \"" + visit.get("response_type") + "\" is not known here.");
        }
        if (visit.has(Fault.UNAUTHORIZED_CLIENT) || !client.grants().contains(types.contains("code") ? "authorization_code" : "implicit")) {
            throw new Refusal(400, "unauthorized_client", "The client " + client.id() + " may not log people in.");
        }
        if (visit.has(Fault.UNAVAILABLE)) {
            throw new Refusal(400, "temporarily_unavailable", "The server is out of order for a while.");
        }
        if (visit.has(Fault.DENIED)) {
            throw new Refusal(400, "access_denied", "The person said no.");
        }
        var mode = visit.get("response_mode");
        if (!mode.isEmpty() && !mode.equals(target.mode()) || mode.equals("query") && !types.contains("code")) {
            throw Refusal.request("The response_mode \"" + mode + "\" cannot be had here.");
        }
        var challenge = visit.get("code_challenge");
        var method = challenge.isEmpty() ? "" : visit.get("code_challenge_method").isEmpty() ? "plain" : visit.get("code_challenge_method");
        if (!Set.of("", "plain", "S256").contains(method)) {
            throw Refusal.request("The code_challenge_method \"" + method + "\" is not known here.");
        }
        if (client.open() && types.contains("code") && challenge.isEmpty()) {
            throw Refusal.request("The client " + client.id() + " has no secret and must send a code_challenge (PKCE).");
        }
        if (types.contains("id_token") && visit.get("nonce").isEmpty()) {
            throw Refusal.request("An id token from the login page needs a nonce.");
        }
        return new AuthorizationRequest(client, target.redirect(), types, target.mode(), Scopes.asked(visit, client), visit.get("nonce"), challenge, method,
                Set.copyOf(visit.words("prompt")), visit.get("access_type").equals("offline"), visit.get("login_hint"));
    }
}
