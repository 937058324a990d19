package dev.posthorn.http;

import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Wire;
import java.util.HashSet;
import java.util.Set;

/// What an authorization has put into the requests of one send, so that it can be taken out again where a redirect leads to somebody else.
///
/// 1. Headers that it added or changed stay at home: keys in headers of any name, session tokens, signatures. What the user wrote goes along.
/// 2. A body that it added to (OAuth 1.0) is the user's again, and so is the URL in the Referer where it added to the query.
/// 3. `Authorization` is left to `Redirects`, which knows the settings.
final class Proof {

    private final Set<Header> added = new HashSet<>();
    private Payload plainBody;
    private Payload body;
    private String plainUrl = "";
    private String url = "";

    /// Compares a request before and after it was signed.
    void learn(Wire plain, Wire signed) {
        var before = Set.copyOf(plain.headers());
        signed.headers().stream().filter(h -> !before.contains(h)).forEach(added::add);
        if (plain.payload() != signed.payload()) {
            plainBody = plainBody == null ? plain.payload() : plainBody;
            body = signed.payload();
        }
        if (!plain.url().equals(signed.url())) {
            plainUrl = plain.url().equals(url) ? plainUrl : plain.url();
            url = signed.url();
        }
    }

    /// The request of a redirect to another origin, without what was added. The very same body is meant, since an empty one may be the redirect's own.
    Wire without(Wire next) {
        var headers = next.headers().stream().filter(h -> h.is("Authorization") || !added.contains(h)).map(this::referer).toList();
        return new Wire(next.method(), next.url(), headers, body != null && body == next.payload() ? plainBody : next.payload());
    }

    private Header referer(Header header) {
        return !url.isEmpty() && header.is("Referer") && header.value().equals(bare(url)) ? new Header(header.name(), bare(plainUrl)) : header;
    }

    /// As `Redirects` writes it.
    private static String bare(String typed) {
        try {
            return Target.parse(typed).url();
        } catch (Target.Bad e) {
            return typed;
        }
    }
}
