package dev.posthorn.http.tap;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// What goes out, seen before it goes.
final class TapOutput extends FilterOutputStream {

    private final Tap tap;

    TapOutput(OutputStream out, Tap tap) {
        super(out);
        this.tap = tap;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        tap.sent(bytes, offset, length);
        out.write(bytes, offset, length);
    }
}
