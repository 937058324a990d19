package dev.posthorn.imports.openapi;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Entry;
import dev.posthorn.tree.Tracked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes authorizations of the security requirements. Of several ways the first that can be done is taken; the secrets are variables without values.
final class Schemes {

    private final Spec spec;
    private final Tracked schemes;
    private final SchemeAuth auths;
    private final Way common;

    Schemes(Spec spec, Variables variables) {
        this.spec = spec;
        schemes = spec.swagger() ? spec.root().get("securityDefinitions") : spec.root().get("components").get("securitySchemes");
        var kinds = new HashMap<String, Integer>();
        schemes.keys().forEach(name -> kinds.merge(SchemeAuth.kind(spec.resolve(schemes.get(name))), 1, Integer::sum));
        auths = new SchemeAuth(spec, variables, kinds);
        common = way(spec.root().get("security"));
    }

    /// @param names the schemes with their scopes: what tells two ways apart
    /// @param more  what goes along as rows of the request: further keys, in the header or the query
    record Way(Auth auth, Map<String, List<String>> names, List<Entry> headers, List<Entry> query) {}

    /// What holds for all requests.
    Auth common() {
        return common == null ? Auth.NONE : common.auth();
    }

    Way of(Operation operation) {
        var own = operation.tree().get("security");
        if (!own.isList()) {
            return new Way(Auth.INHERIT, Map.of(), common == null ? List.of() : common.headers(), common == null ? List.of() : common.query());
        }
        var way = way(own);
        if (way == null) {
            return new Way(Auth.NONE, Map.of(), List.of(), List.of());
        }
        return common != null && way.names().equals(common.names()) ? new Way(Auth.INHERIT, way.names(), way.headers(), way.query()) : way;
    }

    /// Null where nothing is required.
    private Way way(Tracked requirements) {
        var ways = requirements.list();
        var taken = ways.stream().filter(w -> !w.keys().isEmpty() && w.keys().stream().allMatch(this::possible)).findFirst()
                .or(() -> ways.stream().filter(w -> !w.keys().isEmpty()).findFirst()).orElse(null);
        ways.stream().filter(w -> taken != null && !w.pointer().equals(taken.pointer())).forEach(this::leave);
        return taken == null ? null : made(taken);
    }

    private void leave(Tracked way) {
        var reason = way.keys().isEmpty() ? "a request has one authorization: one that needs none as well cannot be said" : "a request has one authorization: another way was taken";
        if (way.unread().isEmpty()) {
            spec.ledger().aside(way.pointer(), way.keys().isEmpty() ? "no authorization" : String.join(" and ", way.keys()), reason);
        } else {
            spec.ledger().leave(way.pointer(), reason);
        }
    }

    private boolean possible(String name) {
        var scheme = spec.resolve(schemes.get(name));
        return scheme.isObject() && !SchemeAuth.kind(scheme).equals("mutualTLS");
    }

    private Way made(Tracked way) {
        var names = new HashMap<String, List<String>>();
        way.keys().forEach(name -> names.put(name, way.list(name).stream().map(Tracked::text).toList()));
        var order = new ArrayList<>(way.keys());
        order.sort((a, b) -> Boolean.compare(key(a), key(b)));
        var auth = Auth.NONE;
        var headers = new ArrayList<Entry>();
        var query = new ArrayList<Entry>();
        for (var name : order) {
            var scheme = spec.resolve(schemes.get(name));
            if (!scheme.isObject()) {
                spec.ledger().aside(way.get(name).pointer(), "the security scheme " + name, "the description does not define it");
            } else if (auth.equals(Auth.NONE)) {
                auth = auths.of(name, scheme, names.get(name));
            } else if (key(name)) {
                var more = auths.of(name, scheme, names.get(name));
                (more.text("in").equals("query") ? query : headers).add(Entry.of(more.text("key"), more.text("value")).withSecret(true));
            } else {
                spec.ledger().aside(way.get(name).pointer(), "the security scheme " + name, "a request has one authorization, and it needs two");
            }
        }
        return new Way(auth, names, headers, query);
    }

    private boolean key(String name) {
        return SchemeAuth.kind(spec.resolve(schemes.get(name))).equals("apiKey");
    }
}
