package dev.posthorn.text;

import java.io.IOException;

/// Bytes that can be read at any position: a body in memory or in a file. Safe from any thread.
public interface Source {

    /// Size in bytes; it may grow while the source is still being written.
    long size();

    /// Reads at most `length` bytes at `position`; returns how many came, -1 at the end.
    int read(long position, byte[] into, int offset, int length) throws IOException;

    static Source of(byte[] bytes) {
        return new Source() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public int read(long position, byte[] into, int offset, int length) {
                if (position >= bytes.length) {
                    return -1;
                }
                var count = (int) Math.min(length, bytes.length - position);
                System.arraycopy(bytes, (int) position, into, offset, count);
                return count;
            }
        };
    }
}
