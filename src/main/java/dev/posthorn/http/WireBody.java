package dev.posthorn.http;

import dev.posthorn.auth.BodyBytes;
import dev.posthorn.model.Payload;
import java.io.IOException;
import java.io.OutputStream;

/// The bytes of a body as the engine will send them, for who signs them.
public final class WireBody implements BodyBytes {
    @Override
    public void write(Payload payload, OutputStream out) throws IOException {
        PayloadBody.of(payload).write(out);
    }
}
