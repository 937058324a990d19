package dev.posthorn.demo.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An API that opens to access tokens with the right scopes, and says why where it does not (RFC 6750 §3).
final class ProtectedApi {

    private static final String REALM = "Bearer realm=\"Posthorn identity\"";

    private final Clients clients;
    private final Ledger ledger;
    private final TokenQuestions questions;
    private final Counts counts;

    ProtectedApi(Clients clients, Ledger ledger, TokenQuestions questions, Counts counts) {
        this.clients = clients;
        this.ledger = ledger;
        this.questions = questions;
        this.counts = counts;
    }

    Answer answer(Visit visit) {
        counts.add("api");
        var writes = !visit.asked().method().equals("GET") && !visit.asked().method().equals("HEAD");
        return switch (visit.path()) {
            case "/api/orders" -> open(visit, writes ? "orders.write" : "orders.read", writes ? 201 : 200, login -> Map.of("user", who(login),
                    "orders", List.of(Map.of("id", 4711, "horn", "B flat"), Map.of("id", 4712, "horn", "E flat"))));
            case "/api/admin" -> open(visit, "admin", 200, login -> Map.of("administrator", who(login)));
            case "/api/me" -> open(visit, "", 200, login -> Map.of("user", who(login), "client", login.client(), "scopes", login.granted()));
            default -> Answer.json(404, Map.of("error", "There is nothing at " + visit.path() + "; try /api/orders, /api/me or /api/admin."));
        };
    }

    Answer userinfo(Visit visit) {
        counts.add("userinfo");
        return open(visit, "openid", 200, questions::userinfo);
    }

    private static String who(Login login) {
        return login.user().isEmpty() ? login.client() : login.user();
    }

    private interface Room {
        Object shown(Login login);
    }

    private Answer open(Visit first, String scope, int status, Room room) {
        var value = presented(first);
        if (value.isEmpty()) {
            return counted(Answer.json(401, Map.of("error", "There is no access token in the request.")).with("WWW-Authenticate", REALM));
        }
        var token = ledger.tokens.get(value.get()).filter(t -> !t.refresh());
        var visit = token.flatMap(t -> clients.find(t.login().client())).map(first::with).orElse(first);
        if (visit.has(Fault.CALLER_NOT_ALLOWED)) {
            return counted(Disturbance.notAllowed());
        }
        if (visit.has(Fault.TOKEN_REFUSED) || token.isEmpty() || !token.get().good(ledger.now())) {
            return refused(401, "invalid_token", token.isPresent() && !visit.has(Fault.TOKEN_REFUSED) ? "The access token expired" : "The access token is not valid here", "");
        }
        if (visit.has(Fault.INSUFFICIENT_SCOPE) || !scope.isEmpty() && !token.get().login().granted().contains(scope)) {
            return refused(403, "insufficient_scope", "The access token lacks a scope", scope);
        }
        return Answer.json(status, room.shown(token.get().login()));
    }

    private Answer refused(int status, String error, String description, String scope) {
        var challenge = REALM + ", error=\"" + error + "\", error_description=\"" + description + "\"" + (scope.isEmpty() ? "" : ", scope=\"" + scope + "\"");
        return counted(Answer.json(status, Map.of("error", error, "error_description", description)).with("WWW-Authenticate", challenge));
    }

    private Answer counted(Answer answer) {
        counts.add("api." + answer.status());
        return answer;
    }

    /// RFC 6750 §2: header, body of a form, or query.
    private static Optional<String> presented(Visit visit) {
        var header = visit.asked().authorization();
        if (header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Optional.of(header.substring(7).strip());
        }
        var inBody = Forms.first(visit.asked().form(), "access_token");
        var value = inBody.isEmpty() ? Forms.first(visit.asked().query(), "access_token") : inBody;
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
}
