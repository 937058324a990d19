package dev.posthorn.ui.response;

import dev.posthorn.model.StoredBody;
import dev.posthorn.text.FileSource;
import dev.posthorn.text.Source;
import dev.posthorn.text.SourceStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// A stored body over bytes or over a file.
record TestBody(Source source, Path path) implements StoredBody {

    static TestBody of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static TestBody of(byte[] bytes) {
        return new TestBody(Source.of(bytes), null);
    }

    static TestBody of(Path file) throws IOException {
        return new TestBody(new FileSource(file), file);
    }

    @Override
    public long size() {
        return source.size();
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) throws IOException {
        return source.read(position, into, offset, length);
    }

    @Override
    public InputStream open() {
        return new SourceStream(source);
    }

    @Override
    public Optional<Path> file() {
        return Optional.ofNullable(path);
    }

    @Override
    public void release() {}
}
