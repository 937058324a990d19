package dev.posthorn.demo.identity;

import java.util.LinkedHashMap;
import java.util.Map;

/// What can be done with a token beyond using it: revoke it (RFC 7009), ask about it (RFC 7662), ask who logged in (OpenID Connect Core §5.3).
final class TokenQuestions {

    private final ClientLogin logins;
    private final Clients clients;
    private final Ledger ledger;
    private final Counts counts;

    TokenQuestions(ClientLogin logins, Clients clients, Ledger ledger, Counts counts) {
        this.logins = logins;
        this.clients = clients;
        this.ledger = ledger;
        this.counts = counts;
    }

    private interface Question {
        Answer answered(Visit visit, Client client) throws Refusal;
    }

    private Answer asked(Visit first, Question question) {
        var visit = first;
        try {
            var claim = logins.claimed(visit);
            visit = clients.find(claim.id()).map(visit::with).orElse(visit);
            return question.answered(visit, logins.proven(visit, claim)).unkept();
        } catch (Refusal e) {
            return TokenAnswers.bad(visit, e);
        }
    }

    Answer revoke(Visit visit) {
        counts.add("revoke");
        return asked(visit, this::revoked);
    }

    /// A token that is not known is as good as revoked (RFC 7009 §2.2).
    private Answer revoked(Visit visit, Client client) throws Refusal {
        var token = ledger.tokens.get(visit.needed("token")).filter(t -> t.login().client().equals(client.id()));
        token.ifPresent(t -> {
            if (t.refresh()) {
                ledger.endFamily(t.family());
            } else {
                ledger.tokens.take(t.value());
            }
            ledger.served.take(t.login().client() + " " + t.login().user());
        });
        return Answer.text(200, "text/plain", "");
    }

    Answer introspect(Visit visit) {
        counts.add("introspect");
        return asked(visit, (v, client) -> Answer.json(200, introspected(v, v.needed("token"))));
    }

    private Map<String, Object> introspected(Visit visit, String value) {
        var found = ledger.tokens.get(value).filter(t -> t.good(ledger.now()));
        var fields = new LinkedHashMap<String, Object>();
        fields.put("active", found.isPresent());
        found.ifPresent(token -> {
            var login = token.login();
            fields.put("scope", String.join(" ", login.granted()));
            fields.put("client_id", login.client());
            Person.find(login.user()).ifPresent(p -> fields.put("username", p.user()));
            fields.put("token_type", token.refresh() ? "refresh_token" : "Bearer");
            fields.put("exp", token.expires().getEpochSecond());
            fields.put("iat", token.issued().getEpochSecond());
            fields.put("sub", Person.find(login.user()).map(Person::id).orElse(login.client()));
            fields.put("iss", visit.issuer());
        });
        return fields;
    }

    Map<String, Object> userinfo(Login login) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("sub", Person.find(login.user()).map(Person::id).orElse(login.client()));
        fields.putAll(Issuer.about(login));
        return fields;
    }
}
