package dev.posthorn.http.socket;

import dev.posthorn.http.Line;
import dev.posthorn.http.Recording;
import dev.posthorn.model.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// One open connection: reads what comes until it ends, answers pings and closes.
///
/// 1. A server that breaks a rule is told so by the right close code, and the user in words (RFC 6455 §7.1.7).
/// 2. An incoming message goes into the log piece by piece; memory does not grow with it. One over the limit is refused with 1009.
/// 3. The socket is the back-pressure, both ways.
final class Conversation {

    private final Line line;
    private final Handshake.Agreed agreed;
    private final SocketOptions options;
    private final MessageLog log;
    private final SocketListener listener;
    private final Packing packing;
    private final Sending sending;
    private final Utf8 utf8 = new Utf8();
    private final byte[] piece = new byte[16_384];
    private final String address;
    private final CountDownLatch over = new CountDownLatch(1);
    private Thread keeper;
    private volatile boolean ours;
    private volatile boolean pongMissing;
    private volatile String lost = "";

    // The message that is coming in.
    private Recording coming;
    private boolean text;
    private boolean packed;

    Conversation(Line line, String address, Handshake.Agreed agreed, SocketOptions options, RandomGenerator random, MessageLog log, SocketListener listener) {
        this.line = line;
        this.address = address;
        this.agreed = agreed;
        this.options = options;
        this.log = log;
        this.listener = listener;
        packing = new Packing(agreed.compression());
        sending = new Sending(line, agreed.compression(), packing, random, log);
    }

    /// Runs until the connection is over.
    Ending run() {
        try {
            while (true) {
                var ending = frame(FrameHead.read(line.in(), agreed.compression().agreed()));
                if (ending != null) {
                    return ending;
                }
            }
        } catch (Fault e) {
            return broken(e);
        } catch (IOException e) {
            return lost(e);
        } finally {
            if (coming != null) {
                coming.discard();
            }
            over.countDown();
            keepAlive(Duration.ZERO);
            line.close();
            sending.end();
        }
    }

    private Ending frame(FrameHead head) throws IOException {
        if (!head.control()) {
            data(head);
            return null;
        }
        var payload = line.in().readNBytes((int) head.length());
        if (payload.length < head.length()) {
            throw new java.io.EOFException();
        }
        switch (head.opcode()) {
            case FrameHead.PING -> {
                kept(LoggedMessage.Kind.PING, payload);
                sending.answer(payload);
                listener.logged();
            }
            case FrameHead.PONG -> {
                pongMissing = false;
                kept(LoggedMessage.Kind.PONG, payload);
            }
            default -> {
                return closed(payload);
            }
        }
        return null;
    }

    private void kept(LoggedMessage.Kind kind, byte[] payload) throws IOException {
        try {
            log.add(false, kind, payload);
        } catch (IOException e) {
            throw full(e);
        }
        listener.logged();
    }

    private static Fault full(IOException e) {
        return new Fault(CloseCode.FAILED, "The message could not be kept: " + e.getMessage() + ".");
    }

    private Ending closed(byte[] payload) throws IOException {
        if (payload.length == 1) {
            throw new Fault(CloseCode.PROTOCOL, "its close frame has half a code");
        }
        var code = payload.length == 0 ? CloseCode.NONE : (payload[0] & 0xff) << 8 | payload[1] & 0xff;
        if (payload.length > 0 && !CloseCode.sendable(code)) {
            throw new Fault(CloseCode.PROTOCOL, "its close frame has the code " + code + ", which must not be sent");
        }
        var reason = payload.length < 3 ? "" : Utf8.text(payload, 2, payload.length - 2);
        kept(LoggedMessage.Kind.CLOSE, Sending.shown(payload.length == 0 ? 0 : code, reason));
        var first = ours;
        sending.close(payload.length == 0 ? 0 : code, "");
        return new Ending(code, reason, first ? Ending.By.US : Ending.By.SERVER, null);
    }

    private void data(FrameHead head) throws IOException {
        begin(head);
        if (!packed) {
            limit(coming.size() + head.length());
        }
        var left = head.length();
        while (left > 0) {
            var n = line.in().read(piece, 0, (int) Math.min(piece.length, left));
            if (n < 0) {
                throw new java.io.EOFException();
            }
            left -= n;
            if (packed) {
                packing.unpack(piece, n, this::take);
            } else {
                take(piece, n);
            }
        }
        if (head.last()) {
            finish();
        }
    }

