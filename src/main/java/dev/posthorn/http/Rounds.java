package dev.posthorn.http;

import dev.posthorn.auth.AuthType;
import dev.posthorn.auth.Signing;
import dev.posthorn.model.BadLogin;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Response;
import dev.posthorn.model.Wire;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/// What the server asks of an authorization in the course of one send, and the connection that a login belongs to.
///
/// 1. Only the origin that was signed for is answered, and one that it leads to in the way that `Redirects` trusts.
/// 2. Three rounds for each URL. A login that belongs to a connection may begin once more where the connection is lost, so it has twice as many.
/// 3. Such a login has connections of its own, which nobody else uses and which are closed with the send (NTLM, Negotiate).
final class Rounds implements AutoCloseable {

    private static final int MOST = 3;
    private static final int CONNECTIONS = 5;

    /// What to do after an answer.
    sealed interface Next {
        record Again(Wire wire) implements Next {}

        /// The answer is taken as it is.
        record Taken() implements Next {}

        record GivenUp(Failure failure) implements Next {}
    }

    private final Signing signing;
    private Target origin;
    private int made;
    private ConnectionPool own;
    private OkHttpClient shared;
    private OkHttpClient owner;

    Rounds(Signing signing) {
        this.signing = signing;
    }

    /// True where the settings forbid the only version of HTTP that a login can be sent over.
    boolean impossible(Options options) {
        return signing.onOneConnection() && (options.version() == Options.Version.HTTP_2 || options.version() == Options.Version.H2C);
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
        if (!signing.onOneConnection()) {
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
            return new Next.Again(again.get());
        }
        return signing.trouble().<Next>map(Next.GivenUp::new).orElseGet(Next.Taken::new);
    }

    /// The same where every request rides a connection of its own: one message is all that such a login can say.
    Next apart(Wire sent, Response answer, Target target) {
        if (signing.onOneConnection() && made > 0 && answer.status() == 401) {
            return new Next.GivenUp(new BadLogin.Unable("This authorization", "the server did not take its first message, and there is no second one in the handshake of a WebSocket",
                    "Choose another type in the Authorization tab: a login that belongs to a connection, such as NTLM, cannot open a WebSocket here."));
        }
        return after(sent, answer, target);
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
                return signing.follow(next);
            }
        } catch (Target.Bad e) {
            return new AuthType.Signed.Ready(next);
        }
        return new AuthType.Signed.Ready(signing.onOneConnection() ? next.withHeaders(next.headers().stream().filter(h -> !h.is("Authorization")).toList()) : next);
    }

    @Override
    public void close() {
        if (own != null) {
            own.evictAll();
        }
    }
}
