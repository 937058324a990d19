package dev.posthorn.auth;

import dev.posthorn.model.Header;
import dev.posthorn.model.Response;
import dev.posthorn.model.Wire;
import java.util.ArrayList;
import java.util.List;

/// How an authorization puts its header on a request.
final class Headers {

    private Headers() {}

    /// The wire with this header instead of all that have its name in any case.
    static Wire replace(Wire wire, String name, String value) {
        var headers = new ArrayList<>(wire.headers().stream().filter(h -> !h.is(name)).toList());
        headers.add(new Header(name, value));
        return wire.withHeaders(headers);
    }

    /// The wire without the headers of that name.
    static Wire remove(Wire wire, String name) {
        return wire.withHeaders(wire.headers().stream().filter(h -> !h.is(name)).toList());
    }

    /// The ways to log in that a 401 offers.
    static List<Challenge> challenges(Response answer) {
        return Challenge.parse(answer.headers().stream().filter(h -> h.is("WWW-Authenticate")).map(Header::value).toList());
    }
}
