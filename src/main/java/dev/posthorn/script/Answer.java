package dev.posthorn.script;

import dev.posthorn.model.Header;
import java.io.IOException;
import java.util.List;

/// An answer as scripts see it. Its body is read when a script asks for it.
///
/// @param millis of the whole send
/// @param size   of the decoded body, in bytes
public record Answer(int code, String status, List<Header> headers, long millis, long size, Bytes body) {

    /// More than a script may load of one body, in bytes.
    public static final long MOST = 100L << 20;

    @FunctionalInterface
    public interface Bytes {
        /// All of it; throws where it cannot be read.
        byte[] read() throws IOException;
    }

    public Answer {
        headers = List.copyOf(headers);
    }
}
