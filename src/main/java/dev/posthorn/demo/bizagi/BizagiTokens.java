package dev.posthorn.demo.bizagi;

import dev.posthorn.demo.vendor.Answer;
import dev.posthorn.demo.vendor.Asked;
import dev.posthorn.demo.vendor.ClientProof;
import dev.posthorn.demo.vendor.Fault;
import dev.posthorn.demo.vendor.Pages;
import dev.posthorn.demo.vendor.Stage;
import dev.posthorn.demo.vendor.Tokens;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The token endpoint of the played Bizagi: credentials in a Basic header alone (or a signed JWT), scopes `login`, `api`, `all`.
final class BizagiTokens {

    private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final List<String> SCOPES = List.of("login", "api", "all");

    private final Stage stage;
    private final Tokens tokens;
    private final BizagiLogin login;
    private final ClientKey key;

    BizagiTokens(Stage stage, Tokens tokens, BizagiLogin login, ClientKey key) {
        this.stage = stage;
        this.tokens = tokens;
        this.login = login;
        this.key = key;
    }

    ClientKey key() {
        return key;
    }

    Answer answer(Asked asked) {
        var faults = stage.faults();
        stage.counts().add("bizagi.tokens.asked");
        faults.wait(Fault.TOKEN_SLOW);
        if (faults.has(Fault.IDENTITY_NOT_FOUND)) {
            asked.note().wrong("Fault: nothing is found here.");
            return Answer.page(404, "404 - Not Found", "<p>There is nothing here.</p>");
        }
        if (faults.has(Fault.IDENTITY_HTML)) {
            asked.note().wrong("Fault: a page instead of JSON.");
            return Pages.application("Bizagi Work Portal");
        }
        if (faults.has(Fault.NOT_ALLOWED_HERE)) {
            return error(asked, 403, "access_denied", "The IP address 127.0.0.1 is not allowed.");
        }
        var proof = ClientProof.of(asked, faults);
        asked.note().who(proof.id());
        var fields = proof.fields();
        var application = Registration.of(proof.id().isEmpty() ? fields.getOrDefault("client_id", "") : proof.id());
        var wrong = unproven(asked, proof, application.orElse(null));
        if (!wrong.isEmpty()) {
            return error(asked, 401, "invalid_client", wrong);
        }
        return granted(asked, fields, application.orElseThrow());
    }

    private String unproven(Asked asked, ClientProof proof, Registration application) {
        var fields = proof.fields();
        if (fields.getOrDefault("client_assertion_type", "").equals(ASSERTION)) {
            var known = application != null && application.secret().isEmpty();
            return !known ? "This client has no certificate." : key.refused(fields.getOrDefault("client_assertion", ""), application.id(), asked.origin() + asked.path(), stage.now());
        }
        var faults = stage.faults();
        var moved = faults.has(Fault.BODY_ONLY) || faults.has(Fault.QUERY_ONLY);
        if (!moved && proof.wrong().isEmpty() && !asked.header("Authorization").regionMatches(true, 0, "Basic ", 0, 6)) {
            return "The client's credentials must come in a Basic header.";
        }
        return proof.refused(application == null || application.secret().isEmpty() ? Map.of() : Map.of(application.id(), application.secret()));
    }

    private Answer granted(Asked asked, Map<String, String> fields, Registration application) {
        var grant = fields.getOrDefault("grant_type", "");
        if (!List.of("client_credentials", "authorization_code").contains(grant)) {
            return error(asked, 400, "unsupported_grant_type", "The grant_type \"" + grant + "\" is not known: client_credentials or authorization_code.");
        }
        if (!application.grants().contains(grant)) {
            return error(asked, 400, "unauthorized_client", "The application is not registered for the grant " + grant + ".");
        }
        if (grant.equals("authorization_code")) {
            return byCode(asked, fields, application);
        }
        var scopes = Arrays.stream(fields.getOrDefault("scope", "").split("[ ,+]+")).filter(s -> !s.isEmpty()).toList();
        var refused = refusedScope(stage, application, scopes);
        return refused.isEmpty() ? issued(application, application.user(), scopes) : error(asked, 400, "invalid_scope", refused);
    }

    /// Why these scopes cannot be had, a sentence; empty where they can.
    static String refusedScope(Stage stage, Registration application, List<String> scopes) {
        if (scopes.isEmpty()) {
            return "There is no scope: login, api or all.";
        }
        for (var scope : scopes) {
            if (!SCOPES.contains(scope)) {
                return "The scope \"" + scope + "\" is not known: login, api or all.";
            }
            if (stage.faults().has(Fault.INVALID_SCOPE) || !application.scopes().contains(scope)) {
                return "The application is not registered for the scope " + scope + ".";
            }
        }
        return "";
    }

    private Answer byCode(Asked asked, Map<String, String> fields, Registration application) {
        var code = login.take(fields.getOrDefault("code", ""));
        if (code.isEmpty() || !code.get().client().equals(application.id())) {
            return error(asked, 400, "invalid_grant", "The code is not known, expired, or was used before.");
        }
        if (stage.faults().has(Fault.REDIRECT_AT_EXCHANGE) || !code.get().redirect().equals(fields.getOrDefault("redirect_uri", ""))) {
            return error(asked, 400, "invalid_grant", "redirect_uri differs from the one that the code was asked for with.");
        }
        if (!code.get().verified(fields.getOrDefault("code_verifier", ""))) {
            return error(asked, 400, "invalid_grant", "The code_verifier does not fit the code_challenge.");
        }
        return issued(application, code.get().user(), code.get().scopes());
    }

    private Answer issued(Registration application, String user, List<String> scopes) {
        var given = stage.faults().has(Fault.SCOPE_CUT) ? scopes.subList(0, 1) : scopes;
        var token = tokens.issue(application.id(), user, given, application.minutes() * 60);
        stage.counts().add("bizagi.tokens");
        var told = new LinkedHashMap<String, Object>();
        told.put("access_token", token.value());
        told.put("token_type", "Bearer");
        told.put("expires_in", tokens.told(application.minutes() * 60));
        told.put("scope", String.join(" ", given));
        return Answer.json(200, told).unkept();
    }

    private static Answer error(Asked asked, int status, String error, String why) {
        asked.note().wrong(why);
        var told = new LinkedHashMap<String, Object>();
        told.put("error", error);
        told.put("error_description", why);
        var answer = Answer.json(status, told).unkept();
        return status == 401 ? answer.with("WWW-Authenticate", "Basic realm=\"Bizagi\"") : answer;
    }
}
