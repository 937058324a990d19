package dev.posthorn.http;

import dev.posthorn.auth.AuthType;
import dev.posthorn.auth.Signing;
import dev.posthorn.auth.Working;
import dev.posthorn.model.BadLogin;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Remark;
import dev.posthorn.model.Response;
import dev.posthorn.model.Wire;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/// What the server asks of an authorization in the course of one send, and the connection that a login belongs to.
///
/// 1. Only the origin that was signed for is answered, and one that it leads to in the way that `Redirects` trusts.
/// 2. Three rounds for each URL. A login that belongs to a connection may begin once more where the connection is lost, so it has twice as many.
/// 3. Such a login has connections of its own, which nobody else uses and which are closed with the send (NTLM, Negotiate).
/// 4. What was added to a request (`Proof`) goes nowhere else.
/// 5. Many servers answer 401 before they have read a large body, and close, often without a word. What follows goes on a fresh connection, since
///    on the dying one nobody could tell whether it arrived.
final class Rounds implements AutoCloseable {

    private static final int MOST = 3;
    private static final int CONNECTIONS = 5;
    private static final long LARGE = 8_192;

    /// What to do after an answer.
    sealed interface Next {
        record Again(Wire wire) implements Next {}

        /// The answer is taken as it is.
        record Taken() implements Next {}

        record GivenUp(Failure failure) implements Next {}
    }

    private final Signing signing;
    private final Proof proof = new Proof();
    private Target origin;
    private int made;
    private int noticed;
    private boolean fresh;
    private ConnectionPool own;
    private OkHttpClient shared;
    private OkHttpClient owner;

    /// @param plain  the first request, as it was before `signing` signed it
    /// @param signed the same after that
    Rounds(Signing signing, Wire plain, Wire signed) {
        this.signing = signing;
        proof.learn(plain, signed);
    }

    /// True where the settings forbid the only version of HTTP that a login can be sent over.
    boolean impossible(Target target, Options options) {
        return signing.onOneConnection() && (options.version() == Options.Version.H2C || options.version() == Options.Version.HTTP_2 && target.secure());
    }

    /// Whether a cookie of that name belongs to the authorization, and not to the jar.
    boolean ownsCookie(String name) {
        return signing.ownsCookie(name);
    }

    /// Where the signed request goes first.
    void setOut(Target target) {
        origin = origin == null ? target : origin;
    }

    Options speaking(Options options) {
        return signing.onOneConnection() ? options.speaking(Options.Version.HTTP_1) : options;
    }

    /// The client to send with: it differs from `client` in its connections alone.
    OkHttpClient client(OkHttpClient client) {
        if (!signing.onOneConnection() && !fresh) {
            return client;
        }
        own = own == null ? new ConnectionPool(CONNECTIONS, 1, TimeUnit.MINUTES) : own;
        if (shared != client) {
            shared = client;
            owner = client.newBuilder().connectionPool(own).build();
        }
        return owner;
    }

    Next after(Wire sent, Response answer, Target target) {
        if (!origin.sameOrigin(target) || made >= (signing.onOneConnection() ? 2 * MOST : MOST)) {
            return new Next.Taken();
        }
        var again = signing.again(sent, answer);
        if (again.isPresent()) {
            made++;
            proof.learn(sent, again.get());
            if (perhapsUnread(sent)) {
                fresh = true;
                close();
            }
            return new Next.Again(again.get());
        }
        return signing.trouble().<Next>map(Next.GivenUp::new).orElseGet(Next.Taken::new);
    }

    /// In the middle of a login that belongs to the connection, the server has promised to go on with it.
    private boolean perhapsUnread(Wire sent) {
        if (signing.onOneConnection() && Header.first(sent.headers(), "Authorization").isPresent()) {
            return false;
        }
        var length = Header.first(sent.headers(), "Content-Length").orElse("");
        return length.isEmpty() ? !(sent.payload() instanceof Payload.Empty) : length.length() > 9 || length.matches("\\d+") && Long.parseLong(length) > LARGE;
    }

    /// The same where every request rides a connection of its own: one message is all that such a login can say.
    Next apart(Wire sent, Response answer, Target target) {
        if (signing.onOneConnection() && made > 0 && answer.status() == 401) {
            return new Next.GivenUp(new BadLogin.Unable("This authorization", "the server did not take its first message, and there is no second one in the handshake of a WebSocket",
                    "Choose another type in the Authorization tab: a login that belongs to a connection, such as NTLM, cannot open a WebSocket here."));
        }
        return after(sent, answer, target);
    }

    /// What the authorization noticed since this was asked last.
    List<Remark> noticed() {
        var all = signing.notes();
        var news = all.subList(Math.min(noticed, all.size()), all.size());
        noticed = all.size();
        return news.isEmpty() ? List.of() : news.stream().map(n -> new Remark(n.text(), n.kind() == Working.Kind.WARNING)).toList();
    }

    Wire reconnected(Wire wire, Target target) {
        return origin.sameOrigin(target) ? signing.reconnected(wire) : wire;
    }

    /// What goes along with a redirect. What proves a connection means nothing to another host, whatever the settings keep.
    AuthType.Signed redirected(Wire next) {
        made = 0;
        try {
            var to = Target.parse(next.url());
            if (Redirects.trusted(origin, to)) {
                origin = to;
                var signed = signing.follow(next);
                if (signed instanceof AuthType.Signed.Ready(var ready, var _)) {
                    proof.learn(next, ready);
                }
                return signed;
            }
        } catch (Target.Bad e) {
            return new AuthType.Signed.Ready(next);
        }
        var bare = proof.without(next);
        return new AuthType.Signed.Ready(signing.onOneConnection() ? bare.withHeaders(bare.headers().stream().filter(h -> !h.is("Authorization")).toList()) : bare);
    }

    @Override
    public void close() {
        if (own != null) {
            own.evictAll();
        }
    }
}
