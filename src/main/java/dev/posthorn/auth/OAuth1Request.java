package dev.posthorn.auth;

import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A request as OAuth 1.0 signs it (RFC 5849 §3.4.1): without an earlier signature, its form taken apart.
///
/// @param wire without Authorization and without parameters of OAuth in query and form
/// @param form the fields of a form body, encoded as they stand; empty where the body is none
record OAuth1Request(Wire wire, SentUrl url, Optional<List<String>> form) {

    static final Set<String> NAMES = Set.of("oauth_consumer_key", "oauth_token", "oauth_signature_method", "oauth_timestamp", "oauth_nonce", "oauth_version", "oauth_signature",
            "oauth_callback", "oauth_verifier", "oauth_body_hash");

    private static final int LARGEST_FORM = 16 << 20;

    /// A parameter of OAuth itself, not encoded.
    record Parameter(String name, String value) {}

    private record Pair(String name, String value) {}

    /// @throws IOException where a form cannot be read, or is larger than 16 MiB
    static OAuth1Request of(Wire signed, BodyBytes body) throws IOException {
        var wire = signed.withHeaders(signed.headers().stream().filter(h -> !h.is("Authorization")).toList());
        var url = SentUrl.of(wire.url()).without(NAMES);
        wire = wire.withUrl(url.url());
        if (wire.payload() instanceof Payload.Empty || !SentType.of(wire).equals(SentType.FORM)) {
            return new OAuth1Request(wire, url, Optional.empty());
        }
        var text = new String(read(wire.payload(), body), StandardCharsets.UTF_8);
        var all = SentUrl.split(text);
        var own = SentUrl.without(all, NAMES);
        return new OAuth1Request(own.size() == all.size() ? wire : withForm(wire, own), url, Optional.of(own));
    }

    private static byte[] read(Payload payload, BodyBytes body) throws IOException {
        var out = new ByteArrayOutputStream();
        body.write(payload, new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                if (out.size() + length > LARGEST_FORM) {
                    throw new IOException("a form of more than 16 MiB, all of whose fields would have to be signed");
                }
                out.write(bytes, from, length);
            }
        });
        return out.toByteArray();
    }

    private static Wire withForm(Wire wire, List<String> fields) {
        return new Wire(wire.method(), wire.url(), wire.headers(), new Payload.Bytes(String.join("&", fields).getBytes(StandardCharsets.UTF_8), SentType.FORM));
    }

    /// RFC 5849 §3.4.1.1: method, URL and sorted parameters.
    String base(List<Parameter> oauth) {
        return wire.method().toUpperCase(Locale.ROOT) + "&" + Percent.encoded(address()) + "&" + Percent.encoded(normalized(oauth));
    }

    /// §3.4.1.2: without query, and with the host that the Host header names.
    String address() {
        return url.scheme() + "://" + Header.first(wire.headers(), "Host").orElse(url.authority()).toLowerCase(Locale.ROOT) + url.path();
    }

    /// §3.4.1.3.2.
    String normalized(List<Parameter> oauth) {
        var all = new ArrayList<Pair>();
        oauth.forEach(p -> all.add(new Pair(Percent.encoded(p.name()), Percent.encoded(p.value()))));
        url.pairs().forEach(p -> all.add(pair(p)));
        form.ifPresent(fields -> fields.forEach(p -> all.add(pair(p))));
        all.sort(Comparator.comparing(Pair::name).thenComparing(Pair::value));
        return String.join("&", all.stream().map(p -> p.name() + "=" + p.value()).toList());
    }

    private static Pair pair(String encoded) {
        return new Pair(Percent.again(SentUrl.name(encoded)), Percent.again(SentUrl.value(encoded)));
    }

    /// The request with the parameters at the end of its form (§3.5.2).
    Wire inForm(List<Parameter> oauth) {
        var fields = new ArrayList<>(form.orElse(List.of()));
        fields.addAll(encoded(oauth));
        return withForm(wire, fields);
    }

    /// The request with the parameters at the end of its query (§3.5.3).
    Wire inQuery(List<Parameter> oauth) {
        return wire.withUrl(url.with(encoded(oauth)).url());
    }

    private static List<String> encoded(List<Parameter> oauth) {
        return oauth.stream().map(p -> p.name() + "=" + Percent.encoded(p.value())).toList();
    }
}
