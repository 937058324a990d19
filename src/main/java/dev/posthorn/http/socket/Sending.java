package dev.posthorn.http.socket;

import dev.posthorn.http.Line;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/// The writing half of an open WebSocket. Safe from any thread: one frame at a time; who comes while the server takes nothing waits.
final class Sending {

    /// Packing of shorter messages gains nothing.
    private static final int WORTH_PACKING = 32;

    private final ReentrantLock turn = new ReentrantLock(true);
    private final AtomicReference<byte[]> pong = new AtomicReference<>();
    private final FrameWriter writer;
    private final Packing packing;
    private final Compression agreed;
    private final MessageLog log;
    private boolean closeSent;

    Sending(Line line, Compression agreed, Packing packing, RandomGenerator random, MessageLog log) {
        writer = new FrameWriter(line.out(), random);
        this.packing = packing;
        this.agreed = agreed;
        this.log = log;
    }

    /// A message or a ping; false where a close was sent before.
    boolean send(LoggedMessage.Kind kind, byte[] payload) throws IOException {
        lock();
        try {
            if (closeSent) {
                return false;
            }
            var opcode = opcode(kind);
            var packed = opcode < FrameHead.CLOSE && agreed.agreed() && agreed.send() && payload.length >= WORTH_PACKING;
            var bytes = packed ? packing.pack(payload) : payload;
            // Into the log first, so that no answer stands before its question.
            log.add(true, kind, payload);
            writer.write(opcode, packed, bytes, bytes.length);
            return true;
        } finally {
            unlock();
        }
    }

    private static int opcode(LoggedMessage.Kind kind) {
        return switch (kind) {
            case TEXT -> FrameHead.TEXT;
            case BINARY -> FrameHead.BINARY;
            case PING -> FrameHead.PING;
            case PONG -> FrameHead.PONG;
            case CLOSE, NOTE -> throw new IllegalArgumentException(kind.name());
        };
    }

    private void lock() throws IOException {
        try {
            turn.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private void unlock() throws IOException {
        turn.unlock();
        answerPing();
    }

    /// Answers a ping, never waiting for a message that is under way: its sender then does it. Only the last of several counts (RFC 6455 §5.5.3).
    void answer(byte[] ping) throws IOException {
        pong.set(ping);
        answerPing();
    }

    private void answerPing() throws IOException {
        while (pong.get() != null && turn.tryLock()) {
            try {
                var payload = pong.getAndSet(null);
                if (payload != null && !closeSent) {
                    log.add(true, LoggedMessage.Kind.PONG, payload);
                    writer.write(FrameHead.PONG, false, payload, payload.length);
                }
            } finally {
                turn.unlock();
            }
        }
    }

    /// The last frame of ours. False where one was sent before, or where the writer is stuck in a message that the server does not take.
    ///
    /// @param code 0 for none, as an answer to a close without a code
    boolean close(int code, String reason) throws IOException {
        try {
            if (!turn.tryLock(500, TimeUnit.MILLISECONDS)) {
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            if (closeSent) {
                return false;
            }
            closeSent = true;
            var text = cut(reason);
            var payload = code == 0 ? new byte[0] : ByteBuffer.allocate(2 + text.length).putShort((short) code).put(text).array();
            log.add(true, LoggedMessage.Kind.CLOSE, shown(code, new String(text, StandardCharsets.UTF_8)));
            writer.write(FrameHead.CLOSE, false, payload, payload.length);
            return true;
        } finally {
            turn.unlock();
        }
    }

    /// A close frame as the log has it.
    static byte[] shown(int code, String reason) {
        return ((code == 0 ? "" : code + " ") + reason).strip().getBytes(StandardCharsets.UTF_8);
    }

    /// At most 123 bytes, no character cut in two (RFC 6455 §5.5).
    static byte[] cut(String reason) {
        var bytes = reason.getBytes(StandardCharsets.UTF_8);
        var length = Math.min(123, bytes.length);
        while (length < bytes.length && length > 0 && (bytes[length] & 0xc0) == 0x80) {
            length--;
        }
        return java.util.Arrays.copyOf(bytes, length);
    }

    /// Waits for a message under way to fail, then gives the compression's memory back.
    void end() {
        turn.lock();
        try {
            closeSent = true;
            packing.close();
        } finally {
            turn.unlock();
        }
    }
}
