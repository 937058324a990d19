package dev.posthorn.auth;

import dev.posthorn.model.Header;
import dev.posthorn.model.Wire;
import java.util.ArrayList;

/// How an authorization puts its header on a request.
final class Headers {

    private Headers() {}

    /// The wire with this header instead of all that have its name in any case.
    static Wire replace(Wire wire, String name, String value) {
        var headers = new ArrayList<>(wire.headers().stream().filter(h -> !h.is(name)).toList());
        headers.add(new Header(name, value));
        return wire.withHeaders(headers);
    }
}
