package dev.posthorn.text;

/// Where one view paragraph of UTF-8 bytes ends: at a line end (CR, LF or CRLF), or folded after 2,000 chars, never inside a character.
final class Paragraphing {

    /// The most UTF-16 chars a paragraph holds.
    static final int WIDEST = 2_000;

    /// The most bytes a paragraph holds: 2,000 characters of three bytes. It also folds bytes that are no UTF-8 at all.
    static final int LONGEST = 3 * WIDEST;

    /// There are not enough bytes to tell.
    static final int MORE = -1;

    private Paragraphing() {}

    /// The index after the last byte of the paragraph that starts at `from`, its line end not counted.
    ///
    /// @param last true where no bytes follow after `to`
    /// @return `MORE` where the bytes up to `to` do not decide it
    static int end(byte[] bytes, int from, int to, boolean last) {
        var chars = 0;
        var limit = from + LONGEST;
        for (var i = from; i < to; i++) {
            int b = bytes[i];
            if (b == '\n' || b == '\r') {
                return i;
            }
            if (b >= 0) {
                chars++;
            } else if (b >= (byte) 0xF0) {
                chars += 2;
            } else if (b >= (byte) 0xC0) {
                chars++;
            }
            if (chars > WIDEST || i >= limit) {
                return i;
            }
        }
        return last ? to : MORE;
    }

    /// The index after the line end that stands at `end`; `end` itself where the paragraph was folded or the text is over; `MORE` after a CR that is the last byte so far.
    static int next(byte[] bytes, int end, int to, boolean last) {
        if (end >= to) {
            return end;
        }
        if (bytes[end] == '\n') {
            return end + 1;
        }
        if (bytes[end] != '\r') {
            return end;
        }
        if (end + 1 >= to) {
            return last ? end + 1 : MORE;
        }
        return bytes[end + 1] == '\n' ? end + 2 : end + 1;
    }
}
