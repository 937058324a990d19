package dev.posthorn.demo;

import dev.posthorn.demo.identity.Answer;
import dev.posthorn.demo.identity.Asked;
import dev.posthorn.demo.identity.Identity;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpHeader;

/// OAuth 2.0 and OpenID Connect: logins of every kind, with every fault that they can have.
final class IdentityRoutes {

    private final Identity identity;

    IdentityRoutes(Identity identity) {
        this.identity = identity;
    }

    Stream<Route> all() {
        return Stream.of(
                route("/identity", "/identity", "An identity server (OAuth 2.0, OpenID Connect): its endpoints. Its address is the issuer."),
                route("/identity/clients", "/identity/clients", "The clients and people that it knows."),
                route("/identity/faults", "/identity/faults", "What can go wrong with a login: ?on= and ?off= for everybody, a client fault-… for each, or /identity/with/{fault}/ as issuer."),
                route("/identity/counts", "/identity/counts", "How many tokens, refreshes and logins there were; ?reset begins anew."),
                route("/identity/expire", "/identity/expire", "Lets all its access tokens expire now."),
                route("/identity/", "/identity/api/orders", "An API that opens to its access tokens with the scope orders.read (orders.write for POST); api/me to all of them."),
                route("/.well-known/oauth-authorization-server/", "/.well-known/oauth-authorization-server/identity", "Its metadata, where RFC 8414 looks for them."));
    }

    private Route route(String path, String example, String says) {
        return new Route(path, example, says, this::answer);
    }

    private void answer(Call call) throws Exception {
        var path = call.request().getHttpURI().getDecodedPath();
        if (path.startsWith("/.well-known/") && !path.matches("/\\.well-known/[a-z-]+/identity(/.*)?")) {
            throw new Call.Mistake("The issuer here is /identity, or below it.");
        }
        var uri = call.request().getHttpURI();
        var form = Received.of(call).form();
        var cookies = new LinkedHashMap<String, String>();
        CookieRoutes.sent(call).forEach((name, values) -> cookies.put(name, values.getFirst()));
        var sent = call.header(HttpHeader.AUTHORIZATION.asString());
        give(call, identity.answer(new Asked(call.request().getMethod(), uri.getScheme() + "://" + uri.getAuthority(), path, call.query(), form,
                sent == null ? "" : sent, cookies)));
    }

    private static void give(Call call, Answer answer) throws IOException {
        answer.headers().forEach(h -> call.with(h.getKey(), h.getValue()));
        call.bytes(answer.status(), answer.type(), answer.json() == null ? answer.body() : call.pretty(answer.json()));
    }
}
