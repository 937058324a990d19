package dev.posthorn.ui.response;

import dev.posthorn.text.FileSource;
import dev.posthorn.text.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A text made from a body: in memory to 4 MiB, then in a temporary file that is deleted on `close`. Written by one thread, then read by any.
final class Spool extends OutputStream {

    private static final int IN_MEMORY = 4 << 20;

    private final Path folder;
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private Path file;
    private OutputStream out = memory;
    private FileSource opened;
    private boolean closed;

    Spool(Path folder) {
        this.folder = folder;
    }

    @Override
    public synchronized void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
        if (file == null && memory.size() + length > IN_MEMORY) {
            Files.createDirectories(folder);
            file = Files.createTempFile(folder, "text", ".tmp");
            out = Files.newOutputStream(file);
            memory.writeTo(out);
            memory = null;
        }
        out.write(bytes, offset, length);
    }

    /// What was written, for reading; nothing may be written after.
    synchronized Source source() throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
        if (file == null) {
            return Source.of(memory.toByteArray());
        }
        out.close();
        opened = new FileSource(file);
        return opened;
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (opened != null) {
            opened.close();
        }
        out.close();
        memory = null;
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
