package dev.posthorn.http.tap;

import dev.posthorn.model.Header;
import java.util.List;

/// Follows the body of an answer over HTTP/1 without keeping it: where it ends, and what stands after its last chunk (RFC 9112 §6 and §7).
final class Framing {

    private enum Place { LENGTH, UNTIL_CLOSE, SIZE, EXTENSION, CHUNK, AFTER_CHUNK, TRAILER, END, BROKEN }

    private Place place;
    private long left;
    private int digits;
    private final HeadBytes trailer = new HeadBytes();
    private long after;
    private boolean overran;

    private Framing(Place place, long left) {
        this.place = place;
        this.left = left;
    }

    /// @param toHead true where the request's method was HEAD
    static Framing of(AnswerHead head, boolean toHead) {
        if (head.status() == 101) {
            return new Framing(Place.UNTIL_CLOSE, 0);
        }
        if (toHead || head.status() == 204 || head.status() == 304) {
            return new Framing(Place.END, 0);
        }
        if (head.says("Transfer-Encoding", "chunked")) {
            return new Framing(Place.SIZE, 0);
        }
        var length = Header.first(head.headers(), "Content-Length").map(Framing::number).orElse(-1L);
        return length < 0 ? new Framing(Place.UNTIL_CLOSE, 0) : new Framing(length == 0 ? Place.END : Place.LENGTH, length);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    void pass(byte[] bytes, int offset, int length) {
        var at = offset;
        var end = offset + length;
        while (at < end) {
            switch (place) {
                case LENGTH, CHUNK -> {
                    var some = (int) Math.min(left, end - at);
                    left -= some;
                    at += some;
                    if (left == 0) {
                        place = place == Place.LENGTH ? Place.END : Place.AFTER_CHUNK;
                    }
                }
                case SIZE, EXTENSION, AFTER_CHUNK -> step(bytes[at++]);
                case TRAILER -> {
                    at += Math.max(1, trailer.take(bytes, at, end - at));
                    place = trailer.complete() ? Place.END : trailer.tooLong() ? Place.BROKEN : Place.TRAILER;
                }
                case END -> {
                    after += end - at;
                    return;
                }
                case UNTIL_CLOSE, BROKEN -> {
                    return;
                }
            }
        }
    }

    private void step(byte b) {
        if (b == '\n') {
            if (place == Place.AFTER_CHUNK) {
                place = Place.SIZE;
            } else {
                place = digits == 0 ? Place.BROKEN : left == 0 ? Place.TRAILER : Place.CHUNK;
            }
            digits = 0;
            return;
        }
        var digit = Character.digit(b, 16);
        if (place == Place.SIZE && digit >= 0 && digits < 15) {
            left = digits == 0 ? digit : left << 4 | digit;
            digits++;
        } else if (place == Place.SIZE && (b == ';' || b == ' ' || b == '\t') && digits > 0) {
            place = Place.EXTENSION;
        } else if (place != Place.EXTENSION && b != '\r') {
            overran = place == Place.AFTER_CHUNK;
            place = Place.BROKEN;
        }
    }

    /// True where the end that the head announced has come.
    boolean ended() {
        return place == Place.END;
    }

    /// True where something else than a line end stands behind a chunk.
    boolean overran() {
        return overran;
    }

    /// Bytes that came after the end.
    long after() {
        return after;
    }

    List<Header> trailers() {
        return trailer.complete() ? AnswerHead.headers(trailer.text().split("\r?\n"), 0) : List.of();
    }
}
