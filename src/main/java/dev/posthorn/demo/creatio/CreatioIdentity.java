package dev.posthorn.demo.creatio;

import dev.posthorn.demo.vendor.Answer;
import dev.posthorn.demo.vendor.Asked;
import dev.posthorn.demo.vendor.ClientProof;
import dev.posthorn.demo.vendor.Fault;
import dev.posthorn.demo.vendor.Pages;
import dev.posthorn.demo.vendor.Stage;
import dev.posthorn.demo.vendor.Tokens;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The Identity Service of a Creatio: gives tokens to registered programs, and tells its services which are good.
public final class CreatioIdentity {

    /// Client id → secret.
    private static final Map<String, String> CLIENTS = Map.of("creatio-demo", "creatio-demo-secret", "creatio-short", "creatio-short-secret");
    private static final String SCOPE = "ApplicationAccess_5d9c2b7f41e84f0aa3c6e1b0d87f9a24";
    private static final String NAME = "creatio-identity";

    private final Stage stage;
    private final Tokens tokens;

    public CreatioIdentity(Stage stage) {
        this.stage = stage;
        tokens = new Tokens(stage);
    }

    public Answer answer(Asked asked) {
        var path = asked.path().substring(NAME.length() + 1);
        if (stage.faults().has(Fault.IDENTITY_NOT_FOUND)) {
            asked.note().wrong("Fault: nothing is found here.");
            return Answer.page(404, "404 - Not Found", "<p>There is nothing here.</p>");
        }
        if (stage.faults().has(Fault.IDENTITY_HTML)) {
            asked.note().wrong("Fault: a page instead of JSON.");
            return Pages.application("Welcome to the application");
        }
        return switch (path) {
            case "/.well-known/openid-configuration" -> Answer.json(200, IdentityDocument.of(asked.origin() + "/" + NAME));
            case "/.well-known/openid-configuration/jwks" -> Answer.json(200, Map.of("keys", List.of()));
            case "/connect/token" -> token(asked);
            case "/connect/revocation" -> revocation(asked);
            case "/connect/introspect" -> introspection(asked);
            case "/connect/authorize", "/connect/deviceauthorization", "/connect/endsession", "/connect/checksession", "/connect/userinfo" -> unauthorized(asked);
            default -> {
                asked.note().wrong("There is nothing of the Identity Service at this path.");
                yield Pages.application("Welcome to the application");
            }
        };
    }

    private Answer token(Asked asked) {
        stage.counts().add(NAME + ".tokens.asked");
        stage.faults().wait(Fault.TOKEN_SLOW);
        if (stage.faults().has(Fault.NOT_ALLOWED_HERE)) {
            asked.note().wrong("Fault: the caller's address is not allowed.");
            return Answer.json(403, Map.of("error", "access_denied", "error_description", "IP address " + "127.0.0.1" + " is not in the list of allowed addresses."));
        }
        var proof = ClientProof.of(asked, stage.faults());
        asked.note().who(proof.id());
        var wrong = proof.refused(CLIENTS);
        if (!wrong.isEmpty()) {
            asked.note().wrong(wrong);
            return Answer.json(400, Map.of("error", "invalid_client")).unkept();
        }
        var grant = proof.fields().getOrDefault("grant_type", "");
        if (!grant.equals("client_credentials")) {
            asked.note().wrong("The grant \"" + grant + "\" is not that of this client: client_credentials.");
            return Answer.json(400, Map.of("error", grant.isEmpty() ? "invalid_request" : IdentityDocument.GRANTS.contains(grant) ? "unauthorized_client" : "unsupported_grant_type")).unkept();
        }
        var scope = proof.fields().getOrDefault("scope", "");
        if (stage.faults().has(Fault.INVALID_SCOPE) || !scope.isEmpty() && !scope.equals(SCOPE)) {
            asked.note().wrong("The scope \"" + scope + "\" is not registered for this client.");
            return Answer.json(400, Map.of("error", "invalid_scope")).unkept();
        }
        return granted(proof.id());
    }

    private Answer granted(String client) {
        var lifetime = client.equals("creatio-short") ? 5 : 3600;
        var token = tokens.issue(client, "Supervisor", List.of(SCOPE), lifetime);
        stage.counts().add(NAME + ".tokens");
        var told = new LinkedHashMap<String, Object>();
        told.put("access_token", token.value());
        told.put("expires_in", tokens.told(lifetime));
        told.put("token_type", "Bearer");
        told.put("scope", SCOPE);
        return Answer.json(200, told).unkept();
    }

    private Answer revocation(Asked asked) {
        var proof = ClientProof.of(asked, stage.faults());
        var wrong = proof.refused(CLIENTS);
        if (!wrong.isEmpty()) {
            asked.note().wrong(wrong);
            return Answer.json(400, Map.of("error", "invalid_client"));
        }
        tokens.revoke(proof.fields().getOrDefault("token", ""));
        stage.counts().add(NAME + ".revoked");
        return Answer.empty(200);
    }

    private Answer introspection(Asked asked) {
        var proof = ClientProof.of(asked, stage.faults());
        var wrong = proof.refused(CLIENTS);
        if (!wrong.isEmpty()) {
            asked.note().wrong(wrong);
            return Answer.json(401, Map.of("error", "invalid_client"));
        }
        var token = tokens.good(proof.fields().getOrDefault("token", ""));
        return Answer.json(200, token.isEmpty() ? Map.of("active", false)
                : Map.of("active", true, "client_id", token.get().client(), "scope", SCOPE, "exp", token.get().until().getEpochSecond()));
    }

    private static Answer unauthorized(Asked asked) {
        asked.note().wrong("The clients here have client_credentials alone; other grants can be tried at /identity.");
        return Answer.json(400, Map.of("error", "unauthorized_client"));
    }

    /// Why a call with a header Authorization may not pass, as an answer; null where it may.
    Answer refused(Asked asked) {
        var token = tokens.good(asked.bearer());
        token.ifPresent(t -> asked.note().who(t.client()));
        if (token.isEmpty() || stage.faults().has(Fault.TOKEN_REFUSED)) {
            asked.note().wrong(token.isPresent() ? "Fault: every token is refused." : tokens.known(asked.bearer()) ? "The token is expired." : "The token is not known here.");
            stage.counts().add(NAME + ".refused");
            return Answer.empty(401).with("WWW-Authenticate", "Bearer error=\"invalid_token\"" + (tokens.known(asked.bearer()) ? ", error_description=\"The token is expired\"" : ""));
        }
        if (stage.faults().has(Fault.SCOPE_TOO_SMALL)) {
            asked.note().wrong("Fault: the scope is too small.");
            return Answer.json(403, Map.of("error", "insufficient_scope")).with("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"ApplicationAccess_all\"");
        }
        return null;
    }

    /// Every token counts as expired from now on.
    public void expireTokens() {
        tokens.expire();
    }

    public void reset() {
        tokens.reset();
    }
}
