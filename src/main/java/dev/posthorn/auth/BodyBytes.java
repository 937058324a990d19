package dev.posthorn.auth;

import dev.posthorn.model.Payload;
import java.io.IOException;
import java.io.OutputStream;

/// Writes a payload as it will stand on the wire, without holding it: for hashes over the body.
public interface BodyBytes {

    /// Fails where a file of it cannot be read.
    void write(Payload payload, OutputStream out) throws IOException;
}
