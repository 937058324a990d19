package dev.posthorn.demo.identity;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// The token endpoint: a grant goes in, tokens come out (RFC 6749 §3.2).
final class TokenEndpoint {

    private final ClientLogin logins;
    private final Clients clients;
    private final Ledger ledger;
    private final Issuer issuer;
    private final Devices devices;
    private final Assertions assertions;
    private final Exchanges exchanges;
    private final Counts counts;

    TokenEndpoint(ClientLogin logins, Clients clients, Ledger ledger, Issuer issuer, Devices devices, Assertions assertions, Keys keys, Counts counts) {
        this.logins = logins;
        this.clients = clients;
        this.ledger = ledger;
        this.issuer = issuer;
        this.devices = devices;
        this.assertions = assertions;
        this.exchanges = new Exchanges(ledger, issuer, keys);
        this.counts = counts;
    }

    Answer answer(Visit first) {
        var visit = first;
        try {
            var grant = visit.get("grant_type");
            counts.add("token." + known(grant));
            var claim = claimed(visit, grant);
            visit = clients.find(claim.id()).map(visit::with).orElse(visit);
            var disturbed = Disturbance.of(visit);
            if (disturbed.isPresent()) {
                return disturbed.get();
            }
            var client = proven(visit, claim, grant);
            var fields = granted(visit, client, visit.needed("grant_type"));
            counts.add("granted." + known(grant));
            return TokenAnswers.good(visit, fields);
        } catch (Refusal e) {
            return TokenAnswers.bad(visit, e);
        }
    }

    private static String known(String grant) {
        return Clients.GRANTS.contains(grant) ? grant : "other";
    }

    /// An assertion names its client by itself.
    private ClientLogin.Claim claimed(Visit visit, String grant) throws Refusal {
        var claim = logins.claimed(visit);
        if (claim.id().isEmpty() && grant.equals(Clients.JWT_BEARER)) {
            var claims = Assertions.claimed(visit.get("assertion"));
            return new ClientLogin.Claim(claims == null || claims.getIssuer() == null ? "" : claims.getIssuer(), "", "none");
        }
        return claim;
    }

    /// RFC 7523 §2.1: beside an assertion that speaks for somebody the client need not prove itself too.
    private Client proven(Visit visit, ClientLogin.Claim claim, String grant) throws Refusal {
        if (grant.equals(Clients.JWT_BEARER) && claim.method().equals("none") && !visit.has(Fault.INVALID_CLIENT)) {
            return clients.find(claim.id()).orElseThrow(Refusal::client);
        }
        return logins.proven(visit, claim);
    }

    private Map<String, Object> granted(Visit visit, Client client, String grant) throws Refusal {
        if (!Clients.GRANTS.contains(grant) || grant.equals("implicit")) {
            throw new Refusal(400, "unsupported_grant_type", "The grant type " + grant + " is not known here.");
        }
        if (visit.has(Fault.UNAUTHORIZED_CLIENT) || !client.grants().contains(grant)) {
            throw new Refusal(400, "unauthorized_client", "The client " + client.id() + " may not use the grant " + grant + ".");
        }
        return switch (grant) {
            case "authorization_code" -> byCode(visit, client);
            case "refresh_token" -> byRefresh(visit, client);
            case "password" -> byPassword(visit, client);
            case "client_credentials" -> byItself(visit, client);
            case Clients.DEVICE_CODE -> issuer.issue(visit, client, devices.polled(visit, client), ledger.fresh(), true);
            case Clients.TOKEN_EXCHANGE -> exchanges.exchanged(visit, client);
            default -> byAssertion(visit, client);
        };
    }

    private Map<String, Object> byCode(Visit visit, Client client) throws Refusal {
        var value = visit.needed("code");
        var code = ledger.codes.get(value).filter(c -> c.login().client().equals(client.id())).orElseThrow(() -> Refusal.grant("The code is not known."));
        if (!code.family().isEmpty()) {
            ledger.endFamily(code.family());
            throw Refusal.grant("The code was used before; the tokens that it was exchanged for are revoked.");
        }
        if (visit.has(Fault.CODE_INVALID) || !ledger.now().isBefore(code.expires())) {
            throw Refusal.grant("The code is expired.");
        }
        if (visit.has(Fault.REDIRECT_AT_EXCHANGE) || !code.redirect().equals(visit.get("redirect_uri"))) {
            throw Refusal.grant("redirect_uri differs from the one that the code was asked for with.");
        }
        verify(visit, code);
        var family = ledger.fresh();
        ledger.codes.put(value, code.exchanged(family));
        return issuer.issue(visit, client, code.login(), family, true);
    }

