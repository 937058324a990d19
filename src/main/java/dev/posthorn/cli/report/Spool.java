package dev.posthorn.cli.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The middle of a report, on the disk while a run goes on, so that a long run needs no more memory than a short one.
final class Spool implements AutoCloseable {

    private Path file;
    private BufferedWriter writer;
    private IOException failed;

    /// Keeps what follows; a disk that does not take it is told by `to`.
    void add(String text) {
        if (failed != null) {
            return;
        }
        try {
            if (writer == null) {
                file = Files.createTempFile("posthorn-report", ".part");
                // Half a character, as a script may make it, becomes a question mark; `Files.newBufferedWriter` would refuse it.
                writer = new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8));
            }
            writer.write(text);
        } catch (IOException e) {
            failed = e;
        }
    }

    void to(OutputStream out) throws IOException {
        if (failed != null) {
            throw new IOException("the report could not be kept while the run went on: " + failed.getMessage(), failed);
        }
        if (writer != null) {
            writer.flush();
            Files.copy(file, out);
        }
    }

    @Override
    public void close() {
        try {
            if (writer != null) {
                writer.close();
            }
        } catch (IOException e) {
            failed = e;
        } finally {
            delete();
        }
    }

    private void delete() {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
