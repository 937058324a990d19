package dev.posthorn.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/// A file of records to whose end is only added, so that a crash can damage nothing but the last record.
///
/// 1. A record is a line: its length in bytes and its CRC-32C, both as eight hexadecimal digits, then its text, which has no line ends.
/// 2. A last record that was not written whole is no record. A damaged one before it is passed over and said by `Content.damaged`.
final class Journal implements AutoCloseable {

    private static final int HEAD = 18;

    private final Path file;
    private FileChannel channel;

    Journal(Path file) {
        this.file = file;
    }

    /// @param damaged whether there is more amiss than a torn end
    record Content(List<String> records, boolean damaged) {}

    static Content read(Path file) throws IOException {
        var records = new ArrayList<String>();
        if (!Files.exists(file)) {
            return new Content(records, false);
        }
        var bytes = Files.readAllBytes(file);
        var damaged = false;
        var at = 0;
        while (at < bytes.length) {
            var length = sound(bytes, at);
            if (length >= 0) {
                records.add(new String(bytes, at + HEAD, length, StandardCharsets.UTF_8));
                at += HEAD + length + 1;
                continue;
            }
            var end = at;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            damaged |= end < bytes.length;
            at = end + 1;
        }
        return new Content(records, damaged);
    }

    /// The length of the record that begins there; -1 where none does.
    private static int sound(byte[] bytes, int at) {
        if (bytes.length - at <= HEAD || bytes[at + 8] != ' ' || bytes[at + 17] != ' ') {
            return -1;
        }
        var length = number(bytes, at);
        if (length < 0 || length > bytes.length - at - HEAD - 1 || bytes[(int) (at + HEAD + length)] != '\n') {
            return -1;
        }
        return number(bytes, at + 9) == checksum(bytes, at + HEAD, (int) length) ? (int) length : -1;
    }

    private static long number(byte[] bytes, int at) {
        try {
            return Long.parseLong(new String(bytes, at, 8, StandardCharsets.ISO_8859_1), 16);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static long checksum(byte[] bytes, int from, int length) {
        var crc = new CRC32C();
        crc.update(bytes, from, length);
        return crc.getValue();
    }

    static byte[] line(String record) {
        var text = record.getBytes(StandardCharsets.UTF_8);
        var head = "%08x %08x ".formatted(text.length, checksum(text, 0, text.length)).getBytes(StandardCharsets.ISO_8859_1);
        var line = new byte[HEAD + text.length + 1];
        System.arraycopy(head, 0, line, 0, HEAD);
        System.arraycopy(text, 0, line, HEAD, text.length);
        line[line.length - 1] = '\n';
        return line;
    }

    /// Adds records and forces them to the disk. Where that fails, the journal is as it was.
    void append(List<byte[]> lines) throws IOException {
        if (channel == null) {
            PrivateFiles.file(file);
            channel = FileChannel.open(file, StandardOpenOption.WRITE);
            channel.position(channel.size());
        }
        var start = channel.position();
        try {
            for (var line : lines) {
                var rest = ByteBuffer.wrap(line);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
            }
            channel.force(false);
        } catch (IOException e) {
            channel.truncate(start);
            throw e;
        }
    }

    /// Puts these records in the place of all there are.
    void replace(List<byte[]> lines) throws IOException {
        close();
        PrivateFiles.file(file);
        var size = lines.stream().mapToInt(l -> l.length).sum();
        var whole = ByteBuffer.allocate(size);
        lines.forEach(whole::put);
        AtomicFile.write(file, whole.array());
    }

    long size() throws IOException {
        return channel == null ? Files.exists(file) ? Files.size(file) : 0 : channel.position();
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}
