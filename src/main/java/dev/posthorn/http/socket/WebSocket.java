package dev.posthorn.http.socket;

import dev.posthorn.auth.AuthType;
import dev.posthorn.auth.Signing;
import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Options;
import dev.posthorn.http.Upgrade;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// A WebSocket from the first attempt to connect to its end.
///
/// 1. Its life runs on the thread that calls `run`; all else may be called from any thread.
/// 2. A handshake that failed on the way, or that the server refused with 429 or 5xx, and a connection that was lost or closed as going
///    away (1001, 1012 to 1014), are made again, as often as the options say. What the user ended, or a fault, is not.
/// 3. Sending waits while the server takes nothing; there is no queue.
/// 4. `stop` ends it at once, in whatever phase it is; `close` says goodbye first.
public final class WebSocket {

    private final Upgrade upgrade;
    private final SocketOptions options;
    private final RandomGenerator random;
    private final MessageLog log;
    private final SocketListener listener;
    private final Cancellation cancellation = new Cancellation();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile SocketState state = new SocketState.Connecting(1);
    private volatile Conversation open;
    private volatile boolean closing;
    private volatile Duration keepAlive;
    private int attempt = 1;
    private List<Hop> hops = List.of();

    /// @param log stays the caller's, also when the socket is over
    public WebSocket(Upgrade upgrade, SocketOptions options, RandomGenerator random, MessageLog log, SocketListener listener) {
        this.upgrade = upgrade;
        this.options = options;
        this.keepAlive = options.keepAlive();
        this.random = random;
        this.log = log;
        this.listener = listener;
        cancellation.whenCancelled(stopped::countDown);
    }

    /// Connects and stays until all is over; the answer is also the last state.
    ///
    /// @param wire with an http or https URL
    public Ending run(Wire wire, Options handshake, Cookies cookies) {
        return run(wire, () -> Signing.adding(AuthType.Signed.Ready::new), handshake, cookies);
    }

    /// @param signings a new authorization for each attempt to connect
    public Ending run(Wire wire, Supplier<Signing> signings, Options handshake, Cookies cookies) {
        var failures = 0;
        while (true) {
            change(new SocketState.Connecting(attempt));
            var ending = once(wire, signings.get(), handshake, cookies);
            failures = open == null ? failures : 0;
            open = null;
            var again = !closing && !cancellation.cancelled() && failures < options.retries() && worthRepeating(ending);
            if (!again) {
                note(ending.sentence());
                change(new SocketState.Closed(ending, hops));
                return ending;
            }
            failures++;
            attempt++;
            note(ending.sentence() + " Connecting again in " + options.retryDelay().toMillis() + " ms.");
            change(new SocketState.Waiting(failures + 1, options.retries() + 1, options.retryDelay(), ending));
            if (interruptedPause()) {
                var end = cancelled();
                note(end.sentence());
                change(new SocketState.Closed(end, hops));
                return end;
            }
        }
    }

