package dev.posthorn.text;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/// A file read at any position. A read is never broken off by an interrupt, as a `FileChannel`'s would be.
public final class FileSource implements Source, Closeable {

    private final RandomAccessFile file;

    public FileSource(Path path) throws IOException {
        this.file = new RandomAccessFile(path.toFile(), "r");
    }

    @Override
    public synchronized long size() {
        try {
            return file.length();
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public synchronized int read(long position, byte[] into, int offset, int length) throws IOException {
        file.seek(position);
        return file.read(into, offset, length);
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
