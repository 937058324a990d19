package dev.posthorn.http.tap;

import dev.posthorn.model.Security;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;

/// Listens to one connection, behind its encryption. It finds out by itself whether HTTP/1 or HTTP/2 is spoken.
public final class Tap {

    /// What a client of HTTP/2 says first (RFC 9113 §3.4).
    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Supplier<FrameLog.Decoder> decoders;
    private volatile Tape tape;
    private volatile FrameLog frames;
    private boolean begun;
    private Security security;

    /// @param decoders a new one for each direction of a connection of HTTP/2
    public Tap(Supplier<FrameLog.Decoder> decoders) {
        this.decoders = decoders;
    }

    /// Begins to record an exchange of HTTP/1.
    public Tape begin(boolean toHead, boolean awaits100) {
        return tape = new Tape(toHead, awaits100);
    }

    /// Nothing more belongs to that exchange.
    public void end(Tape recorded) {
        if (tape == recorded) {
            tape = null;
        }
    }

    /// Null where HTTP/2 is not spoken.
    public FrameLog frames() {
        return frames;
    }

    /// How this connection is secured, found out at the first asking.
    public synchronized Security security(Supplier<Security> reading) {
        return security = security == null ? reading.get() : security;
    }

    Tape tape() {
        return tape;
    }

    void sent(byte[] bytes, int offset, int length) {
        var log = frames;
        if (!begun) {
            begun = true;
            if (length >= PREFACE.length && Arrays.equals(bytes, offset, offset + PREFACE.length, PREFACE, 0, PREFACE.length)) {
                log = new FrameLog(decoders.get(), decoders.get());
                frames = log;
                log.sent(bytes, offset + PREFACE.length, length - PREFACE.length);
                return;
            }
        }
        if (log != null) {
            log.sent(bytes, offset, length);
            return;
        }
        var recording = tape;
        if (recording != null) {
            recording.sent(bytes, offset, length);
        }
    }
}
