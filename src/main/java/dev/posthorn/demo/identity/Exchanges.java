package dev.posthorn.demo.identity;

import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// One token for another (RFC 8693): for another audience, for fewer scopes, or for somebody who acts for somebody else.
final class Exchanges {

    private static final String TYPE = "urn:ietf:params:oauth:token-type:";
    private static final Set<String> MADE = Set.of("", TYPE + "access_token", TYPE + "jwt");

    private final Ledger ledger;
    private final Issuer issuer;
    private final Keys keys;

    Exchanges(Ledger ledger, Issuer issuer, Keys keys) {
        this.ledger = ledger;
        this.issuer = issuer;
        this.keys = keys;
    }

    Map<String, Object> exchanged(Visit visit, Client client) throws Refusal {
        var subject = login(visit, "subject_token");
        var claims = new LinkedHashMap<String, Object>();
        if (!visit.get("actor_token").isEmpty()) {
            var actor = login(visit, "actor_token");
            claims.put("act", Map.of("sub", Person.find(actor.user()).map(Person::id).orElse(actor.client())));
        } else if (!visit.get("actor_token_type").isEmpty()) {
            throw Refusal.request("There is an actor_token_type without an actor_token.");
        }
        var wanted = visit.get("requested_token_type");
        if (!MADE.contains(wanted)) {
            throw Refusal.request("The requested_token_type " + wanted + " cannot be made here.");
        }
        var scopes = visit.words("scope").isEmpty() ? subject.granted() : Scopes.asked(visit, client);
        if (!subject.granted().containsAll(scopes)) {
            throw new Refusal(400, "invalid_scope", "The subject token does not have all of these scopes.");
        }
        var login = new Login(client.id(), subject.user(), scopes, scopes, "", TokenEndpoint.audience(visit), false, false, ledger.now());
        var fields = new LinkedHashMap<String, Object>();
        fields.put("access_token", issuer.access(visit, client, login, ledger.fresh(), claims));
        fields.put("issued_token_type", wanted.isEmpty() ? TYPE + "access_token" : wanted);
        fields.put("token_type", "Bearer");
        fields.put("expires_in", Issuer.lifetime(visit, client));
        fields.put("scope", String.join(" ", scopes));
        return fields;
    }

    private Login login(Visit visit, String name) throws Refusal {
        var value = visit.needed(name);
        return switch (visit.needed(name + "_type")) {
            case TYPE + "access_token", TYPE + "jwt" -> ledger.good(value, false).map(Token::login).orElseThrow(() -> unknown(name));
            case TYPE + "refresh_token" -> ledger.good(value, true).map(Token::login).orElseThrow(() -> unknown(name));
            case TYPE + "id_token" -> ofIdToken(value, name);
            default -> throw Refusal.request("The " + name + "_type " + visit.get(name + "_type") + " is not known here.");
        };
    }

    private Login ofIdToken(String value, String name) throws Refusal {
        try {
            var jwt = Keys.parsed(value);
            var claims = jwt.getJWTClaimsSet();
            var person = Person.ALL.stream().filter(p -> p.id().equals(claims.getSubject())).findFirst();
            if (keys.ours(jwt) && person.isPresent() && claims.getExpirationTime().toInstant().isAfter(ledger.now())) {
                return new Login(claims.getAudience().getFirst(), person.get().user(), Clients.SCOPES, Clients.SCOPES, "", java.util.List.of(), false, false, ledger.now());
            }
        } catch (ParseException e) {
            // said below
        }
        throw unknown(name);
    }

    /// RFC 8693 §2.2.2: a token that does not count is an invalid request.
    private static Refusal unknown(String name) {
        return Refusal.request("The " + name + " is not valid here, or is expired.");
    }
}