    private boolean interruptedPause() {
        try {
            return stopped.await(options.retryDelay().toNanos(), TimeUnit.NANOSECONDS) || closing;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private boolean worthRepeating(Ending ending) {
        if (ending.code() != 0) {
            return ending.by() != Ending.By.US && CloseCode.passing(ending.code());
        }
        return switch (ending.failure()) {
            case Failure.TimedOut _, Failure.Refused _, Failure.ConnectionLost _, Failure.UnknownHost _ -> true;
            case Failure.SocketFailed _ -> !hops.isEmpty() && (hops.getLast().received().status() >= 500 || hops.getLast().received().status() == 429);
            case null, default -> false;
        };
    }

    private Ending once(Wire wire, Signing signing, Options handshake, Cookies cookies) {
        Upgrade.release(hops);
        hops = List.of();
        var request = Handshake.request(wire, random, handshake.switchedOff());
        var off = new HashSet<>(handshake.switchedOff());
        off.addAll(Handshake.LEFT_AWAY);
        return switch (upgrade.open(request, signing, "ws", handshake.without(off), cookies, cancellation)) {
            case Upgrade.Result.Cancelled(var made) -> {
                hops = made;
                yield cancelled();
            }
            case Upgrade.Result.Failed(var failure, var _, var made) -> {
                hops = made;
                yield new Ending(0, "", Ending.By.NOBODY, failure);
            }
            case Upgrade.Result.Declined declined -> {
                hops = declined.hops();
                yield new Ending(0, "", Ending.By.SERVER, Handshake.declined(declined));
            }
            case Upgrade.Result.Switched switched -> {
                hops = switched.hops();
                yield talk(switched);
            }
        };
    }

    private Ending cancelled() {
        return new Ending(0, "", Ending.By.US, null);
    }

    private Ending talk(Upgrade.Result.Switched switched) {
        var last = hops.getLast();
        Handshake.Agreed agreed;
        try {
            agreed = Handshake.agreed(last.sent(), last.received());
        } catch (Fault e) {
            switched.line().close();
            return new Ending(0, "", Ending.By.US, new Failure.SocketFailed("The server did not open a WebSocket: " + e.getMessage() + ".",
                    "The server, or something between, does not speak WebSocket as RFC 6455 says; look at the handshake."));
        }
        var conversation = new Conversation(switched.line(), authority(last.sent().url()), agreed, options, random, log, listener);
        note("Connected to " + last.sent().url());
        open = conversation;
        conversation.keepAlive(keepAlive);
        change(new SocketState.Open(agreed.protocol(), agreed.compression().text(), hops));
        if (closing) {
            conversation.close(CloseCode.NORMAL, "");
        }
        var ending = conversation.run();
        return cancellation.cancelled() && ending.code() == CloseCode.LOST
                ? new Ending(CloseCode.LOST, "the connection was cut from here", Ending.By.US, null) : ending;
    }

    private static String authority(String url) {
        return url.replaceFirst("^[a-z]+://", "").replaceFirst("[/?].*$", "").replaceFirst("^.*@", "");
    }

    private void note(String text) {
        try {
            log.add(false, LoggedMessage.Kind.NOTE, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The disk is full, which the ending says.
        }
        listener.logged();
    }

    private synchronized void change(SocketState now) {
        if (!(state instanceof SocketState.Closed)) {
            state = now;
            listener.changed(now);
        }
    }

    public SocketState state() {
        return state;
    }

    public MessageLog log() {
        return log;
    }

    /// Sends a text message; waits while the server takes nothing. False where nothing is connected (any more).
    public boolean send(String text) {
        return send(LoggedMessage.Kind.TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Sends a binary message.
    public boolean send(byte[] bytes) {
        return send(LoggedMessage.Kind.BINARY, bytes.clone());
    }

    /// Asks the server for a sign of life; its pong comes into the log.
    ///
    /// @param payload at most 125 bytes
    public boolean ping(byte[] payload) {
        if (payload.length > 125) {
            throw new IllegalArgumentException("a ping carries at most 125 bytes");
        }
        return send(LoggedMessage.Kind.PING, payload.clone());
    }

    private boolean send(LoggedMessage.Kind kind, byte[] payload) {
        var conversation = open;
        try {
            return conversation != null && conversation.send(kind, payload);
        } catch (IOException e) {
            return false;
        }
    }

    /// Pings from now on whenever so much time has passed, in place of what the options say; zero ends that.
    public void keepAlive(Duration every) {
        keepAlive = every;
        var conversation = open;
        if (conversation != null) {
            conversation.keepAlive(every);
        }
    }

    /// Closes it with a code (0 for none) and a reason of at most 123 bytes; while it is not open yet, stops it.
    ///
    /// @throws IllegalArgumentException for a code that must not be sent
    public void close(int code, String reason) {
        if (code != 0 && !CloseCode.sendable(code)) {
            throw new IllegalArgumentException("the close code " + code + " must not be sent");
        }
        closing = true;
        var conversation = open;
        if (conversation == null) {
            stop();
            return;
        }
        change(new SocketState.Closing());
        conversation.close(code, reason);
    }

    /// Ends it at once.
    public void stop() {
        cancellation.cancel();
    }
}
