package dev.posthorn.workbench;

import dev.posthorn.auth.AuthTypes;
import dev.posthorn.auth.Surroundings;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.socket.Ending;
import dev.posthorn.http.socket.MessageLog;
import dev.posthorn.http.socket.SocketListener;
import dev.posthorn.http.socket.SocketOptions;
import dev.posthorn.http.socket.SocketState;
import dev.posthorn.http.socket.WebSocket;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Request;
import dev.posthorn.model.Settings;
import dev.posthorn.model.SocketMessage;
import dev.posthorn.model.Wire;
import dev.posthorn.vars.Scopes;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// One WebSocket as the user sees it: variables of its request and of its messages are resolved, the rest is `http.socket.WebSocket`. All of
/// it may be called from any thread; `send` and `ping` wait while the server takes nothing.
public final class SocketSession {

    private static final long PRESET_MOST = 5L << 20;

    private final WebSocket socket;
    private final Scopes scopes;
    private final SocketListener listener;

    SocketSession(WebSocket socket, Scopes scopes, SocketListener listener) {
        this.socket = socket;
        this.scopes = scopes;
        this.listener = listener;
    }

    /// The switches of Postman's WebSocket settings: `retryCount`, `retryDelay` in milliseconds, `maxPayload` in bytes (0 for no limit).
    static SocketOptions options(Settings settings) {
        return SocketOptions.DEFAULT.retrying(Math.max(0, settings.number("retryCount").orElse(0)), Duration.ofMillis(Math.max(0, settings.number("retryDelay").orElse(5_000))))
                .atMost(settings.values().get("maxPayload") instanceof Number n ? Math.max(0, n.longValue()) : PRESET_MOST);
    }

    /// Resolves, signs, connects, and stays until it is over.
    Ending run(Request handshake, Context context, Cookies cookies, Surroundings around) {
        Resolution.Result resolved;
        try {
            resolved = new Resolution(context, scopes).of(handshake, false);
        } catch (UncheckedIOException e) {
            return broken(new Failure.Broken("Nothing was sent: the demo server could not start: " + e.getCause().getMessage() + "."));
        }
        return switch (resolved) {
            case Resolution.Result.Refused(var failure) -> broken(failure);
            case Resolution.Result.Ready(var wire, var auth) -> socket.run(overHttp(wire), () -> AuthTypes.signing(auth, around), Switches.of(context.settings(handshake.settings()))
                    .timeouts(Duration.ofSeconds(30), Duration.ofMillis(Math.max(0, handshake.settings().number("handshakeTimeout").orElse(0)))), cookies);
        };
    }

    private static Wire overHttp(Wire wire) {
        return wire.withUrl(wire.url().replaceFirst("(?i)^ws(s?)://", "http$1://"));
    }

    /// Ends it before it began.
    Ending broken(Failure failure) {
        var ending = new Ending(0, "", Ending.By.NOBODY, failure);
        listener.changed(new SocketState.Closed(ending, List.of()));
        return ending;
    }

    public SocketState state() {
        return socket.state();
    }

    public MessageLog log() {
        return socket.log();
    }

    /// Sends a message, its variables resolved.
    ///
    /// @return what is wrong with it, in a sentence; empty where it was sent
    public Optional<String> send(SocketMessage message) {
        var resolved = scopes.resolve(message.content());
        if (!resolved.missing().isEmpty()) {
            return Optional.of("Not sent: no value for " + resolved.missing().stream().distinct().map(n -> "{{" + n + "}}").collect(Collectors.joining(", ")) + ".");
        }
        var text = resolved.text();
        try {
            var sent = switch (message.type()) {
                case "hex" -> socket.send(HexFormat.of().parseHex(text.replaceAll("(?i)0x|[\\s,:]", "")));
                case "base64" -> socket.send(Base64.getMimeDecoder().decode(text.strip()));
                default -> socket.send(text);
            };
            return sent ? Optional.empty() : Optional.of("Not sent: there is no open connection.");
        } catch (IllegalArgumentException e) {
            return Optional.of("Not sent: this is not " + (message.type().equals("hex") ? "hexadecimal, two digits a byte" : "base64") + " (" + e.getMessage() + ").");
        }
    }

    /// Asks the server for a sign of life.
    public boolean ping() {
        return socket.ping(new byte[0]);
    }

    /// Pings again and again from now on, and gives the connection up where no pong has come by the next; zero ends that.
    public void keepAlive(Duration every) {
        socket.keepAlive(every);
    }

    /// Says goodbye with a code and a reason.
    public void close(int code, String reason) {
        socket.close(code, reason);
    }

    /// Ends it at once.
    public void stop() {
        socket.stop();
    }
}
