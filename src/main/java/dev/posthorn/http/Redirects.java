package dev.posthorn.http;

import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Response;
import dev.posthorn.model.Wire;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where an answer sends us on, and what goes there.
///
/// 1. A redirect by 301, 302 or 303 becomes a GET without a body; 307 and 308 repeat the request (RFC 9110 §15.4).
/// 2. Authorization, Cookie and Host that the user wrote do not go to another origin, unless the settings say so for Authorization.
final class Redirects {

    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);
    private static final List<String> OF_THE_BODY = List.of("Content-Type", "Content-Length", "Content-Encoding", "Transfer-Encoding", "Expect");

    private Redirects() {}

    /// The next request; empty where the answer is the last one, also where it points to something like `myapp://`.
    static Optional<Wire> next(Wire wire, Target from, Response response, Options options) {
        var location = Header.first(response.headers(), "Location");
        if (!options.followRedirects() || location.isEmpty() || !STATUSES.contains(response.status())) {
            return Optional.empty();
        }
        var url = UrlText.resolve(from, location.get());
        Target to;
        try {
            to = Target.parse(url);
        } catch (Target.Bad e) {
            return Optional.empty();
        }
        var toGet = response.status() <= 303 && !options.followOriginalMethod() && !wire.method().equals("HEAD");
        var method = toGet ? "GET" : wire.method();
        var payload = toGet ? Payload.empty() : wire.payload();
        var headers = wire.headers().stream()
                .filter(h -> !toGet || OF_THE_BODY.stream().noneMatch(h::is))
                .filter(h -> from.sameOrigin(to) || !h.is("Cookie") && !h.is("Host") && (!h.is("Authorization") || options.keepAuthorization()))
                .toList();
        return Optional.of(new Wire(method, url, headers, payload));
    }
}
