package dev.posthorn.workbench;

import dev.posthorn.model.Example;
import dev.posthorn.model.Response;
import dev.posthorn.model.Sizes;
import dev.posthorn.model.StoredBody;
import dev.posthorn.model.Timings;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A saved answer as if it had just come, so that tests can be run on it. It took no time.
public final class ExampleAnswer {

    private ExampleAnswer() {}

    /// The status is 200 where the file does not say.
    public static Response of(Example example) {
        var bytes = example.body().getBytes(StandardCharsets.UTF_8);
        var none = Duration.ZERO;
        var timings = new Timings(Instant.EPOCH, none, none, none, none, none, none, none);
        return new Response(example.status() == 0 ? 200 : example.status(), example.reason(), "HTTP/1.1", example.headers(), new InMemory(bytes),
                new Sizes(0, 0, 0, bytes.length, bytes.length), timings, "", false);
    }

    /// Nothing has to be given back.
    private static final class InMemory implements StoredBody {

        private final byte[] bytes;

        private InMemory(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public int read(long position, byte[] into, int offset, int length) {
            if (position >= bytes.length) {
                return -1;
            }
            var count = (int) Math.min(length, bytes.length - position);
            System.arraycopy(bytes, (int) position, into, offset, count);
            return count;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public Optional<Path> file() {
            return Optional.empty();
        }

        @Override
        public void release() {
            // Memory is given back by itself.
        }
    }
}
