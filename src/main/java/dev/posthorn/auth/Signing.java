package dev.posthorn.auth;

import dev.posthorn.auth.AuthType.Signed;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Response;
import dev.posthorn.model.Wire;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The authorization of one send, from its first request through all that the server asks for. It is used by one thread, and never again.
public interface Signing {

    /// Adds what proves the sender; may block, for a token. Called once, before anything is sent.
    Signed sign(Wire wire);

    /// The request of a redirect to the same scheme, host and port, or from http up to https on the same host, with all headers that go along: a type whose proof holds for one URL or
    /// method alone makes a new one.
    default Signed follow(Wire wire) {
        return new Signed.Ready(wire);
    }

    /// Looks at an answer from the origin that was signed for: another request to send in its place, or empty where the answer is to be taken
    /// as it is. A credential that was refused is never sent again; the engine allows three rounds.
    ///
    /// @param sent as it went out, with all automatic headers
    default Optional<Wire> again(Wire sent, Response answer) {
        return Optional.empty();
    }

    /// Why `again` gave nothing, where the login itself failed: the send ends with this and not with the answer. Asked after each `again`.
    default Optional<Failure> trouble() {
        return Optional.empty();
    }

    /// What to send on a new connection, after the one for `wire` turned out to be dead before anything came: a login that belongs to a
    /// connection begins anew.
    default Wire reconnected(Wire wire) {
        return wire;
    }

    /// Ends what `sign` or `again` waits for, since the send was cancelled; comes from another thread, at any time.
    default void stop() {}

    /// What was noticed since `sign`, in the order of the answers: which challenge was taken, whether the server proved itself.
    default List<Working> notes() {
        return List.of();
    }

    /// Whether a cookie of that name is this authorization's own: the jar neither sends nor keeps it.
    default boolean ownsCookie(String name) {
        return false;
    }

    /// The send is over, with an answer or without; called once after `sign`, whatever became of it.
    default void over() {}

    /// True where the proof belongs to a connection (NTLM, Negotiate): all rounds then ride one connection of HTTP/1.1 that nobody else uses.
    default boolean onOneConnection() {
        return false;
    }

    /// One that signs in the same way again where a redirect is followed.
    static Signing always(Function<Wire, Signed> signed) {
        return new Signing() {
            @Override
            public Signed sign(Wire wire) {
                return signed.apply(wire);
            }

            @Override
            public Signed follow(Wire wire) {
                return signed.apply(wire);
            }
        };
    }

    /// One that only adds something to the request.
    static Signing adding(Function<Wire, Signed> signed) {
        return signed::apply;
    }
}
