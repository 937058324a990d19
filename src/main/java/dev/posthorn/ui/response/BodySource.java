package dev.posthorn.ui.response;

import dev.posthorn.model.StoredBody;
import dev.posthorn.text.Source;
import java.io.IOException;

/// A stored body as a source of text.
record BodySource(StoredBody body) implements Source {

    @Override
    public long size() {
        return body.size();
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) throws IOException {
        return body.read(position, into, offset, length);
    }
}
