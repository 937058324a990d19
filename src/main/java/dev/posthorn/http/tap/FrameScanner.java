package dev.posthorn.http.tap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Finds the frames in one direction of a connection of HTTP/2 (RFC 9113 §4.1), without keeping what DATA carries.
final class FrameScanner {

    /// Told of each frame when its last byte has gone by.
    interface Frames {
        /// @param payload the whole of it for header blocks, the first bytes for others, nothing for DATA
        void frame(int type, int flags, int stream, int length, byte[] payload);
    }

    private static final int HEAD = 9;
    private static final int SOME = 256;

    private final Frames frames;
    private final byte[] head = new byte[HEAD];
    private int headSize;
    private int length;
    private int left;
    private byte[] payload = {};
    private int kept;
    private boolean begun;
    private boolean http1;

    FrameScanner(Frames frames) {
        this.frames = frames;
    }

    void scan(byte[] bytes, int offset, int count) {
        var at = offset;
        var end = offset + count;
        while (at < end) {
            if (headSize < HEAD) {
                var some = Math.min(HEAD - headSize, end - at);
                System.arraycopy(bytes, at, head, headSize, some);
                headSize += some;
                at += some;
                if (headSize == HEAD) {
                    begin();
                }
            } else {
                var some = Math.min(left, end - at);
                var keep = Math.min(some, payload.length - kept);
                if (keep > 0) {
                    System.arraycopy(bytes, at, payload, kept, keep);
                    kept += keep;
                }
                left -= some;
                at += some;
            }
            if (headSize == HEAD && left == 0) {
                headSize = 0;
                var stream = (head[5] & 0x7f) << 24 | (head[6] & 0xff) << 16 | (head[7] & 0xff) << 8 | head[8] & 0xff;
                frames.frame(head[3] & 0xff, head[4] & 0xff, stream, length, kept == payload.length ? payload : Arrays.copyOf(payload, kept));
            }
        }
    }

    /// True where what went by first is no frame but the beginning of an answer over HTTP/1.
    boolean http1() {
        return http1;
    }

    private void begin() {
        http1 |= !begun && new String(head, 0, HEAD, StandardCharsets.ISO_8859_1).startsWith("HTTP/");
        begun = true;
        length = (head[0] & 0xff) << 16 | (head[1] & 0xff) << 8 | head[2] & 0xff;
        left = length;
        kept = 0;
        var wanted = switch (head[3]) {
            case FrameNames.DATA -> 0;
            case FrameNames.HEADERS, FrameNames.CONTINUATION, FrameNames.PUSH_PROMISE -> Math.min(length, HeadBytes.LONGEST);
            default -> Math.min(length, SOME);
        };
        payload = wanted == payload.length && wanted == 0 ? payload : new byte[wanted];
    }
}