    /// RFC 7636 §4.6.
    private static void verify(Visit visit, Code code) throws Refusal {
        var verifier = visit.get("code_verifier");
        if (code.challenge().isEmpty()) {
            if (!verifier.isEmpty()) {
                throw Refusal.grant("There is a code_verifier, but the code was asked for without a code_challenge.");
            }
            return;
        }
        var made = code.method().equals("S256") ? Base64.getUrlEncoder().withoutPadding().encodeToString(Issuer.sha256(verifier)) : verifier;
        if (verifier.isEmpty() || !ClientLogin.same(code.challenge(), made)) {
            throw Refusal.grant(verifier.isEmpty() ? "The code_verifier is missing." : "The code_verifier does not fit the code_challenge.");
        }
    }

    private Map<String, Object> byRefresh(Visit visit, Client client) throws Refusal {
        var value = visit.needed("refresh_token");
        var token = ledger.tokens.get(value).filter(t -> t.refresh() && t.login().client().equals(client.id()))
                .orElseThrow(() -> Refusal.grant("The refresh token is not known, or was revoked."));
        if (token.used()) {
            ledger.endFamily(token.family());
            throw Refusal.grant("The refresh token was used before; all tokens of this login are revoked.");
        }
        if (visit.has(Fault.REFRESH_INVALID) || !token.good(ledger.now())) {
            throw Refusal.grant("The refresh token is no longer valid.");
        }
        var login = token.login().withoutNonce();
        var wanted = visit.words("scope");
        if (!login.granted().containsAll(wanted)) {
            throw new Refusal(400, "invalid_scope", "A refresh cannot bring scopes that were not granted.");
        }
        login = wanted.isEmpty() ? login : login.withGranted(wanted);
        if (client.rotates()) {
            ledger.tokens.change(value, Token::replaced);
        }
        var fields = issuer.issue(visit, client, login, token.family(), client.rotates());
        return fields;
    }

    private Map<String, Object> byPassword(Visit visit, Client client) throws Refusal {
        var user = visit.needed("username");
        counts.add("login");
        var refused = Person.refused(user, visit.needed("password"));
        if (refused.isPresent()) {
            counts.add("login.failed");
            throw Refusal.grant(refused.get());
        }
        var scopes = Scopes.asked(visit, client);
        var login = new Login(client.id(), user, scopes, scopes, "", audience(visit), visit.get("access_type").equals("offline"), false, ledger.now());
        return issuer.issue(visit, client, login, ledger.fresh(), true);
    }

    private Map<String, Object> byItself(Visit visit, Client client) throws Refusal {
        return issuer.issue(visit, client, Login.machine(client, Scopes.asked(visit, client), audience(visit), ledger.now()), ledger.fresh(), false);
    }

    private Map<String, Object> byAssertion(Visit visit, Client client) throws Refusal {
        var claims = assertions.checked(visit, visit.needed("assertion"), client, "invalid_grant");
        var subject = claims.getSubject() == null ? "" : claims.getSubject();
        var scopes = Scopes.asked(visit, client);
        if (subject.equals(client.id())) {
            return issuer.issue(visit, client, Login.machine(client, scopes, audience(visit), ledger.now()), ledger.fresh(), false);
        }
        var person = Person.find(subject).filter(p -> !p.locked()).orElseThrow(() -> Refusal.grant("The assertion's sub, \"" + subject + "\", is nobody here."));
        var login = new Login(client.id(), person.user(), scopes, scopes, "", audience(visit), false, false, ledger.now());
        return issuer.issue(visit, client, login, ledger.fresh(), false);
    }

    /// Auth0's `audience` and RFC 8707's `resource`.
    static List<String> audience(Visit visit) {
        var all = new ArrayList<>(visit.all("audience"));
        all.addAll(visit.all("resource"));
        all.removeIf(String::isEmpty);
        return List.copyOf(all);
    }
}
