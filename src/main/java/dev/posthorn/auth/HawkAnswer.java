package dev.posthorn.auth;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Finding;
import dev.posthorn.model.Header;
import dev.posthorn.model.Response;
import dev.posthorn.model.Wire;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Checks what a server says of its own answer with the key that it shares with us: `Server-Authorization` (Hawk, API.md, "Response payload validation").
public final class HawkAnswer {

    private HawkAnswer() {}

    /// What is wrong with the proof of an answer; empty where it is right, or where there is none to check. Reads the whole answer where it says a hash.
    ///
    /// @param values resolved
    /// @param sent   as it went out
    public static Optional<Finding> fault(Auth values, Wire sent, Response answer) {
        var ours = parts(sent.headers(), "Authorization");
        var theirs = parts(answer.headers(), "Server-Authorization");
        if (!values.type().equals("hawk") || ours.isEmpty() || theirs.isEmpty() || values.text("authKey").isEmpty()) {
            return Optional.empty();
        }
        var mac = theirs.get().getOrDefault("mac", "");
        var hash = theirs.get().getOrDefault("hash", "");
        var sum = sum(values, sent, ours.get());
        if (!HawkSum.same(mac, sum.mac("response", hash, theirs.get().getOrDefault("ext", "")))) {
            return Optional.of(finding("The answer's Server-Authorization was not made with this Hawk key: it may come from another server, or was changed on its way.",
                    "Compare key and algorithm, and look for a proxy that rewrites requests."));
        }
        return hash.isEmpty() || answer.truncated() || same(sum, hash, answer) ? Optional.empty()
                : Optional.of(finding("The body of the answer is not the one that the server signed in Server-Authorization.",
                        "Something between the server and here changes bodies, or the server hashes them in another form."));
    }

    private static Finding finding(String sentence, String advice) {
        return new Finding("hawk-answer", sentence, advice, List.of());
    }

    private static Optional<Map<String, String>> parts(List<Header> headers, String name) {
        return Challenge.parse(headers.stream().filter(h -> h.is(name)).map(Header::value).toList()).stream().filter(c -> c.is("Hawk")).findFirst().map(Challenge::parameters);
    }

    private static HawkSum sum(Auth values, Wire sent, Map<String, String> ours) {
        var url = SentUrl.of(sent.url());
        return new HawkSum(ours.getOrDefault("id", ""), values.text("authKey"), HawkAuth.algorithm(values).equals("sha1") ? "SHA1" : "SHA256", ours.getOrDefault("ts", ""),
                ours.getOrDefault("nonce", ""), sent.method(), url.resource(), HawkSum.Host.of(Header.first(sent.headers(), "Host").orElse(url.authority()), url.port()),
                ours.getOrDefault("ext", ""), ours.getOrDefault("app", ""), ours.getOrDefault("dlg", ""));
    }

    private static boolean same(HawkSum sum, String hash, Response answer) {
        try {
            return HawkSum.same(hash, sum.payloadHash(answer.mediaType(), digest -> {
                try (var in = answer.body().open()) {
                    var buffer = new byte[1 << 16];
                    for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        digest.update(buffer, 0, n);
                    }
                }
            }));
        } catch (IOException e) {
            return true;
        }
    }
}
