package dev.posthorn.text;

import java.io.IOException;
import java.util.BitSet;

/// Lays JSON out. Where it stops being JSON the rest is copied as it came; several values after each other (NDJSON) each get a line.
final class JsonPretty {

    /// Deeper nesting is copied as it came.
    private static final int DEEPEST = 100_000;

    private final Pen pen;
    private final BitSet objects = new BitSet();
    private int depth;
    private boolean started;
    /// An opener or a comma was the last token: the next value begins a line.
    private boolean breakDue;
    private boolean fresh;
    /// The last token was a value: another one after it needs a comma.
    private boolean valueBefore;

    JsonPretty(Pen pen) {
        this.pen = pen;
    }

    Pretty.Result run() throws IOException {
        skipMark();
        for (var c = pen.peek(); c >= 0; c = pen.peek()) {
            if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
                pen.take();
            } else if (!token(c) || pen.bloated()) {
                return copyRest();
            }
        }
        return Pretty.Result.WHOLE;
    }

    private void skipMark() throws IOException {
        if (pen.peek(0) == 0xEF && pen.peek(1) == 0xBB && pen.peek(2) == 0xBF) {
            for (var i = 0; i < 3; i++) {
                pen.take();
            }
        }
    }

    private Pretty.Result copyRest() throws IOException {
        if (breakDue || valueBefore) {
            pen.newLine(0);
        }
        return pen.copyRest();
    }

    /// False where no token of JSON may stand here; nothing was taken then.
    private boolean token(int c) throws IOException {
        return switch (c) {
            case '{' -> pen.peek(1) == '{' ? variable() : open(true);
            case '[' -> open(false);
            case '}' -> close(true);
            case ']' -> close(false);
            case ',' -> comma();
            case ':' -> colon();
            case '"' -> string();
            default -> word(c);
        };
    }

    /// False where a comma is missing.
    private boolean beforeValue() throws IOException {
        if (breakDue || valueBefore && depth == 0 && started) {
            pen.newLine(depth);
        } else if (valueBefore) {
            return false;
        }
        breakDue = false;
        fresh = false;
        started = true;
        valueBefore = true;
        return true;
    }

    private boolean open(boolean object) throws IOException {
        if (depth >= DEEPEST || !beforeValue()) {
            return false;
        }
        pen.copy();
        objects.set(depth++, object);
        breakDue = true;
        fresh = true;
        valueBefore = false;
        return true;
    }

    private boolean close(boolean object) throws IOException {
        if (depth == 0 || objects.get(depth - 1) != object) {
            return false;
        }
        depth--;
        if (!fresh) {
            pen.newLine(depth);
        }
        pen.copy();
        breakDue = false;
        fresh = false;
        valueBefore = true;
        return true;
    }

    private boolean comma() throws IOException {
        if (depth == 0 || fresh) {
            return false;
        }
        pen.copy();
        breakDue = true;
        valueBefore = false;
        return true;
    }

    private boolean colon() throws IOException {
        if (depth == 0 || !objects.get(depth - 1) || !valueBefore) {
            return false;
        }
        pen.copy();
        pen.write(' ');
        valueBefore = false;
        return true;
    }

    private boolean string() throws IOException {
        if (!beforeValue()) {
            return false;
        }
        pen.copy();
        for (var c = pen.copy(); c >= 0 && c != '"'; c = pen.copy()) {
            if (c == '\\') {
                pen.copy();
            }
        }
        return true;
    }

    private boolean word(int c) throws IOException {
        if (!inWord(c) || !beforeValue()) {
            return false;
        }
        while (inWord(pen.peek())) {
            pen.copy();
        }
        return true;
    }

    private static boolean inWord(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+' || c >= 'A' && c <= 'Z' || c == '_';
    }

    /// `{{name}}` in the place of a value, as request bodies have it.
    private boolean variable() throws IOException {
        if (!beforeValue()) {
            return false;
        }
        while (pen.peek() >= 0 && !(pen.peek() == '}' && pen.peek(1) == '}') && pen.peek() != '\n') {
            pen.copy();
        }
        if (pen.peek() == '}') {
            pen.copy();
            pen.copy();
        }
        return true;
    }
}