    private void begin(FrameHead head) throws IOException {
        if (head.opcode() == FrameHead.CONTINUATION) {
            if (coming == null) {
                throw new Fault(CloseCode.PROTOCOL, "a frame continues a message that was not begun");
            }
            return;
        }
        if (coming != null) {
            throw new Fault(CloseCode.PROTOCOL, "a message begins inside another");
        }
        coming = log.recording();
        text = head.opcode() == FrameHead.TEXT;
        packed = head.packed();
        utf8.begin();
    }

    private void take(byte[] bytes, int length) throws IOException {
        limit(coming.size() + length);
        if (text) {
            utf8.more(bytes, 0, length);
        }
        try {
            coming.write(bytes, 0, length);
        } catch (IOException e) {
            throw full(e);
        }
    }

    private void limit(long size) throws Fault {
        if (options.mostMessage() > 0 && size > options.mostMessage() || size < 0) {
            throw new Fault(CloseCode.TOO_BIG, "A message of the server is bigger than the limit of " + options.mostMessage() + " bytes.");
        }
    }

    private void finish() throws IOException {
        if (packed) {
            packing.unpackEnd(this::take);
        }
        if (text) {
            utf8.end();
        }
        var whole = coming;
        coming = null;
        try {
            log.add(false, text ? LoggedMessage.Kind.TEXT : LoggedMessage.Kind.BINARY, whole.finish());
        } catch (IOException e) {
            throw full(e);
        }
        listener.logged();
    }

    private Ending broken(Fault fault) {
        try {
            sending.close(fault.code(), told(fault));
        } catch (IOException e) {
            // The server is gone already; the fault is what counts.
        }
        var advice = switch (fault.code()) {
            case CloseCode.TOO_BIG -> "Raise the largest message in the Settings tab, or ask the server for less.";
            case CloseCode.FAILED -> "Make room, then connect again.";
            default -> "The server, or something between, has to be mended; the log shows what came before.";
        };
        var sentence = fault.code() == CloseCode.TOO_BIG || fault.code() == CloseCode.FAILED ? fault.getMessage()
                : "The server at " + address + " broke the rules of WebSocket: " + fault.getMessage() + ".";
        return new Ending(fault.code(), "", Ending.By.US, new Failure.SocketFailed(sentence + " The connection was closed with " + fault.code() + ".", advice));
    }

    private static String told(Fault fault) {
        return switch (fault.code()) {
            case CloseCode.TOO_BIG -> "message too big";
            case CloseCode.FAILED -> "could not keep it";
            default -> fault.getMessage();
        };
    }

    private Ending lost(IOException e) {
        if (ours) {
            return new Ending(CloseCode.LOST, "the server did not answer the close", Ending.By.US, null);
        }
        var why = !lost.isEmpty() ? lost : e instanceof java.io.EOFException ? "the server ended it without closing it" : String.valueOf(e.getMessage());
        return new Ending(CloseCode.LOST, "", Ending.By.NOBODY, new Failure.ConnectionLost(address, why));
    }

    /// False where it is closing already.
    boolean send(LoggedMessage.Kind kind, byte[] payload) throws IOException {
        try {
            var sent = sending.send(kind, payload);
            listener.logged();
            return sent;
        } catch (IOException e) {
            line.close();
            throw e;
        }
    }

    /// Begins the closing handshake; cuts where the server does not end it in time.
    void close(int code, String reason) {
        ours = true;
        try {
            if (!sending.close(code, reason)) {
                line.close();
            }
            listener.logged();
        } catch (IOException e) {
            line.close();
        }
        Thread.ofVirtual().name("close timeout").start(() -> {
            try {
                if (!over.await(options.closeWithin().toNanos(), TimeUnit.NANOSECONDS)) {
                    line.close();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static boolean paused(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /// Zero ends it. Nothing begins where the conversation is over.
    synchronized void keepAlive(Duration every) {
        if (keeper != null) {
            keeper.interrupt();
            keeper = null;
        }
        if (!every.isZero() && over.getCount() > 0) {
            pongMissing = false;
            keeper = Thread.ofVirtual().name("keep alive").start(() -> keptAlive(every));
        }
    }

    private void keptAlive(Duration every) {
        while (paused(every)) {
            if (pongMissing) {
                lost = "no pong came within " + every.toMillis() + " ms";
                line.close();
                return;
            }
            try {
                pongMissing = true;
                if (!send(LoggedMessage.Kind.PING, "posthorn".getBytes(StandardCharsets.US_ASCII))) {
                    return;
                }
            } catch (IOException e) {
                return;
            }
        }
    }
}
