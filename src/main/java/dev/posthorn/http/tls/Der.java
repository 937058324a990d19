package dev.posthorn.http.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;

/// Reads and writes the few shapes of DER (ITU-T X.690) that keys are made of.
final class Der {

    static final int INTEGER = 0x02;
    static final int OCTETS = 0x04;
    static final int OID = 0x06;
    static final int SEQUENCE = 0x30;

    private final byte[] bytes;
    private final int end;
    private int at;

    Der(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private Der(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /// The tag of what comes next; -1 at the end.
    int next() {
        return at < end ? bytes[at] & 0xFF : -1;
    }

    /// What is inside the next value, which must have this tag.
    Der in(int tag) throws IOException {
        if (next() != tag) {
            throw new IOException("an unexpected value at byte " + at);
        }
        var length = length();
        var inner = new Der(bytes, at, at + length);
        at += length;
        return inner;
    }

    /// The next value with its tag and length.
    byte[] whole() throws IOException {
        var start = at;
        var length = length();
        at += length;
        return Arrays.copyOfRange(bytes, start, at);
    }

    byte[] content(int tag) throws IOException {
        var inner = in(tag);
        return Arrays.copyOfRange(inner.bytes, inner.at, inner.end);
    }

    /// A number that fits a count of rounds or a length of a key.
    int number() throws IOException {
        var value = new BigInteger(content(INTEGER));
        if (value.bitLength() > 31) {
            throw new IOException("a number is too large");
        }
        return value.intValue();
    }

    /// "1.2.840.113549.1.1.1"
    String oid() throws IOException {
        var content = content(OID);
        var text = new StringBuilder();
        var part = 0L;
        for (var b : content) {
            part = part << 7 | b & 0x7F;
            if (b >= 0) {
                text.append(text.isEmpty() ? Math.min(part / 40, 2) + "." + (part - 40 * Math.min(part / 40, 2)) : "." + part);
                part = 0;
            }
        }
        return text.toString();
    }

    /// Moves past the tag and the length of the next value.
    private int length() throws IOException {
        if (end - at < 2) {
            throw new IOException("it ends too early");
        }
        var first = bytes[at + 1] & 0xFF;
        at += 2;
        var length = first;
        if (first >= 0x80) {
            var count = first & 0x7F;
            if (count == 0 || count > 4 || end - at < count) {
                throw new IOException("a length that cannot be read");
            }
            length = new BigInteger(1, Arrays.copyOfRange(bytes, at, at + count)).intValue();
            at += count;
        }
        if (length < 0 || length > end - at) {
            throw new IOException("it ends too early");
        }
        return length;
    }

    /// One value of these parts, in order.
    static byte[] value(int tag, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (var part : parts) {
            content.writeBytes(part);
        }
        var out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.size() < 0x80) {
            out.write(content.size());
        } else {
            var length = BigInteger.valueOf(content.size()).toByteArray();
            var skip = length[0] == 0 ? 1 : 0;
            out.write(0x80 | length.length - skip);
            out.write(length, skip, length.length - skip);
        }
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }
}
