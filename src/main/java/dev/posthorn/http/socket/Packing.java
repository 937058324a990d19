package dev.posthorn.http.socket;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Packs and unpacks messages by permessage-deflate (RFC 7692 §7.2). Packing belongs to whoever sends, unpacking to the thread that reads.
final class Packing implements AutoCloseable {

    /// What is cut off each packed message, and put back before unpacking.
    private static final byte[] TAIL = {0, 0, (byte) 0xff, (byte) 0xff};

    /// Takes what was unpacked, piece by piece.
    interface Taker {
        void take(byte[] bytes, int length) throws java.io.IOException;
    }

    private final Compression agreed;
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private final Inflater inflater = new Inflater(true);
    private final byte[] unpacked = new byte[16_384];

    Packing(Compression agreed) {
        this.agreed = agreed;
    }

    byte[] pack(byte[] message) {
        deflater.setInput(message);
        var out = new ByteArrayOutputStream(Math.max(32, message.length / 2));
        var piece = new byte[8_192];
        int n;
        do {
            n = deflater.deflate(piece, 0, piece.length, Deflater.SYNC_FLUSH);
            out.write(piece, 0, n);
        } while (n == piece.length);
        if (!agreed.keepOurs()) {
            deflater.reset();
        }
        var all = out.toByteArray();
        return java.util.Arrays.copyOf(all, all.length - TAIL.length);
    }

    void unpack(byte[] bytes, int length, Taker taker) throws java.io.IOException {
        inflater.setInput(bytes, 0, length);
        try {
            while (true) {
                var n = inflater.inflate(unpacked);
                if (n > 0) {
                    taker.take(unpacked, n);
                } else if (inflater.finished() && inflater.getRemaining() > 0) {
                    // A block marked as the last one: the next begins afresh (§7.2.3.5).
                    var left = inflater.getRemaining();
                    inflater.reset();
                    inflater.setInput(bytes, length - left, left);
                } else if (inflater.needsDictionary()) {
                    throw new Fault(CloseCode.INVALID, "a compressed message asks for a dictionary");
                } else {
                    return;
                }
            }
        } catch (DataFormatException e) {
            throw new Fault(CloseCode.INVALID, "a compressed message is damaged (" + e.getMessage() + ")");
        }
    }

    void unpackEnd(Taker taker) throws java.io.IOException {
        if (inflater.finished()) {
            inflater.reset();
        }
        unpack(TAIL, TAIL.length, taker);
        if (!agreed.keepTheirs() || inflater.finished()) {
            inflater.reset();
        }
    }

    @Override
    public void close() {
        deflater.end();
        inflater.end();
    }
}
