package dev.posthorn.http.live;

import java.io.IOException;
import java.util.Arrays;

/// Reads server-sent events from bytes as they come (WHATWG HTML §9.2.6) and tells where each stands; it keeps none of them.
///
/// 1. A line ends with CR, LF or both; a byte order mark at the beginning is skipped.
/// 2. An empty line ends an event; one without data is none, and one that the end of the stream cuts off is none either.
/// 3. An id with a NUL in it is not one; `retry` counts where it is digits alone.
public final class EventParser {

    /// Where an event stands in the stream, in bytes. A length of -1 means that there was no such field.
    public record Found(long start, long end, long idAt, int idLength, long typeAt, int typeLength) {}

    /// Hears of each event when its last byte has come.
    public interface Sink {
        void event(Found found) throws IOException;
    }

    private static final int LONGEST_NAME = 5;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Sink sink;
    private long at;
    private int marked;
    private long blockStart;
    private boolean skipLineFeed;

    private final byte[] name = new byte[LONGEST_NAME + 1];
    private int nameLength;
    private boolean lineBegun;
    private long valueAt = -1;
    private boolean spaceSkipped;
    private long valueEnd;
    private boolean nul;
    private long number;

    private boolean data;
    private long typeAt;
    private int typeLength = -1;
    private long idAt;
    private int idLength = -1;
    private volatile long retry = -1;

    public EventParser(Sink sink) {
        this.sink = sink;
    }

    /// In milliseconds, -1 where the server did not say.
    public long retry() {
        return retry;
    }

    public void feed(byte[] bytes, int offset, int length) throws IOException {
        for (var i = offset; i < offset + length; i++) {
            take(bytes[i]);
            at++;
        }
    }

    private void take(byte b) throws IOException {
        if (marked >= 0 && marked < MARK.length && at == marked && b == MARK[marked]) {
            marked++;
            if (marked == MARK.length) {
                blockStart = at + 1;
                forgetLine();
            }
            return;
        }
        if (marked > 0 && marked < MARK.length) {
            // The beginning of a mark that was none belongs to a name that no field has.
            nameLength = LONGEST_NAME + 1;
            lineBegun = true;
        }
        marked = -1;
        if (skipLineFeed && b == '\n') {
            skipLineFeed = false;
            if (!lineBegun && !data && typeLength < 0) {
                blockStart = at + 1;
            }
            return;
        }
        skipLineFeed = b == '\r';
        if (b == '\r' || b == '\n') {
            endOfLine();
        } else {
            inLine(b);
        }
    }

    private void inLine(byte b) {
        lineBegun = true;
        if (valueAt < 0) {
            if (b == ':') {
                valueAt = at + 1;
                valueEnd = valueAt;
                spaceSkipped = false;
                nul = false;
                number = 0;
            } else if (nameLength <= LONGEST_NAME) {
                name[nameLength++] = b;
            }
            return;
        }
        if (b == ' ' && at == valueAt && !spaceSkipped) {
            spaceSkipped = true;
            valueAt = at + 1;
            valueEnd = valueAt;
            return;
        }
        spaceSkipped = true;
        valueEnd = at + 1;
        nul |= b == 0;
        number = number >= 0 && b >= '0' && b <= '9' && number < Long.MAX_VALUE / 100 ? number * 10 + b - '0' : -1;
    }

    private void endOfLine() throws IOException {
        if (!lineBegun) {
            endOfEvent();
            return;
        }
        var length = valueAt < 0 ? 0 : (int) Math.min(Integer.MAX_VALUE, valueEnd - valueAt);
        var from = valueAt < 0 ? at : valueAt;
        switch (nameLength > LONGEST_NAME ? "" : new String(name, 0, nameLength, java.nio.charset.StandardCharsets.ISO_8859_1)) {
            case "data" -> data = true;
            case "event" -> {
                typeAt = from;
                typeLength = length;
            }
            case "id" -> {
                if (!nul) {
                    idAt = from;
                    idLength = length;
                }
            }
            case "retry" -> {
                if (length > 0 && number >= 0) {
                    retry = number;
                }
            }
            default -> { }
        }
        forgetLine();
    }

    private void endOfEvent() throws IOException {
        if (data) {
            sink.event(new Found(blockStart, at + 1, idAt, idLength, typeAt, typeLength));
        }
        data = false;
        typeLength = -1;
        blockStart = at + 1;
        forgetLine();
    }

    private void forgetLine() {
        Arrays.fill(name, (byte) 0);
        nameLength = 0;
        lineBegun = false;
        valueAt = -1;
        nul = false;
    }
}
