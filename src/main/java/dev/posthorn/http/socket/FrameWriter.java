package dev.posthorn.http.socket;

import java.io.IOException;
import java.io.OutputStream;
import java.util.random.RandomGenerator;

/// Writes frames as a client must: each masked with a key of its own (RFC 6455 §5.3).
final class FrameWriter {

    private final OutputStream out;
    private final RandomGenerator random;
    private final byte[] piece = new byte[16_384];

    FrameWriter(OutputStream out, RandomGenerator random) {
        this.out = out;
        this.random = random;
    }

    /// One whole message, or one control frame. Blocks while the server takes nothing.
    void write(int opcode, boolean packed, byte[] payload, int length) throws IOException {
        var key = new byte[4];
        random.nextBytes(key);
        var at = head(opcode | 0x80 | (packed ? 0x40 : 0), length);
        System.arraycopy(key, 0, piece, at, 4);
        at += 4;
        for (var i = 0; i < length; i++) {
            if (at == piece.length) {
                out.write(piece, 0, at);
                at = 0;
            }
            piece[at++] = (byte) (payload[i] ^ key[i & 3]);
        }
        out.write(piece, 0, at);
        out.flush();
    }

    private int head(int first, int length) {
        piece[0] = (byte) first;
        if (length < 126) {
            piece[1] = (byte) (0x80 | length);
            return 2;
        }
        var octets = length < 65_536 ? 2 : 8;
        piece[1] = (byte) (0x80 | (octets == 2 ? 126 : 127));
        for (var i = 0; i < octets; i++) {
            piece[2 + i] = (byte) ((long) length >>> 8 * (octets - 1 - i));
        }
        return 2 + octets;
    }
}
