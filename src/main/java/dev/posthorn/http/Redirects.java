package dev.posthorn.http;

import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Response;
import dev.posthorn.model.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where an answer sends us on, and what goes there, by the rules of Postman (postman-request, `lib/redirect.js`).
///
/// 1. A redirect by 300 to 303 becomes a GET without a body, HEAD stays HEAD; 307 and 308 repeat the request (RFC 9110 §15.4). Where the
///    settings keep the method, they keep the body too. 304, 305 and 306 are answers, also with a Location that Postman would follow.
/// 2. Host that the user wrote does not go to another host. Authorization and Cookie do not go to another scheme, host or port, except from
///    http up to https on the same host; Postman keeps them for every port and also on the way down. The settings can say so for Authorization.
/// 3. Referer is the URL before, in place of one that the user wrote, unless the settings leave it away. Credentials are never in it,
///    and it never goes from https to http (RFC 9110 §10.1.3); Postman's does.
/// 4. A relative Location is resolved as RFC 3986 §5.2 says, dots included; Postman leaves the dots.
final class Redirects {

    private static final Set<Integer> STATUSES = Set.of(300, 301, 302, 303, 307, 308);
    private static final List<String> OF_THE_BODY = List.of("Content-Type", "Content-Length", "Content-Encoding", "Transfer-Encoding", "Expect");

    private Redirects() {}

    /// The next request; empty where the answer is the last one, also where it points to something like `myapp://`.
    static Optional<Wire> next(Wire wire, Target from, Response response, Options options) {
        var location = Header.first(response.headers(), "Location");
        if (!options.followRedirects() || location.isEmpty() || !STATUSES.contains(response.status())) {
            return Optional.empty();
        }
        var url = UrlText.resolve(from, location.get(), options.encodeUrl());
        Target to;
        try {
            to = Target.parse(url);
        } catch (Target.Bad e) {
            return Optional.empty();
        }
        var bare = response.status() <= 303 && !options.followOriginalMethod();
        var method = bare && !wire.method().equalsIgnoreCase("HEAD") ? "GET" : wire.method();
        var headers = wire.headers().stream().filter(h -> !bare || OF_THE_BODY.stream().noneMatch(h::is)).filter(h -> goesAlong(h, from, to, options)).toList();
        return Optional.of(new Wire(method, url, refer(headers, from, to, options), bare ? Payload.empty() : wire.payload()));
    }

    private static boolean goesAlong(Header header, Target from, Target to, Options options) {
        return !header.is("Host") && !header.is("Cookie") && !header.is("Authorization")
                || header.is("Host") && from.sameHost(to)
                || !header.is("Host") && trusted(from, to)
                || header.is("Authorization") && options.keepAuthorization();
    }

    /// Whether what proves the sender to `from` may be shown to `to`.
    static boolean trusted(Target from, Target to) {
        return from.sameOrigin(to) || from.sameHost(to) && !from.secure() && to.secure();
    }

    private static List<Header> refer(List<Header> headers, Target from, Target to, Options options) {
        if (!options.sendReferer() || from.secure() && !to.secure()) {
            return headers;
        }
        var out = new ArrayList<Header>();
        var written = false;
        for (var header : headers) {
            if (!header.is("Referer")) {
                out.add(header);
            } else if (!written) {
                out.add(new Header(header.name(), from.url()));
                written = true;
            }
        }
        if (!written) {
            out.add(new Header("Referer", from.url()));
        }
        return out;
    }
}
