package dev.posthorn.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.BadAnswer;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Network;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Wire;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is too much for the disk, and files of a body that cannot be sent.
@Timeout(120)
final class LimitsTest {

    private static final int BIG = 3_000_000;

    @TempDir
    private Path folder;

    /// A disk with so many bytes free, that takes so many and then says it is full.
    private record SmallDisk(long free, long takes) implements Disk {
        @Override
        public long free(Path of) {
            return free;
        }

        @Override
        public OutputStream create(Path file) throws IOException {
            var out = Files.newOutputStream(file);
            return new OutputStream() {
                private long written;

                @Override
                public void write(int b) throws IOException {
                    write(new byte[] {(byte) b}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    var fits = (int) Math.min(length, takes - written);
                    out.write(bytes, offset, fits);
                    written += fits;
                    if (fits < length) {
                        throw new IOException("No space left on device");
                    }
                }

                @Override
                public void close() throws IOException {
                    out.close();
                }
            };
        }
    }

    private Outcome.Failed failed(Disk disk, Network network) throws IOException {
        try (var server = RawServer.saying("HTTP/1.1 200 OK\nContent-Length: " + BIG + "\n\n" + "x".repeat(BIG));
                var engine = new Engine(new BodyStore(folder, disk), new AutomaticHeaders("Posthorn/test"), () -> network, _ -> { })) {
            var outcome = engine.send(Sender.get(server.url()), Options.defaults(), new Cookies(Clock.systemUTC()), Progress.silent(), new Cancellation());
            var failed = assertInstanceOf(Outcome.Failed.class, outcome);
            var text = Sender.text(failed.partial());
            assertEquals(failed.partial().body().size(), text.length());
            assertEquals("x".repeat(text.length()), text);
            assertTrue(failed.partial().truncated());
            failed.partial().body().release();
            try (var left = Files.exists(folder) ? Files.walk(folder) : java.util.stream.Stream.<Path>empty()) {
                assertEquals(0, left.filter(Files::isRegularFile).count());
            }
            return failed;
        }
    }

    private static Network keeping(long mostBody, long freeDisk) {
        var d = Network.DEFAULT;
        return new Network(d.route(), d.hosts(), d.certificates(), d.authorities(), d.systemTrust(), d.unverified(), mostBody, freeDisk);
    }

    @Test
    void aFullDiskKeepsWhatItTook() throws IOException {
        var failed = failed(new SmallDisk(Network.GIB, 2_000_000), keeping(Network.GIB, 0));
        var stored = assertInstanceOf(BadAnswer.NotStored.class, failed.failure());
        assertEquals("No space left on device", stored.reason());
        assertTrue(stored.sentence().contains(folder.toString()), stored.sentence());
        assertTrue(failed.partial().body().size() > 1 << 20);
    }

    @Test
    void aDiskThatTakesNothingLeavesWhatIsInMemory() throws IOException {
        var failed = failed(new SmallDisk(Network.GIB, 0), keeping(Network.GIB, 0));
        assertInstanceOf(BadAnswer.NotStored.class, failed.failure());
        assertTrue(failed.partial().body().file().isEmpty());
        assertTrue(failed.partial().body().size() > 900_000);
    }

    @Test
    void theLastPartOfTheDiskIsLeftAlone() throws IOException {
        var failed = failed(new SmallDisk(10_000_000, BIG), keeping(Network.GIB, 9_000_000));
        assertEquals("its last 8.6 MiB are left alone.", failed.failure().sentence().replaceFirst(".* and ", ""));
        assertEquals(Failure.Focus.NETWORK, failed.failure().focus());
        assertTrue(failed.partial().body().size() <= 1_000_000 + (1 << 16));
    }

    @Test
    void theLimitOfOneAnswerIsExact() throws IOException {
        var failed = failed(Disk.real(), keeping(BIG - 1, 0));
        assertEquals(BIG - 1, failed.partial().body().size());
        assertEquals("The answer is larger than 2.9 MiB, the most that is kept of one answer.", failed.failure().sentence());
        try (var server = RawServer.saying("HTTP/1.1 200 OK\nContent-Length: 5\n\nhello");
                var engine = new Engine(new BodyStore(folder), new AutomaticHeaders("Posthorn/test"), () -> keeping(5, 0), _ -> { })) {
            assertInstanceOf(Outcome.Received.class,
                    engine.send(Sender.get(server.url()), Options.defaults(), new Cookies(Clock.systemUTC()), Progress.silent(), new Cancellation()));
        }
    }

    private Failure sending(Path file, RawServer.Script server) throws IOException {
        try (var raw = new RawServer(server); var sender = new Sender(folder.resolve("bodies"))) {
            var wire = new Wire("POST", raw.url(), List.of(), new Payload.FromFile(file, "text/plain"));
            return assertInstanceOf(Outcome.Failed.class, sender.send(wire)).failure();
        }
    }

    @Test
    void aFileThatCannotBeReadSaysWhy() throws IOException {
        RawServer.Script never = (number, head, in, out, socket) -> { };
        assertInstanceOf(Failure.FileMissing.class, sending(folder.resolve("gone.bin"), never));
        var inside = Files.createDirectory(folder.resolve("inside"));
        assertEquals("Nothing was sent: the file " + inside + " (body) cannot be read: it is a folder.", sending(inside, never).sentence());
    }

    @Test
    void aFileThatShrinksOrGrowsWhileItIsSentIsSaid() throws IOException {
        var shrinking = Files.write(folder.resolve("shrinking"), new byte[40_000_000]);
        var shrunk = sending(shrinking, (number, head, in, out, socket) -> {
            cut(shrinking, 30_000_000);
            in.transferTo(OutputStream.nullOutputStream());
        });
        assertTrue(shrunk.sentence().contains("became shorter while it was being sent (40,000,000 bytes announced, 30,000,000 there)"), shrunk.sentence());
        var growing = Files.write(folder.resolve("growing"), new byte[40_000_000]);
        var grown = sending(growing, (number, head, in, out, socket) -> {
            Files.write(growing, new byte[7], StandardOpenOption.APPEND);
            in.transferTo(OutputStream.nullOutputStream());
        });
        assertTrue(grown.sentence().contains("grew while it was being sent (40,000,000 bytes announced, 40,000,007 there)"), grown.sentence());
        assertEquals(Failure.Focus.BODY, grown.focus());
        assertFalse(grown.advice().isBlank());
    }

    private static void cut(Path file, long size) throws IOException {
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        }
    }
}
